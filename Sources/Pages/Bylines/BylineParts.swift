/// Splits a list of names into its parts.
enum BylineParts {
    /// Splits at commas, semicolons, ampersands and the words for "and"; each part trimmed, none empty.
    static func parts(of line: BylineLine, in whole: Range<Int>) -> [Range<Int>] {
        let text = line.text
        var parts: [Range<Int>] = []
        var start = whole.lowerBound
        var index = start
        func close(_ end: Int) {
            let part = BlockText.trimmed(text, start..<max(start, end))
            if !part.isEmpty { parts.append(part) }
        }
        while index < whole.upperBound {
            let byte = text[index]
            // Commas of Chinese, Japanese and Arabic separate parts too.
            let wide = wideSeparator(text, index)
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || wide > 0 {
                close(index)
                index += max(1, wide)
                start = index
            } else if byte == 0x20, let end = joinEnd(line, at: index + 1) {
                close(index)
                start = end
                index = end
            } else if byte == 0x20, beginsAnd(text, index + 1, of: start..<whole.upperBound) {
                close(index)
                start = index + 3
                index = start
            } else {
                index += 1
            }
        }
        close(whole.upperBound)
        return parts
    }

    /// Whether the Arabic letter for "and" begins a word between two names of two words each: `منى الشاذلي وأحمد سالم`.
    private static func beginsAnd(_ text: [UInt8], _ word: Int, of part: Range<Int>) -> Bool {
        guard word + 8 <= part.upperBound, text[word] == 0xD9, text[word + 1] == 0x88 else { return false }
        let end = text[word..<part.upperBound].firstIndex(of: 0x20) ?? part.upperBound
        return end < part.upperBound && text[part.lowerBound..<word - 1].contains(0x20)
            && !waws.contains { text[word..<end].starts(with: $0) }
    }

    /// How given names begin whose first letter is that of the word for "and".
    private static let waws = DateWords.words(
        "وليد وائل وسام وسيم وفاء وفيق وجد وجيه وداد وحيد وهب وهيب وال ورد وضاح وصف وعد ولاء ولي"
    ).map { Array($0.utf8) }

    private static func wideSeparator(_ text: [UInt8], _ index: Int) -> Int {
        guard text[index] >= 0xD8, index + 1 < text.count else { return 0 }
        if text[index] == 0xD8, text[index + 1] == 0x8C { return 2 }
        guard index + 2 < text.count else { return 0 }
        if text[index] == 0xE3, text[index + 1] == 0x80, text[index + 2] == 0x81 { return 3 }
        return text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == 0x8C ? 3 : 0
    }

    /// The offset after a word for "and" that has spaces around it; nil where there is none.
    private static func joinEnd(_ line: BylineLine, at start: Int) -> Int? {
        var end = start
        while end < line.text.count, end - start <= 6, line.text[end] != 0x20 { end += 1 }
        guard end > start, end < line.text.count, line.text[end] == 0x20 else { return nil }
        guard WordMeaning.of(line.lower, start..<end).has(.join) else { return nil }
        // A single capital is an initial, though "e", "i" and "y" are words for "and".
        return end - start <= 2 && line.isCapital(start) ? nil : end
    }

    /// The names of a part where each is written twice: in a picture's alternative text and in the link beside it.
    static func doubled(_ line: BylineLine, _ part: Range<Int>) -> [Range<Int>]? {
        let words = line.words(in: part)
        guard words.count >= 4, words.count <= 64 else { return nil }
        var names: [Range<Int>] = []
        var index = 0
        while index < words.count {
            let count = (2...4).first { count in
                index + 2 * count <= words.count
                    && (0..<count).allSatisfy {
                        line.text[words[index + $0]].elementsEqual(line.text[words[index + count + $0]])
                    }
            }
            guard let count else { return nil }
            names.append(words[index].lowerBound..<words[index + count - 1].upperBound)
            index += 2 * count
        }
        return names
    }

    /// The name that a part of a list begins with, and what follows it in the part; nil where it begins with none.
    static func leadingName(_ line: BylineLine, _ part: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
        var words: [Range<Int>] = []
        var rest = part.upperBound
        let all = line.words(in: part)
        for (index, word) in all.enumerated() {
            let first = line.text[word.lowerBound]
            let meaning = line.meaning(of: word)
            if words.isEmpty, BylineRole.isTitle(line, word, isFirst: word.lowerBound == part.lowerBound) { continue }
            // "the Rev. Ada Marsh"
            if words.isEmpty, index == 0, all.count > 3, BylineWords.articles.contains(Array(line.lower[word])),
                BylineRole.isTitle(line, all[1], isFirst: true)
            {
                continue
            }
            // Another label ends the name: `Text: Ada Marsh. Fotos: Ole Brandt`.
            if words.count >= 2, line.text[word.upperBound - 1] == UInt8(ascii: ":") {
                rest = word.lowerBound
                let last = words[words.count - 1]
                if last.count > 3, line.text[last.upperBound - 1] == UInt8(ascii: ".") {
                    words[words.count - 1] = last.lowerBound..<last.upperBound - 1
                }
                break
            }
            // A word such as "zum" ends a name, but as the second word it may be a particle within the name.
            if first == UInt8(ascii: "@") || first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
                || meaning.has(.stop) && !(meaning.has(.particle) && words.count == 1)
                || words.count >= 2 && BylineRole.isDegree(line, word)
            {
                rest = word.lowerBound
                break
            }
            if meaning.has(.role) {
                rest = word.lowerBound
                // Words before a job may belong to it ("Ada Marsh Political Correspondent"): two are kept.
                if words.count > 2 {
                    rest = words[2].lowerBound
                    words.removeLast(words.count - 2)
                }
                break
            }
            let cut = BylineWords.withoutTail(Array(line.text[word])).count
            words.append(word.lowerBound..<word.lowerBound + cut)
            if cut < word.count {
                rest = word.lowerBound + cut
                break
            }
        }
        // One word cut from a longer part is not taken for a name: it may be any word with a capital.
        guard let first = words.first, let last = words.last,
            rest == part.upperBound || words.count >= 2 || isUnspaced(line, first)
        else { return nil }
        let name = first.lowerBound..<last.upperBound
        return BylineNames.isName(line, name) ? (name, rest..<part.upperBound) : nil
    }

    static func isUnspaced(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        var offset = word.lowerBound
        let scalar = BlockText.scalar(in: line.text, at: &offset)
        return word.count >= 6 && (BlockText.isUnspaced(scalar) || (0xAC00...0xD7A3).contains(scalar))
    }

    /// The range of a line without a bar, slash, bullet, asterisk or dash before its names.
    static func withoutLeadingSign(_ line: BylineLine) -> Range<Int> {
        guard let space = line.text.firstIndex(of: 0x20), space <= 3 else { return 0..<line.text.count }
        var offset = 0
        switch BlockText.scalar(in: line.text, at: &offset) {
        case 0x2F, 0x7C, 0x2022, 0x2A, 0x2D, 0x2010...0x2015:
            return offset == space ? space + 1..<line.text.count : 0..<line.text.count
        default: return 0..<line.text.count
        }
    }

    /// Whether a line that is no single name may be a list of names or a name with a job.
    ///
    /// The signs of it are a comma, semicolon or ampersand, a word for "and", a job, a handle, a character whose UTF-8
    /// begins at 0xD8 or above (Arabic, East Asian), or the first word again, as where names are written twice.
    static func isListed(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        let words = line.words(in: part)
        if words.count >= 4,
            words.dropFirst(2).contains(where: {
                $0.count == words[0].count && line.text[$0].elementsEqual(line.text[words[0]])
            })
        {
            return true
        }
        for byte in line.text[part] where byte == 0x2C || byte == 0x3B || byte == 0x26 || byte == 0x40 || byte >= 0xD8 {
            return true
        }
        return words.contains { line.meaning(of: $0).has([.join, .role]) }
    }

    /// Whether a line begins with a letter of East Asia, where commas separate names and no spaces are written.
    private static func hasWideComma(_ text: [UInt8]) -> Bool {
        (text.first ?? 0) >= 0xE3
    }

    /// Whether a line may be names: it has no digits, and at most half of its words begin with a small letter.
    ///
    /// This runs for every short line of a page, so it copies nothing.
    static func mayBeNames(_ text: [UInt8]) -> Bool {
        var isStart = true
        var lower = 0
        var words = 0
        var firstEnd = 0
        var hasComma = false
        for (index, byte) in text.enumerated() {
            if byte == 0x20 {
                isStart = true
                if firstEnd == 0 { firstEnd = index }
                continue
            }
            if byte == 0x2C || byte == 0x3B { hasComma = true }
            if byte >= 0x30, byte <= 0x39 { return false }
            if isStart {
                words += 1
                isStart = false
                if byte >= 0x61, byte <= 0x7A { lower += 1 }
            } else if byte == 0x3F || byte == 0x21 || byte == 0x3A || byte == 0x5F {
                return false
            }
        }
        // In "Ada Marsh and Ole Brandt" and "Ada de la Marsh" at most half of the words begin with a small letter.
        guard words >= 2 || hasWideComma(text), words <= 24, lower * 2 <= words else { return false }
        return hasComma || firstEnd == 0 || !WordMeaning.of(text, 0..<firstEnd).has(.menu)
    }
}
