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
    init(_ text: [UInt8], date: Range<Int>?, look: [Int]) {
        var hash = WordTable.emptyHash
        func add(_ value: UInt64, to hash: inout UInt64) { hash = (hash ^ value) &* WordTable.prime }
        for value in look { add(UInt64(truncatingIfNeeded: value &+ 7), to: &hash) }
        form = UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
        hash = WordTable.emptyHash
        var wasName = false
        var offset = 0
        let end = min(text.count, LineKeys.longest)
        while offset < end {
            if let date, date.contains(offset) {
                add(1, to: &hash)
                offset = max(date.upperBound, offset + 1)
                wasName = false
                continue
            }
            let start = offset
            let scalar = BlockText.scalar(in: text, at: &offset)
            if scalar == 0x20 { continue }
            if BlockText.isDigit(scalar) {
                while offset < end {
                    var next = offset
                    guard BlockText.isDigit(BlockText.scalar(in: text, at: &next)) else { break }
                    offset = next
                }
                add(2, to: &hash)
                wasName = false
            } else if BlockText.isLetter(scalar) {
                var word = WordTable.emptyHash
                add(UInt64(scalar), to: &word)
                while offset < end, !BlockText.isUnspaced(scalar) {
                    var next = offset
                    let more = BlockText.scalar(in: text, at: &next)
                    guard BlockText.isLetter(more) else { break }
                    add(UInt64(more), to: &word)
                    offset = next
                }
                // A line's first word has a capital whether it is a name or not.
                if BlockText.isUpper(scalar), start > 0 {
                    if !wasName { add(3, to: &hash) }
                    wasName = true
                } else {
                    add(word, to: &hash)
                    wasName = false
                }
            } else {
                add(UInt64(scalar), to: &hash)
                wasName = false
            }
        }
        template = UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
    }

    /// In bytes; what stands further on in a line is not part of its template.
    private static let longest = 80
}
