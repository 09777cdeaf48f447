/// Groups a page's lines into blocks, whichever way its converter broke them.
///
/// Converters break lines in four ways: a blank line between blocks; one block per line and no blank lines; lines
/// wrapped at a fixed width (`w3m -dump`, `lynx -dump`, html2text, mail); and one text node per line, which cuts
/// sentences at their links. The whole page decides which way it is.
struct BlockSplitter {
    let source: SourceText
    let isMarkdown: Bool
    /// Whether blank lines separate the blocks; otherwise each line break does.
    let isSpaced: Bool
    /// How the page's lines were wrapped; nil where they were not.
    let wrap: LineWrap?
    /// Whether sentences were cut at their links.
    let isCut: Bool
    /// The list of addresses that text browsers put at the end.
    let references: LinkReferences
    let dialect: LineShape.Dialect

    init(_ source: SourceText) {
        self.source = source
        let utf8 = source.utf8
        let lines = source.lines
        isMarkdown = BlockMarkdown.isWritten(in: source)
        wrap = WrapSurvey.wrap(of: source)
        references = LinkReferences(source)
        let gaps = lines.dropFirst().count { $0.blankBefore > 0 }
        // Wrapped text has many lines to a paragraph, so few blank lines are enough there.
        isSpaced = wrap != nil ? gaps > 0 : gaps * 4 >= lines.count - 1
        // A single such line may have any cause; converters that cut sentences leave many.
        isCut = lines.count { BlockSplitter.isClauseEnd(LineShape.unindented($0.text, utf8), utf8) } >= 2
        dialect = LineShape.Dialect(isMarkdown: isMarkdown, isWrapped: wrap != nil)
    }

    /// The blocks in page order.
    func blocks() -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(source.lines.count)
        var previous: (line: Range<Int>, column: Int)?
        var isJoined = false
        for index in source.lines.indices.prefix(references.firstLine) {
            let line = source.lines[index]
            let shape = LineShape(line.text, dialect, source.utf8)
            if let previous, let last = blocks.last, line.blankBefore == 0,
                continues(last, previous, shape, at: index)
            {
                blocks[blocks.count - 1].range = last.range.lowerBound..<line.text.upperBound
                isJoined = true
            } else if isFurniture(shape.content) {
                underline(&blocks, shape.content, isClose: line.blankBefore == 0)
                previous = nil
                continue
            } else {
                close(&blocks, isJoined: isJoined)
                isJoined = false
                let isSeparate = blocks.isEmpty || !isSpaced || line.blankBefore > 0
                blocks.append(
                    Block(
                        range: shape.content,
                        isSeparate: isSeparate,
                        headingLevel: shape.headingLevel,
                        isListed: shape.isListed,
                        blankBefore: line.blankBefore,
                        indentation: shape.column
                    )
                )
            }
            previous = (line.text, shape.column)
        }
        close(&blocks, isJoined: isJoined)
        return blocks
    }

    /// Whether a line continues the block of the line right above it.
    private func continues(
        _ last: Block,
        _ above: (line: Range<Int>, column: Int),
        _ shape: LineShape,
        at index: Int
    ) -> Bool {
        if isMarkdown, BlockMarkdown.isBroken(above.line, before: source.lines[index].text, source.utf8) { return true }
        guard !shape.isListed, shape.headingLevel == 0 else { return isDash(last, shape) }
        if let wrap {
            if isWrapped(wrap, above, shape) { return !isFurniture(shape.content) }
            // Where blank lines separate the paragraphs of a wrapped page, any line but a wrapped one stands alone.
            if isSpaced { return false }
        }
        guard last.headingLevel == 0 else { return false }
        return isCut ? isSentence(last, shape.content, at: index) : isRest(last, shape.content, below: above.line)
    }

    /// Whether a line is the rest of the one above it, which did not fit.
    private func isWrapped(_ wrap: LineWrap, _ above: (line: Range<Int>, column: Int), _ shape: LineShape) -> Bool {
        let utf8 = source.utf8
        // A character takes four bytes at most, so a line of more bytes is too wide without being measured.
        guard above.line.count <= (wrap.width + 8) * 4 else { return false }
        let width = wrap.measure(above.line, utf8)
        // Where a sentence is clearly unfinished, a little room may have been left for a list's right margin.
        let isOpen = BlockSplitter.isOpen(above.line, utf8)
        let isLow = BlockSplitter.beginsLow(shape.content, utf8)
        guard wrap.isFull(width, followedBy: shape.content, slack: isOpen && isLow ? 8 : 0, utf8) else { return false }
        if shape.column == above.column { return true }
        // A different indentation begins a new paragraph, unless the sentence goes on: first lines are often indented.
        return shape.column < above.column ? isOpen || isLow : isOpen && isLow
    }

    /// Ends the last block: notes whether its text can be copied as it stands.
    private func close(_ blocks: inout [Block], isJoined: Bool) {
        guard let last = blocks.last else { return }
        guard !isJoined else {
            blocks[blocks.count - 1].link = link(last.range)
            return
        }
        var isPlain = BlockSplitter.isFolded(last.range, source.utf8)
        if isPlain, isMarkdown { isPlain = !BlockMarkdown.mayHoldMark(last.range, source.utf8) }
        if isPlain, references.areNumbered { isPlain = !source.utf8[last.range].contains(UInt8(ascii: "[")) }
        blocks[blocks.count - 1].isPlain = isPlain
        if !isPlain { blocks[blocks.count - 1].link = link(last.range) }
    }

    /// What of a line is a link, where the page's converter wrote links out.
    private func link(_ range: Range<Int>) -> Block.Link {
        let line = source.utf8[range]
        guard let first = line.first, let last = line.last else { return .none }
        let opening = UInt8(ascii: "[")
        if isMarkdown {
            guard let bracket = line.firstIndex(of: UInt8(ascii: "]")), bracket + 1 < range.upperBound,
                line[bracket + 1] == UInt8(ascii: "(")
            else { return .none }
            let isOpen = first == opening || first == UInt8(ascii: "!") || first == UInt8(ascii: "*")
            return isOpen && (last == UInt8(ascii: ")") || last == UInt8(ascii: "*")) ? .whole : .part
        }
        guard references.areNumbered, let bracket = line.firstIndex(of: opening) else { return .none }
        return bracket == range.lowerBound ? .whole : .part
    }

    /// Whether a line has single spaces only and none at either end, as nearly all have.
    private static func isFolded(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        // No early exit: the compiler vectorises a loop without one, sixteen bytes at a time.
        guard range.count > 1 else { return range.count == 1 && utf8[range.lowerBound] != 0x20 }
        let bytes = utf8.span.extracting(range.dropLast())
        let after = utf8.span.extracting(range.dropFirst())
        var doubles: UInt8 = 0
        for index in after.indices {
            doubles |= (bytes[index] == 0x20 ? 1 : 0) & (after[index] == 0x20 ? 1 : 0)
        }
        return doubles == 0 && bytes[0] != 0x20 && after[after.count - 1] != 0x20
    }
}
