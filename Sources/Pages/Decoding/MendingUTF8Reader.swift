/// Reads damaged UTF-8: as `UTF8Reader` does, and a byte that is invalid there as windows-1252 where that makes sense.
///
/// Pages put together from several sources hold a sentence, a quotation or some spaces in the code page of old in the
/// midst of UTF-8. Such a byte is read as what it was, and counted as invalid all the same. What is left of a torn
/// sequence stays U+FFFD, since nobody can say what it was. All that is looked at stands close by, so that reading can
/// start anywhere.
struct MendingUTF8Reader: TextReader {
    /// Whether the page is in Latin letters; in any other script a byte of windows-1252 would be the wrong letter.
    let isLatin: Bool

    /// More bad bytes than this in a row are no accented letters, but another script.
    private static let longestRun = 3

    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        let read = UTF8Reader().read(bytes, at: offset)
        guard read.scalar == TextRead.bad, let scalar = mended(bytes, at: offset, length: read.length) else {
            return read
        }
        return TextRead(scalar | TextRead.mended, 1)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        UTF8Reader().plainRun(bytes, from: offset, below: limit)
    }

    /// The character that the first byte of an invalid sequence stands for, or nil where it has to stay U+FFFD.
    private func mended(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> UInt32? {
        let byte = bytes[offset]
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
        // What is left of a no-break space (C2 A0) where its second byte was taken for a blank and stripped.
        if byte == 0xC2, next <= 0x20 { return 0xA0 }
        guard length == 1 || length == 2 && isLatin && isForeign(lead: byte) else { return nil }
        // The long form of an ASCII character, which no writer makes by mistake.
        if byte & 0xFE == 0xC0, 0x80...0xBF ~= next { return nil }
        if byte == 0xA0, MendingUTF8Reader.isSound(bytes, before: offset), isSound(bytes, at: offset + 1) {
            return 0xA0
        }
        guard isLatin, MendingUTF8Reader.isText(byte), run(bytes, around: offset) <= MendingUTF8Reader.longestRun,
            !isTail(bytes, at: offset)
        else { return nil }
        // In a page of Latin letters most sequences begin with these. Outside of a word each may be the rest of one.
        if 0xC2...0xC5 ~= byte || byte == 0xE2, !(0x61...0x7A ~= next | 0x20) { return nil }
        return Windows1252.scalar(byte)
    }

    /// Whether no text in Latin letters has sequences that begin with this byte, so that it is none's torn beginning.
    ///
    /// It has those for U+1E00 and above (Vietnamese), punctuation, ligatures and emoji.
    private func isForeign(lead: UInt8) -> Bool {
        0xE0...0xF4 ~= lead && lead != 0xE1 && lead != 0xE2 && lead != 0xEF && lead != 0xF0
    }

    /// Whether running text has the character of windows-1252 that the byte stands for: letters, quotes, a few signs.
    private static func isText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80, 0x82, 0x84, 0x85, 0x8A...0x8C, 0x8E, 0x91...0x97, 0x99...0x9C, 0x9E, 0x9F: true
        case 0xA0, 0xA1, 0xA3, 0xA7, 0xA9...0xAB, 0xAE, 0xB0, 0xB7, 0xBA...0xBF: true
        case 0xC0...0xFE: byte != 0xD7 && byte != 0xF7
        default: false
        }
    }

    /// How many bad bytes stand in a row here.
    private func run(_ bytes: Span<UInt8>, around offset: Int) -> Int {
        let most = MendingUTF8Reader.longestRun
        var start = offset
        while offset - start < most, start > 0, !MendingUTF8Reader.isSound(bytes, before: start) { start -= 1 }
        var end = offset + 1
        while end - offset <= most, end < bytes.count, !isSound(bytes, at: end) { end += 1 }
        return end - start
    }

    /// Whether a byte belongs to the rest of a character that begins a line, since the line before ends in its midst.
    private func isTail(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        guard 0x80...0xBF ~= bytes[offset] else { return false }
        var start = offset
        while start > 0, offset - start < 2, 0x80...0xBF ~= bytes[start - 1] { start -= 1 }
        var end = start
        while end > 0, start - end < 2, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end < start && !MendingUTF8Reader.isSound(bytes, before: end)
    }

    /// Whether a character of valid UTF-8 begins at an offset, or the text ends there.
    private func isSound(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        offset >= bytes.count || UTF8Reader().read(bytes, at: offset).scalar != TextRead.bad
    }

    /// Whether a character of valid UTF-8 ends before an offset, or the text begins there.
    static func isSound(_ bytes: Span<UInt8>, before offset: Int) -> Bool {
        guard offset > 0, bytes[offset - 1] >= 0x80 else { return true }
        return [2, 3, 4, 6].contains { length in
            guard offset >= length else { return false }
            let read = UTF8Reader().read(bytes, at: offset - length)
            return read.scalar != TextRead.bad && read.length == length
        }
    }
}
