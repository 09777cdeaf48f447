extension BlockSplitter {
    /// In bytes: a block that is at least so long may be the beginning of a sentence, a shorter one may be a menu's entry.
    private static let leastOpening = 20
    /// In characters, more than headlines have.
    private static let leastRunning = 100
    private static let longestLink = 80
    /// In bytes, more than labels and dates have.
    private static let leastRest = 60

    /// Whether a line begins with punctuation that ends a clause, or with `'s`: the rest of a sentence after a link.
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

    /// Whether a line breaks off within a sentence: its last character is not one that may end a sentence.
    ///
    /// Full stops, the colon, the ellipsis, and closing quotation marks and brackets may end one.
    static func isOpen(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        let scalar = lastScalar(line, utf8)
        if scalar == 0x3A || scalar == 0x2026 { return false }
        // A closing mark may stand within a sentence too, but this line alone does not tell; it counts as an end.
        return !BlockText.isFullStop(scalar) && !BlockText.isClosing(scalar)
    }

    private static func endsSentence(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        BlockText.isFullStop(lastScalar(line, utf8))
    }

    /// The last character of a line but for U+FFFD, which stands for a bad byte.
    private static func lastScalar(_ line: Range<Int>, _ utf8: [UInt8]) -> UInt32 {
        var end = line.upperBound
        while true {
            var index = end - 1
            while index > line.lowerBound, utf8[index] & 0xC0 == 0x80 { index -= 1 }
            let start = index
            let scalar = BlockText.scalar(in: utf8, at: &index)
            if scalar != 0xFFFD || start <= line.lowerBound { return scalar }
            end = start
        }
    }

    /// Opens a web address: a list of addresses is no sentence.
    private static let scheme = Array("http".utf8)

    /// Whether a line ends in an opening bracket or quotation mark, so that a link's text follows.
    static func isOpening(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard line.count > 1, let end = utf8[line].last else { return false }
        if end == UInt8(ascii: "(") { return true }
        // U+201C opens a quotation in English and closes one in German; only a space before it tells that it opens.
        guard end == 0x9C || end == 0x9E || end == 0xAB, line.count > 4 else { return false }
        return utf8[line.upperBound - 3] == 0xE2 && utf8[line.upperBound - 4] == 0x20
            || utf8[line.upperBound - 2] == 0xC2 && utf8[line.upperBound - 3] == 0x20
    }

    /// Whether a line begins with a lower-case letter.
    static func beginsLow(_ content: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard let first = utf8[content].first else { return false }
        if first < 0x80 {
            guard (0x61...0x7A).contains(first) else { return false }
            // In `o Harbour and coast` the letter is a bullet.
            let start = utf8[content].prefix(3)
            return
                !(first == 0x6F && start.count == 3 && start.last.map { (0x41...0x5A).contains($0) } == true
                && utf8[content.lowerBound + 1] == 0x20)
        }
        // Beyond ASCII only the scripts up to U+057F count; of these Latin, Greek, Cyrillic and Armenian have case.
        guard first < 0xD6 else { return false }
        var index = content.lowerBound
        return BlockText.isLower(BlockText.scalar(in: utf8, at: &index))
    }

    /// Whether a line continues the sentence above it, on a page that does not seem to cut sentences at their links.
    func isRest(_ last: Block, _ content: Range<Int>, below above: Range<Int>) -> Bool {
        let utf8 = source.utf8
        guard BlockSplitter.isOpen(last.range, utf8) else { return false }
        if BlockSplitter.isClauseEnd(content, utf8) { return true }
        // Where blank lines separate the blocks, long lines with none between them belong to one block anyway. Short
        // ones need not, so a longer line is asked for above.
        let least = isSpaced ? BlockSplitter.leastRest : BlockSplitter.leastOpening
        guard above.count >= least, BlockSplitter.beginsLow(content, utf8) else { return false }
        guard !utf8[content].starts(with: BlockSplitter.scheme) else { return false }
        // A short lower-case line below a headline may be a label or a menu's entry; the rest of a sentence ends as
        // sentences do.
        return content.count >= BlockSplitter.leastRest || BlockSplitter.endsSentence(content, utf8)
    }

    /// Whether a line continues the sentence above it, on a page whose sentences were cut at their links.
    func isSentence(_ last: Block, _ content: Range<Int>, at index: Int) -> Bool {
        let utf8 = source.utf8
        if BlockSplitter.isClauseEnd(content, utf8) || BlockSplitter.isOpening(last.range, utf8) { return true }
        guard let end = utf8[last.range].last else { return false }
        // A comma ends no block: the next link or name of an enumeration follows.
        if end == UInt8(ascii: ",") { return true }
        // After a closing bracket the sentence may go on; after a full stop it does not.
        guard end == UInt8(ascii: ")") || BlockSplitter.isOpen(last.range, utf8) else { return false }
        let isRunning = isRunning(last.range)
        guard BlockSplitter.beginsLow(content, utf8) else {
            return isRunning && BlockSplitter.isOpen(content, utf8) && isLinkedName(content, at: index)
        }
        if isRunning { return true }
        guard last.range.count >= BlockSplitter.leastOpening || content.count >= BlockSplitter.leastRest else {
            return false
        }
        // A short lower-case line below a headline may be a label or a menu's entry; the rest of a sentence ends as
        // sentences do, or is continued itself.
        return content.count >= BlockSplitter.leastRest || !BlockSplitter.isOpen(content, utf8)
            || isContinued(at: index)
    }

    /// Whether a block is longer than headlines are.
    private func isRunning(_ range: Range<Int>) -> Bool {
        // Only the bytes that so many characters can take at most are counted. Otherwise a block of many lines would
        // be counted from its start again for each of them.
        let enough = range.lowerBound..<min(range.upperBound, range.lowerBound + BlockSplitter.leastRunning * 4)
        return LineShape.characters(enough, source.utf8) >= BlockSplitter.leastRunning
    }

    /// Whether a line that begins with a capital is a link's text within an unfinished sentence.
    ///
    /// Such a line is short, and the sentence goes on after it.
    private func isLinkedName(_ content: Range<Int>, at index: Int) -> Bool {
        guard let first = source.utf8[content].first, !BlockText.isDigitByte(first) else { return false }
        return content.count <= BlockSplitter.longestLink && isContinued(at: index)
    }

    /// Whether the line after a line continues its sentence.
    private func isContinued(at index: Int) -> Bool {
        guard index + 1 < source.lines.count, source.lines[index + 1].blankBefore == 0 else { return false }
        let after = LineShape.unindented(source.lines[index + 1].text, source.utf8)
        return BlockSplitter.isClauseEnd(after, source.utf8) || BlockSplitter.beginsLow(after, source.utf8)
    }

    /// Whether a dash that looks like a list marker stands within a sentence: a lower-case letter follows it.
    func isDash(_ last: Block, _ shape: LineShape) -> Bool {
        let utf8 = source.utf8
        guard wrap == nil, isCut, shape.isListed, !last.isListed, last.range.count >= BlockSplitter.leastOpening else {
            return false
        }
        return BlockSplitter.beginsLow(shape.content, utf8) && BlockSplitter.isOpen(last.range, utf8)
    }
}
