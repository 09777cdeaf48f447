extension ItemReader {
    /// Adds the evidence for a field: the rule that read it, and a range of the house text.
    func add(_ field: String, by rule: String, _ range: Range<Int>, to item: inout Item) {
        item.evidence.append(list.evidence(field, by: rule, range))
    }

    /// Where a part of a block's text stands in the house text.
    ///
    /// In the block's text runs of white space are one space and marks of Markdown are left out, so its offsets are not
    /// those of the house text. The part is searched for instead, and a space in it matches any white space. Where
    /// marks inside the part prevent a match, the whole block is returned.
    func place(of part: Range<Int>, in index: Int) -> Range<Int> {
        let block = list.blocks[index].range
        let text = list.text(index)
        guard part.lowerBound >= 0, part.upperBound <= text.count, block.count <= 2000, !part.isEmpty else {
            return block
        }
        // At least as many bytes stand before the part in the block as in the block's text.
        for start in block.dropFirst(part.lowerBound) {
            if let end = end(of: text[part], from: start, in: block) { return start..<end }
        }
        return block
    }

    private func end(of part: ArraySlice<UInt8>, from start: Int, in block: Range<Int>) -> Int? {
        let utf8 = list.source.utf8
        var offset = start
        for byte in part {
            guard offset < block.upperBound else { return nil }
            if byte == 0x20 {
                guard isSpace(utf8[offset]) else { return nil }
                while offset < block.upperBound, isSpace(utf8[offset]) { offset += 1 }
            } else {
                guard utf8[offset] == byte else { return nil }
                offset += 1
            }
        }
        return offset
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09
    }
}
