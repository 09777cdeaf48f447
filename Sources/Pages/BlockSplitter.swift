/// Cuts a page's lines into blocks, whichever way its converter broke them.
///
/// Three ways are known: a blank line between blocks; one block a line and no blank lines; and lines wrapped hard at
/// one width (`w3m -dump`, `lynx -dump`, mail). Which one it is, is read from the whole page.
struct BlockSplitter {
    let source: SourceText
    let isMarkdown: Bool
    /// Whether blank lines part the blocks; otherwise each line break does.
    let isSpaced: Bool
    /// The width at which the lines were wrapped, in characters; nil where they were not.
    let wrapWidth: Int?

    init(_ source: SourceText) {
        self.source = source
        let lines = source.lines
        isMarkdown = lines.contains { BlockMarkdown.isSign(BlockSplitter.content($0, source.utf8), in: source.utf8) }
        let widths = lines.map { BlockSplitter.width($0.text, source.utf8) }
        let width = BlockSplitter.wrapWidth(lines, widths, source.utf8)
        let gaps = lines.dropFirst().count { $0.blankBefore > 0 }
        // Wrapped text has many lines to a paragraph, so few blank lines are enough there.
        isSpaced = width != nil ? gaps > 0 : gaps * 4 >= lines.count - 1
        wrapWidth = width
    }

    /// The blocks in page order.
    func blocks() -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(source.lines.count)
        var previous: SourceText.Line?
        for line in source.lines {
            guard !isRule(line) else { continue }
            if let previous, continues(previous, line, last: blocks.last) {
                let start = blocks[blocks.count - 1].range.lowerBound
                blocks[blocks.count - 1].range = start..<line.text.upperBound
            } else {
                blocks.append(block(line, isFirst: previous == nil))
            }
            previous = line
        }
        return blocks
    }

    private func block(_ line: SourceText.Line, isFirst: Bool) -> Block {
        var range = BlockSplitter.content(line, source.utf8)
        var block = Block(range: range, isSeparate: isFirst || !isSpaced || line.blankBefore > 0)
        if let mark = BlockSplitter.listMark(range, source.utf8) {
            block.isListed = true
            range = mark..<range.upperBound
        }
        if isMarkdown, let heading = BlockMarkdown.heading(range, in: source.utf8) {
            block.headingLevel = heading.level
            range = heading.text
        }
        block.range = range
        return block
    }

    /// Whether a line goes on with the block of the line before.
    private func continues(_ previous: SourceText.Line, _ line: SourceText.Line, last: Block?) -> Bool {
        guard let last, last.headingLevel == 0 else { return false }
        let utf8 = source.utf8
        let content = BlockSplitter.content(line, utf8)
        if BlockSplitter.listMark(content, utf8) != nil { return false }
        if let wrapWidth {
            guard line.blankBefore == 0 else { return false }
            if BlockSplitter.isFull(previous.text, followedBy: content, at: wrapWidth, utf8) { return true }
            return false
        }
        // Converters that write one text node a line cut sentences at their links: what begins in lower case, or with
        // the sign that ends a clause, is the rest of the line above.
        guard !isSpaced, let first = utf8[content].first, let end = utf8[previous.text].last else { return false }
        guard end != UInt8(ascii: "."), end != UInt8(ascii: "!"), end != UInt8(ascii: "?") else { return false }
        if first == UInt8(ascii: ",") || first == UInt8(ascii: ".") || first == UInt8(ascii: ";") { return true }
        return (0x61...0x7A).contains(first) && previous.text.count >= 20
    }

    /// A line of nothing but dashes, asterisks, underscores or the like.
    private func isRule(_ line: SourceText.Line) -> Bool {
        guard let first = source.utf8[line.text].first, line.text.count >= 3 || line.text.count == 1 else {
            return false
        }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "|"),
            UInt8(ascii: "~"), 0x20:
            return source.utf8[line.text].allSatisfy { $0 == first || $0 == 0x20 }
        default: return false
        }
    }
}
