/// A page's blocks in order, with the text they are taken from.
struct BlockList: Sendable {
    let source: SourceText
    let blocks: [Block]
    let features: [Features]
    /// Whether the page is written in Markdown, whose marks are no text.
    let isMarkdown: Bool

    init(_ source: SourceText) {
        let splitter = BlockSplitter(source)
        self.source = source
        isMarkdown = splitter.isMarkdown
        blocks = SplitBylines.joined(splitter.blocks(), source, isMarkdown: splitter.isMarkdown)
        var features: [Features] = []
        features.reserveCapacity(blocks.count)
        var text: [UInt8] = []
        for block in blocks {
            text.removeAll(keepingCapacity: true)
            BlockList.append(block.range, of: source.utf8, isMarkdown: isMarkdown, to: &text)
            features.append(Features(text))
        }
        self.features = features
    }

    var indices: Range<Int> { blocks.indices }
    var count: Int { blocks.count }

    /// A block's text, white space folded and marks of Markdown left out.
    func text(_ index: Int) -> [UInt8] {
        var text: [UInt8] = []
        BlockList.append(blocks[index].range, of: source.utf8, isMarkdown: isMarkdown, to: &text)
        return text
    }

    func string(_ index: Int) -> String {
        String(decoding: text(index), as: UTF8.self)
    }

    /// The first bytes of a block as they stand in the house text.
    func raw(_ range: Range<Int>) -> String {
        let end = min(range.upperBound, range.lowerBound + 1000)
        return String(decoding: source.utf8[range.lowerBound..<end], as: UTF8.self)
    }

    /// Whether a stretch has single spaces only, as nearly all have, and can be copied as it is.
    private static func isFolded(_ range: Range<Int>, of utf8: [UInt8]) -> Bool {
        var previous: UInt8 = 0x20
        for byte in utf8[range] {
            if byte <= 0x20 {
                guard byte == 0x20, previous != 0x20 else { return false }
            }
            previous = byte
        }
        return previous != 0x20
    }

    /// Appends a stretch of house text with its white space folded, and its Markdown taken off.
    static func append(_ range: Range<Int>, of utf8: [UInt8], isMarkdown: Bool, to text: inout [UInt8]) {
        if isMarkdown { return BlockMarkdown.append(range, of: utf8, to: &text) }
        if isFolded(range, of: utf8) {
            text.append(contentsOf: utf8[range])
            return
        }
        let start = text.count
        var pendingSpace = false
        for index in range {
            let byte = utf8[index]
            if byte == 0x20 || byte == 0x0A || byte == 0x09 {
                pendingSpace = text.count > start
                continue
            }
            if pendingSpace {
                text.append(0x20)
                pendingSpace = false
            }
            text.append(byte)
        }
    }
}
