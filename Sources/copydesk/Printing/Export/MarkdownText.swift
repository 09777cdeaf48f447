/// Plain text as Markdown that shows it as it is: no page can make a heading, a link or HTML of its text.
enum MarkdownText {
    /// A title on one line.
    static func heading(_ title: String) -> String {
        // A sign # at the end of a heading would be taken for its closing.
        let line = title.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.joined(separator: " ")
        return inline(line).replacing("#", with: "\\#")
    }

    /// Paragraphs, which an empty line parts; a line end within one is kept.
    static func paragraphs(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(line)
        return lines.enumerated().map { index, line in
            let goesOn = !line.isEmpty && index + 1 < lines.count && !lines[index + 1].isEmpty
            return line + (goesOn ? "\\" : "")
        }.joined(separator: "\n")
    }

    /// One line, without the spaces at its ends: four at the beginning make code, two at the end a line break.
    private static func line(_ line: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = line.firstIndex(where: { !isSpace($0) }), let last = line.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return opening(inline(String(line[first...last])))
    }

    /// A line whose first signs begin no heading, list, quotation, rule or definition.
    private static func opening(_ line: String) -> String {
        guard let first = line.unicodeScalars.first else { return line }
        if ["#", "+", "-", ">", "=", ":"].contains(first) { return "\\" + line }
        let digits = line.unicodeScalars.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, let next = line.unicodeScalars.dropFirst(digits.count).first, [".", ")"].contains(next)
        else { return line }
        var scalars = line.unicodeScalars
        scalars.insert("\\", at: digits.endIndex)
        return String(scalars)
    }

    /// Signs that mean something anywhere in a line, with a backslash before them; control characters as U+FFFD.
    private static func inline(_ text: String) -> String {
        let scalars = text.unicodeScalars
        var escaped = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for index in scalars.indices {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let after = next < scalars.endIndex ? scalars[next] : nil
            if isMark(scalar, between: before, and: after) { escaped.append("\\") }
            let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
            escaped.append(isControl ? "\u{FFFD}" : scalar)
            before = scalar
        }
        return String(escaped)
    }

    private static func isMark(_ scalar: Unicode.Scalar, between before: Unicode.Scalar?, and after: Unicode.Scalar?)
        -> Bool
    {
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", "~", "$", "{", "}", "|": true
        // Within a word it is a letter, as in an address.
        case "_": !(isWord(before) && isWord(after))
        // The beginning of a character reference.
        case "&": after.map { $0 == "#" || $0.isASCII && $0.properties.isAlphabetic } ?? false
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }
}
