/// Removes Markdown markup from text: emphasis, links, quotes and escapes.
///
/// Only the markup that converters from HTML write is known. Whatever is not certainly markup stays text.
enum BlockMarkdown {
    /// How deep links are nested at most; a picture within a link is two deep.
    private static let deepest = 4

    /// Whether a page has a line that only Markdown has: a heading, or a link with its address.
    static func isWritten(in source: SourceText) -> Bool {
        let utf8 = source.utf8
        let hasLinks = mayHoldLink(utf8.span)
        return source.lines.contains { line in
            let content = LineShape.unindented(line.text, utf8)
            guard let first = utf8[content].first else { return false }
            if first == UInt8(ascii: "#"), heading(content, in: utf8) != nil { return true }
            return hasLinks && holdsLink(content, in: utf8)
        }
    }

    /// Whether `](` stands anywhere; few pages have it.
    ///
    /// The loop has no early exit, so that the compiler vectorises it, sixteen bytes at a time.
    private static func mayHoldLink(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 1 else { return false }
        let after = bytes.extracting(droppingFirst: 1)
        var found: UInt8 = 0
        for index in after.indices {
            found |= (bytes[index] == UInt8(ascii: "]") ? 1 : 0) & (after[index] == UInt8(ascii: "(") ? 1 : 0)
        }
        return found != 0
    }

    private static func holdsLink(_ line: Range<Int>, in utf8: [UInt8]) -> Bool {
        let bytes = utf8.span.extracting(line)
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "("),
                let end = addressEnd(at: line.lowerBound + index + 2, line, utf8)
            {
                if isAddress(line.lowerBound + index + 2..<end - 1, utf8) { return true }
                index = end - line.lowerBound
            } else {
                index += 1
            }
        }
        return false
    }

    /// The level of a heading and where its text begins and ends; nil where a line is no heading.
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

    /// Whether a byte may be part of markup; text without any such byte is text as it stands.
    @inline(__always)
    static func mayBeMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// Whether any byte of a range may be part of markup.
    static func mayHoldMark(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        let bytes = utf8.span.extracting(range)
        var found = false
        for index in bytes.indices { found = mayBeMark(bytes[index]) || found }
        return found
    }

    /// Appends a range of the normalised text without its markup, with runs of white space made one space.
    static func append(_ range: Range<Int>, of utf8: [UInt8], to text: inout [UInt8]) {
        let start = text.count
        var lineEnd: Int?
        var pendingSpace = false
        var openings: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = utf8[index]
            if byte == 0x20 || byte == 0x0A {
                pendingSpace = text.count > start
                if byte == 0x0A {
                    lineEnd = index
                    index = quoteEnd(index + 1, range, utf8)
                } else {
                    index += 1
                }
                continue
            }
            if mayBeMark(byte), let next = markEnd(at: index, range, utf8) {
                if byte == UInt8(ascii: "]"), let place = openings.popLast() {
                    // Removing the opening bracket moves all text after it by a byte. That is done a few times at most
                    // for the same text, since links are nested only a few deep.
                    text.remove(at: place)
                }
                index = next
                continue
            }
            if let end = lineEnd, end > range.lowerBound, BlockJoint.isClose(utf8, before: end - 1, after: index) {
                pendingSpace = false
            }
            lineEnd = nil
            if pendingSpace { text.append(0x20) }
            pendingSpace = false
            guard mayBeMark(byte) else {
                let end = runEnd(from: index, to: range.upperBound, utf8)
                BlockText.append(utf8.span.extracting(index..<end), to: &text)
                index = end
                continue
            }
            if byte == UInt8(ascii: "["), openings.count < deepest { openings.append(text.count) }
            if byte == UInt8(ascii: "]") { openings.removeLast(openings.isEmpty ? 0 : 1) }
            text.append(byte)
            index += 1
        }
    }

    /// The end of a run of words without markup and with single spaces between them, which can be copied as it stands.
    private static func runEnd(from start: Int, to limit: Int, _ utf8: [UInt8]) -> Int {
        let bytes = utf8.span.extracting(start..<limit)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || mayBeMark(byte) { break }
            if byte == 0x20 {
                guard index &+ 1 < bytes.count else { break }
                let next = bytes[index &+ 1]
                if next == 0x20 || next == 0x0A || mayBeMark(next) { break }
            }
            index &+= 1
        }
        return start &+ index
    }

    /// The offset after the quote markers at a line's start.
    private static func quoteEnd(_ start: Int, _ range: Range<Int>, _ utf8: [UInt8]) -> Int {
        var index = start
        while index < range.upperBound, utf8[index] == 0x20 || utf8[index] == UInt8(ascii: ">") { index += 1 }
        return index
    }

    /// The offset after the markup that begins here; nil where the byte is text.
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

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || BlockText.isLetter(UInt32(byte)) || BlockText.isDigit(UInt32(byte))
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}
