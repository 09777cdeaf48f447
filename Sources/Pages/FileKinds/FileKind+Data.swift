/// JSON and mail, recognised by how they begin.
extension FileKind {
    // MARK: JSON

    /// Whether the text begins as a JSON object, or as an array of values and nothing else.
    static func isJSON(_ text: Span<UInt8>, from start: Int) -> Bool {
        var at = start
        var depth = 0
        while at < text.count, text[at] == UInt8(ascii: "[") {
            depth += 1
            at = TextCursor.afterBlanks(text, from: at + 1)
        }
        guard at < text.count else { return false }
        if text[at] == UInt8(ascii: "{") { return isObject(text, from: at) }
        // "[Photo]" is no JSON, nor is "[1] See the note": an array holds values only, and ends the text.
        while let end = scalarEnd(text, from: at) {
            at = TextCursor.afterBlanks(text, from: end)
            guard at < text.count, text[at] == UInt8(ascii: ",") else { break }
            at = TextCursor.afterBlanks(text, from: at + 1)
        }
        guard at < text.count, text[at] == UInt8(ascii: "]") else { return false }
        at = TextCursor.afterBlanks(text, from: at + 1)
        if at == text.count { return depth == 1 }
        return depth > 1 && (text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: "]"))
    }

    /// Whether a brace opens an object: a quoted name and a colon, or nothing at all.
    private static func isObject(_ text: Span<UInt8>, from start: Int) -> Bool {
        var at = TextCursor.afterBlanks(text, from: start + 1)
        guard at < text.count else { return false }
        if text[at] == UInt8(ascii: "}") { return TextCursor.afterBlanks(text, from: at + 1) == text.count }
        guard let end = stringEnd(text, from: at) else { return false }
        at = TextCursor.afterBlanks(text, from: end)
        return at < text.count && text[at] == UInt8(ascii: ":")
    }

    /// Where a JSON string, number or literal ends.
    private static func scalarEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: "\"") { return stringEnd(text, from: start) }
        for literal in ["true", "false", "null"] where TextCursor.begins(text, literal, at: start) {
            return start + literal.utf8.count
        }
        var at = start
        while at < text.count, "+-.0123456789eE".utf8.contains(text[at]) { at += 1 }
        return at > start ? at : nil
    }

    private static func stringEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "\"") else { return nil }
        var at = start + 1
        while at < text.count, text[at] != UInt8(ascii: "\n") {
            if text[at] == UInt8(ascii: "\"") { return at + 1 }
            at += text[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    // MARK: Mail

    /// Whether the text begins with a mailbox's separator or an unbroken block of header lines (RFC 5322).
    static func isMail(_ text: Span<UInt8>) -> Bool {
        var at = 0
        if TextCursor.begins(text, "From ", at: 0) {
            // "From our correspondent" is an article; the separator is followed by a header line at once.
            at = TextCursor.lineEnd(text, from: 0) + 1
            return at < text.count && headerName(text, from: at) != nil && isSeparator(text, below: at - 1)
        }
        var found: Set<String> = []
        while at < text.count, text[at] != UInt8(ascii: "\n") {
            if text[at] != UInt8(ascii: " ") {
                guard let name = headerName(text, from: at) else { return false }
                if mailHeaders.contains(name) { found.insert(name) }
            }
            at = TextCursor.lineEnd(text, from: at) + 1
        }
        return found.count >= 2
    }

    private static let mailHeaders: Set<String> = [
        "from", "to", "subject", "date", "message-id", "received", "mime-version",
    ]

    /// Whether a `From ` line names a time of day, as a mailbox's separator does after the sender.
    private static func isSeparator(_ text: Span<UInt8>, below end: Int) -> Bool {
        var colons = 0
        for at in 5..<max(5, end) where text[at] == UInt8(ascii: ":") { colons += 1 }
        return colons >= 2
    }

    /// The lower-case name of a header line: printable ASCII without blanks, then a colon.
    private static func headerName(_ text: Span<UInt8>, from start: Int) -> String? {
        var name: [UInt8] = []
        var at = start
        while at < text.count, 0x21...0x7E ~= text[at], name.count < 78 {
            if text[at] == UInt8(ascii: ":") { return name.isEmpty ? nil : String(decoding: name, as: UTF8.self) }
            name.append(TextCursor.lowered(text[at]))
            at += 1
        }
        return nil
    }
}
