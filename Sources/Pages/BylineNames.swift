/// Tells people's names from the other things that stand in a byline.
enum BylineNames {
    static let mostNames = 50
    static let longestName = 200

    /// The names of a list: `A`, `A and B`, `A, B and C`, `A; B`.
    ///
    /// What stands behind a comma and is no name (`Staff Writer`, an agency) is left out.
    static func names(in text: [UInt8]) -> [String] {
        var names: [String] = []
        for part in parts(of: text) {
            let trimmed = BlockText.trimmed(text, part)
            let name = Array(text[trimmed])
            // The list of names ends at the first part that is none: what follows tells of that part.
            guard isName(name) else { break }
            let string = String(decoding: name, as: UTF8.self)
            if name.count <= longestName, !names.contains(string) { names.append(string) }
            if names.count == mostNames { break }
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
            guard !roles.contains(key) else { return false }
            // "de", "van", "bin" carry a name on without a capital, and are no name by themselves.
            if particles.contains(key), index > 0 || !isCapital(letters) { continue }
            guard isCapital(letters) else { return false }
            capitals += 1
        }
        return capitals >= 1
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
        for join in joins where start + join.count < text.count {
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

    private static let joins = ["and", "und", "et", "y", "e", "en", "och", "og", "и", "i", "with"].map {
        Array($0.utf8)
    }

    private static let particles: Set<String> = [
        "de", "da", "di", "del", "della", "des", "do", "dos", "du", "der", "den", "van", "von", "vom", "zu", "zum",
        "la", "le", "el", "al", "bin", "ibn", "ben", "bint", "ter", "ten", "af", "av", "y", "e",
    ]

    /// Words that tell a job or an office: whoever is named with them is no person.
    private static let roles: Set<String> = [
        "staff", "reporter", "reporters", "editor", "editors", "correspondent", "correspondents", "writer", "writers",
        "columnist", "contributor", "contributors", "news", "newspaper", "press", "agency", "desk", "bureau", "team",
        "redaktion", "rédaction", "redacción", "redazione", "редакция", "comments", "comment", "views", "photo",
        "photos", "image", "min", "mins", "minutes", "read", "share", "opinion", "updated", "published", "posted",
    ]
}
