/// What is left of a byline's piece when labels, times of day and counts are taken off both its ends.
struct BylineCore {
    private(set) var range: Range<Int>
    private(set) var comments: Byline.Part<Int>?

    init(_ text: [UInt8], _ piece: Range<Int>) {
        var words = BylineCore.words(of: text, piece)[...]
        range = piece
        comments = BylineCore.takeComments(text, &words)
        while let word = words.first, BylineCore.isLabel(text, word) { words.removeFirst() }
        BylineCore.takeReadingTime(text, &words)
        while let word = words.last, BylineCore.isLabel(text, word) || BylineCore.isHandle(text, word) {
            words.removeLast()
        }
        guard let first = words.first, let last = words.last else {
            range = piece.lowerBound..<piece.lowerBound
            return
        }
        range = first.lowerBound..<last.upperBound
        while let last = text[range].last, BylineCore.isLooseSign(last) { range = range.dropLast() }
        while let first = text[range].first, BylineCore.isLooseSign(first) { range = range.dropFirst() }
    }

    private static func isLooseSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
    }

    private static func words(of text: [UInt8], _ piece: Range<Int>) -> [Range<Int>] {
        text[piece].split(separator: 0x20).map { $0.startIndex..<$0.endIndex }
    }

    /// "12 Comments", "Leave a comment" behind a name.
    private static func takeComments(_ text: [UInt8], _ words: inout ArraySlice<Range<Int>>) -> Byline.Part<Int>? {
        for count in stride(from: min(5, words.count), through: 2, by: -1) {
            guard let first = words.suffix(count).first, let last = words.last else { continue }
            let range = first.lowerBound..<last.upperBound
            let words0 = String(decoding: BlockText.lowercased(Array(text[range])), as: UTF8.self)
            guard let number = FooterCount.comments(words0) else { continue }
            words.removeLast(count)
            return Byline.Part(value: number, range: range)
        }
        return nil
    }

    /// "4 min read", "2 days ago" behind a name.
    private static func takeReadingTime(_ text: [UInt8], _ words: inout ArraySlice<Range<Int>>) {
        guard let last = words.last, ["read", "ago", "min", "min.", "minuten"].contains(key(text, last)) else { return }
        while let word = words.last, units.contains(key(text, word)) || isNumber(text, word) { words.removeLast() }
    }

    private static func key(_ text: [UInt8], _ word: Range<Int>) -> String {
        String(decoding: BlockText.lowercased(Array(text[word])), as: UTF8.self)
    }

    private static func isNumber(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        text[word].contains(where: BlockText.isDigitByte)
            && text[word].allSatisfy { BlockText.isDigitByte($0) || $0 == 0x3A || $0 == 0x2E || $0 == 0x2C }
    }

    private static func isHandle(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        text[word].first == UInt8(ascii: "@")
    }

    /// A word around a date that names nobody: "Published", "on", "Uhr", a weekday, a zone, a time of day.
    private static func isLabel(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        if isNumber(text, word) { return true }
        var key = key(text, word)
        while let last = key.utf8.last, last == 0x3A || last == 0x2C || last == 0x2E || last == 0x29 {
            key.removeLast()
        }
        while key.utf8.first == 0x28 { key.removeFirst() }
        if key.isEmpty || labels.contains(key) || DateReader.weekdays.contains(key) && key.utf8.count > 3 {
            return true
        }
        // "6:21am", "17h30": figures with letters of time behind them.
        guard let first = key.utf8.first, BlockText.isDigitByte(first), key.utf8.count <= 8 else { return false }
        return key.hasSuffix("am") || key.hasSuffix("pm") || key.contains("h") || key.contains(":")
    }

    private static let units: Set<String> = [
        "read", "ago", "min", "min.", "minute", "minutes", "minuten", "mins", "hour", "hours", "day", "days",
        "lesezeit",
        "lesedauer", "lesedauer:", "-", "•",
    ]

    private static let labels: Set<String> = [
        "published", "publish", "posted", "post", "on", "at", "date", "first", "created", "updated", "last", "modified",
        "am", "pm", "a.m", "p.m", "um", "uhr", "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "mst", "hst",
        "utc",
        "gmt", "bst", "cet", "cest", "ist", "amt", "jst", "kst", "aest", "erstellt", "stand", "veröffentlicht",
        "zuerst",
        "zuletzt", "aktualisiert", "publiziert", "pubblicata", "publié", "mis", "jour", "le", "à", "publicado",
        "actualizado", "el", "las", "alle",
        "ore", "pubblicato", "aggiornato", "il", "gepubliceerd", "bijgewerkt", "op", "опубликовано", "обновлено", "в",
        "입력", "발행", "수정", "公開日", "更新日", "配信", "更新", "公開", "發佈", "发布时间", "publisert", "oppdatert",
        "publiceret", "opdateret", "publicerad", "uppdaterad", "güncelleme", "son", "uppfært", "dne", "dodano", "kl",
        "-", "–", "—", "|", "•", "·", "/", "h", "entry", "filed", "hrs", "date:", "time", "time:", "&",
    ]
}
