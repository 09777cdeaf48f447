extension Observations {
    /// Whether a line, by its words, stands only on a page that lists many items.
    func isListMark(_ index: Int, _ line: LineText) -> Bool {
        guard list.statistics[index].words <= ListMark.mostWords else { return false }
        let isAbove = proseBefore[index] < ListMark.mostProseBefore
        return isAbove && ListMark.names(line, at: index) || ListMark.turns(line)
    }

    /// Finds what a line's words say, and adds the byline that it is.
    ///
    /// - Returns: what `add` returns; nil where it is none.
    mutating func readWords(
        _ line: LineText,
        _ index: Int,
        _ found: inout BlockSigns
    ) -> (names: Bool, date: Range<Int>?)? {
        let statistics = list.statistics[index]
        let block = list.blocks[index]
        let isLayouts = found.contains(.notice)
        if BylineReader.begins(line.text, isASCII: statistics.isASCII) { found.insert(.bylineOpening) }
        if block.headingLevel == 0 || statistics.words <= 3, Boilerplate.isBoilerplate(line, statistics) {
            found.insert(.notice)
        }
        if statistics.words <= 12, Boilerplate.closes(line, statistics) { found.insert(.closing) }
        if statistics.words <= 40, Boilerplate.continues(line) { found.insert(.continuation) }
        if Caption.isCaption(line, statistics) { found.insert(.caption) }
        if TagList.announcesTags(line, statistics) { found.insert(.tags) }
        if TagList.isList(line.text, statistics) { found.insert(.pieces) }
        guard block.headingLevel == 0 else { return nil }
        if found.contains(.notice) {
            // "By Ada Marsh 3 March 2026 5 min read" ends like a notice and is a byline, and so is a date with nothing
            // but labels and a reading time beside it. A notice by a layout stays a notice.
            guard !isLayouts, statistics.digits >= 4, let read = BylineReader.read(line.text), read.date != nil,
                read.names ? found.contains(.bylineOpening) : read.isDateAlone
            else { return nil }
            found.remove(.notice)
            return add(read, at: index, &found)
        }
        // A date has a year of four digits, or stands in a short line; a line without a date has to open as a byline
        // does, or to have bars between its parts.
        if statistics.digits >= 4 || found.contains(.bylineOpening) || statistics.digits > 0 && statistics.words <= 10
            || statistics.words <= 8 && line.text.contains(UInt8(ascii: "|"))
            || !statistics.isASCII && statistics.words <= 16 && HanNumber.occurs(in: line.text)
        {
            return BylineReader.read(line.text).map { add($0, at: index, &found) }
        }
        return nil
    }
}
