extension BlockText {
    /// Appends a stretch of bytes at once; a slice of an array would be counted as one more owner of it.
    static func append(_ stretch: Span<UInt8>, to bytes: inout [UInt8]) {
        unsafe stretch.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Where the first bytes of a line end, `LineText.longestHead` at most, so that no character is cut in two.
    static func headEnd(of text: Span<UInt8>) -> Int {
        var end = min(text.count, LineText.longestHead)
        while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// The first bytes, at most `limit`, without cutting a character in two.
    static func cut(_ bytes: [UInt8], to limit: Int) -> [UInt8] {
        guard bytes.count > limit else { return bytes }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<end])
    }

    /// The first characters, at most `limit`, as people count them (grapheme clusters).
    static func cut(_ text: String, toCharacters limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        // Finding the ends of grapheme clusters takes long. Where all scalars are such that none joins another, each
        // is a character, and no search is needed.
        let utf8 = text.utf8.span
        var end = 0
        var next = 0
        for _ in 0..<limit {
            guard next < utf8.count else { return text }
            guard standsAlone(scalar(in: utf8, at: &next)) else { return String(text.prefix(limit)) }
            end = next
        }
        guard next == utf8.count || standsAlone(scalar(in: utf8, at: &next)) else { return String(text.prefix(limit)) }
        return String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }

    /// Whether a scalar is a character by itself where its neighbours are such scalars too.
    private static func standsAlone(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20..<0x300, 0x0A, 0x400..<0x483, 0x2010...0x2027, 0x3041...0x3096, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// A range of a line without the spaces at its ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] == 0x20 { lower += 1 }
        while upper > lower, bytes[upper - 1] == 0x20 { upper -= 1 }
        return lower..<upper
    }
}
