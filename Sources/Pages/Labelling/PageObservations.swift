extension Observations {
    /// The rows of what is observed of the page as a whole, in the table of embeddings.
    package func pageRows() -> [UInt16] {
        var rows: [UInt16] = []
        func add(_ kind: Observation, _ number: Int) {
            let value = Observations.step(number, Observation.bounds[kind.rawValue])
            rows.append(UInt16(truncatingIfNeeded: Observation.offsets[kind.rawValue] + value))
        }
        let all = prose(0, list.count)
        add(.pageBlocks, list.count)
        add(.pageProse, all)
        add(.pageStretch, all == 0 ? 0 : max(1, longestStretch * 100 / all))
        add(.pageDates, shapes.count { $0 == .date })
        add(.pageBylines, shapes.count { $0 == .byline })
        add(.pageContinuations, signs.count { $0.contains(.continuation) })
        add(.pageCuts, shapes.count { $0 == .cut })
        add(.pageHeadings, shapes.count { $0 == .heading })
        let texts = shapes.count { $0.isProse }
        add(.pageWordsOfProse, texts == 0 ? 0 : max(1, all / texts))
        add(.pageSpaced, list.count == 0 ? 0 : list.blocks.count { $0.isSeparate } * 100 / list.count)
        rows.append(
            UInt16(truncatingIfNeeded: Observation.offsets[Observation.pageListMark.rawValue] + (hasListMark ? 1 : 0))
        )
        return rows
    }
}
