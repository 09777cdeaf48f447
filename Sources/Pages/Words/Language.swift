/// Identifies a text's language: by its script, or by the share of each language's most frequent words.
enum Language {
    /// Only this many scalars of a text are examined.
    ///
    /// They hold some three hundred words, which decide as well as the whole text; counting more took a quarter of the
    /// time of a backlog.
    private static let sample = 2000

    /// The text's language as an ISO 639-1 code; nil where the text does not decide it surely.
    static func code(of text: String) -> String? {
        let utf8 = text.utf8.span
        var scripts = Scripts()
        var end = 0
        var letters = 0
        var left = sample
        while left > 0, end < utf8.count {
            if left >= ASCIIStretch.length, let found = ASCIIStretch.letters(utf8, end) {
                letters &+= found
                end &+= ASCIIStretch.length
                left &-= ASCIIStretch.length
                continue
            }
            left &-= 1
            let byte = utf8[end]
            if byte < 0x80 {
                letters &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0
                end &+= 1
            } else {
                scripts.count(BlockText.scalar(in: utf8, at: &end))
            }
        }
        scripts.all &+= letters
        return scripts.language ?? byWords(utf8.extracting(0..<end), isCyrillic: scripts.cyrillic * 2 > scripts.all)
    }

    /// How many letters of each script a text has, and how many in all.
    private struct Scripts {
        var all = 0
        var cyrillic = 0
        var ukrainian = 0
        var greek = 0
        var hebrew = 0
        var arabic = 0
        var persian = 0
        var devanagari = 0
        var thai = 0
        var vietnamese = 0
        var hangul = 0
        var kana = 0
        var han = 0

        mutating func count(_ scalar: UInt32) {
            switch scalar {
            case 0xC0...0x24F: break
            // Letters with two marks, which only Vietnamese has; those with a dot below are of languages of Nigeria too.
            case 0x1EA4...0x1EB7, 0x1EBE...0x1EC7, 0x1ED0...0x1EE3, 0x1EE8...0x1EF1: vietnamese += 1
            case 0x370...0x3FF, 0x1F00...0x1FFF: greek += 1
            case 0x400...0x52F:
                cyrillic += 1
                if [0x456, 0x457, 0x454, 0x491].contains(scalar) { ukrainian += 1 }
            case 0x590...0x5FF: hebrew += 1
            case 0x600...0x6FF:
                arabic += 1
                if [0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9].contains(scalar) { persian += 1 }
            case 0x900...0x97F: devanagari += 1
            case 0xE00...0xE7F: thai += 1
            case 0x1100...0x11FF, 0xAC00...0xD7A3: hangul += 1
            case 0x3040...0x30FF: kana += 1
            case 0x3400...0x9FFF, 0xF900...0xFAFF: han += 1
            default: return
            }
            all += 1
        }

        /// The language that the text's main script is used for; nil where it is used for several.
        var language: String? {
            // Too few letters decide nothing. A script decides only with more than half of all letters, since a text
            // may quote some foreign words.
            guard all >= 8 else { return nil }
            func leads(_ count: Int) -> Bool { count * 2 > all }
            if leads(hangul) { return "ko" }
            // Japanese mixes Han and kana; Chinese has no kana.
            if leads(kana + han) { return kana * 10 >= kana + han ? "ja" : "zh" }
            if leads(greek) { return "el" }
            if leads(hebrew) { return "he" }
            if leads(arabic) { return persian * 20 >= arabic ? "fa" : "ar" }
            if leads(devanagari) { return "hi" }
            if leads(thai) { return "th" }
            // They are about a tenth of the letters of a Vietnamese text.
            if vietnamese * 25 >= all { return "vi" }
            if leads(cyrillic), ukrainian * 50 >= cyrillic { return "uk" }
            return nil
        }
    }

    /// The language whose frequent words occur most often in a text.
    ///
    /// They must be at least a ninth of the text's words, and at least 1.6 times as many as those of the next language.
    /// Cyrillic text that no language wins in this way is taken for Russian.
    private static func byWords(_ text: Span<UInt8>, isCyrillic: Bool) -> String? {
        let table = wordTable
        let shares = shares
        var scores = [Double](repeating: 0, count: commonWords.count)
        var words = 0
        var at = 0
        while at < text.count {
            // Spaces and signs of ASCII are passed at once.
            let byte = text[at]
            if byte < 0x80, (byte | 0x20) &- 0x61 >= 26, byte != UInt8(ascii: "'") {
                at &+= 1
                continue
            }
            let start = at
            var hash = WordTable.emptyHash
            while at < text.count, (text[at] | 0x20) &- 0x61 < 26 {
                hash = (hash ^ UInt64(text[at] | 0x20)) &* WordTable.prime
                at &+= 1
            }
            var length = at &- start
            // Nearly all words have no other letters than those of ASCII, and no apostrophe.
            if at < text.count, text[at] >= 0x80 || text[at] == UInt8(ascii: "'") {
                var word = WordTable.Key()
                at = readWord(text, from: start, into: &word)
                (hash, length) = (word.hash, word.length)
                guard at > start else {
                    _ = BlockText.scalar(in: text, at: &at)
                    continue
                }
            }
            words &+= 1
            guard length <= longestWord else { continue }
            let languages = table.bits(ofHash: hash)
            // A word that several languages list counts for each of them in part only.
            guard languages != 0 else { continue }
            let share = shares[languages.nonzeroBitCount]
            var rest = languages
            while rest != 0 {
                scores[rest.trailingZeroBitCount] += share
                rest &= rest &- 1
            }
        }
        guard words >= 4, let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        let isSure = scores[best] >= 1.5 && scores[best] >= second * 1.6 && scores[best] * 9 >= Double(words)
        return isSure ? commonWords[best].code : isCyrillic && words >= 4 ? "ru" : nil
    }

    /// What a word counts for each of so many languages that list it.
    private static let shares: [Double] = [0] + (1...64).map { 1 / Double($0) }

    /// No listed word is longer than this, in bytes.
    private static let longestWord = 24

    /// Reads letters and apostrophes into a word.
    ///
    /// - Returns: the offset after the word; `start` where none begins there.
    private static func readWord(_ text: Span<UInt8>, from start: Int, into found: inout WordTable.Key) -> Int {
        var at = start
        var word = found
        defer { found = word }
        while at < text.count {
            let byte = text[at]
            let small = byte | 0x20
            if small &- 0x61 < 26 {
                word.add(small)
                at &+= 1
                continue
            }
            if byte < 0x80 {
                guard byte == UInt8(ascii: "'") else { return at }
                word.add(byte)
                at &+= 1
                continue
            }
            var next = at
            let scalar = BlockText.scalar(in: text, at: &next)
            guard scalar == 0x2019 || BlockText.isLetter(scalar) else { return at }
            word.add(scalar)
            at = next
        }
        return at
    }
}
