/// What a block looks like, counted in one pass over its text.
struct Features: Sendable {
    /// Characters (scalars).
    var width = 0
    /// Words; two signs of a script written without spaces count as one.
    var words = 0
    /// Words that begin with a capital letter.
    var capitalised = 0
    var digits = 0
    var letters = 0
    /// Full stops with a space or an unspaced script behind them, within the block.
    var innerStops = 0
    /// Whether it ends in a full stop, quotation marks and brackets behind it aside.
    var endsSentence = false
    /// The last sign that is no quotation mark or bracket.
    var last: UInt32 = 0
    var startsLower = false
    /// The first sign.
    var first: UInt32 = 0
    /// Whether it was cut short by whoever wrote the page: it ends in an ellipsis.
    var isCut = false
    /// Whether a bracket stands around that ellipsis, which only the summaries of a feed have.
    var isCutInBrackets = false
    /// A number made of its letters and digits in lower case: equal for texts that differ in signs and spaces only.
    var fold: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Reads a block's text, white space folded.
    init(_ text: [UInt8]) {
        var offset = 0
        var inWord = false
        var unspaced = 0
        var afterStop = false
        var started = false
        while offset < text.count {
            let scalar = BlockText.scalar(in: text, at: &offset)
            width += 1
            if scalar == 0x20 {
                inWord = false
                if afterStop { innerStops += 1 }
                afterStop = false
                continue
            }
            let isLetter = BlockText.isLetter(scalar)
            let isDigit = BlockText.isDigit(scalar)
            if !started {
                started = true
                first = scalar
                startsLower = isLetter && BlockText.isLower(scalar)
            }
            if isLetter || isDigit {
                if isLetter { letters += 1 } else { digits += 1 }
                count(scalar, isLetter: isLetter, inWord: &inWord, unspaced: &unspaced)
                if afterStop, BlockText.isUnspaced(scalar) { innerStops += 1 }
                afterStop = false
                mix(scalar)
            } else if BlockText.isFullStop(scalar) {
                afterStop = true
            } else if !BlockText.isClosing(scalar) {
                afterStop = false
            }
            if !BlockText.isClosing(scalar) { last = scalar }
        }
        words += (unspaced + 1) / 2
        let isBracketed = text.last == UInt8(ascii: "]")
        isCut = last == 0x2026 || text.dropLast(isBracketed ? 1 : 0).suffix(3).elementsEqual([0x2E, 0x2E, 0x2E])
        isCutInBrackets = isCut && isBracketed
        endsSentence = BlockText.isFullStop(last) && !isCut
    }

    private mutating func count(_ scalar: UInt32, isLetter: Bool, inWord: inout Bool, unspaced: inout Int) {
        if BlockText.isUnspaced(scalar) {
            unspaced += 1
            inWord = false
        } else if !inWord {
            inWord = true
            words += 1
            if isLetter, BlockText.isUpper(scalar) { capitalised += 1 }
        }
    }

    /// FNV-1a over folded letters: it only has to tell neighbours on one page apart, and texts are compared after it.
    private mutating func mix(_ scalar: UInt32) {
        fold = (fold ^ UInt64(BlockText.lower(scalar))) &* 0x100_0000_01B3
    }
}
