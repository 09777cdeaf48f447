/// What is kept from one character to the next while a page's features are counted, and the words seen.
package struct FeatureCount {
    var afterStop = false
    /// Signs of scripts written without spaces.
    private(set) var unspaced = 0
    /// For all blocks in turn the numbers of their longer words, cut to their first six letters, since their endings change.
    private(set) var longWords: [UInt32] = []
    private let knownWords = FeatureCount.words
    private var inWord = false
    private var length = 0
    private var word = WordTable.emptyHash
    private var stem = WordTable.emptyHash
    /// A sign of a script without spaces, right before.
    private var previous: UInt32?
    /// How many long words there were before this block.
    private var noted = 0

    /// Blocks with more long words than this have the first of them listed.
    private static let mostLongWords = 80
    /// Longer words, in letters, carry no sentence.
    private static let longestCommon = 7

    /// Which languages count a word among their commonest; behind those the words for comments.
    private static let words = WordTable(Language.commonWords.map(\.words) + [FooterCount.nouns])
    private static let commentBit: UInt64 = 1 << UInt64(Language.commonWords.count)

    package init() {}

    mutating func begin() {
        afterStop = false
        unspaced = 0
        noted = longWords.count
        inWord = false
        length = 0
        word = WordTable.emptyHash
    }

    /// Counts the letters of ASCII from an offset on, as nearly all words have no others.
    ///
    /// - Returns: the offset behind them.
    @inline(__always)
    mutating func takeLetters(_ text: Span<UInt8>, from start: Int, _ features: inout Features) -> Int {
        previous = nil
        afterStop = false
        if !inWord {
            inWord = true
            features.words &+= 1
            if text[start] >= 0x61 { features.lowered &+= 1 } else { features.capitalised &+= 1 }
        }
        var at = start
        var (fold, word, stem) = (features.fold, self.word, self.stem)
        var capitals = 0
        // Behind so many more letters the word's stem ends.
        let stemEnd = start &+ 6 &- length
        while at < text.count {
            let byte = text[at]
            let small = byte | 0x20
            guard small &- 0x61 < 26 else { break }
            // FNV-1a: it only has to tell a page's lines apart.
            fold = (fold ^ UInt64(small)) &* WordTable.prime
            word = (word ^ UInt64(small)) &* WordTable.prime
            capitals &+= Int(~byte >> 5 & 1)
            at &+= 1
            if at == stemEnd { stem = word }
        }
        (features.fold, self.word, self.stem) = (fold, word, stem)
        features.capitals &+= capitals
        features.letters &+= at &- start
        length &+= at &- start
        return at
    }

    /// Counts a letter or a digit.
    mutating func take(_ scalar: UInt32, isLetter: Bool, _ features: inout Features) {
        let lower = BlockText.lower(scalar)
        features.fold = (features.fold ^ UInt64(lower)) &* WordTable.prime
        let isUpper = isLetter && (lower != scalar || BlockText.isUpper(scalar))
        if isLetter { features.letters += 1 } else { features.digits += 1 }
        if isUpper { features.capitals += 1 }
        defer { afterStop = false }
        if BlockText.isUnspaced(scalar) {
            if afterStop { features.innerStops += 1 }
            unspaced += 1
            // Two signs make a word in these scripts, as good as any.
            if let last = previous { note(last &* 0x0100_0193 ^ scalar) }
            previous = scalar
            inWord = false
            return
        }
        previous = nil
        if !inWord {
            inWord = true
            features.words += 1
            if isUpper { features.capitalised += 1 } else if isLetter { features.lowered += 1 }
        }
        length += 1
        word = (word ^ UInt64(lower)) &* WordTable.prime
        if length == 6 { stem = word }
    }

    /// Notes the word that ends before a space or a sign.
    @inline(__always)
    mutating func endWord(_ features: inout Features) {
        previous = nil
        inWord = false
        guard length > 0 else { return }
        let known = knownWords.bits(ofHash: word)
        if known != 0 {
            if length <= FeatureCount.longestCommon, known & ~FeatureCount.commentBit != 0 { features.common += 1 }
            if known & FeatureCount.commentBit != 0 { features.mayTellComments = true }
        }
        if length >= 4 { note(UInt32(truncatingIfNeeded: (length >= 6 ? stem : word) &>> 20)) }
        length = 0
        word = WordTable.emptyHash
    }

    private mutating func note(_ word: UInt32) {
        if longWords.count &- noted < FeatureCount.mostLongWords { longWords.append(word) }
    }
}
