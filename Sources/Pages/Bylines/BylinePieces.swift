/// A line with the pieces of a byline between its separators, without dates, numbers of comments and filling words.
struct BylinePieces {
    let line: BylineLine
    let dates: [DateReader.Found]
    /// The pieces that are left, in order and trimmed: names of people and outlets.
    var rest: [Range<Int>] = []
    private(set) var comments: Byline.Part<Int>?
    /// Whether a word such as "Published" marks the date as that of publication.
    private(set) var isMarked = false

    /// Nil where the line has a part that belongs to no byline.
    ///
    /// - Parameters:
    ///   - line: the whole line.
    ///   - dates: its dates that may be the story's.
    ///   - others: the ranges of its other dates with the words that say what they are.
    init?(_ line: BylineLine, dates: [DateReader.Found], others: [Range<Int>] = []) {
        self.line = line
        self.dates = dates
        let cuts = (dates.map(\.range) + others).sorted { $0.lowerBound < $1.lowerBound }
        for piece in BylinePieces.cut(line.text, at: cuts) {
            // "Posted by" without a name is part of the footer of a post whose links were lost.
            if BylinePieces.isEmptyOpening(line, piece) { return nil }
            if BylinePieces.mayCount(line, piece),
                let count = FooterCount.comments(String(decoding: line.lower[piece], as: UTF8.self))
            {
                comments = Byline.Part(value: count, range: piece)
                continue
            }
            let core = BylineCore(line, piece)
            isMarked = isMarked || core.isMarked
            if let count = core.comments { comments = count }
            if core.range.isEmpty || BylinePieces.isFiller(line, core.range) { continue }
            rest.append(core.range)
            if rest.count > 4 { return nil }
        }
        if rest.isEmpty, dates.isEmpty { return nil }
    }

    /// Where the names begin in a piece that opens with a word such as "By"; nil where it opens with none.
    func nameStart(of piece: Range<Int>) -> Int? {
        BylineOpening.length(in: line.text, piece).map {
            BlockText.trimmed(line.text, piece.lowerBound + $0..<piece.upperBound).lowerBound
        }
    }

    /// Cuts at dates, bars, slashes, bullets and middle dots, and at dashes with a space on each side.
    private static func cut(_ text: [UInt8], at cuts: [Range<Int>]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        var offset = 0
        var next = 0
        func close(_ end: Int) {
            var range = BlockText.trimmed(text, start..<max(start, end))
            // A comma or colon between a name and a date belongs to neither.
            while let last = text[range].last, last == UInt8(ascii: ",") || last == UInt8(ascii: ":") {
                range = BlockText.trimmed(text, range.lowerBound..<range.upperBound - 1)
            }
            while let first = text[range].first, first == UInt8(ascii: ",") || first == UInt8(ascii: ":") {
                range = BlockText.trimmed(text, range.lowerBound + 1..<range.upperBound)
            }
            if !range.isEmpty { pieces.append(range) }
        }
        while offset < text.count {
            if next < cuts.count, offset >= cuts[next].lowerBound {
                close(min(offset, cuts[next].lowerBound))
                offset = max(offset, cuts[next].upperBound)
                start = offset
                next += 1
                continue
            }
            let at = offset
            let scalar = BlockText.scalar(in: text, at: &offset)
            let isSpaced = at > 0 && text[at - 1] == 0x20 && (offset == text.count || text[offset] == 0x20)
            if isBar(scalar) || (isSpaced || at == 0) && isDash(scalar) {
                close(at)
                start = offset
            }
        }
        close(text.count)
        return pieces
    }

    static func isBar(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7C, 0x2F, 0x2022, 0xB7, 0xFF5C, 0xFF0F: true
        default: false
        }
    }

    /// Whether a sign separates pieces only where a space is on each side: a dash, an asterisk, `>`, `»`, `›`.
    static func isDash(_ scalar: UInt32) -> Bool {
        scalar == 0x2D || scalar == 0x2A || scalar == 0x3E || scalar == 0xBB || scalar == 0x203A
            || (0x2010...0x2015).contains(scalar)
    }

    /// Whether a piece is an opening such as "Posted by" with nothing after it.
    private static func isEmptyOpening(_ line: BylineLine, _ piece: Range<Int>) -> Bool {
        guard piece.count <= 24 else { return false }
        let words = line.words(in: piece)
        guard words.count == 2, let first = words.first, let last = words.last else { return false }
        return line.meaning(of: last).has(.opening) && line.meaning(of: first).has(.genre)
    }

    /// Whether a piece is a word such as "by" or "in" that is left where a link was lost.
    private static func isFiller(_ line: BylineLine, _ piece: Range<Int>) -> Bool {
        guard piece.count <= 12 else { return false }
        let meaning = line.meaning(of: piece)
        // A month alone is the rest of a date without a year, unless it is a given name too.
        return meaning.has([.opening, .stop, .clockJoin, .dateJoin]) || meaning.month != nil && !meaning.has(.given)
    }

    /// Whether a piece may be a number of comments; looking up its words is cheaper than making a string of it.
    private static func mayCount(_ line: BylineLine, _ piece: Range<Int>) -> Bool {
        (7...60).contains(piece.count) && line.words(in: piece).contains { line.meaning(of: $0).has(.comments) }
    }
}

/// Chooses among a line's dates.
enum BylineDate {
    /// Sets the first date that is not an update's; where all are, the first of them.
    static func set(_ byline: inout Byline, _ dates: [DateReader.Found], _ line: BylineLine) {
        byline.proves = dates.lazy.compactMap(\.proves).first
        var before = 0
        for date in dates {
            let label = before..<max(before, date.range.lowerBound)
            before = date.range.upperBound
            if !tellsChange(line, label) {
                byline.date = date
                return
            }
        }
        byline.date = dates.first
        byline.isUpdate = !dates.isEmpty
    }

    /// Whether the words before a date mark it as an update's: the last "Updated" or "Published" among them decides.
    private static func tellsChange(_ line: BylineLine, _ label: Range<Int>) -> Bool {
        guard !label.isEmpty else { return false }
        for token in DateReader.tokens(of: Array(line.text[label])).reversed() {
            if token.has(.update) { return true }
            if token.has(.mark) { return false }
        }
        return false
    }
}
