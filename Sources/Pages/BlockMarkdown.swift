/// Takes the marks of Markdown off: emphasis, links and escapes.
///
/// Only the marks that converters from HTML write are known. Whatever is not surely a mark stays text.
enum BlockMarkdown {
    /// Whether a line is one that only Markdown has: a heading or a link with its address.
    static func isSign(_ line: Range<Int>, in utf8: [UInt8]) -> Bool {
        var index = line.lowerBound
        while index < line.upperBound, utf8[index] == UInt8(ascii: "#") { index += 1 }
        let level = index - line.lowerBound
        if (1...6).contains(level), index + 1 < line.upperBound, utf8[index] == 0x20 { return true }
        var seenOpening = false
        for index in line.lowerBound..<max(line.lowerBound, line.upperBound - 1) {
            if utf8[index] == UInt8(ascii: "[") { seenOpening = true }
            if seenOpening, utf8[index] == UInt8(ascii: "]"), utf8[index + 1] == UInt8(ascii: "(") { return true }
        }
        return false
    }

    /// The rank of a heading line and where its text begins and ends; nil where it is none.
    static func heading(_ range: Range<Int>, in utf8: [UInt8]) -> (level: Int, text: Range<Int>)? {
        var index = range.lowerBound
        while index < range.upperBound, utf8[index] == UInt8(ascii: "#") { index += 1 }
        let level = index - range.lowerBound
        guard (1...6).contains(level), index < range.upperBound, utf8[index] == 0x20 else { return nil }
        var end = range.upperBound
        while end > index, utf8[end - 1] == UInt8(ascii: "#") || utf8[end - 1] == 0x20 { end -= 1 }
        while index < end, utf8[index] == 0x20 { index += 1 }
        return index < end ? (level, index..<end) : nil
    }

    /// Appends a stretch of house text without its marks, white space folded.
    static func append(_ range: Range<Int>, of utf8: [UInt8], to text: inout [UInt8]) {
        let start = text.count
        var pendingSpace = false
        var opening: Int?
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = utf8[index]
            if byte == 0x20 || byte == 0x0A || byte == 0x09 {
                pendingSpace = text.count > start
                index += 1
                continue
            }
            if let next = markEnd(at: index, range, utf8) {
                if byte == UInt8(ascii: "]"), let place = opening {
                    // Everything behind the bracket is link text that was not moved before: linear in all.
                    text.remove(at: place)
                    opening = nil
                }
                index = next
                continue
            }
            if pendingSpace { text.append(0x20) }
            pendingSpace = false
            if byte == UInt8(ascii: "[") { opening = text.count }
            text.append(byte)
            index += 1
        }
    }

    /// The offset behind a mark that begins here, nil where the byte is text.
    private static func markEnd(at index: Int, _ range: Range<Int>, _ utf8: [UInt8]) -> Int? {
        let next = index + 1 < range.upperBound ? utf8[index + 1] : 0x20
        let before = index > range.lowerBound ? utf8[index - 1] : 0x20
        switch utf8[index] {
        case UInt8(ascii: "*"):
            return before == 0x20 && next == 0x20 ? nil : index + 1
        case UInt8(ascii: "_"):
            return isWord(before) && isWord(next) ? nil : index + 1
        case UInt8(ascii: "\\"):
            return isPunctuation(next) ? index + 1 : nil
        case UInt8(ascii: "!"):
            return next == UInt8(ascii: "[") ? index + 1 : nil
        case UInt8(ascii: "]"):
            return next == UInt8(ascii: "(") ? addressEnd(at: index + 2, range, utf8) : nil
        default: return nil
        }
    }

    /// The offset behind a link's address.
    ///
    /// An address ends the search at the first bracket or space inside it, so no byte is looked at twice.
    private static func addressEnd(at start: Int, _ range: Range<Int>, _ utf8: [UInt8]) -> Int? {
        var index = start
        while index < range.upperBound {
            switch utf8[index] {
            case UInt8(ascii: ")"): return index + 1
            case UInt8(ascii: "("), UInt8(ascii: "["), 0x20, 0x0A: return nil
            default: index += 1
            }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || BlockText.isLetter(UInt32(byte)) || BlockText.isDigit(UInt32(byte))
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}
