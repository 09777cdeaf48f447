/// What is left of a piece of a byline when labels, times of day and counts are removed from both its ends.
struct BylineCore {
    private(set) var range: Range<Int>
    private(set) var comments: Byline.Part<Int>?
    /// Whether one of the labels says that something was published.
    private(set) var isMarked = false

    init(_ line: BylineLine, _ piece: Range<Int>) {
        var words = line.words(in: piece)[...]
        range = piece
        comments = BylineCore.takeComments(line, &words)
        BylineCore.takeReadingTime(line, &words)
        dropLabels(line, &words)
        while let word = words.last, BylineCore.isLabel(line, word) || BylineCore.isAddress(line, word) {
            isMarked = isMarked || line.meaning(of: word).has(.mark)
            words.removeLast()
        }
        guard let first = words.first, let last = words.last else {
            range = piece.lowerBound..<piece.lowerBound
            return
        }
        range = first.lowerBound..<last.upperBound
        while let last = line.text[range].last, BylineCore.isLooseSign(last) { range = range.dropLast() }
        while let first = line.text[range].first, BylineCore.isLooseSign(first) { range = range.dropFirst() }
    }

    /// Removes the labels at the beginning.
    ///
    /// A label with a capital may be the first word of a name, as in "El Faro" and "Der Anzeiger".
    private mutating func dropLabels(_ line: BylineLine, _ words: inout ArraySlice<Range<Int>>) {
        var rest = words
        // The words of a zone follow a time, which the piece begins with or the date before it ends in.
        var isTimed = words.first.map { BylineCore.followsTime(line, $0.lowerBound) } ?? false
        while let word = rest.first, BylineCore.isLabel(line, word) || isTimed && BylineCore.isZoneWord(line, word) {
            isTimed = isTimed || line.isNumber(word) || BylineCore.isZoneName(line, word)
            let meaning = line.meaning(of: word)
            isMarked = isMarked || meaning.has(.mark)
            rest.removeFirst()
            // A sure label is removed with all labels before it. One that may begin a name is removed only together
            // with a sure label after it.
            if !line.isCapital(word.lowerBound) || meaning.has([.mark, .update, .weekday])
                || BylineCore.isZoneName(line, word) || BylineCore.isZoneWord(line, word)
            {
                words = rest
            }
        }
        if rest.isEmpty { words = rest }
    }

    /// Whether the text before a piece ends in a time: in a digit, or in the "m" of "5:00 a.m.".
    private static func followsTime(_ line: BylineLine, _ start: Int) -> Bool {
        let before = line.lower[..<start].suffix(4).filter { $0 != 0x20 && $0 != 0x2E && $0 != 0x28 }
        return before.last.map { BlockText.isDigitByte($0) || $0 == UInt8(ascii: "m") || $0 == UInt8(ascii: "h") }
            ?? false
    }

    /// Whether a word is a zone's abbreviation in capitals, with which no name begins.
    private static func isZoneName(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        let bare = BylineLine.bare(line.text, word)
        return (2...5).contains(bare.count) && line.text[bare].allSatisfy { (0x41...0x5A).contains($0) }
            && (line.meaning(of: word).zone != nil || BylineWords.zones.contains(Array(line.lower[bare])))
    }

    /// Whether a word is part of a zone's name as it is written out after a time: `Pacific Time`.
    private static func isZoneWord(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        BylineWords.zoneWords.contains(Array(line.lower[BylineLine.bare(line.lower, word)]))
    }

    /// Whether a word is a handle or an email address: `@ada`, `ada@harbour.example`.
    private static func isAddress(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        guard let sign = line.text[word].firstIndex(of: UInt8(ascii: "@")) else { return false }
        return sign == word.lowerBound || line.text[sign..<word.upperBound].contains(UInt8(ascii: "."))
    }

    private static func isLooseSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: ")")
    }

    /// Removes a number of comments from the end: "12 Comments", "Leave a comment".
    private static func takeComments(
        _ line: BylineLine,
        _ words: inout ArraySlice<Range<Int>>
    ) -> Byline.Part<Int>? {
        guard words.suffix(3).contains(where: { line.meaning(of: $0).has(.comments) }) else { return nil }
        for count in stride(from: min(5, words.count), through: 2, by: -1) {
            guard let first = words.suffix(count).first, let last = words.last else { continue }
            let range = first.lowerBound..<last.upperBound
            guard let number = FooterCount.comments(String(decoding: line.lower[range], as: UTF8.self)) else {
                continue
            }
            words.removeLast(count)
            return Byline.Part(value: number, range: range)
        }
        return nil
    }

    /// Removes a reading time from the end: "4 min read", "Lesezeit: 4 Minuten", "1 minuti di lettura".
    private static func takeReadingTime(_ line: BylineLine, _ words: inout ArraySlice<Range<Int>>) {
        var rest = words
        var hasNumber = false
        while let word = rest.last, rest.count > 0 {
            let isNumber = line.isNumber(word) || startsWithDigit(line, word)
            guard isNumber || line.meaning(of: word).has(.reading) else { break }
            hasNumber = hasNumber || isNumber
            rest.removeLast()
        }
        guard hasNumber, words.count - rest.count >= 2 else { return }
        words = rest
    }

    private static func startsWithDigit(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        BlockText.isDigitByte(line.text[word.lowerBound]) && word.count <= 8
    }

    /// Whether a word is a time zone given as an offset: `gmt+7`, `utc-03:30`.
    private static func isZone(_ word: ArraySlice<UInt8>) -> Bool {
        guard (5...9).contains(word.count) else { return false }
        let sign = word[word.startIndex + 3]
        let name = word.prefix(3)
        return (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"))
            && (name.elementsEqual("gmt".utf8) || name.elementsEqual("utc".utf8))
    }

    /// Whether a word belongs to a date and names nobody: "Published", "on", "Uhr", a weekday, a time zone, a time.
    static func isLabel(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        let bare = BylineLine.bare(line.lower, word)
        if bare.isEmpty || line.isNumber(word) { return true }
        let meaning = WordMeaning.of(line.lower, bare)
        if meaning.has([.mark, .update, .label]) || meaning.has(.weekday) && bare.count > 3 { return true }
        if isZone(line.lower[bare]) { return true }
        // "6:21am", "17h30": digits, followed by the letters or the colon of a time.
        guard BlockText.isDigitByte(line.text[bare.lowerBound]), bare.count <= 8 else { return false }
        return line.lower[bare].contains { $0 == 0x68 || $0 == 0x3A || $0 == 0x6D }
    }
}
