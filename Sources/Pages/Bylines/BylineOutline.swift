/// A first check of whether a line may be a byline, made before any of it is copied; nearly all lines of a page fail.
struct BylineOutline {
    let hasDigits: Bool
    /// Whether it may give a relative day: it begins as "vor 2 Tagen" or "Published yesterday" does, or ends in "ago".
    let mayTellDay: Bool
    /// Whether it may name somebody without a date: by its first word, its last, a separator or a handle.
    let mayName: Bool

    /// Nil where the line cannot be a byline.
    init?(_ text: [UInt8]) {
        guard text.count >= 2, text.count <= BylineReader.longestLine else { return nil }
        let signs = BylineOutline.signs(of: text)
        let hasDigits = signs.contains(.digits) || signs.contains(.otherDigits) && DateReader.hasDigits(text)
        if text[0] == 0xC2, text[1] == 0xA9 { return nil }
        let first = BylineOutline.word(text, from: 0)
        let isOpened =
            first.has([.opening, .heading, .genre]) || BylineOutline.isGlued(text)
            || first.has([.particle, .stop, .possessive]) && BylineOpening.begins(text)
            || BylinePhrase.length(in: text, 0..<text.count) != nil
        // A message quoted from a social network is signed `Ada Marsh (@ada)` and dated, but is no item's byline. Only
        // a word such as "By" before the name tells the two apart.
        if signs.contains(.quotedHandle), !isOpened { return nil }
        let isShort = text.count <= BylineReader.longestShort
        var last: WordMeaning = []
        if isShort {
            var start = text.count
            while start > 0, text[start - 1] != 0x20, text[start - 1] != 0x7C { start -= 1 }
            last = BylineOutline.word(text, from: start)
        }
        self.hasDigits = hasDigits
        mayTellDay = isShort && (first.has([.mark, .agoBefore, .label]) || last.has(.agoAfter))
        let mayCount = isShort && (first.has(.comments) || last.has(.comments))
        mayName =
            isOpened || mayCount || isShort && TitledName.isTitled(text)
            || isShort && signs.contains(.handle) || signs.contains(.separator) && last.has([.mark, .outlet])
        guard hasDigits || mayTellDay || mayName else { return nil }
    }

    /// What the bytes of a line show.
    private struct Signs: OptionSet {
        let rawValue: UInt8
        /// Digits, or the first bytes of Arabic, Persian and fullwidth ones.
        static let digits = Signs(rawValue: 1 << 0)
        static let separator = Signs(rawValue: 1 << 1)
        /// The first bytes of the digits of India and South-East Asia, and of Han numbers.
        static let otherDigits = Signs(rawValue: 1 << 2)
        static let at = Signs(rawValue: 1 << 3)
        static let handle = Signs(rawValue: 1 << 4)
        static let quotedHandle = Signs(rawValue: 1 << 5)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ byte: UInt8) {
            switch byte {
            case 0x30...0x39, 0xD9, 0xDB, 0xEF: self = .digits
            case 0x2C, 0x2F, 0x7C: self = .separator
            case 0xE0...0xE9, 0xF0: self = .otherDigits
            case 0x40: self = .at
            default: self = []
            }
        }
    }

    private static let signs = (0...UInt8.max).map { Signs($0).rawValue }

    private static func signs(of text: [UInt8]) -> Signs {
        let table = signs
        var found: UInt8 = 0
        for byte in text { found |= table[Int(byte)] }
        var signs = Signs(rawValue: found)
        guard signs.contains(.at) else { return signs }
        for place in text.indices.dropFirst() where text[place] == 0x40 {
            if text[place - 1] == 0x28 { signs.insert(.quotedHandle) }
            if text[place - 1] == 0x20 { signs.insert(.handle) }
        }
        return signs
    }

    /// Whether the space before a link's text was lost: `byAda Marsh`.
    private static func isGlued(_ text: [UInt8]) -> Bool {
        text.count > 4 && text[0] == 0x62 && text[1] == 0x79 && (0x41...0x5A).contains(text[2])
    }

    /// The meanings of the word that begins at an offset.
    private static func word(_ text: [UInt8], from start: Int) -> WordMeaning {
        var end = start
        // A colon ends the word, in Chinese and Japanese the fullwidth one, whose first byte is 0xEF.
        while end < text.count, text[end] != 0x20, text[end] != 0x3A, text[end] != 0xEF,
            end - start <= WordMeaning.longestWord
        {
            end += 1
        }
        guard end > start, end - start <= WordMeaning.longestWord else { return [] }
        return WordMeaning.of(text, BylineLine.bare(text, start..<end))
    }
}
