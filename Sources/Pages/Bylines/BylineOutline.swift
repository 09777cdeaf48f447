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
        var hasDigits = false
        var hasSeparator = false
        var hasHandle = false
        var hasQuotedHandle = false
        var mayHaveOtherDigits = false
        var previous: UInt8 = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: hasDigits = true
            case 0x2C, 0x2F, 0x7C: hasSeparator = true
            case 0x40:
                if previous == 0x28 { hasQuotedHandle = true }
                if previous == 0x20 { hasHandle = true }
            // The first bytes of Arabic, Persian and fullwidth digits.
            case 0xD9, 0xDB, 0xEF: hasDigits = true
            // Those of the digits of India and South-East Asia, and of Han numbers.
            case 0xE0...0xE9, 0xF0: mayHaveOtherDigits = true
            default: break
            }
            previous = byte
        }
        hasDigits = hasDigits || mayHaveOtherDigits && DateReader.hasDigits(text)
        if text[0] == 0xC2, text[1] == 0xA9 { return nil }
        let first = BylineOutline.word(text, from: 0)
        let isOpened =
            first.has([.opening, .heading, .genre]) || BylineOutline.isGlued(text)
            || first.has([.particle, .stop, .possessive]) && BylineOpening.begins(text)
            || BylinePhrase.length(in: text, 0..<text.count) != nil
        // A message quoted from a social network is signed `Ada Marsh (@ada)` and dated, but is no item's byline. Only
        // a word such as "By" before the name tells the two apart.
        if hasQuotedHandle, !isOpened { return nil }
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
            isOpened || mayCount || isShort && TitledName.isTitled(text) || isShort && hasHandle
            || hasSeparator && last.has([.mark, .outlet])
        guard hasDigits || mayTellDay || mayName else { return nil }
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
