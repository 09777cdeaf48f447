/// Reads byline lines of any page: `By A | OUTLET | DATE`, `OUTLET – DATE`, `DATE By A`, `By A and B`, a date alone.
///
/// As a rule a line is a byline only where the reader understands all of it. A headline that ends in "– Axios" has a
/// dash and a name but no date, and one that begins with "By" goes on in lower case, so neither is one. Short lines
/// with a date or with a number of comments are read even with a few unknown words (see `dated` and `counted`).
enum BylineReader {
    /// The most bytes of a byline.
    static let longestLine = 300
    /// In lines of more bytes no relative date such as "3 hours ago" is read, and no name without a word such as "By".
    static let longestShort = 90

    /// Reads a line's text, with its white space folded; nil where it is no byline.
    static func read(_ text: [UInt8]) -> Byline? {
        guard let outline = BylineOutline(text) else { return nil }
        let dates = outline.hasDigits ? dates(text) : outline.mayTellDay ? relative(DateReader.tokens(of: text)) : []
        guard !dates.isEmpty || outline.mayName else { return nil }
        let line = BylineLine(text)
        let (own, others) = storyDates(dates, line)
        guard !own.isEmpty || outline.mayName else { return nil }
        if let remark = ClosedComments.start(in: line.lower) { return read(Array(text[..<remark])) }
        if let pieces = BylinePieces(line, dates: own, others: others), let byline = read(pieces) { return byline }
        return BylineReader.dated(line, own) ?? BylineReader.counted(line)
    }

    /// A line's dates without those that its words say are another's than the story's, and the ranges of the latter with
    /// their words.
    static func storyDates(
        _ dates: [DateReader.Found],
        _ line: BylineLine
    ) -> (own: [DateReader.Found], others: [Range<Int>]) {
        var own: [DateReader.Found] = []
        var others: [Range<Int>] = []
        var previous = 0
        for date in dates {
            if let other = OtherDate.labelled(line, date.range, after: min(previous, date.range.lowerBound)) {
                others.append(other)
            } else {
                own.append(date)
            }
            previous = date.range.upperBound
        }
        return (own, others)
    }

    /// Whether a line begins with words that announce names, such as "By", or has a reporter's title in it.
    ///
    /// No title is all ASCII, so a line that is known to be is not searched for one.
    static func begins(_ text: [UInt8], isASCII: Bool = false) -> Bool {
        text.count <= longestLine && (BylineOpening.begins(text) || !isASCII && TitledName.isTitled(text))
    }

    /// The absolute dates of a line; where it has none, its relative date.
    private static func dates(_ text: [UInt8]) -> [DateReader.Found] {
        let hasDigits = DateReader.hasDigits(text)
        // Most lines with digits are long sentences without a year; their words need not be looked up.
        guard text.count <= longestShort || hasDigits && DateReader.mayHaveYear(text) else { return [] }
        let tokens = DateReader.tokens(of: text)
        let dates = hasDigits ? DateReader.dates(in: tokens) : []
        let whole = dates.filter { !$0.isShort }
        if !whole.isEmpty { return whole }
        if let only = dates.first, dates.count == 1, text.count <= longestShort { return [only] }
        return text.count <= longestShort ? relative(tokens) : []
    }

    private static func relative(_ tokens: [DateReader.Token]) -> [DateReader.Found] {
        DateReader.relative(in: tokens).map { [$0] } ?? []
    }

    private static func read(_ pieces: BylinePieces) -> Byline? {
        var pieces = pieces
        let line = pieces.line
        var byline = Byline(rule: "byline")
        BylineDate.set(&byline, pieces.dates, line)
        byline.comments = pieces.comments
        readSource(&byline, &pieces)
        if readTitled(&byline, &pieces) {
            byline.rule = "byline.title"
        } else if let index = pieces.rest.firstIndex(where: { pieces.nameStart(of: $0) != nil }),
            let start = pieces.nameStart(of: pieces.rest[index])
        {
            let range = BlockText.trimmed(line.text, start..<pieces.rest[index].upperBound)
            guard setNames(&byline, line, range, isDated: !pieces.dates.isEmpty) else { return nil }
            byline.rule = "byline.by"
            pieces.rest.remove(at: index)
            readOthers(&byline, &pieces, after: index)
        }
        guard var filled = BylineFilling.fill(byline, pieces) else { return nil }
        let isAlone = !filled.names && filled.comments == nil
        if filled.date?.meaning == .justNow {
            // Minutes or hours ago are no sure day, so such a line is worth reading only for the names in it.
            guard filled.names else { return nil }
            filled.date = nil
        }
        filled.sureness = pieces.isMarked ? .marked : isAlone ? .alone : .named
        return filled
    }

    static func isHandleByte(_ byte: UInt8) -> Bool {
        BlockText.isDigitByte(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
            || byte == 0x2E
    }

    /// Reads a short line that ends in a number of comments and whose date was lost or is not understood.
    private static func counted(_ line: BylineLine) -> Byline? {
        guard line.text.count <= longestShort else { return nil }
        let core = BylineCore(line, 0..<line.text.count)
        guard let comments = core.comments, !core.range.isEmpty, core.range.lowerBound < comments.range.lowerBound,
            BylineOpening.length(in: line.text, 0..<line.text.count) == nil
        else { return nil }
        var byline = Byline(rule: "byline.comments")
        byline.comments = comments
        let words = line.words(in: core.range)
        if let handle = BylineFilling.handle(words, line) {
            byline.authors = handle
            return byline
        }
        guard words.count <= 4 else { return nil }
        if BylineNames.isBareName(line, core.range) {
            byline.authors = Byline.Part(value: [line.string(core.range)], range: core.range)
        }
        return byline
    }

    /// Reads only the date of a short line where it stands among a few words that no rule understands.
    private static func dated(_ line: BylineLine, _ dates: [DateReader.Found]) -> Byline? {
        guard let first = dates.first, !first.isShort, line.text.count <= 120, first.range.lowerBound <= 60 else {
            return nil
        }
        switch first.meaning {
        case .ago, .justNow: return nil
        case .day, .either: break
        }
        let statistics = BlockStatistics(line.text)
        guard !statistics.endsSentence || statistics.words <= 5, statistics.first != 0xA9 else { return nil }
        // Words are what spaces separate, so digits with signs between them are one, within a date and beside it.
        let others = line.words(in: 0..<line.text.count).count { word in
            !dates.contains { $0.range.overlaps(word) } && !BylineCore.isLabel(line, word)
        }
        // The folders of a web address may look like a date: `harbour.example/2026/03/03`.
        if first.range.lowerBound > 1, line.text[first.range.lowerBound - 1] == UInt8(ascii: "/"),
            line.text[first.range.lowerBound - 2] != 0x20
        {
            return nil
        }
        let isCounted = first.range.lowerBound == 0 && BylineCore(line, 0..<line.text.count).comments != nil
        guard others <= (isCounted ? mostOtherWords * 3 : mostOtherWords),
            !notPublished.occur(in: line.lower, from: 0)
        else { return nil }
        var byline = Byline(rule: "byline.date-among-words")
        BylineDate.set(&byline, dates, line)
        let isMarked = line.words(in: 0..<first.range.lowerBound).suffix(2).contains { line.meaning(of: $0).has(.mark) }
        byline.sureness = isMarked ? .marked : .amongWords
        if isCounted { readHandle(after: first.range, &byline, line) }
        return byline
    }

    /// Reads the user name that stands between a post's date and its categories, and the number of comments.
    private static func readHandle(after date: Range<Int>, _ byline: inout Byline, _ line: BylineLine) {
        let words = line.words(in: date.upperBound..<line.text.count)
        byline.authors = BylineFilling.handle(Array(words), line)
        byline.comments = BylineCore(line, 0..<line.text.count).comments
    }

    /// The most unknown words beside the date of a line that is read for its date.
    private static let mostOtherWords = 4

    /// Words on lines whose date is not that of publication: rights, quoted messages, footers, events to come.
    private static let notPublished = BlockPhrases([
        "©", "copyright", "(@", " @", "posted by |", "~", "deadline", "until", "expires", "joined", "born", "archiv",
        "retrieved", "accessed", "version", "berichtet", "leave a comment", "est. ", "established", "since ", "seit ",
        "depuis ", "desde ", "geboren", "member", "registered", "mitglied",
    ])
}
