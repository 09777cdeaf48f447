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
    private static func storyDates(
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
    static func begins(_ text: [UInt8]) -> Bool {
        text.count <= longestLine && (BylineOpening.begins(text) || TitledName.isTitled(text))
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

    /// Takes the outlet that a word such as "来源" announces beside a date.
    ///
    /// Without a date such a line more likely says where a picture or some figures come from.
    private static func readSource(_ byline: inout Byline, _ pieces: inout BylinePieces) {
        let line = pieces.line
        guard !pieces.dates.isEmpty else { return }
        for (index, piece) in pieces.rest.enumerated() {
            var end = piece.lowerBound
            while end < piece.upperBound, line.text[end] != UInt8(ascii: ":"), line.text[end] != 0xEF { end += 1 }
            guard end < piece.upperBound, WordMeaning.of(line.text, piece.lowerBound..<end).has(.source) else {
                continue
            }
            var start = end + (line.text[end] == 0xEF ? 3 : 1)
            while start < piece.upperBound, line.text[start] == 0x20 { start += 1 }
            guard start < piece.upperBound else { continue }
            byline.outlet = Byline.Part(value: line.string(start..<piece.upperBound), range: start..<piece.upperBound)
            pieces.rest.remove(at: index)
            return
        }
    }

    /// Takes a second name that a slash parts from the first, as in `By Ada Marsh / Ole Brandt`, and drops the labels of
    /// those who made the pictures.
    private static func readOthers(_ byline: inout Byline, _ pieces: inout BylinePieces, after index: Int) {
        let line = pieces.line
        pieces.rest.removeAll { piece in
            let words = line.words(in: piece)
            guard let first = words.first, line.text[piece].contains(UInt8(ascii: ":")) else { return false }
            return BylineWords.pictures.contains(Array(line.lower[BylineLine.bare(line.lower, first)]))
        }
        guard let authors = byline.authors, index < pieces.rest.count else { return }
        let next = pieces.rest[index]
        guard authors.range.upperBound < next.lowerBound,
            line.text[authors.range.upperBound..<next.lowerBound].elementsEqual(" / ".utf8),
            BylineNames.isPerson(line, next), !OutletName.isKnown(line, next)
        else { return }
        byline.authors = Byline.Part(
            value: authors.value + [line.string(next)],
            range: authors.range.lowerBound..<next.upperBound
        )
        pieces.rest.remove(at: index)
    }

    /// Takes the names beside a reporter's title, and with them all that stands between the same two dates.
    ///
    /// The middle dot that separates pieces stands between Korean names too, so the stretch is read as a whole.
    private static func readTitled(_ byline: inout Byline, _ pieces: inout BylinePieces) -> Bool {
        let line = pieces.line
        guard TitledName.isTitled(line.text) else { return false }
        var start = 0
        for end in pieces.dates.map(\.range.lowerBound) + [line.text.count] where end > start {
            let stretch = start..<end
            start = pieces.dates.first { $0.range.lowerBound == end }?.range.upperBound ?? end
            guard let titled = TitledName(line, stretch), let first = titled.authors.first,
                let last = titled.authors.last
            else { continue }
            byline.authors = Byline.Part(
                value: titled.authors.prefix(BylineNames.mostNames).map(line.string),
                range: first.lowerBound..<last.upperBound
            )
            byline.outlet = titled.outlet.map { Byline.Part(value: line.string($0), range: $0) }
            pieces.rest.removeAll { stretch.overlaps($0) }
            return true
        }
        return false
    }

    private static func setNames(
        _ byline: inout Byline,
        _ line: BylineLine,
        _ range: Range<Int>,
        isDated: Bool
    ) -> Bool {
        let text = Array(line.text[range])
        let names = BylineNames.names(in: text)
        if let only = names.first, names.count == 1, isAgencyName(Array(only.utf8)) {
            byline.outlet = Byline.Part(value: only, range: range)
            return true
        }
        if !names.isEmpty {
            byline.authors = Byline.Part(value: names, range: range)
            return true
        }
        if text.count <= 12, isAgencyName(text) {
            byline.outlet = Byline.Part(value: line.string(range), range: range)
            return true
        }
        // It may be a user name; only a date on the line distinguishes this from a sentence that begins with "By".
        guard isDated, text.count >= 3, text.count <= 30, text.allSatisfy(isHandleByte) else {
            // "By Staff Reporter" names nobody, and is a byline all the same.
            if line.words(in: range).allSatisfy({ line.meaning(of: $0).has([.role, .possessive]) }) { return true }
            guard BylineNames.isOutlet(text), isAgency(line, range) else { return false }
            byline.outlet = Byline.Part(value: line.string(range), range: range)
            return true
        }
        byline.authors = Byline.Part(value: [line.string(range)], range: range)
        return true
    }

    /// Whether a name is that of a known agency, or as short as one (five bytes) and all in capitals.
    private static func isAgencyName(_ name: [UInt8]) -> Bool {
        WordMeaning.of(name, 0..<name.count).has(.agency)
            || name.count <= 5 && BylineNames.isAllCapitals(name[...])
    }

    /// Whether the last word shows that no person is meant: "Associated Press", "Harbour News Staff".
    private static func isAgency(_ line: BylineLine, _ range: Range<Int>) -> Bool {
        let words = line.words(in: range)
        guard let last = words.last, words.count <= 4 else { return false }
        return line.meaning(of: last).has(.role)
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
