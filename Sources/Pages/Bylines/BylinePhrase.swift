/// Phrases of several words, or of a word and a colon, that announce names: `Chronique de`, `Scritto da`, `Haber:`.
///
/// Single words of them begin other lines as well ("Chronique de la mer"), so a whole name must follow and nothing else
/// but a list's other parts.
enum BylinePhrase {
    /// The number of bytes before the names that a phrase announces; nil where a piece begins with none.
    static func length(in text: [UInt8], _ piece: Range<Int>) -> Int? {
        guard piece.count >= 8, let key = key(text, piece.lowerBound), mayBegin(key), firsts.contains(key) else {
            return nil
        }
        for phrase in phrases {
            guard let end = end(of: phrase, in: text, piece), isName(text, end..<piece.upperBound) else { continue }
            return end - piece.lowerBound
        }
        return reporting(text, piece)
    }

    /// The offset of the names after a phrase.
    private static func end(of phrase: [UInt8], in text: [UInt8], _ piece: Range<Int>) -> Int? {
        let isLabel = phrase.last == UInt8(ascii: ":")
        let words = isLabel ? phrase.dropLast() : phrase[...]
        guard piece.count > words.count + 1, text[piece].starts(with: words) else { return nil }
        var end = piece.lowerBound + words.count
        guard isLabel else { return text[end] == 0x20 ? end + 1 : nil }
        // French has a space before the colon.
        if text[end] == 0x20 { end += 1 }
        guard end < piece.upperBound, text[end] == UInt8(ascii: ":") else { return nil }
        end += 1
        while end < piece.upperBound, text[end] == 0x20 { end += 1 }
        return end < piece.upperBound ? end : nil
    }

    /// Reads the German order: `Aus Hafenstadt berichtet Ada Marsh`.
    private static func reporting(_ text: [UInt8], _ piece: Range<Int>) -> Int? {
        let line = BylineLine(Array(text[piece]))
        let words = line.words(in: 0..<line.text.count)
        guard words.count >= 5, line.lower[words[0]].elementsEqual("aus".utf8),
            let verb = words.prefix(5).firstIndex(where: { verbs.contains(Array(line.lower[$0])) }), verb >= 2,
            verb + 1 < words.count
        else { return nil }
        let start = words[verb + 1].lowerBound
        return isName(text, piece.lowerBound + start..<piece.upperBound) ? start : nil
    }

    /// Whether a range begins with a whole name, which ends it or which a sign ends.
    private static func isName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let line = BylineLine(Array(text[range]))
        guard let part = BylineParts.parts(of: line, in: 0..<line.text.count).first,
            let (name, rest) = BylineParts.leadingName(line, part), name.lowerBound == 0
        else { return false }
        let isEnded = rest.isEmpty || line.text[name.upperBound - 1] == 0x2E || line.text[name.upperBound] == 0x2E
        return isEnded && BylineNames.isBareName(line, name)
    }

    /// The first four bytes of a text as a number.
    private static func key(_ text: [UInt8], _ start: Int) -> UInt32? {
        guard start + 4 <= text.count else { return nil }
        return UInt32(text[start]) << 24 | UInt32(text[start + 1]) << 16 | UInt32(text[start + 2]) << 8
            | UInt32(text[start + 3])
    }

    /// Whether a phrase may begin with four bytes: nearly all lines are excluded by this, which is faster than a set.
    private static func mayBegin(_ key: UInt32) -> Bool { isFilled[slot(key)] }

    private static func slot(_ key: UInt32) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> 20) }

    /// Whether any phrase begins with the bytes of each slot.
    private static let isFilled: [Bool] = {
        var isFilled = [Bool](repeating: false, count: 1 << 12)
        for key in firsts { isFilled[slot(key)] = true }
        return isFilled
    }()

    private static let verbs = ["berichtet", "berichten"].map { Array($0.utf8) }

    /// Each with a small and with a capital first letter.
    private static let phrases: [[UInt8]] = written.flatMap { phrase in
        [Array(phrase.utf8), Array((phrase.prefix(1).uppercased() + phrase.dropFirst()).utf8)]
    }
    private static let firsts = Set((phrases + [Array("Aus ".utf8)]).compactMap { key($0, 0) })

    private static let written = [
        "chronique de", "une chronique de", "un article de", "un reportage de", "un texte de", "une tribune de",
        "texte de", "rédigé par", "auteure:", "rédaction:", "envoyé spécial", "envoyée spéciale",
        "una crónica de", "crónica de", "un reportaje de", "un artículo de", "texto de", "textos de", "uma crónica de",
        "uma reportagem de", "redactora:", "redactor:", "redacción:", "reportagem de", "reportagem:",
        "enviada especial", "enviado especial", "corresponsal:", "periodista:",
        "scritto da", "a cura di", "testo di", "testi di", "articolo di", "un articolo di", "servizio di",
        "подготовила", "подготовил", "корреспондент", "корреспондент:", "наш корреспондент", "спецкор", "собкор",
        "журналист:", "репортёр:", "материал подготовила", "материал подготовил", "подготувала", "кореспондент",
        "opracowała", "opracował", "opracowanie:", "rozmawiała", "rozmawiał", "napisała", "napisał", "protokoll:",
        "bericht:", "haber:", "muhabir:", "röportaj:", "haberi hazırlayan:", "redactie:",
        "tác giả:", "tác giả", "phóng viên", "phóng viên:", "bài:", "bài viết:", "tin bài:",
        "γράφει η", "γράφει ο", "γράφουν οι", "γράφει:", "ρεπορτάζ:", "ρεπορτάζ", "της", "του", "επιμέλεια:",
        "المراسل:", "المراسلة:", "إعداد:", "تقرير:", "تحرير:", "بقلم:", "كتابة:", "विशेष संवाददाता", "द्वारा", "रिपोर्ट:", "रिपोर्टर:",
        "به قلم", "گزارش از", "نوشته", "گزارشگر:", "خبرنگار:", "ผู้เขียน:", "ผู้เขียน", "ผู้สื่อข่าว", "ผู้สื่อข่าว:", "เรื่อง:",
        "รายงานโดย",
    ]
}
