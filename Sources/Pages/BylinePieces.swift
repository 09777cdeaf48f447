/// A byline cut at its separators, with dates, counts of comments and filling words taken out.
struct BylinePieces {
    /// What is left: names of people and outlets, in order, trimmed.
    private(set) var rest: [Range<Int>] = []
    private(set) var isUpdate = false
    private(set) var comments: Byline.Part<Int>?

    /// Nil where the line has a part that belongs to no byline.
    init?(_ text: [UInt8], dates: [DateReader.Found]) {
        for piece in BylinePieces.cut(text, dates: dates) {
            let words = BylinePieces.folded(text, piece)
            if words.isEmpty || BylinePieces.fillers.contains(words) { continue }
            if BylinePieces.updates.contains(words) {
                isUpdate = dates.count == 1
                continue
            }
            if BylinePieces.isReadingTime(words) { continue }
            if let count = FooterCount.comments(words) {
                comments = Byline.Part(value: count, range: piece)
                continue
            }
            // Opened and empty, the line lost its name: that is a footer's work.
            if BylinePieces.emptyOpenings.contains(words) { return nil }
            let core = BylineCore(text, piece)
            if let count = core.comments { comments = count }
            if core.range.isEmpty || BylinePieces.fillers.contains(BylinePieces.folded(text, core.range)) { continue }
            rest.append(core.range)
            if rest.count > 4 { return nil }
        }
        if rest.isEmpty, dates.isEmpty { return nil }
    }

    /// Where the names begin in a piece that opens with a word such as "By"; nil where it opens with none.
    func nameStart(of piece: Range<Int>, in text: [UInt8]) -> Int? {
        BylineOpening.length(in: text, piece).map { BlockText.trimmed(text, piece.lowerBound + $0..<piece.upperBound) }?
            .lowerBound
    }

    /// Cuts at dates, at bars, at dots in the middle of the line, and at dashes with a space on each side.
    private static func cut(_ text: [UInt8], dates: [DateReader.Found]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        var offset = 0
        var nextDate = 0
        func close(_ end: Int) {
            var range = BlockText.trimmed(text, start..<max(start, end))
            // A comma or colon between a name and a date joins them and belongs to neither.
            while let last = text[range].last, last == UInt8(ascii: ",") || last == UInt8(ascii: ":") {
                range = BlockText.trimmed(text, range.lowerBound..<range.upperBound - 1)
            }
            while let first = text[range].first, first == UInt8(ascii: ",") {
                range = BlockText.trimmed(text, range.lowerBound + 1..<range.upperBound)
            }
            if !range.isEmpty { pieces.append(range) }
        }
        while offset < text.count {
            if nextDate < dates.count, offset == dates[nextDate].range.lowerBound {
                close(offset)
                offset = dates[nextDate].range.upperBound
                start = offset
                nextDate += 1
                continue
            }
            let at = offset
            let scalar = BlockText.scalar(in: text, at: &offset)
            let isSpaced = at > 0 && text[at - 1] == 0x20 && (offset == text.count || text[offset] == 0x20)
            if isBar(scalar) || isSpaced && isDash(scalar) || at == 0 && isDash(scalar) {
                close(at)
                start = offset
            }
        }
        close(text.count)
        return pieces
    }

    private static func isBar(_ scalar: UInt32) -> Bool {
        scalar == 0x7C || scalar == 0x2F || scalar == 0x2022 || scalar == 0xB7 || scalar == 0xFF5C || scalar == 0xFF0F
    }

    private static func isDash(_ scalar: UInt32) -> Bool {
        scalar == 0x2D || (0x2010...0x2015).contains(scalar)
    }

    /// "4 minute read", "updated 1 hour ago": they say how long ago from a day that is not known.
    private static func isReadingTime(_ words: String) -> Bool {
        guard words.utf8.count <= 40 else { return false }
        return words.hasSuffix(" read") || words.hasSuffix(" ago") || words.hasSuffix(" min") || words.hasPrefix("vor ")
    }

    /// A piece in lower case, with the colon or full stop behind it taken off.
    private static func folded(_ text: [UInt8], _ piece: Range<Int>) -> String {
        var words = String(decoding: text[piece], as: UTF8.self).lowercased()
        while let last = words.utf8.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ".") { words.removeLast() }
        return words
    }

    private static let emptyOpenings: Set<String> = ["posted by", "written by", "published by"]

    /// Words around a date that say nothing else.
    private static let fillers: Set<String> = [
        "published", "published on", "published at", "posted", "posted on", "posted at", "date", "on", "at",
        "first published",
        "veröffentlicht am", "veröffentlicht", "stand", "am", "publié le", "le", "publicado el", "publicado", "el",
        "pubblicato il", "il", "publicado em", "em", "gepubliceerd op", "op", "опубликовано", "дата", "입력", "발행",
        "by", "in",
    ]

    private static let updates: Set<String> = [
        "updated", "updated on", "updated at", "last updated", "last updated on", "modified", "aktualisiert",
        "aktualisiert am",
        "mis à jour le", "mis à jour", "zuletzt aktualisiert", "actualizado", "actualizado el", "aggiornato",
        "atualizado em", "bijgewerkt", "обновлено",
        "수정",
    ]
}
