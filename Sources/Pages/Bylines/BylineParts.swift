/// Cuts a list of names into its parts.
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
            // The comma and the mark between names of Chinese, Japanese and Arabic are parts' ends too.
            let wide = wideSeparator(text, index)
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || wide > 0 {
                close(index)
                index += max(1, wide)
                start = index
            } else if byte == 0x20, let end = joinEnd(line, at: index + 1) {
                close(index)
                start = end
                index = end
            } else {
                index += 1
            }
        }
        close(whole.upperBound)
        return parts
    }

    private static func wideSeparator(_ text: [UInt8], _ index: Int) -> Int {
        guard text[index] >= 0xD8, index + 1 < text.count else { return 0 }
        if text[index] == 0xD8, text[index + 1] == 0x8C { return 2 }
        guard index + 2 < text.count else { return 0 }
        if text[index] == 0xE3, text[index + 1] == 0x80, text[index + 2] == 0x81 { return 3 }
        return text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == 0x8C ? 3 : 0
    }

    /// The offset behind a word for "and" that stands between spaces.
    private static func joinEnd(_ line: BylineLine, at start: Int) -> Int? {
        var end = start
        while end < line.text.count, end - start <= 6, line.text[end] != 0x20 { end += 1 }
        guard end > start, end < line.text.count, line.text[end] == 0x20 else { return nil }
        guard WordMeaning.of(line.lower, start..<end).has(.join) else { return nil }
        // One capital is an initial.
        return end - start <= 2 && line.isCapital(start) ? nil : end
    }

    /// The names of a part in which each is written twice, as a picture's text and the link beside it are.
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

    /// The name that a part of a list begins with, and whether the part is nothing else; nil where it begins with none.
    static func leadingName(_ line: BylineLine, _ part: Range<Int>) -> (name: Range<Int>, isWhole: Bool)? {
        var words: [Range<Int>] = []
        var isWhole = true
        for word in line.words(in: part) {
            let first = line.text[word.lowerBound]
            let meaning = line.meaning(of: word)
            // A particle such as "zum" begins no other part of a line where a name goes on behind it.
            if first == UInt8(ascii: "@") || first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
                || meaning.has(.stop) && !(meaning.has(.particle) && words.count == 1)
            {
                isWhole = false
                break
            }
            if meaning.has(.role) {
                // The role's own words stand before it: "Ada Marsh Political Correspondent".
                if words.count > 2 { words.removeLast(words.count - 2) }
                isWhole = false
                break
            }
            let cut = BylineWords.withoutTail(Array(line.text[word])).count
            words.append(word.lowerBound..<word.lowerBound + cut)
            if cut < word.count {
                isWhole = false
                break
            }
        }
        // Cut off a longer text, one word is no name: it may be any word with a capital.
        guard let first = words.first, let last = words.last, isWhole || words.count >= 2 || isUnspaced(line, first)
        else { return nil }
        let name = first.lowerBound..<last.upperBound
        return BylineNames.isName(line, name) ? (name, isWhole) : nil
    }

    private static func isUnspaced(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        var offset = word.lowerBound
        let scalar = BlockText.scalar(in: line.text, at: &offset)
        return word.count >= 6 && (BlockText.isUnspaced(scalar) || (0xAC00...0xD7A3).contains(scalar))
    }

    /// A line without a bar, slash, bullet or dash that stands before its names.
    static func withoutLeadingSign(_ line: BylineLine) -> Range<Int> {
        guard let space = line.text.firstIndex(of: 0x20), space <= 3 else { return 0..<line.text.count }
        var offset = 0
        switch BlockText.scalar(in: line.text, at: &offset) {
        case 0x2F, 0x7C, 0x2022, 0x2A, 0x2D, 0x2010...0x2015:
            return offset == space ? space + 1..<line.text.count : 0..<line.text.count
        default: return 0..<line.text.count
        }
    }

    /// Whether a line that is no single name may be a list of names or a name with a job: by a comma, a word for "and",
    /// a job, a handle, or as many words as a name has twice.
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

    /// Names in a script without spaces are parted by its own comma.
    private static func hasWideComma(_ text: [UInt8]) -> Bool {
        (text.first ?? 0) >= 0xE3
    }

    /// Whether a line has the outline of names: each word begins with a capital or a sign, or is one that joins names.
    ///
    /// Every short line of a page is asked, so nothing is copied here.
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
        // "Ada Marsh and Ole Brandt", "Ada de la Marsh": as many words in small letters as others at most.
        guard words >= 2 || hasWideComma(text), words <= 24, lower * 2 <= words else { return false }
        return hasComma || firstEnd == 0 || !WordMeaning.of(text, 0..<firstEnd).has(.menu)
    }
}
