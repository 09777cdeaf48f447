/// Takes the statistics of a page's blocks one after another, and lists their longer words.
package struct PageCounter {
    /// Hashes of the longer words of all blocks, in page order.
    ///
    /// Only a word's first six letters are hashed, since endings change.
    private(set) var longWords: [UInt32] = []
    private let knownWords = PageCounter.words
    /// The hashes of the block that is being read.
    private var noted = [UInt32](repeating: 0, count: PageCounter.mostLongWords)

    /// What was found of the page's characters (`KnownScalar`).
    private var scalars: [UInt64]

    /// Of a block with more long words than this, only the first ones are listed.
    private static let mostLongWords = 80

    /// A bit for each language tells whether a word is among its commonest; one more marks words for readers' comments.
    private static let words = WordTable(
        Language.commonWords.enumerated().map { ($1.words, 1 << UInt64($0)) } + [(FooterCount.nouns, commentBit)]
    )
    static let commentBit: UInt64 = 1 << 63

    package init() { self.init(places: KnownScalar.placesOfPage) }

    /// - Parameter places: how many places there are for characters (see `KnownScalar`).
    init(places: Int) { scalars = [UInt64](repeating: 0, count: places) }

    /// Reads a block's text, in which runs of white space are one space already.
    mutating func statistics(of text: Span<UInt8>) -> BlockStatistics {
        let known = knownWords
        return PageCounter.read(text, known, &scalars, noting: &noted, into: &longWords)
    }

    private static func read(
        _ text: Span<UInt8>,
        _ known: WordTable,
        _ scalars: inout [UInt64],
        noting noted: inout [UInt32],
        into longWords: inout [UInt32]
    ) -> BlockStatistics {
        var block = BlockCount()
        var notes = noted.mutableSpan
        var kept = scalars.mutableSpan
        let statistics = block.read(text, known, &kept, &notes)
        for index in 0..<block.noted { longWords.append(notes[index]) }
        return statistics
    }
}
