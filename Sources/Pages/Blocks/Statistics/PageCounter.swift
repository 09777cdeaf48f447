/// Counts the features of a page's blocks one after another, and lists the words seen.
package struct PageCounter {
    /// For all blocks in turn the numbers of their longer words, cut to their first six letters, since their endings change.
    private(set) var longWords: [UInt32] = []
    private let knownWords = PageCounter.words
    /// Those of the block that is being read.
    private var noted = [UInt32](repeating: 0, count: PageCounter.mostLongWords)

    /// Blocks with more long words than this have the first of them listed.
    private static let mostLongWords = 80

    /// Which languages count a word among their commonest; behind those the words for comments.
    private static let words = WordTable(Language.commonWords.map(\.words) + [FooterCount.nouns])
    static let commentBit: UInt64 = 1 << UInt64(Language.commonWords.count)

    package init() {}

    /// Reads a block's text, white space folded.
    mutating func statistics(of text: Span<UInt8>) -> BlockStatistics {
        let known = knownWords
        return PageCounter.read(text, known, &noted, &longWords)
    }

    private static func read(
        _ text: Span<UInt8>,
        _ known: WordTable,
        _ noted: inout [UInt32],
        _ longWords: inout [UInt32]
    ) -> BlockStatistics {
        var block = BlockCount()
        var notes = noted.mutableSpan
        let statistics = block.read(text, known, &notes)
        for index in 0..<block.noted { longWords.append(notes[index]) }
        return statistics
    }
}
