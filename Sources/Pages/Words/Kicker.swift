/// Recognises a line that repeats a headline with its kicker, the section's name, directly before it.
enum Kicker {
    /// How a line repeats a headline.
    enum Repeat: Hashable, Sendable {
        /// The same headline again, apart from quotation marks and spaces.
        case same
        /// The headline with words before it, and the range of those words in the line.
        case kicked(Range<Int>)
    }

    /// The most bytes of a kicker; longer words before a headline are no section's name.
    static let longest = 60

    /// How `line` repeats `title`; nil where it does not.
    ///
    /// - Parameters:
    ///   - title: the headline.
    ///   - line: the line that may end in the headline.
    ///   - longest: the most letters, in bytes, that may stand before the headline.
    /// - Returns: whether the line is the same, or where in it the words before the headline stand.
    static func `repeat`(of title: [UInt8], in line: [UInt8], longest: Int = longest) -> Repeat? {
        // Nearly all lines end in other letters than the headline, and to see that needs no folding.
        guard BlockText.ends(line.span, withLettersOf: title.span) else { return nil }
        let wanted = BlockText.letters(of: title)
        let folded = BlockText.letters(of: line)
        // Another line may end in the words of a short headline by chance.
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
