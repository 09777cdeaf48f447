/// A page's blocks in order, with their statistics and the text they are taken from.
package struct BlockList: Sendable {
    package let source: SourceText
    package private(set) var blocks: [Block]
    package private(set) var statistics: [BlockStatistics]
    /// Hashes of the longer words of all blocks, in page order; of each block only its first ones.
    private(set) var words: [UInt32]
    /// How many entries of `words` each block has.
    private(set) var wordCounts: [UInt8]
    /// The first of the blocks removed as the page's interjection (see `Interjection`); nil where none was removed.
    package private(set) var interjection: Block?
    /// Whether the page is written in Markdown, whose markup is no text.
    let isMarkdown: Bool

    /// Whether links carry their number in brackets before their text.
    let hasLinkNumbers: Bool

    package init(_ source: SourceText) {
        let splitter = BlockSplitter(source)
        self.source = source
        isMarkdown = splitter.isMarkdown
        hasLinkNumbers = splitter.references.areNumbered
        var blocks = splitter.blocks()
        SplitBylines.join(&blocks, source, isMarkdown: splitter.isMarkdown)
        var statistics: [BlockStatistics] = []
        statistics.reserveCapacity(blocks.count)
        var text: [UInt8] = []
        var count = PageCounter()
        var wordCounts: [UInt8] = []
        wordCounts.reserveCapacity(blocks.count)
        for block in blocks {
            let before = count.longWords.count
            if block.isPlain {
                statistics.append(count.statistics(of: source.utf8.span.extracting(block.range)))
            } else {
                text.removeAll(keepingCapacity: true)
                BlockList.append(
                    block,
                    of: source.utf8,
                    isMarkdown: isMarkdown,
                    hasLinkNumbers: hasLinkNumbers,
                    to: &text
                )
                statistics.append(count.statistics(of: text.span))
            }
            wordCounts.append(UInt8(truncatingIfNeeded: count.longWords.count - before))
        }
        self.statistics = statistics
        words = count.longWords
        self.wordCounts = wordCounts
        self.blocks = blocks
    }

    /// The page without the blocks that are its interjection.
    ///
    /// They are removed in place: a page may have a block for every two of its bytes, so that these arrays are most of
    /// the memory that reading takes.
    package consuming func withoutInterjection() -> BlockList {
        guard let first = Interjection.first(in: self) else { return self }
        let fold = statistics[first].fold
        interjection = blocks[first]
        var kept = 0
        var keptWords = 0
        var word = 0
        for index in indices {
            let own = word..<word + Int(wordCounts[index])
            word = own.upperBound
            if statistics[index].fold == fold { continue }
            (blocks[kept], statistics[kept], wordCounts[kept]) = (blocks[index], statistics[index], wordCounts[index])
            for index in own {
                words[keptWords] = words[index]
                keptWords += 1
            }
            kept += 1
        }
        words.removeLast(words.count - keptWords)
        wordCounts.removeLast(wordCounts.count - kept)
        statistics.removeLast(statistics.count - kept)
        blocks.removeLast(blocks.count - kept)
        return self
    }

    package var indices: Range<Int> { blocks.indices }

    package var count: Int { blocks.count }

    /// A block's text: runs of white space made one space, Markdown markup and link numbers left out.
    package func text(_ index: Int) -> [UInt8] {
        if blocks[index].isPlain { return Array(source.utf8[blocks[index].range]) }
        var text: [UInt8] = []
        text.reserveCapacity(blocks[index].range.count)
        append(index, to: &text)
        return text
    }

    /// Gives a block's text to read, without a copy of it where it stands in the dump's text as it is.
    @inline(__always)
    func withText<Result>(_ index: Int, _ read: (Span<UInt8>) -> Result) -> Result {
        if blocks[index].isPlain { return read(source.utf8.span.extracting(blocks[index].range)) }
        return read(text(index).span)
    }

    // Functions of their own, since for its closures a caller copies the list at once, needed or not.
    /// Whether a block's letters and digits begin with those of another.
    @inline(never)
    func begins(_ index: Int, withLettersOf other: Int) -> Bool {
        withText(other) { own in withText(index) { BlockText.begins($0, withLettersOf: own) } }
    }

    /// Whether a block's letters and digits end with those of another.
    @inline(never)
    func ends(_ index: Int, withLettersOf other: Int) -> Bool {
        withText(other) { own in withText(index) { BlockText.ends($0, withLettersOf: own) } }
    }

    func text(of block: Block) -> [UInt8] {
        var text: [UInt8] = []
        BlockList.append(block, of: source.utf8, isMarkdown: isMarkdown, hasLinkNumbers: hasLinkNumbers, to: &text)
        return text
    }

    func string(_ index: Int) -> String {
        if blocks[index].isPlain { return String(decoding: source.utf8[blocks[index].range], as: UTF8.self) }
        return String(decoding: text(index), as: UTF8.self)
    }

    /// Appends a block's text, as `text(_:)` gives it.
    func append(_ index: Int, to text: inout [UInt8]) {
        BlockList.append(
            blocks[index],
            of: source.utf8,
            isMarkdown: isMarkdown,
            hasLinkNumbers: hasLinkNumbers,
            to: &text
        )
    }

    /// The evidence that a field was read from a range of the normalised text; of its text the first 1000 bytes.
    func evidence(_ field: String, by rule: String, _ range: Range<Int>) -> Evidence {
        let end = min(range.upperBound, range.lowerBound + 1000)
        return Evidence(
            field: field,
            rule: rule,
            bytes: source.bytes(of: range),
            raw: String(decoding: source.written(range.lowerBound..<end), as: UTF8.self),
            hasReferences: source.hasReferences(in: range)
        )
    }

    private static func append(
        _ block: Block,
        of utf8: [UInt8],
        isMarkdown: Bool,
        hasLinkNumbers: Bool,
        to text: inout [UInt8]
    ) {
        if block.isPlain {
            BlockText.append(utf8.span.extracting(block.range), to: &text)
        } else if hasLinkNumbers {
            var unnumbered: [UInt8] = []
            unnumbered.reserveCapacity(block.range.count)
            append(block.range, of: utf8, isMarkdown: isMarkdown, to: &unnumbered)
            LinkReferences.appendUnnumbered(unnumbered, to: &text)
        } else {
            append(block.range, of: utf8, isMarkdown: isMarkdown, to: &text)
        }
    }

    /// Appends a range of the normalised text, with runs of white space made one space and Markdown markup left out.
    static func append(_ range: Range<Int>, of utf8: [UInt8], isMarkdown: Bool, to text: inout [UInt8]) {
        if isMarkdown { return BlockMarkdown.append(range, of: utf8, to: &text) }
        let start = text.count
        var lineEnd: Int?
        var pendingSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = utf8[index]
            if byte == 0x20 || byte == 0x0A {
                pendingSpace = text.count > start
                if byte == 0x0A { lineEnd = index }
                index += 1
                continue
            }
            if pendingSpace {
                let isClose = lineEnd.map { BlockJoint.isClose(utf8, before: $0 - 1, after: index) }
                if isClose != true { text.append(0x20) }
                pendingSpace = false
                lineEnd = nil
            }
            let end = runEnd(from: index, to: range.upperBound, utf8)
            BlockText.append(utf8.span.extracting(index..<end), to: &text)
            index = end
        }
    }

    /// The end of a run of words with single spaces between them, which can be copied as it stands.
    private static func runEnd(from start: Int, to limit: Int, _ utf8: [UInt8]) -> Int {
        let bytes = utf8.span.extracting(start..<limit)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A { break }
            if byte == 0x20 {
                guard index &+ 1 < bytes.count else { break }
                let next = bytes[index &+ 1]
                if next == 0x20 || next == 0x0A { break }
            }
            index &+= 1
        }
        return start &+ index
    }
}
