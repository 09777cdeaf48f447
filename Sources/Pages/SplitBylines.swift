/// Puts bylines together again that a converter cut at their links: `Posted on`, `12 May 2026`, `by`, `Ada Marsh`.
///
/// Each link's text became a line of its own. Only a run of short lines that begins as a byline does, and reads as one
/// when joined, is joined; anything else stays as it is.
enum SplitBylines {
    private static let mostLines = 6
    private static let longestPart = 40

    static func joined(_ blocks: [Block], _ source: SourceText, isMarkdown: Bool) -> [Block] {
        var joined: [Block] = []
        joined.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            if begins(blocks[index], source.utf8), let end = end(from: index, blocks, source.utf8, isMarkdown) {
                var block = blocks[index]
                block.range = block.range.lowerBound..<blocks[end - 1].range.upperBound
                joined.append(block)
                index = end
            } else {
                joined.append(blocks[index])
                index += 1
            }
        }
        return joined
    }

    /// Whether a block is a word that opens a byline and nothing else, or a day's figure.
    private static func begins(_ block: Block, _ utf8: [UInt8]) -> Bool {
        guard block.range.count <= 14, block.headingLevel == 0 else { return false }
        let text = BlockText.lowercased(Array(utf8[block.range]))
        if text.count <= 2, text.allSatisfy(BlockText.isDigitByte) { return true }
        return openings.contains(String(decoding: text, as: UTF8.self))
    }

    /// The index behind the last line of the byline that begins at a block; nil where none does.
    private static func end(from start: Int, _ blocks: [Block], _ utf8: [UInt8], _ isMarkdown: Bool) -> Int? {
        var text: [UInt8] = []
        var found: Int?
        for index in start..<min(blocks.count, start + mostLines) {
            guard blocks[index].range.count <= longestPart, blocks[index].headingLevel == 0 else { break }
            // A complete byline goes on only behind a word that asks for more.
            if found == index, !begins(blocks[index], utf8) { break }
            if !text.isEmpty { text.append(0x20) }
            var part: [UInt8] = []
            BlockList.append(blocks[index].range, of: utf8, isMarkdown: isMarkdown, to: &part)
            text += part
            // A word that asks for more ends nothing.
            guard index > start, !begins(blocks[index], utf8) else { continue }
            if let byline = BylineReader.read(text), byline.date != nil { found = index + 1 }
        }
        return found
    }

    private static let openings: Set<String> = [
        "posted", "posted on", "published", "published on", "written by", "posted by", "by", "on", "von", "am", "par",
        "le",
        "por", "el", "date", "date:", "veröffentlicht", "publié le", "опубликовано",
    ]
}
