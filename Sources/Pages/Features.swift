/// What a block looks like, counted in one pass over its text.
package struct Features: Sendable {
    /// Characters (scalars).
    var width = 0
    /// Words; two signs of a script written without spaces count as one.
    package var words = 0
    /// Words that begin with a capital letter.
    var capitalised = 0
    /// Words that begin with a small letter.
    var lowered = 0
    /// Words that carry the sentences of some language: articles, prepositions, pronouns.
    var common = 0
    var digits = 0
    package var letters = 0
    /// Letters that are capitals.
    var capitals = 0
    var commas = 0
    /// Bars, bullets, arrows and slashes, which part the entries of a menu or of a line of facts.
    var separators = 0
    /// Signs of addresses and networks: `@`, `#` and `://`.
    var addresses = 0
    /// Full stops with a space or an unspaced script behind them, within the block.
    var innerStops = 0
    /// Whether it ends in a full stop, quotation marks and brackets behind it aside.
    package var endsSentence = false
    /// The last sign that is no quotation mark or bracket.
    var last: UInt32 = 0
    /// The last sign of all.
    var end: UInt32 = 0
    var startsLower = false
    /// The first sign.
    var first: UInt32 = 0
    /// Whether it was cut short by whoever wrote the page: it ends in an ellipsis.
    var isCut = false
    /// Whether a bracket stands around that ellipsis, which only the summaries of a feed have.
    var isCutInBrackets = false
    /// A number made of its letters and digits in lower case: equal for texts that differ in signs and spaces only.
    package var fold: UInt64 = Features.emptyFold
    /// Whether a word for readers' comments is among its words.
    var mayTellComments = false
    /// Whether all of it is ASCII.
    var isASCII = true

    static let emptyFold: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Reads a block's text, white space folded.
    package init(_ text: [UInt8]) {
        var count = FeatureCount()
        self.init(text.span, &count)
    }

    /// Reads a block's text and leaves what was seen of its words in the count.
    init(_ text: Span<UInt8>, _ count: inout FeatureCount) {
        count.begin()
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte == 0x20 {
                offset &+= 1
                width &+= 1
                end = 0x20
                count.endWord(&self)
                if count.afterStop { innerStops += 1 }
                count.afterStop = false
            } else if (byte | 0x20) &- 0x61 < 26 {
                if first == 0 {
                    first = UInt32(byte)
                    startsLower = byte >= 0x61
                }
                let next = count.takeLetters(text, from: offset, &self)
                width &+= next &- offset
                last = UInt32(text[next &- 1])
                end = last
                offset = next
            } else if byte < 0x80, byte &- 0x30 > 9 {
                takeSign(UInt32(byte), &count)
                offset &+= 1
            } else {
                if byte >= 0x80 { isASCII = false }
                take(BlockText.scalar(in: text, at: &offset), &count)
            }
        }
        count.endWord(&self)
        words += (count.unspaced + 1) / 2
        let isBracketed = text.count > 0 && text[text.count - 1] == UInt8(ascii: "]")
        isCut = last == 0x2026 || Features.hasDots(text, before: isBracketed ? text.count - 1 : text.count)
        isCutInBrackets = isCut && isBracketed
        endsSentence = BlockText.isFullStop(last) && !isCut
    }

    private static func hasDots(_ text: Span<UInt8>, before end: Int) -> Bool {
        end >= 3 && text[end - 1] == 0x2E && text[end - 2] == 0x2E && text[end - 3] == 0x2E
    }

    /// Counts a sign of ASCII.
    @inline(__always)
    private mutating func takeSign(_ scalar: UInt32, _ count: inout FeatureCount) {
        width &+= 1
        end = scalar
        if first == 0 { first = scalar }
        take(sign: scalar, &count)
        if !BlockText.isClosing(scalar) { last = scalar }
    }

    /// Counts any character but a space.
    private mutating func take(_ scalar: UInt32, _ count: inout FeatureCount) {
        width += 1
        end = scalar
        let isLetter = BlockText.isLetter(scalar)
        let isDigit = !isLetter && BlockText.isDigit(scalar)
        if first == 0 {
            first = scalar
            startsLower = isLetter && BlockText.isLower(scalar)
        }
        if isLetter || isDigit {
            count.take(scalar, isLetter: isLetter, &self)
        } else {
            take(sign: scalar, &count)
        }
        if !BlockText.isClosing(scalar) { last = scalar }
    }

    private mutating func take(sign scalar: UInt32, _ count: inout FeatureCount) {
        switch scalar {
        case 0x2C, 0x3001, 0xFF0C, 0x060C: commas += 1
        case 0x7C, 0xB7, 0x2022, 0xBB, 0x203A, 0x3E, 0x2192, 0x2F: separators += 1
        case 0x40, 0x23: addresses += 1
        default: break
        }
        // An apostrophe joins the halves of a word.
        if scalar != 0x27, scalar != 0x2019 { count.endWord(&self) }
        if BlockText.isFullStop(scalar) {
            count.afterStop = true
        } else if !BlockText.isClosing(scalar) {
            count.afterStop = false
        }
    }
}
