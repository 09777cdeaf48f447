/// What is kept from one character to the next while a block's features are counted, and the words seen.
package struct FeatureCount {
    var afterStop = false
    /// Signs of scripts written without spaces.
    private(set) var unspaced = 0
    /// Numbers of the block's longer words, cut to their first six letters, since their endings change.
    private(set) var longWords: [UInt32] = []
    private let commonWords = Language.wordTable
    private var inWord = false
    private var length = 0
    private var word = WordLists.Key()
    private var stem = WordLists.Key()

    /// Blocks with more long words than this have the first of them listed.
    private static let mostLongWords = 80
    /// Longer words, in letters, carry no sentence.
    private static let longestCommon = 7

    package init() {}

    mutating func begin() {
        afterStop = false
        unspaced = 0
        longWords.removeAll(keepingCapacity: true)
        inWord = false
        length = 0
        word = WordLists.Key()
    }

    /// Counts a letter or a digit.
    mutating func take(_ scalar: UInt32, isLetter: Bool, _ features: inout Features) {
        let lower = BlockText.lower(scalar)
        // FNV-1a: it only has to tell a page's lines apart.
        features.fold = (features.fold ^ UInt64(lower)) &* 0x100_0000_01B3
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
        word.add(lower)
        if length == 6 { stem = word }
    }

    private var previous: UInt32?

    /// Notes the word that ends before a space or a sign.
    mutating func endWord(_ features: inout Features) {
        previous = nil
        inWord = false
        guard length > 0 else { return }
        if length <= FeatureCount.longestCommon, commonWords.kinds(of: word) != 0 { features.common += 1 }
        if length >= 4 { note(UInt32(truncatingIfNeeded: (length >= 6 ? stem : word).hash &>> 20)) }
        length = 0
        word = WordLists.Key()
    }

    private mutating func note(_ word: UInt32) {
        if longWords.count < FeatureCount.mostLongWords { longWords.append(word) }
    }
}
