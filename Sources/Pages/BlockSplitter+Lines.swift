extension BlockSplitter {
    /// A line's text without its indentation.
    static func content(_ line: SourceText.Line, _ utf8: [UInt8]) -> Range<Int> {
        var lower = line.text.lowerBound
        while lower < line.text.upperBound, utf8[lower] == 0x20 { lower += 1 }
        return lower..<line.text.upperBound
    }

    /// Where the text begins behind a list's mark; nil where there is none.
    static func listMark(_ content: Range<Int>, _ utf8: [UInt8]) -> Int? {
        guard content.count >= 2 else { return nil }
        var index = content.lowerBound
        switch BlockText.scalar(in: utf8, at: &index) {
        case 0x2A, 0x2D, 0x2B, 0x2022, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x2606, 0x2605, 0xB7:
            guard index < content.upperBound, utf8[index] == 0x20 else { return nil }
            while index < content.upperBound, utf8[index] == 0x20 { index += 1 }
            return index < content.upperBound ? index : nil
        default: return nil
        }
    }

    /// Characters of a stretch, the indentation included.
    static func width(_ range: Range<Int>, _ utf8: [UInt8]) -> Int {
        var width = 0
        for index in range where utf8[index] & 0xC0 != 0x80 { width += 1 }
        return width
    }

    /// Whether a line could not have taken the next one's first word: what a break at that width looks like.
    static func isFull(_ line: Range<Int>, followedBy next: Range<Int>, at wrapWidth: Int, _ utf8: [UInt8]) -> Bool {
        let lineWidth = width(line, utf8)
        return lineWidth + 1 + firstWordWidth(next, utf8) > wrapWidth && lineWidth <= wrapWidth
    }

    /// The width at which a page's lines were wrapped; nil where they were not.
    ///
    /// A break between two lines speaks for every width that the first line kept and the next word would have passed.
    /// The width that most breaks speak for is taken where they are many, and where few lines are longer. A list of
    /// headlines has lines of all widths, so no width gathers enough of its breaks.
    static func wrapWidth(_ lines: [SourceText.Line], _ widths: [Int], _ utf8: [UInt8]) -> Int? {
        let sensible = 50...100
        // Differences: +1 where a width begins to be spoken for, -1 behind the last such width.
        var steps = [Int](repeating: 0, count: sensible.upperBound + 2)
        var breaks = 0
        for index in lines.indices.dropFirst() where lines[index].blankBefore == 0 {
            let next = content(lines[index], utf8)
            guard listMark(next, utf8) == nil else { continue }
            breaks += 1
            guard widths[index - 1] <= sensible.upperBound else { continue }
            let lower = max(widths[index - 1], sensible.lowerBound)
            let upper = min(widths[index - 1] + firstWordWidth(next, utf8), sensible.upperBound)
            guard lower <= upper else { continue }
            steps[lower] += 1
            steps[upper + 1] -= 1
        }
        var best = (width: 0, breaks: 0)
        var spoken = 0
        for width in 0...sensible.upperBound {
            spoken += steps[width]
            if spoken > best.breaks { best = (width, spoken) }
        }
        let longer = widths.count { $0 > best.width }
        guard best.breaks >= 4, best.breaks * 4 >= breaks, longer * 10 <= lines.count else { return nil }
        return best.width
    }

    private static func firstWordWidth(_ content: Range<Int>, _ utf8: [UInt8]) -> Int {
        var end = content.lowerBound
        while end < content.upperBound, utf8[end] != 0x20 { end += 1 }
        return width(content.lowerBound..<end, utf8)
    }
}
