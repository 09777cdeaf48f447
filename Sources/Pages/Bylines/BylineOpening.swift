/// Finds the words that announce names: `By`, `Written by`, `Von`, `Analysis by`, `Eine Kolumne von`, `Author:`.
enum BylineOpening {
    /// The most words that may stand before the word for "by", as in `Eine Kolumne von`.
    private static let mostGenreWords = 3

    /// The number of bytes before the names of a piece; nil where nothing announces names.
    static func length(in text: [UInt8], _ piece: Range<Int>) -> Int? {
        // A converter lost the space before a link's text: "byAda Marsh".
        if piece.count > 4, text[piece.lowerBound] | 0x20 == 0x62, text[piece.lowerBound + 1] == 0x79 {
            var offset = piece.lowerBound + 2
            if LineCase.isCapital(BlockText.scalar(in: text, at: &offset)) { return 2 }
        }
        if let phrase = BylinePhrase.length(in: text, piece) { return phrase }
        var start = piece.lowerBound
        for count in 0...mostGenreWords {
            let end = wordEnd(text, from: start, to: piece.upperBound)
            let hasColon = end < piece.upperBound && text[end] != 0x20
            let next = skip(text, from: end, to: piece.upperBound)
            guard next < piece.upperBound, next > end else { return nil }
            let meaning = WordMeaning.of(text, start..<end)
            if meaning.has(.opening) { return next - piece.lowerBound }
            if count == 0, meaning.has([.particle, .stop, .possessive]), isOurs(text, next..<piece.upperBound) {
                return next - piece.lowerBound
            }
            if count == 0, meaning.has(.heading),
                hasColon || hasSpace(text, next..<piece.upperBound) || isUnspaced(text, next..<piece.upperBound)
            {
                return next - piece.lowerBound
            }
            guard meaning.has(.genre), !hasColon else { return nil }
            start = next
        }
        return nil
    }

    /// Whether a line begins with words that announce names.
    static func begins(_ text: [UInt8]) -> Bool {
        guard let first = text.first, first > 0x20 else { return false }
        var end = min(text.count, 79)
        while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return length(in: text, 0..<end) != nil
    }

    /// Whether a word such as "our" begins a range, with a job after it: "De notre correspondant", "Dal nostro inviato".
    private static func isOurs(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let end = wordEnd(text, from: range.lowerBound, to: range.upperBound)
        guard WordMeaning.of(text, range.lowerBound..<end).has(.possessive) else { return false }
        let next = skip(text, from: end, to: range.upperBound)
        return WordMeaning.of(text, next..<wordEnd(text, from: next, to: range.upperBound)).has(.job)
    }

    private static func wordEnd(_ text: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, text[index] != 0x20, text[index] != 0x3A, text[index] != 0xEF { index += 1 }
        return index
    }

    /// The offset after a colon, ASCII or fullwidth, and spaces.
    private static func skip(_ text: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        if index + 2 < end, text[index] == 0xEF, text[index + 1] == 0xBC, text[index + 2] == 0x9A { index += 3 }
        while index < end, text[index] == 0x20 || text[index] == 0x3A { index += 1 }
        return index
    }

    /// Whether a range is a name of three to six letters in a script that has no spaces: `文 山田花子`.
    private static func isUnspaced(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        range.count >= 9 && TitledName.isHanName(text, range, most: 6)
    }

    private static func hasSpace(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        text[range].contains(0x20)
    }
}
