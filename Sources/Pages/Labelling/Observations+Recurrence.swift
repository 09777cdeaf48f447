extension Observations {
    /// The key of the very line.
    static func lineKey(_ statistics: BlockStatistics) -> UInt32 {
        UInt32(truncatingIfNeeded: statistics.fold ^ statistics.fold &>> 32)
    }

    /// The key of a block's look together with that of the next.
    func pairKey(_ index: Int) -> UInt32 {
        keys[index].form &* 0x9E37_79B1 ^ keys[index + 1].form
    }

    /// Notes the keys of a block that was read, with a date in that range of its text.
    mutating func addKeys(_ text: [UInt8], date: Range<Int>?, _ index: Int) {
        let statistics = list.statistics[index]
        let block = list.blocks[index]
        let length = Observations.step(statistics.words, [2, 5, 10, 20, 45])
        keys.append(
            LineKeys(
                text.span,
                date: date,
                look: [
                    Int(shapes[index].rawValue), length, Observations.firstKind(statistics),
                    Observations.lastKind(statistics), block.headingLevel, block.isListed ? 1 : 0,
                    Int(block.link.rawValue), block.indentation,
                ]
            )
        )
    }

    /// Finds how all blocks recur, once all are read.
    mutating func findRecurrences() {
        lines = Recurrence(lines: list.count)
        templates = lines
        forms = lines
        pairs = lines
        for index in list.indices {
            let after = index + 1 < list.count ? shapes[index + 1].rawValue : 0
            let before = index > 0 ? shapes[index - 1].rawValue : 0
            lines.add(Observations.lineKey(list.statistics[index]), at: index, after: after, before: before)
            templates.add(keys[index].template, at: index, after: after, before: before)
            forms.add(keys[index].form, at: index, after: after, before: before)
            if index + 1 < list.count { pairs.add(pairKey(index), at: index, after: 0, before: 0) }
        }
    }
}
