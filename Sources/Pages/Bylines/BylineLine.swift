/// A line's text, the same in lower case, and the meanings of its words.
struct BylineLine {
    let text: [UInt8]
    /// The text in lower case and as long as before, so that offsets hold in both.
    let lower: [UInt8]
    /// The words of the whole line, kept because they are needed several times.
    private let words: [Range<Int>]

    init(_ text: [UInt8]) {
        self.text = text
        lower = LineCase.lowered(text)
        words = BylineLine.words(of: text, in: 0..<text.count)
    }

    /// The words of a part, which are separated by spaces.
    func words(in part: Range<Int>) -> [Range<Int>] {
        part.count == text.count ? words : BylineLine.words(of: text, in: part)
    }

    private static func words(of text: [UInt8], in part: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(8)
        var start = part.lowerBound
        for index in part where text[index] == 0x20 {
            if index > start { words.append(start..<index) }
            start = index + 1
        }
        if part.upperBound > start { words.append(start..<part.upperBound) }
        return words
    }

    /// The meanings of a word, apart from brackets and punctuation around it.
    func meaning(of word: Range<Int>) -> WordMeaning {
        WordMeaning.of(text, BylineLine.bare(text, word))
    }

    /// A word without opening brackets before it and without punctuation and closing brackets after it.
    static func bare(_ text: [UInt8], _ word: Range<Int>) -> Range<Int> {
        var lower = word.lowerBound
        var upper = word.upperBound
        while lower < upper, text[lower] == 0x28 || text[lower] == 0x5B { lower += 1 }
        while upper > lower, isStop(text[upper - 1]) { upper -= 1 }
        // The fullwidth colon of Chinese and Japanese takes three bytes.
        if upper - lower > 3, text[upper - 3] == 0xEF, text[upper - 2] == 0xBC, text[upper - 1] == 0x9A { upper -= 3 }
        return lower..<upper
    }

    private static func isStop(_ byte: UInt8) -> Bool {
        byte == 0x3A || byte == 0x2C || byte == 0x2E || byte == 0x29 || byte == 0x5D || byte == 0x3B
    }

    func isCapital(_ offset: Int) -> Bool {
        var next = offset
        return offset < text.count && LineCase.isCapital(BlockText.scalar(in: text, at: &next))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Whether a word is digits and no more than the signs of times and amounts among them.
    func isNumber(_ word: Range<Int>) -> Bool {
        var hasDigit = false
        for byte in text[word] {
            if BlockText.isDigitByte(byte) {
                hasDigit = true
            } else if byte != 0x3A && byte != 0x2E && byte != 0x2C && byte != 0x29 && byte != 0x28 {
                return false
            }
        }
        return hasDigit
    }
}
