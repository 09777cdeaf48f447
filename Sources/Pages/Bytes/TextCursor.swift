/// Small helpers that walk over the bytes of a text; ASCII letters are compared without regard to case.
enum TextCursor {
    /// The first offset whose byte is neither a space nor a line end nor another control.
    static func afterBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at < text.count, text[at] <= 0x20 { at += 1 }
        return at
    }

    /// The offset of the line's end.
    static func lineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
        return at
    }

    static func begins(_ text: Span<UInt8>, _ wanted: String, at offset: Int) -> Bool {
        guard offset >= 0, offset <= text.count - wanted.utf8.count else { return false }
        var at = offset
        for byte in wanted.utf8 {
            guard lowered(text[at]) == lowered(byte) else { return false }
            at += 1
        }
        return true
    }

    /// The offset after the first occurrence of a text that begins before `limit`; its first byte must match exactly.
    static func find(_ text: Span<UInt8>, _ wanted: String, from start: Int, below limit: Int) -> Int? {
        guard let first = wanted.utf8.first, start < limit else { return nil }
        for at in start..<min(limit, text.count) where text[at] == first {
            if begins(text, wanted, at: at) { return at + wanted.utf8.count }
        }
        return nil
    }

    /// The lower-case name at an offset: ASCII letters, digits, `:`, `-`, `_`, at most 32 of them.
    static func name(_ text: Span<UInt8>, at offset: Int) -> String {
        var name: [UInt8] = []
        var at = offset
        while at < text.count, name.count < 32 {
            let byte = lowered(text[at])
            let isNamed = 0x61...0x7A ~= byte || 0x30...0x3A ~= byte || byte == 0x2D || byte == 0x5F
            guard isNamed else { break }
            name.append(byte)
            at += 1
        }
        return String(decoding: name, as: UTF8.self)
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        0x41...0x5A ~= byte ? byte | 0x20 : byte
    }
}
