/// The breaks of a page at one width.
struct WrapCount {
    /// Breaks below a line that could not have taken the next word.
    var full = 0
    /// Those right below another such break: the third and later lines of a paragraph.
    var chained = 0
    /// Those with a letter behind them that could be small, and those where it is.
    var cased = 0
    var low = 0

    init(_ wrap: LineWrap, _ source: SourceText, _ least: Int) {
        let utf8 = source.utf8
        let dialect = LineShape.Dialect(isMarkdown: true, isWrapped: true)
        var above: Int?
        var wasFull = false
        for line in source.lines {
            let text = line.text
            let isLong = text.count > wrap.width * 4
            let width = isLong ? wrap.width + 1 : wrap.measure(text, utf8)
            let content = LineShape.unindented(text, utf8)
            if let above, line.blankBefore == 0, above >= least, wrap.isFull(above, followedBy: content, utf8),
                !LineShape(text, dialect, utf8).isListed
            {
                full += 1
                if wasFull { chained += 1 }
                take(content, utf8)
                wasFull = true
            } else {
                wasFull = false
            }
            above = width
        }
    }

    private mutating func take(_ content: Range<Int>, _ utf8: [UInt8]) {
        guard let first = utf8[content].first else { return }
        switch first {
        case 0x41...0x5A: cased += 1
        case 0x61...0x7A:
            cased += 1
            low += 1
        // Greek, Cyrillic, Armenian and accented Latin.
        case 0xC3..<0xD6:
            cased += 1
            if BlockSplitter.beginsLow(content, utf8) { low += 1 }
        default: break
        }
    }
}
