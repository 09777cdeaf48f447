extension BlockReader {
    /// The most words of a line of which all are observed, and how many are of a longer one.
    private static let mostWords = 12
    private static let wordsOfLong = 3

    /// Adds the words of a short line, or the first ones of a longer line.
    mutating func addWords() {
        let block = list.blocks[index]
        if block.isPlain {
            let utf8 = list.source.utf8
            return addWords(of: utf8.span.extracting(block.range))
        }
        text.removeAll(keepingCapacity: true)
        list.append(index, to: &text)
        let text = text
        addWords(of: text.span)
    }

    private mutating func addWords(of text: Span<UInt8>) {
        let head = text.extracting(0..<BlockText.headEnd(of: text))
        let statistics = list.statistics[index]
        let isShort = statistics.words <= BlockReader.mostWords
        let most = isShort ? BlockReader.mostWords : BlockReader.wordsOfLong
        var words = LineWords()
        var count = 0
        var last: UInt64?
        while count < most, let word = words.next(in: head) {
            if count == 0 { addHash(.firstWord, word) }
            addHash(.word, word)
            last = word
            count += 1
        }
        if isShort, words.offset == head.count, let last { addHash(.lastWord, last) }
        if statistics.words <= 4, statistics.letters > 0 { addHash(.line, statistics.fold) }
    }

    private mutating func addHash(_ kind: Observation, _ hash: UInt64) {
        let count = offsets[kind.rawValue + 1] - offsets[kind.rawValue]
        let spread = (hash ^ hash &>> 29) &* 0xBF58_476D_1CE4_E5B9 &>> 32
        add(kind, Int(spread &* UInt64(count) &>> 32))
    }
}
