/// The keys by which lines of a page are alike, each a hash of 32 bits.
struct LineKeys {
    /// Its words, with numbers, names and words of dates replaced: `May 3, 2019 by Ada Marsh` and `June 12, 2018 by Tom
    /// Ng` have the same.
    private(set) var template: UInt32
    /// Its look: shape, length, first and last character, mark-up, indentation.
    private(set) var form: UInt32

    /// - Parameters:
    ///   - text: the line's text.
    ///   - date: where a date stands in it.
    ///   - look: the numbers that make its look.
    init(_ text: Span<UInt8>, date: Range<Int>?, look: InlineArray<8, Int>) {
        var hash = WordTable.emptyHash
        for place in look.indices { LineKeys.add(UInt64(truncatingIfNeeded: look[place] &+ 7), to: &hash) }
        form = UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
        template = LineKeys.template(text, date ?? 0..<0)
    }

    @inline(__always)
    private static func add(_ value: UInt64, to hash: inout UInt64) { hash = (hash ^ value) &* WordTable.prime }

    private static func template(_ text: Span<UInt8>, _ date: Range<Int>) -> UInt32 {
        var hash = WordTable.emptyHash
        var wasName = false
        var offset = 0
        // No character is cut in two. With a span of its own the bounds are known to the loops below.
        var end = min(text.count, longest)
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        let text = text.extracting(0..<end)
        while offset < text.count {
            if offset >= date.lowerBound, offset < date.upperBound {
                add(1, to: &hash)
                offset = max(date.upperBound, offset + 1)
                wasName = false
                continue
            }
            let start = offset
            let scalar = BlockText.scalar(in: text, at: &offset)
            if scalar == 0x20 { continue }
            if scalar < 0x80 ? (scalar | 0x20) &- 0x61 < 26 : BlockText.isLetter(scalar) {
                let word = restOfWord(text, after: scalar, from: &offset)
                // A line's first word has a capital whether it is a name or not.
                if start > 0, scalar < 0x80 ? scalar & 0x20 == 0 : BlockText.isUpper(scalar) {
                    if !wasName { add(3, to: &hash) }
                    wasName = true
                } else {
                    add(word, to: &hash)
                    wasName = false
                }
                continue
            }
            if BlockText.isDigit(scalar) {
                skipDigits(text, &offset)
                add(2, to: &hash)
            } else {
                add(UInt64(scalar), to: &hash)
            }
            wasName = false
        }
        return UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
    }

    /// The hash of the word that begins with a letter, whose other letters are read; of a script without spaces, each
    /// letter is a word.
    @inline(__always)
    private static func restOfWord(
        _ text: Span<UInt8>,
        after first: UInt32,
        from offset: inout Int
    ) -> UInt64 {
        var word = WordTable.emptyHash
        add(UInt64(first), to: &word)
        guard first < 0x80 || !BlockText.isUnspaced(first) else { return word }
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80 {
                guard (byte | 0x20) &- 0x61 < 26 else { break }
                add(UInt64(byte), to: &word)
                offset &+= 1
                continue
            }
            var next = offset
            let more = BlockText.scalar(in: text, at: &next)
            guard BlockText.isLetter(more) else { break }
            add(UInt64(more), to: &word)
            offset = next
        }
        return word
    }

    private static func skipDigits(_ text: Span<UInt8>, _ offset: inout Int) {
        while offset < text.count {
            var next = offset
            guard BlockText.isDigit(BlockText.scalar(in: text, at: &next)) else { break }
            offset = next
        }
    }

    /// In bytes; what stands further on in a line is not part of its template.
    private static let longest = 80
}
