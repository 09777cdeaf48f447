extension BlockSplitter {
    /// The first length of a block at which it may be the beginning of a sentence, and not a menu's word.
    private static let leastOpening = 20
    /// Longer than headlines are.
    private static let leastRunning = 100
    private static let longestLink = 80
    /// Longer than labels and dates are.
    private static let leastRest = 60

    /// Whether a line is a sign that ends a clause, or begins with one: what is left of a sentence behind a link.
    static func isClauseEnd(_ content: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard let first = utf8[content].first else { return false }
        let next = content.count > 1 ? utf8[content.lowerBound + 1] : 0x20
        switch first {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"): return true
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"):
            return next == 0x20 || next == UInt8(ascii: ")") || next == UInt8(ascii: "\"")
        case 0x27, 0xE2: return BlockJoint.isPossessive(utf8, at: content.lowerBound)
        default: return false
        }
    }

    /// Whether a line breaks off within a sentence: it ends in neither full stop nor the signs that stand behind one.
    static func isOpen(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        var index = line.upperBound - 1
        while index > line.lowerBound, utf8[index] & 0xC0 == 0x80 { index -= 1 }
        let scalar = BlockText.scalar(in: utf8, at: &index)
        if scalar == 0x3A || scalar == 0x2026 { return false }
        // A closing mark may stand within a sentence as well; only behind a full stop does it end one.
        return !BlockText.isFullStop(scalar) && !BlockText.isClosing(scalar)
    }

    private static func endsSentence(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        var index = line.upperBound - 1
        while index > line.lowerBound, utf8[index] & 0xC0 == 0x80 { index -= 1 }
        return BlockText.isFullStop(BlockText.scalar(in: utf8, at: &index))
    }

    /// A list of addresses is no sentence.
    private static let scheme = Array("http".utf8)

    /// Whether a line ends in a bracket or a quotation mark that opens: a link follows.
    static func isOpening(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard line.count > 1, let end = utf8[line].last else { return false }
        if end == UInt8(ascii: "(") { return true }
        // The mark that opens in English closes in German; only the space before it tells.
        guard end == 0x9C || end == 0x9E || end == 0xAB, line.count > 4 else { return false }
        return utf8[line.upperBound - 3] == 0xE2 && utf8[line.upperBound - 4] == 0x20
            || utf8[line.upperBound - 2] == 0xC2 && utf8[line.upperBound - 3] == 0x20
    }

    /// Whether a line begins with a small letter.
    static func beginsLow(_ content: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard let first = utf8[content].first else { return false }
        if first < 0x80 {
            guard (0x61...0x7A).contains(first) else { return false }
            // A bullet made of a letter: `o Harbour and coast`.
            let behind = utf8[content].prefix(3)
            return
                !(first == 0x6F && behind.count == 3 && behind.last.map { (0x41...0x5A).contains($0) } == true
                && utf8[content.lowerBound + 1] == 0x20)
        }
        // Of other scripts only those that have small letters: up to Cyrillic and Armenian.
        guard first < 0xD6 else { return false }
        var index = content.lowerBound
        return BlockText.isLower(BlockText.scalar(in: utf8, at: &index))
    }

    /// Whether a line is the rest of a sentence, on a page that was not seen to cut any.
    func isRest(_ last: Block, _ above: Range<Int>, _ content: Range<Int>) -> Bool {
        let utf8 = source.utf8
        guard BlockSplitter.isOpen(last.range, utf8) else { return false }
        if BlockSplitter.isClauseEnd(content, utf8) { return true }
        // Where blank lines part the blocks, long lines without one between them are of one block anyway.
        let least = isSpaced ? BlockSplitter.leastRest : BlockSplitter.leastOpening
        guard above.count >= least, BlockSplitter.beginsLow(content, utf8) else { return false }
        guard !utf8[content].starts(with: BlockSplitter.scheme) else { return false }
        // Below a headline a small word may stand, of a label or a menu; the rest of a sentence ends as sentences do.
        return content.count >= BlockSplitter.leastRest || BlockSplitter.endsSentence(content, utf8)
    }

    /// Whether a line goes on with the sentence above, on a page whose sentences were cut at their links.
    func isSentence(_ last: Block, _ content: Range<Int>, at index: Int) -> Bool {
        let utf8 = source.utf8
        if BlockSplitter.isClauseEnd(content, utf8) || BlockSplitter.isOpening(last.range, utf8) { return true }
        guard let end = utf8[last.range].last else { return false }
        // A comma ends no block: the next of a list of links, or of names, follows.
        if end == UInt8(ascii: ",") { return true }
        // What stands behind a link may follow a bracket; behind a full stop nothing follows.
        guard end == UInt8(ascii: ")") || BlockSplitter.isOpen(last.range, utf8) else { return false }
        let isRunning = isRunning(last.range)
        guard BlockSplitter.beginsLow(content, utf8) else {
            return isRunning && BlockSplitter.isOpen(content, utf8) && isLinkedName(content, at: index)
        }
        if isRunning { return true }
        guard last.range.count >= BlockSplitter.leastOpening || content.count >= BlockSplitter.leastRest else {
            return false
        }
        // A headline may have a small word below it, of a label or a menu; the rest of a sentence ends as sentences do.
        return content.count >= BlockSplitter.leastRest || !BlockSplitter.isOpen(content, utf8)
            || isContinued(at: index)
    }

    /// Whether a block is longer than headlines are.
    private func isRunning(_ range: Range<Int>) -> Bool {
        // As many bytes as so many characters have at most: a block of many lines is not counted again at each.
        let enough = range.lowerBound..<min(range.upperBound, range.lowerBound + BlockSplitter.leastRunning * 4)
        return LineShape.characters(enough, source.utf8) >= BlockSplitter.leastRunning
    }

    /// Whether a line with a capital is a link within an unfinished sentence: short, and the sentence goes on behind it.
    private func isLinkedName(_ content: Range<Int>, at index: Int) -> Bool {
        guard let first = source.utf8[content].first, !BlockText.isDigitByte(first) else { return false }
        return content.count <= BlockSplitter.longestLink && isContinued(at: index)
    }

    /// Whether the line behind a line is the rest of its sentence.
    private func isContinued(at index: Int) -> Bool {
        guard index + 1 < source.lines.count, source.lines[index + 1].blankBefore == 0 else { return false }
        let behind = LineShape.unindented(source.lines[index + 1].text, source.utf8)
        return BlockSplitter.isClauseEnd(behind, source.utf8) || BlockSplitter.beginsLow(behind, source.utf8)
    }

    /// Whether a dash that looks like a list's mark stands within a sentence: a small letter follows it.
    func isDash(_ last: Block, _ shape: LineShape) -> Bool {
        let utf8 = source.utf8
        guard wrap == nil, isCut, shape.isListed, !last.isListed, last.range.count >= BlockSplitter.leastOpening else {
            return false
        }
        return BlockSplitter.beginsLow(shape.content, utf8) && BlockSplitter.isOpen(last.range, utf8)
    }
}
