/// Recognises the text of a page's `<title>` element, which many converters print as a line of its own above the page:
/// the headline and the name of the site, `Swing bridge shut | Lockside Reporter`.
enum TitleLine {
    /// The fewest letters, in bytes, of a headline that such a line repeats; shorter ones may stand there by chance.
    static let leastLetters = 6
    /// The most bytes of a site's name.
    private static let longestSite = 60
    private static let mostSiteWords = 6

    /// In bytes; longer lines are no title lines.
    private static let longest = 400

    /// Hashes of what a title line's headline may be, as in `BlockStatistics.fold`: only a headline with one of them has
    /// a site in `site(in:after:)`.
    static func heads(of line: [UInt8]) -> [UInt64] {
        guard line.count <= longest else { return [] }
        let parts = parts(of: line)
        var heads = parts.dropLast().map { parts[0].lowerBound..<$0.upperBound }
        if let sign = nameSign(in: line) { heads.append(0..<sign) }
        return heads.map { BlockStatistics(line.span.extracting($0)).fold }
    }

    /// What a line adds to the headline that it begins with; nil where it is no title line.
    ///
    /// The site's name is last, or a section is and the name before it. What stands before a headline is a kicker as
    /// often as a site's name (`Sociedad | …`), so that form is left alone.
    ///
    /// - Returns: where the site's name stands; an empty range where the line names none.
    static func site(in line: [UInt8], after headline: [UInt8]) -> Range<Int>? {
        let wanted = BlockText.letters(of: headline)
        guard wanted.count >= leastLetters, line.count <= longest else { return nil }
        if let name = nameAfterColon(in: line, wanted) { return name }
        let parts = parts(of: line)
        guard parts.count >= 2 else { return nil }
        // A headline may hold a dash itself, so that it takes several parts.
        for count in 1..<parts.count {
            let head = parts[0].lowerBound..<parts[count - 1].upperBound
            guard BlockText.letters(of: Array(line[head])) == wanted else { continue }
            let rest = parts[count...]
            if rest.contains(where: { isFeed(line, $0) }) { return nil }
            return rest.last { isName(line, $0) } ?? line.count..<line.count
        }
        return nil
    }

    /// Where a name stands that a colon or brackets part from the headline: `Bridge shut for weeks: Canal Gazette`.
    ///
    /// A kicker and its headline look the same, so the headline has to be twice as long as the name, and the name a few
    /// words with capitals.
    private static func nameAfterColon(in line: [UInt8], _ wanted: [UInt8]) -> Range<Int>? {
        guard let sign = nameSign(in: line) else { return nil }
        let isOpen = line[sign] == UInt8(ascii: "(")
        guard !isOpen || line.last == UInt8(ascii: ")"), BlockText.letters(of: Array(line[..<sign])) == wanted else {
            return nil
        }
        let name = BlockText.trimmed(line, (sign + 1)..<(isOpen ? line.count - 1 : line.count))
        let text = Array(line[name])
        let statistics = BlockStatistics(text)
        let isCapital =
            statistics.capitalised == statistics.words || statistics.capitalised == 0 && statistics.words <= 4
        return isName(line, name) && statistics.words <= 4 && isCapital && !statistics.startsLower
            && BlockText.letters(of: text).count * 2 <= wanted.count ? name : nil
    }

    /// Where the sign stands that may part a name from the headline.
    private static func nameSign(in line: [UInt8]) -> Int? {
        line.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") }
    }

    /// Whether a part is short enough for a site's name, and no section's.
    private static func isName(_ line: [UInt8], _ part: Range<Int>) -> Bool {
        let text = Array(line[part])
        let statistics = BlockStatistics(text)
        guard !part.isEmpty, part.count <= longestSite, (1...mostSiteWords).contains(statistics.words),
            statistics.letters >= 2, !statistics.endsSentence
        else { return false }
        let words = BylineLine(text)
        return !words.words(in: 0..<text.count).allSatisfy { words.meaning(of: $0).has([.section, .comments, .menu]) }
    }

    /// Whether a part announces a feed, which pages do in the same form: "Headline » Comments Feed".
    private static func isFeed(_ line: [UInt8], _ part: Range<Int>) -> Bool {
        feeds.occur(in: LineCase.lowered(Array(line[part])), from: 0)
    }

    private static let feeds = BlockPhrases([
        "feed", "rss", "alternate", "comment", "kommentar", "комментар", "коментар", "comentario", "التعليقات", "フィード",
        "kanał z ", "flux", "page ", "logo", "archive", "خوراک", "خلاصة", "פיד",
    ])

    /// The parts between bars, and between dashes and other signs that have a space on each side.
    private static func parts(of line: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var offset = 0
        let isWide = (line.first ?? 0) >= 0xE2
        while offset < line.count, parts.count < 8 {
            let at = offset
            let scalar = BlockText.scalar(in: line, at: &offset)
            // Two colons are one sign.
            if scalar == 0x3A, at > 0, line[at - 1] == 0x20, offset + 1 < line.count, line[offset] == 0x3A,
                line[offset + 1] == 0x20
            {
                parts.append(BlockText.trimmed(line, start..<at))
                offset += 1
                start = offset
                continue
            }
            let isSpaced = at > 0 && line[at - 1] == 0x20 && offset < line.count && line[offset] == 0x20
            guard isSeparator(scalar, isSpaced: isSpaced, isWide: isWide) else { continue }
            parts.append(BlockText.trimmed(line, start..<at))
            start = offset
        }
        parts.append(BlockText.trimmed(line, start..<line.count))
        return parts
    }

    /// Whether a sign separates parts.
    ///
    /// Pages in Chinese write `标题_网站` and `标题--网站` without spaces.
    private static func isSeparator(_ scalar: UInt32, isSpaced: Bool, isWide: Bool) -> Bool {
        switch scalar {
        case 0x7C, 0xFF5C: true
        case 0x5F, 0x2D: isWide || scalar == 0x2D && isSpaced
        case 0xAB, 0x2039: isSpaced
        default: isSpaced && (BylinePieces.isBar(scalar) || BylinePieces.isDash(scalar))
        }
    }
}
