/// Reads byline lines of any page: `By A | OUTLET | DATE`, `OUTLET – DATE`, `DATE By A`, `By A and B`, a date alone.
///
/// A line is a byline only where all of it is accounted for: a headline that ends in "– Axios" has a dash and a name
/// but no date, and one that begins with "By" goes on in lower case.
enum BylineReader {
    /// Lines longer than this, in bytes, are no bylines.
    static let longestLine = 300

    /// Reads a line's text (white space folded); nil where it is no byline.
    static func read(_ text: [UInt8]) -> Byline? {
        guard text.count >= 2, text.count <= longestLine else { return nil }
        // A message quoted from a network is signed and dated, and is no item's.
        if isSignedMessage(text) || text.starts(with: "©".utf8) { return nil }
        let dates = DateReader.dates(in: text)
        if let pieces = BylinePieces(text, dates: dates), let byline = read(pieces, text, dates) { return byline }
        return dated(text, dates) ?? counted(text)
    }

    /// A short line that ends in a number of comments, its date and links lost or not understood.
    private static func counted(_ text: [UInt8]) -> Byline? {
        guard text.count <= 90 else { return nil }
        let core = BylineCore(text, 0..<text.count)
        guard let comments = core.comments, !core.range.isEmpty, core.range.lowerBound < comments.range.lowerBound,
            Features(Array(text[core.range])).words <= 4, !begins(text)
        else { return nil }
        var byline = Byline(rule: "byline.comments")
        byline.comments = comments
        let name = Array(text[core.range])
        if BylineNames.isBareName(name) {
            byline.authors = Byline.Part(value: BylineNames.names(in: name), range: core.range)
        }
        return byline
    }

    private static func isSignedMessage(_ text: [UInt8]) -> Bool {
        zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "(") && $1 == UInt8(ascii: "@") }
    }

    /// Whether a line's first word is one that opens a byline.
    static func begins(_ text: [UInt8]) -> Bool {
        text.count <= longestLine && BylineOpening.begins(text)
    }

    private static func read(_ pieces: BylinePieces, _ text: [UInt8], _ dates: [DateReader.Found]) -> Byline? {
        var byline = Byline(rule: "byline")
        setDate(&byline, dates, text)
        byline.isUpdate = byline.isUpdate || pieces.isUpdate
        byline.comments = pieces.comments
        var rest = pieces.rest
        if let index = rest.firstIndex(where: { pieces.nameStart(of: $0, in: text) != nil }),
            let start = pieces.nameStart(of: rest[index], in: text)
        {
            let range = BlockText.trimmed(text, start..<rest[index].upperBound)
            guard setNames(&byline, Array(text[range]), range, isDated: !dates.isEmpty) else { return nil }
            byline.rule = "byline.by"
            rest.remove(at: index)
        }
        return fill(byline, rest, text, dates)
    }

    /// The first date that is not a change's; where there is none, a change's.
    private static func setDate(_ byline: inout Byline, _ dates: [DateReader.Found], _ text: [UInt8]) {
        var before = 0
        for date in dates {
            let label = BlockText.lowercased(Array(text[before..<date.range.lowerBound]))
            before = date.range.upperBound
            if !updateWords.occur(in: label, from: 0) {
                byline.date = date
                return
            }
        }
        byline.date = dates.first
        byline.isUpdate = !dates.isEmpty
    }

    private static func setNames(_ byline: inout Byline, _ text: [UInt8], _ range: Range<Int>, isDated: Bool) -> Bool {
        let names = BylineNames.names(in: text)
        if let only = names.first, names.count == 1, only.utf8.count <= 5, BylineNames.isAllCapitals(Array(only.utf8)) {
            byline.outlet = Byline.Part(value: only, range: range)
            return true
        }
        if !names.isEmpty {
            byline.authors = Byline.Part(value: names, range: range)
            return true
        }
        // A user's name, in small letters; only a date beside it tells it from a sentence that begins with "By".
        guard isDated, text.count >= 3, text.count <= 30, text.allSatisfy(isHandleByte) else {
            guard BylineNames.isOutlet(text), Features(text).words <= 4, isAgency(text) else { return false }
            byline.outlet = Byline.Part(value: String(decoding: text, as: UTF8.self), range: range)
            return true
        }
        byline.authors = Byline.Part(value: [String(decoding: text, as: UTF8.self)], range: range)
        return true
    }

    /// Whether the last word tells that no person is meant: "Associated Press", "Harbour News Staff".
    private static func isAgency(_ text: [UInt8]) -> Bool {
        guard let last = text.split(separator: 0x20).last else { return false }
        return BylineWords.roles.contains(String(decoding: BlockText.lowercased(Array(last)), as: UTF8.self))
    }

    private static func isHandleByte(_ byte: UInt8) -> Bool {
        BlockText.isDigitByte(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
            || byte == 0x2E
    }

    /// Gives the pieces that are left to the outlet, or to the author where two are left and none is known.
    private static func fill(
        _ byline: Byline,
        _ pieces: [Range<Int>],
        _ text: [UInt8],
        _ dates: [DateReader.Found]
    ) -> Byline? {
        var byline = byline
        var rest = pieces
        if byline.authors == nil, byline.outlet == nil {
            guard let date = dates.first else { return nil }
            if rest.count == 2, BylineNames.isName(Array(text[rest[0]])), BylineNames.isOutlet(Array(text[rest[1]])) {
                let names = BylineNames.names(in: Array(text[rest[0]]))
                byline.authors = Byline.Part(value: names, range: rest[0])
                rest.removeFirst()
            } else if rest.count == 1, rest[0].lowerBound > date.range.lowerBound,
                BylineNames.isBareName(Array(text[rest[0]]))
            {
                // An outlet stands before its date; a person may stand behind it.
                byline.authors = Byline.Part(value: BylineNames.names(in: Array(text[rest[0]])), range: rest[0])
                byline.rule = "byline.date-name"
                return byline
            }
            guard rest.count <= 1 else { return nil }
            byline.rule = rest.isEmpty ? "byline.date" : "byline.outlet-date"
        }
        guard let first = rest.first, byline.outlet == nil else { return byline }
        let piece = Array(text[first])
        guard BylineNames.isOutlet(piece) else { return byline.authors == nil ? nil : byline }
        byline.outlet = Byline.Part(value: String(decoding: piece, as: UTF8.self), range: first)
        return byline
    }

    /// A short line whose date stands among a few words that are not understood: only the date is read.
    private static func dated(_ text: [UInt8], _ dates: [DateReader.Found]) -> Byline? {
        guard let first = dates.first, text.count <= 120 else { return nil }
        let features = Features(text)
        guard !features.endsSentence || features.words <= 5, features.first != 0xA9 else { return nil }
        let inDates = dates.reduce(0) { $0 + Features(Array(text[$1.range])).words }
        let isCounted = first.range.lowerBound == 0 && BylineCore(text, 0..<text.count).comments != nil
        guard features.words - inDates <= (isCounted ? mostOtherWords * 3 : mostOtherWords),
            !notPublished.occur(in: BlockText.lowercased(text), from: 0),
            first.range.lowerBound <= 60
        else { return nil }
        var byline = Byline(rule: "byline.date-among-words")
        setDate(&byline, dates, text)
        return byline
    }

    /// Words besides a date that a line may have and be a date's line.
    private static let mostOtherWords = 5

    private static let updateWords = BlockPhrases([
        "updated", "update", "modified", "aktualisiert", "mis à jour", "mise à jour", "actualizad", "aggiornat",
        "atualizad", "bijgewerkt", "обновлен", "수정", "更新", "uppfært", "opdateret", "oppdatert", "uppdaterad",
        "güncelleme", "edited", "corrected",
    ])

    /// Words beside dates that are not those of publication: rights, quoted messages, footers, what is to come.
    private static let notPublished = BlockPhrases([
        "©", "copyright", "(@", " @", "posted by |", "~", "deadline", "until", "expires", "joined", "born", "archiv",
        "retrieved", "accessed", "version", "berichtet", "leave a comment",
    ])
}
