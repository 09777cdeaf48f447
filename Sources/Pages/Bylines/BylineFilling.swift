/// Decides whether the pieces of a byline that no word such as "By" announces are its author or its outlet.
enum BylineFilling {
    static func fill(_ byline: Byline, _ pieces: BylinePieces) -> Byline? {
        let line = pieces.line
        var byline = byline
        var rest = pieces.rest
        if !byline.names {
            guard let date = pieces.dates.first else { return undated(byline, pieces) }
            // A relative date or a year of two digits does not prove that unknown words beside it are a byline.
            let isWeak = isWeak(date) && !pieces.isMarked
            guard !isWeak || rest.isEmpty || rest.count == 1 && BylineNames.isPerson(line, rest[0]) else { return nil }
            if rest.count == 2, let names = names(rest[0], line), BylineNames.isOutlet(Array(line.text[rest[1]])) {
                byline.authors = names
                rest.removeFirst()
            } else if rest.count == 1, let author = author(rest[0], beside: date, byline, line) {
                byline.authors = author
                byline.rule = "byline.date-name"
                return byline
            }
            guard rest.count <= 1 else { return nil }
            byline.rule = rest.isEmpty ? "byline.date" : "byline.outlet-date"
        }
        guard let first = rest.first, byline.outlet == nil else { return byline }
        let piece = Array(line.text[first])
        guard BylineNames.isOutlet(piece) || OutletName.isKnown(line, first) else {
            return byline.authors == nil ? nil : byline
        }
        // "Heard on: Harbour Radio on 3 March 2026", "Harbour Town, North Coast 3 March 2026" and
        // "3 March 2026 ~ 9 March" are no bylines: an outlet's name has no colon, no comma and no tilde.
        if byline.authors == nil, piece.contains(where: { $0 == 0x3A || $0 == 0x2C || $0 == 0x7E }) { return nil }
        byline.outlet = Byline.Part(value: line.string(first), range: first)
        byline.outletGrounds = grounds(of: first, byline, pieces)
        return byline
    }

    /// What shows that a piece beside a date is an outlet.
    private static func grounds(of piece: Range<Int>, _ byline: Byline, _ pieces: BylinePieces) -> Byline.OutletGrounds
    {
        let line = pieces.line
        if OutletName.isOther(line, piece) { return .other }
        if OutletName.isKnown(line, piece) { return .name }
        let isSection = line.words(in: piece).contains { line.meaning(of: $0).has(.section) }
        guard let date = pieces.dates.first?.range, !isSection else { return .none }
        let isBefore = piece.upperBound <= date.lowerBound
        guard isSeparated(line.text, isBefore ? piece.upperBound..<date.lowerBound : date.upperBound..<piece.lowerBound)
        else { return .none }
        guard let authors = byline.authors?.range, byline.rule == "byline.by", isBefore,
            authors.upperBound <= piece.lowerBound, isSeparated(line.text, authors.upperBound..<piece.lowerBound)
        else { return .separated }
        return .slot
    }

    /// Whether a bar, a bullet or a dash stands between two pieces.
    private static func isSeparated(_ text: [UInt8], _ between: Range<Int>) -> Bool {
        var offset = between.lowerBound
        while offset < between.upperBound {
            let scalar = BlockText.scalar(in: text, at: &offset)
            if BylinePieces.isBar(scalar) || BylinePieces.isDash(scalar) { return true }
        }
        return false
    }

    private static func isWeak(_ date: DateReader.Found) -> Bool {
        switch date.meaning {
        case .ago, .justNow: true
        case .day, .either: date.isShort
        }
    }

    private static func names(_ piece: Range<Int>, _ line: BylineLine) -> Byline.Part<[String]>? {
        // A word of Korean may be anything; its names are told by a title.
        var offset = piece.lowerBound
        guard !(0xAC00...0xD7A3).contains(BlockText.scalar(in: line.text, at: &offset)), BylineNames.isName(line, piece)
        else { return nil }
        let names = BylineNames.names(in: Array(line.text[piece]))
        return names.isEmpty ? nil : Byline.Part(value: names, range: piece)
    }

    /// The person that the only piece beside a date names.
    ///
    /// A person may stand after the date. Before the date an outlet is more likely, so a piece there is taken for a
    /// person only where it begins with a common given name.
    private static func author(
        _ piece: Range<Int>,
        beside date: DateReader.Found,
        _ byline: Byline,
        _ line: BylineLine
    ) -> Byline.Part<[String]>? {
        let isAfter = piece.lowerBound > date.range.lowerBound
        if byline.comments != nil, isAfter, let handle = handle(line.words(in: piece), line) { return handle }
        let text = Array(line.text[piece])
        let names = BylineNames.names(in: text)
        guard let first = names.first else { return nil }
        guard names.count > 1 || first.utf8.count == text.count, BylineNames.areBareNames(text) else { return nil }
        guard isAfter || BylineNames.isPerson(line, piece) else { return nil }
        // Beside a date more words are no name than on a line of their own.
        let isOther = line.words(in: piece).contains { word in
            let meaning = line.meaning(of: word)
            return meaning.has([.mark, .comments, .section]) && !meaning.has([.particle, .given])
        }
        guard !isOther else { return nil }
        return Byline.Part(value: names, range: piece)
    }

    /// The user name, in small letters, that the given words begin with; categories or a number of comments may follow.
    static func handle(_ words: [Range<Int>], _ line: BylineLine) -> Byline.Part<[String]>? {
        guard let first = words.first, (3...30).contains(first.count), !line.isCapital(first.lowerBound),
            line.text[first].allSatisfy(BylineReader.isHandleByte),
            line.text[first].contains(where: { (0x61...0x7A).contains($0) }),
            line.meaning(of: first).isEmpty
        else { return nil }
        // In a sentence the next word begins with a small letter too; categories begin with capitals.
        if words.count > 1, !line.isCapital(words[1].lowerBound),
            !BlockText.isDigitByte(line.text[words[1].lowerBound]),
            line.text[words[1].lowerBound] != UInt8(ascii: ",")
        {
            return nil
        }
        return Byline.Part(value: [line.string(first)], range: first)
    }

    /// Reads a byline without a date: `Ada Marsh | Published`, whose date was lost, or `Ada Marsh, Harbour Times`.
    private static func undated(_ byline: Byline, _ pieces: BylinePieces) -> Byline? {
        let line = pieces.line
        guard let piece = pieces.rest.first, pieces.rest.count == 1, line.text.count <= BylineReader.longestShort else {
            return nil
        }
        var byline = byline
        // A handle after a name shows that it is a person's: "Ada Marsh @adamarsh".
        let hasHandle = piece.upperBound + 1 < line.text.count && line.text[piece.upperBound + 1] == UInt8(ascii: "@")
        if pieces.isMarked || hasHandle {
            let names = BylineNames.names(in: Array(line.text[piece]))
            guard !names.isEmpty, BylineNames.areBareNames(Array(line.text[piece])) else { return nil }
            byline.authors = Byline.Part(value: names, range: piece)
            byline.rule = "byline.name-mark"
            return byline
        }
        let parts = BylineParts.parts(of: line, in: 0..<line.text.count)
        guard piece.count == line.text.count, parts.count == 2, BylineNames.isPerson(line, parts[0]),
            line.text[parts[0].upperBound] == UInt8(ascii: ","), let last = line.words(in: parts[1]).last,
            line.meaning(of: last).has(.outlet), BylineNames.isOutlet(Array(line.text[parts[1]]))
        else { return nil }
        byline.authors = Byline.Part(value: [line.string(parts[0])], range: parts[0])
        byline.outlet = Byline.Part(value: line.string(parts[1]), range: parts[1])
        byline.rule = "byline.name-outlet"
        return byline
    }
}
