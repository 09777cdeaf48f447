/// Folds text for comparison: texts that a reader would call the same words become the same bytes.
///
/// Ids are made from folded text, so these rules must never change:
///
/// 1. Letters go to lower case by the standard library's full mapping; final sigma becomes sigma.
/// 2. Letters in `FoldingTable` lose their accents; fullwidth ASCII becomes ASCII.
/// 3. Combining marks U+0300…U+036F and invisible format characters are left out.
/// 4. Letters, digits and the marks of other scripts stay; a run of anything else becomes one space.
/// 5. There is no space at either end.
enum Folding {
    /// The folded text as UTF-8.
    static func folded(_ text: String) -> [UInt8] {
        let utf8 = text.utf8.span
        // A scalar of two bytes may fold to one of three, and none grows more. A space stands for at least one byte.
        var out = [UInt8](repeating: 0, count: utf8.count + utf8.count / 2 + 1)
        let end = write(utf8, to: out.mutableSpan)
        out.removeLast(out.count - end)
        return out
    }

    /// - Returns: How many bytes were written.
    private static func write(_ text: Span<UInt8>, to out: consuming MutableSpan<UInt8>) -> Int {
        var end = 0
        var at = 0
        var isApart = false
        while at < text.count {
            let byte = text[at]
            var folded = FoldedScalar.wordBreak
            if byte < 0x80 {
                at &+= 1
                // Most of most texts; the table says the same of them.
                if (byte | 0x20) &- 0x61 < 26 {
                    folded = FoldedScalar(ascii: byte | 0x20)
                } else if byte &- 0x30 < 10 {
                    folded = FoldedScalar(ascii: byte)
                }
            } else {
                folded = FoldedScalar.of(scalar(in: text, at: &at))
            }
            guard folded != .wordBreak else {
                isApart = true
                continue
            }
            var bytes = folded.bytes
            if isApart, end > 0, bytes > 0 {
                out[end] = UInt8(ascii: " ")
                end &+= 1
            }
            if bytes > 0 { isApart = false }
            while bytes > 0 {
                out[end] = UInt8(truncatingIfNeeded: bytes)
                end &+= 1
                bytes &>>= 8
            }
        }
        return end
    }

    /// The scalar of several bytes at an offset, which is moved behind it; a string's UTF-8 is always valid.
    private static func scalar(in text: Span<UInt8>, at offset: inout Int) -> UInt32 {
        let lead = UInt32(text[offset])
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = lead & (0xFF &>> UInt32(length &+ 1))
        for index in 1..<length { scalar = scalar &<< 6 | UInt32(text[offset &+ index] & 0x3F) }
        offset &+= length
        return scalar
    }
}
