/// Plain text as Markdown that shows it as it is: no page can make a heading, a link or HTML of its text.
///
/// All signs that Markdown knows are ASCII, so the text is read as UTF-8: a body has thousands of bytes for each of them.
enum MarkdownText {
    /// What a byte is to Markdown.
    private enum Sign: UInt8 {
        case plain
        /// Means something anywhere in a line.
        case mark
        case underscore, ampersand, numberSign
        /// A control character; the first byte of those above U+007F.
        case control, lead
    }

    private static let signs: [Sign] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "\t"): .plain
        case 0..<0x20, 0x7F: .control
        case 0xC2: .lead
        case UInt8(ascii: "_"): .underscore
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "#"): .numberSign
        case let byte: "\\`*[]<~${}|".utf8.contains(byte) ? .mark : .plain
        }
    }

    private static let (newline, space, backslash) = (UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\\"))
    /// U+FFFD in UTF-8.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Appends a title on one line.
    static func writeHeading(_ title: String, to bytes: inout [UInt8]) {
        let line = Array(title.replacing("\r\n", with: " ").utf8).map { $0 == newline || $0 == 0x0D ? space : $0 }
        // A sign # at the end of a heading would be taken for its closing.
        write(line[...], escapesNumberSigns: true, to: &bytes)
    }

    /// Appends paragraphs, which an empty line parts; a line end within one is kept.
    static func writeParagraphs(_ text: String, to bytes: inout [UInt8]) {
        let text = Array(text.utf8)
        var start = 0
        var isLineBefore = false
        while start <= text.count {
            let end = text[start...].firstIndex(of: newline) ?? text.count
            let line = trimmed(text[start..<end])
            if start > 0 {
                // Without the backslash the two lines would be shown as one.
                if isLineBefore, !line.isEmpty { bytes.append(backslash) }
                bytes.append(newline)
            }
            writeOpening(of: line, to: &bytes)
            write(line, escapesNumberSigns: false, to: &bytes)
            isLineBefore = !line.isEmpty
            start = end + 1
        }
    }

    /// A line without the spaces at its ends: four at the beginning make code, two at the end a line break.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        if line.last == 0x0D { line.removeLast() }
        while let first = line.first, first == space || first == UInt8(ascii: "\t") { line.removeFirst() }
        while let last = line.last, last == space || last == UInt8(ascii: "\t") { line.removeLast() }
        return line
    }

    /// Appends what keeps a line from being a heading, a list, a quotation, a rule or a definition.
    private static func writeOpening(of line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard let first = line.first else { return }
        if "#+->=:".utf8.contains(first) { bytes.append(backslash) }
    }

    /// Appends a stretch of text with a backslash before each sign that means something, and controls as U+FFFD.
    private static func write(_ text: ArraySlice<UInt8>, escapesNumberSigns: Bool, to bytes: inout [UInt8]) {
        var start = text.startIndex
        if let mark = numberEnd(text) {
            bytes += text[start..<mark]
            bytes.append(backslash)
            start = mark
        }
        for index in text.indices {
            let sign = signs[Int(text[index])]
            guard sign != .plain else { continue }
            let after = index + 1 < text.endIndex ? text[index + 1] : nil
            switch sign {
            case .mark: break
            case .numberSign: guard escapesNumberSigns else { continue }
            case .underscore:
                // Within a word it is a letter, as in an address.
                guard !(index > text.startIndex && isWord(text[index - 1]) && isWord(after)) else { continue }
            case .ampersand:
                // The beginning of a character reference.
                guard let after, after == UInt8(ascii: "#") || isLetter(after) else { continue }
            case .control, .lead:
                let length = sign == .lead ? 2 : 1
                if sign == .lead { guard let after, after < 0xA0 else { continue } }
                bytes += text[start..<index]
                bytes += replacement
                start = index + length
                continue
            case .plain: continue
            }
            bytes += text[start..<index]
            bytes.append(backslash)
            start = index
        }
        bytes += text[start...]
    }

    /// Where a number at the beginning of a line ends, if the sign after it makes it one of a list.
    private static func numberEnd(_ line: ArraySlice<UInt8>) -> Int? {
        guard let end = line.firstIndex(where: { !isDigit($0) }), end > line.startIndex,
            line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
        else { return nil }
        return end
    }

    private static func isWord(_ byte: UInt8?) -> Bool { byte.map { isLetter($0) || isDigit($0) } ?? false }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
