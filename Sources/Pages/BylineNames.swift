/// Tells people's names from the other things that stand in a byline.
enum BylineNames {
    static let mostNames = 50
    static let longestName = 200

    /// The names of a list: `A`, `A and B`, `A, B and C`, `A; B`.
    ///
    /// What stands behind a comma and is no name (`Staff Writer`, an agency, a town) is left out, and so is what
    /// follows a name within its part (`A for The Lamp`, `A Agency`, `A @handle`).
    static func names(in text: [UInt8]) -> [String] {
        var names: [String] = []
        var first: [UInt8] = []
        for part in parts(of: text) {
            let (name, isWhole) = leadingName(Array(text[BlockText.trimmed(text, part)]))
            // The list of names ends at the first part that is none: what follows tells of that part.
            guard !name.isEmpty else { break }
            if first.isEmpty {
                first = name
            } else if !isLike(first, name) {
                break
            }
            let string = String(decoding: name, as: UTF8.self)
            if name.count <= longestName, !names.contains(string) { names.append(string) }
            if names.count == mostNames || !isWhole { break }
        }
        return names
    }

    /// Whether a text has the shape of a person's name: one to six words with capitals, particles allowed.
    static func isName(_ text: [UInt8]) -> Bool {
        guard (2...80).contains(text.count) else { return false }
        let words = text.split(separator: 0x20)
        guard (1...6).contains(words.count) else { return false }
        var capitals = 0
        for (index, word) in words.enumerated() {
            let letters = Array(word)
            guard hasNameSigns(letters) else { return false }
            let key = String(decoding: BlockText.lowercased(letters), as: UTF8.self)
            guard !BylineWords.roles.contains(key) else { return false }
            // "de", "van", "bin" carry a name on without a capital, and are no name by themselves.
            if BylineWords.particles.contains(key), index > 0 || !isCapital(letters) { continue }
            guard isCapital(letters) else { return false }
            capitals += 1
        }
        return capitals >= 1
    }

    /// Whether a line that nothing announces is a person's name: two to four words, none of them a word of menus.
    ///
    /// A section's name or a product's looks the same, so the caller must know from where it stands.
    static func isBareName(_ text: [UInt8]) -> Bool {
        guard isName(text), !text.contains(where: BlockText.isDigitByte) else { return false }
        let words = text.split(separator: 0x20).map { String(decoding: BlockText.lowercased(Array($0)), as: UTF8.self) }
        guard (2...4).contains(words.count), words.allSatisfy({ !BylineWords.menuWords.contains($0) }) else {
            return false
        }
        // "Ada M." has an initial; a sentence's end is none, so a full stop stands within or behind one letter only.
        guard let last = words.last, !last.hasSuffix(".") || last.count <= 3, last.count >= 2 else { return false }
        return DateReader.months[words[0]] == nil
    }

    /// Whether a line is a person's name, that name twice, or a list of such names and nothing else.
    static func areBareNames(_ text: [UInt8]) -> Bool {
        guard (4...120).contains(text.count) else { return false }
        if isBareName(text) { return true }
        let parts = parts(of: text).map { Array(text[BlockText.trimmed(text, $0)]) }.filter { !$0.isEmpty }
        if parts.count >= 2, let first = parts.first, isBareName(first) {
            return parts.dropFirst().allSatisfy { isBareName($0) || !$0.contains(0x20) && isName($0) }
        }
        let names = names(in: text)
        guard let name = names.first, name.utf8.count < text.count else { return false }
        // "Ada Marsh Harbour correspondent", "Ada Marsh @ada": a role or a handle says that the words before are a name.
        if isBareName(Array(name.utf8)), text.starts(with: name.utf8), tellsRole(text) { return true }
        guard names.count == 1 else { return false }
        return isBareName(Array(name.utf8)) && name.utf8.count * 2 + 1 == text.count
    }

    private static func tellsRole(_ text: [UInt8]) -> Bool {
        text.contains(UInt8(ascii: "@"))
            || text.split(separator: 0x20).contains {
                BylineWords.roles.contains(String(decoding: BlockText.lowercased(Array($0)), as: UTF8.self))
            }
    }

    /// Whether a text may be an outlet's name: a few words, most of them with capitals.
    static func isOutlet(_ text: [UInt8]) -> Bool {
        let features = Features(text)
        guard (1...8).contains(features.words), features.width <= 80, !features.startsLower else { return false }
        guard features.digits <= 4 else { return false }
        // A script without capitals shows by having none; then only the length speaks.
        if features.capitalised == 0 { return features.words <= 4 && !features.endsSentence }
        return features.capitalised * 2 >= features.words
    }

    /// The name that a part of a list begins with, and whether the part is nothing else.
    private static func leadingName(_ part: [UInt8]) -> (name: [UInt8], isWhole: Bool) {
        let words = part.split(separator: 0x20).map(Array.init)
        if words.count >= 4, words.count % 2 == 0, words.prefix(words.count / 2) == words.suffix(words.count / 2) {
            let half = Array(words.prefix(words.count / 2).joined(separator: [0x20]))
            if isName(half) { return (half, true) }
        }
        var name: [[UInt8]] = []
        var isWhole = true
        for word in words {
            let cut = BylineWords.withoutTail(word)
            let key = String(decoding: BlockText.lowercased(word), as: UTF8.self)
            if word[0] == UInt8(ascii: "@") || word[0] == UInt8(ascii: "(") || BylineWords.stops.contains(key) {
                isWhole = false
                break
            }
            if BylineWords.roles.contains(key) {
                // The role's own words stand before it: "Ada Marsh Political Correspondent".
                if name.count > 2 { name.removeLast(name.count - 2) }
                isWhole = false
                break
            }
            name.append(cut)
            if cut.count < word.count {
                isWhole = false
                break
            }
        }
        // Cut off a longer text, one word is no name: it may be any word with a capital.
        guard isWhole || name.count >= 2 else { return ([], false) }
        let joined = Array(name.joined(separator: [0x20]))
        return isName(joined) ? (joined, isWhole) : ([], false)
    }

    /// Whether a later part is a name of the same kind: not a town or an agency behind a full name.
    private static func isLike(_ first: [UInt8], _ name: [UInt8]) -> Bool {
        if first.contains(0x20), !name.contains(0x20), Features(name).capitalised > 0 { return false }
        return isAllCapitals(first) || !isAllCapitals(name)
    }

    static func isAllCapitals(_ text: [UInt8]) -> Bool {
        var offset = 0
        var capitals = 0
        while offset < text.count {
            let scalar = BlockText.scalar(in: text, at: &offset)
            if BlockText.isLower(scalar) { return false }
            if BlockText.isUpper(scalar) { capitals += 1 }
        }
        return capitals >= 2
    }

    /// Splits at commas, semicolons, ampersands and the words for "and".
    private static func parts(of text: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: ";") || text[index] == UInt8(ascii: "&")
            {
                parts.append(start..<index)
                start = index + 1
            } else if text[index] == 0x20, let end = joinEnd(text, at: index + 1) {
                parts.append(start..<index)
                start = end
                index = end
                continue
            }
            index += 1
        }
        parts.append(start..<text.count)
        return parts.filter { !$0.isEmpty }
    }

    /// The offset behind a word for "and" that stands between spaces.
    private static func joinEnd(_ text: [UInt8], at start: Int) -> Int? {
        for join in BylineWords.joins where start + join.count < text.count {
            guard text[start + join.count] == 0x20 else { continue }
            if text[start..<start + join.count].elementsEqual(join) { return start + join.count }
        }
        return nil
    }

    private static func hasNameSigns(_ word: [UInt8]) -> Bool {
        var offset = 0
        while offset < word.count {
            let scalar = BlockText.scalar(in: word, at: &offset)
            switch scalar {
            case 0x27, 0x2D, 0x2E, 0x2019, 0x2010, 0x2011, 0xB7, 0x30FB, 0x300...0x36F: continue
            default: guard BlockText.isLetter(scalar) else { return false }
            }
        }
        return true
    }

    /// Whether a word begins with a capital, or is written in a script that has none.
    private static func isCapital(_ word: [UInt8]) -> Bool {
        var offset = 0
        let first = BlockText.scalar(in: word, at: &offset)
        return BlockText.isUpper(first) || BlockText.isUnspaced(first) || (0xAC00...0xD7A3).contains(first)
    }
}
