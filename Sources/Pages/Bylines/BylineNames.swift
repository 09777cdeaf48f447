/// Distinguishes people's names from everything else in a byline.
enum BylineNames {
    static let mostNames = 50
    static let longestName = 200

    /// The names of a list: `A`, `A and B`, `A, B and C`, `A; B`, `A A B B`.
    ///
    /// Jobs before the first name are left out, and so are jobs, degrees and handles after a name. The list ends at
    /// the first other part after a comma that is no such name (an agency, a town), and at anything else that follows a
    /// name within its part (`A for The Lamp`, `A Agency`).
    static func names(in text: [UInt8]) -> [String] {
        let line = BylineLine(text)
        var names: [String] = []
        var first: Range<Int>?
        var previous = 0
        var isOpen = true
        var isPlaced = false
        for part in BylineParts.parts(of: line, in: BylineRole.withoutLead(line, BylineParts.withoutLeadingSign(line)))
        {
            let between = previous..<part.lowerBound
            previous = part.upperBound
            if let doubled = BylineParts.doubled(line, part) {
                for name in doubled where isName(line, name) { append(line.string(name), to: &names) }
                continue
            }
            if first != nil, BylineRole.areDegrees(line, part) { continue }
            guard let (name, rest) = BylineParts.leadingName(line, part) else {
                guard first != nil, BylineRole.isJob(line, part) else { break }
                isOpen = false
                continue
            }
            guard isOpen || BylineRole.isJoined(line, between) || isPlaced else { break }
            // "By Ada Marsh, Coast Wire": the outlet follows the names.
            if first != nil, rest.isEmpty, OutletName.isKnown(line, part) { break }
            // After "Ada Marsh in Orford" another name has its place, too: "and Ole Brandt in Harbour".
            if isPlaced, BylineRole.tail(line, rest) != .place { break }
            if let first, !isLike(line, name, first: first) { break }
            if first == nil { first = name }
            append(line.string(name), to: &names)
            guard names.count < mostNames, let tail = BylineRole.tail(line, rest) else { break }
            isOpen = tail == .beside
            isPlaced = tail == .place
        }
        return names
    }

    private static func append(_ name: String, to names: inout [String]) {
        if name.utf8.count <= longestName, names.count < mostNames, !names.contains(name) { names.append(name) }
    }

    /// Whether a text has the shape of a person's name: one to six words with capitals, between them particles.
    static func isName(_ text: [UInt8]) -> Bool {
        guard (2...80).contains(text.count) else { return false }
        return isName(BylineLine(text), 0..<text.count)
    }

    static func isName(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        guard (2...80).contains(part.count) else { return false }
        let words = line.words(in: part)
        guard (1...6).contains(words.count) else { return false }
        var capitals = 0
        for (index, word) in words.enumerated() {
            guard hasNameSigns(line.text, word, isFirst: index == 0) else { return false }
            let meaning = line.meaning(of: word)
            guard !meaning.has(.role) else { return false }
            let isCapital = isCapital(line.text, word)
            // Particles such as "de", "van" and "bin" need no capital, but are no name by themselves.
            if meaning.has(.particle), index > 0 || !isCapital { continue }
            guard isCapital else { return false }
            capitals += 1
        }
        return capitals >= 1
    }

    /// Whether a line that nothing announces may be a person's name: two to four words, none of them a menu's.
    ///
    /// The name of a section or a product looks the same, so the caller must decide by the line's place on the page.
    /// The last word may be a menu's where it is a surname too.
    static func isBareName(_ text: [UInt8]) -> Bool {
        guard (4...80).contains(text.count) else { return false }
        return isBareName(BylineLine(text), 0..<text.count)
    }

    static func isBareName(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        let words = line.words(in: part)
        guard (2...4).contains(words.count), let last = words.last else { return false }
        // A Korean name is one word; only a title tells it from others (see `TitledName`).
        var offset = part.lowerBound
        if (0xAC00...0xD7A3).contains(BlockText.scalar(in: line.text, at: &offset)) { return false }
        for (index, word) in words.enumerated() {
            let meaning = line.meaning(of: word)
            // No name begins as "Text Ada Marsh" and "March Ada" do, and none ends as "A column by" does.
            if word == last, meaning.has(.opening) { return false }
            if index == 0, meaning.month != nil || meaning.has([.opening, .heading]), !meaning.has(.given) {
                return false
            }
            // A word that belongs to the date is no name, unless it is a particle too: "Ada de la Marsh".
            if meaning.has([.label, .update, .weekday, .reading]), !meaning.has([.particle, .given]) {
                return false
            }
            if meaning.has(.menu), index == 0 || word != last || !BylineWords.isSurname(line.lower[word]) {
                return false
            }
        }
        // The full stop of an initial, as in "Ada M.", follows one or two letters; after more it ends a sentence.
        guard last.count >= 2, line.text[last.upperBound - 1] != 0x2E || last.count <= 3 else { return false }
        return isName(line, part)
    }

    /// Whether a line is a person's name, that name twice, or a list of such names and nothing else.
    static func areBareNames(_ text: [UInt8]) -> Bool {
        guard (4...120).contains(text.count), BylineParts.mayBeNames(text) else { return false }
        let line = BylineLine(text)
        let whole = BylineParts.withoutLeadingSign(line)
        if isBareName(line, whole) { return true }
        guard BylineParts.isListed(line, whole) else { return false }
        let parts = BylineParts.parts(of: line, in: whole)
        if parts.count >= 2, let first = parts.first, isBareName(line, first) {
            return parts.dropFirst().allSatisfy {
                isBareName(line, $0) || !line.text[$0].contains(0x20) && isName(line, $0) || tellsJob(line, $0)
            }
        }
        if let doubled = BylineParts.doubled(line, whole) { return doubled.allSatisfy { isBareName(line, $0) } }
        // "Ada Marsh Harbour correspondent", "Ada Marsh @ada": a job or a handle shows that a name stands before it.
        guard tellsRole(line, whole), let (name, rest) = BylineParts.leadingName(line, whole), !rest.isEmpty,
            name.lowerBound == whole.lowerBound
        else { return false }
        return isBareName(line, name)
    }

    /// Whether a part of a list ends in the job of somebody who writes.
    private static func tellsJob(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        let words = line.words(in: part)
        return words.count <= 4 && (words.last.map { line.meaning(of: $0).has(.job) } ?? false)
    }

    private static func tellsRole(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        line.text[part].contains(UInt8(ascii: "@")) || line.words(in: part).contains { line.meaning(of: $0).has(.role) }
    }

    /// Whether a name begins with a given name that many people have.
    static func isPerson(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        guard let first = line.words(in: part).first else { return false }
        return WordMeaning.of(line.lower, first).has(.given) && isBareName(line, part)
    }

    /// Whether a text may be an outlet's name: a few words, most of them with capitals.
    static func isOutlet(_ text: [UInt8]) -> Bool {
        let statistics = BlockStatistics(text)
        guard (1...8).contains(statistics.words), statistics.width <= 80, !statistics.startsLower else { return false }
        guard statistics.digits <= 4 else { return false }
        // A text without any capital is taken for one in a script that has none; then only its length decides.
        if statistics.capitalised == 0 { return statistics.words <= 4 && !statistics.endsSentence }
        return statistics.capitalised * 2 >= statistics.words
    }

    /// Whether a later part is a name of the same kind as the first, not a town or an agency after a full name.
    private static func isLike(_ line: BylineLine, _ name: Range<Int>, first: Range<Int>) -> Bool {
        if line.text[first].contains(0x20), !line.text[name].contains(0x20), isCapital(line.text, name) {
            var offset = name.lowerBound
            if !BlockText.isUnspaced(BlockText.scalar(in: line.text, at: &offset)) { return false }
        }
        return isAllCapitals(line.text[first]) || !isAllCapitals(line.text[name])
    }

    static func isAllCapitals(_ text: ArraySlice<UInt8>) -> Bool {
        let text = Array(text)
        var offset = 0
        var capitals = 0
        while offset < text.count {
            let scalar = BlockText.scalar(in: text, at: &offset)
            if LineCase.isCapital(scalar) {
                capitals += 1
            } else if LineCase.isLetter(scalar), !BlockText.isUnspaced(scalar), !(0xAC00...0xD7A3).contains(scalar) {
                return false
            }
        }
        return capitals >= 2
    }

    private static func hasNameSigns(_ text: [UInt8], _ word: Range<Int>, isFirst: Bool) -> Bool {
        var offset = word.lowerBound
        while offset < word.upperBound {
            let scalar = BlockText.scalar(in: text, at: &offset)
            switch scalar {
            case 0x27, 0x2D, 0x2E, 0x2019, 0x2010, 0x2011, 0xB7, 0x30FB, 0x300...0x36F: continue
            // The signs that take the vowel off a letter of an Indic script, and the joiners beside them.
            case 0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA, 0x200C, 0x200D: continue
            // A nickname stands in quotation marks between the other names.
            case 0x22, 0x201C, 0x201D: if isFirst { return false }
            default: guard LineCase.isLetter(scalar) else { return false }
            }
        }
        return true
    }

    /// Whether a word begins with a capital, or is written in a script that has none.
    private static func isCapital(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        var offset = word.lowerBound
        var first = BlockText.scalar(in: text, at: &offset)
        if first == 0x22 || first == 0x201C || first == 0x201D || first == 0x27 || first == 0x2019,
            offset < word.upperBound
        {
            first = BlockText.scalar(in: text, at: &offset)
        }
        if LineCase.isCapital(first) || BlockText.isUnspaced(first) { return true }
        switch first {
        case 0xAC00...0xD7A3, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3, 0x900...0xDFF, 0x1200...0x137F: return true
        default: return false
        }
    }
}
