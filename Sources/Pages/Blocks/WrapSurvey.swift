/// Finds the width at which a page's lines were wrapped; most pages were not.
///
/// The break between two lines votes for every width that has room for the upper line, but not for that line and the
/// next line's first word. The width with the most votes is the candidate. It is accepted where paragraphs are seen to
/// be wrapped at it: such breaks follow each other line by line, and the lines after them begin with lower-case letters.
/// Headlines show neither, however many there are.
struct WrapSurvey {
    private static let narrowest = 50
    private static let widest = 210

    private let countsColumns: Bool
    /// The votes by width, as differences: a break adds 1 at the first width it votes for, and subtracts 1 after the last.
    private var steps = [Int](repeating: 0, count: WrapSurvey.widest + 2)
    /// How many breaks there are by the width of the line above them.
    private var breaks = [Int](repeating: 0, count: WrapSurvey.widest + 2)
    private var lines = [Int](repeating: 0, count: WrapSurvey.widest + 2)
    private var lineCount = 0
    private var wideCount = 0

    /// The width of a page's lines; nil where they were not wrapped.
    static func wrap(of source: SourceText) -> LineWrap? {
        var survey = WrapSurvey(countsColumns: false)
        survey.read(source)
        let found = survey.candidate.flatMap { survey.proof(of: $0, source) }
        guard survey.wideCount * 8 > survey.lineCount else { return found?.wrap }
        // Some programs count a character of Han or kana as one, as they do letters; terminals give it two columns.
        var columns = WrapSurvey(countsColumns: true)
        columns.read(source)
        guard let other = columns.candidate.flatMap({ columns.proof(of: $0, source) }) else { return found?.wrap }
        return other.breaks >= found?.breaks ?? 0 ? other.wrap : found?.wrap
    }

    private init(countsColumns: Bool) {
        self.countsColumns = countsColumns
    }

    private mutating func read(_ source: SourceText) {
        let utf8 = source.utf8
        let dialect = LineShape.Dialect(isMarkdown: true, isWrapped: true)
        var above: Int?
        lineCount = source.lines.count
        for line in source.lines {
            let text = line.text
            // A character takes four bytes at most, so a line of more bytes is too wide without being measured.
            let isLong = text.count > WrapSurvey.widest * 4
            let width =
                isLong
                ? WrapSurvey.widest + 1
                : min(LineWrap.measure(text, utf8, countsColumns: countsColumns), WrapSurvey.widest + 1)
            lines[width] += 1
            let content = LineShape.unindented(text, utf8)
            if let lead = utf8[content].first, LineWrap.isWide(lead) { wideCount += 1 }
            if let above, line.blankBefore == 0, above >= WrapSurvey.narrowest / 2 {
                take(content, of: text, under: above, dialect, utf8)
            }
            above = width
        }
    }

    private mutating func take(
        _ content: Range<Int>,
        of line: Range<Int>,
        under above: Int,
        _ dialect: LineShape.Dialect,
        _ utf8: [UInt8]
    ) {
        // A list marker begins a new line wherever the line above ended, so this break tells nothing.
        guard !LineShape(line, dialect, utf8).isListed else { return }
        breaks[above] += 1
        guard above <= WrapSurvey.widest else { return }
        let word = LineWrap.firstWord(content, utf8, countsColumns: countsColumns)
        // An address may exceed any width, so this break tells nothing.
        guard word <= 40 else { return }
        let lower = max(above, WrapSurvey.narrowest)
        let upper = min(above + word - 1, WrapSurvey.widest)
        guard lower <= upper else { return }
        steps[lower] += 1
        steps[upper + 1] -= 1
    }

    /// The width with the most votes; nil where these are too few, or too many lines are longer.
    private var candidate: Int? {
        var best = (width: 0, breaks: 0)
        var spoken = 0
        for width in WrapSurvey.narrowest...WrapSurvey.widest {
            spoken += steps[width]
            if spoken > best.breaks { best = (width, spoken) }
        }
        let longer = lines[(best.width + 1)...].reduce(0, +)
        guard best.breaks >= 2, longer * 25 <= lineCount || longer * 2 <= best.breaks else { return nil }
        return best.width
    }

    /// The candidate and the number of its breaks, where the page confirms it; nil elsewhere.
    private func proof(of width: Int, _ source: SourceText) -> (wrap: LineWrap, breaks: Int)? {
        let wrap = LineWrap(width: width, countsColumns: countsColumns)
        let count = WrapCount(wrap, source, wrap.width / 2)
        // Lines shorter than half the width are menus and ends of paragraphs; their breaks tell nothing.
        let open = breaks[width / 2...width].reduce(0, +)
        // Breaks that follow each other, or single ones that mostly stand within a sentence.
        let runs = count.chained * 8 >= count.full || count.low * 3 >= count.cased * 2 && count.full >= 4
        let isText = count.chained > 0 && runs && count.low * 4 >= count.cased
        // Scripts without case and spaces show wrapping only by lines that end at one column, and only at a width that
        // their headlines do not reach.
        let isWide = wideCount * 8 > lineCount && width >= 72 && count.full * 4 >= open
        let isMany = count.full * 6 >= open && count.full >= 4
        let isClear = count.full * 4 >= open * 3 && count.low > 0
        // A short page has few breaks; then every one of them must stand within a sentence.
        let isAll = count.full == open && count.low >= 2 && count.low == count.cased
        return isText && (isMany || isClear) || isAll || isWide && count.full >= 4 ? (wrap, count.full) : nil
    }
}

/// Counts the breaks of a page at one width.
struct WrapCount {
    /// Breaks below a line that had no room for the next word.
    var full = 0
    /// Those of them right below another such break: before the third and later lines of a paragraph.
    var chained = 0
    /// Those of them with a letter after them that has case.
    var cased = 0
    /// Those of them with a lower-case letter after them.
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
