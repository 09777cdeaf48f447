/// Reads a headline that is repeated with its kicker, the section's name, glued before it.
enum Kicker {
    /// How a line repeats a headline.
    enum Repeat: Hashable, Sendable {
        /// The same headline again, quotes and spaces aside.
        case same
        /// The headline with words before it: their range in the line.
        case kicked(Range<Int>)
    }

    /// Kickers longer than this, in bytes, are no section names.
    static let longest = 60

    /// How `line` repeats `title`; nil where it does not.
    ///
    /// - Parameters:
    ///   - title: the headline.
    ///   - line: what may end in it.
    ///   - longest: the most letters, in bytes, that may stand before it.
    /// - Returns: whether it is the same, or where in the line the words before it stand.
    static func `repeat`(of title: [UInt8], in line: [UInt8], longest: Int = longest) -> Repeat? {
        // Nearly all lines end in another letter, which is found without folding them.
        guard BlockText.lastLetter(of: title) == BlockText.lastLetter(of: line) else { return nil }
        let wanted = BlockText.letters(of: title)
        let folded = BlockText.letters(of: line)
        // A short headline may well be the end of another line by chance.
        guard wanted.count >= 12, folded.count >= wanted.count, folded.suffix(wanted.count).elementsEqual(wanted) else {
            return nil
        }
        let extra = folded.count - wanted.count
        if extra == 0 { return .same }
        guard extra <= longest else { return nil }
        var offset = 0
        var seen: [UInt8] = []
        while offset < line.count, seen.count < extra {
            BlockText.appendLetter(BlockText.scalar(in: line, at: &offset), to: &seen)
        }
        guard seen.count == extra else { return nil }
        var range = BlockText.trimmed(line, 0..<offset)
        while let last = line[range].last, last == UInt8(ascii: ":") || last == UInt8(ascii: "|") {
            range = BlockText.trimmed(line, range.lowerBound..<range.upperBound - 1)
        }
        return range.isEmpty ? nil : .kicked(range)
    }
}
