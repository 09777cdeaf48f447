/// Joins the lines of bylines that a converter cut at their links: `Posted on`, `12 May 2026`, `by`, `Ada Marsh`.
///
/// The converter put each link's text on a line of its own. A run of short lines is joined only where it begins as a
/// byline does and the joined text reads as one.
enum SplitBylines {
    private static let mostLines = 6
    private static let longestPart = 40

    /// Joins such lines in place, without a second array, since most pages have nothing to join.
    static func join(_ blocks: inout [Block], _ source: SourceText, isMarkdown: Bool) {
        var kept = 0
        var index = 0
        while index < blocks.count {
            var block = blocks[index]
            if begins(block, source.utf8), let end = end(from: index, blocks, source.utf8, isMarkdown) {
                block.range = block.range.lowerBound..<blocks[end - 1].range.upperBound
                block.isPlain = false
                index = end
            } else {
                index += 1
            }
            blocks[kept] = block
            kept += 1
        }
        blocks.removeLast(blocks.count - kept)
    }

    /// Whether a block is one of the words that open a byline and nothing else, or the number of a day.
    private static func begins(_ block: Block, _ utf8: [UInt8]) -> Bool {
        let range = block.range
        guard range.count <= longestOpening, block.headingLevel == 0, let first = utf8[range].first else {
            return false
        }
        if BlockText.isDigitByte(first) {
            return range.count == 1 || range.count == 2 && BlockText.isDigitByte(utf8[range.lowerBound + 1])
        }
        // Most short blocks are words of menus, and most of these have another first letter than all openings.
        guard firstLetters.contains(first < 0x80 ? first | 0x20 : first) else { return false }
        return openings.contains { $0.count == range.count && isEqual($0, range, utf8) }
    }

    /// Whether a range of the text is the given word, case ignored.
    private static func isEqual(_ word: [UInt8], _ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        var place = 0
        var index = range.lowerBound
        while index < range.upperBound, place < word.count {
            let byte = utf8[index]
            guard byte >= 0x80 else {
                let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                guard lower == word[place] else { return false }
                index += 1
                place += 1
                continue
            }
            let scalar = BlockText.lower(BlockText.scalar(in: utf8, at: &index))
            guard scalar == BlockText.scalar(in: word, at: &place) else { return false }
        }
        return index == range.upperBound && place == word.count
    }

    /// The index after the last line of the byline that begins at a block; nil where none does.
    private static func end(from start: Int, _ blocks: [Block], _ utf8: [UInt8], _ isMarkdown: Bool) -> Int? {
        guard start + 1 < blocks.count else { return nil }
        // Links to a list's pages are numbers alone too; after the number of a day a month follows.
        let next = utf8[blocks[start + 1].range]
        if let first = utf8[blocks[start].range].first, let second = next.first, BlockText.isDigitByte(first) {
            guard next.count >= 3, second >= 0x41 else { return nil }
        }
        var text: [UInt8] = []
        var found: Int?
        for index in start..<min(blocks.count, start + mostLines) {
            guard blocks[index].range.count <= longestPart, blocks[index].headingLevel == 0 else { break }
            // Once a byline is complete, only a word such as "by" continues it.
            if found == index, !begins(blocks[index], utf8) { break }
            if !text.isEmpty { text.append(0x20) }
            var part: [UInt8] = []
            BlockList.append(blocks[index].range, of: utf8, isMarkdown: isMarkdown, to: &part)
            text += part
            // No byline ends in such a word.
            guard index > start, !begins(blocks[index], utf8) else { continue }
            if let byline = BylineReader.read(text), byline.date != nil { found = index + 1 }
        }
        return found
    }

    private static let longestOpening = 24
    private static let firstLetters: [UInt8] = Array(Set(openings.compactMap(\.first)))
    private static let openings: [[UInt8]] = [
        "posted", "posted on", "published", "published on", "written by", "posted by", "by", "on", "von", "am", "par",
        "le", "por", "el", "date", "date:", "veröffentlicht", "publié le", "опубликовано",
    ].map { Array($0.utf8) }
}
