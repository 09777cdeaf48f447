/// Recognises the text of a page's `<title>` element, which many converters print as a line of its own above the page:
/// the headline and the name of the site, `Swing bridge shut | Lockside Reporter`.
enum TitleLine {
    /// The fewest letters, in bytes, of a headline that such a line repeats; shorter ones may stand there by chance.
    static let leastLetters = 12
    /// The most bytes of a site's name.
    private static let longestSite = 60
    private static let mostSiteWords = 6

    /// Where the site's name stands in a line that begins with a headline; nil where the line is no title line.
    ///
    /// The name is last; between it and the headline a section may stand. What stands before a headline is a kicker as
    /// often as a site's name (`Sociedad | …`), so that form is left alone.
    static func site(in line: [UInt8], around headline: [UInt8]) -> Range<Int>? {
        let wanted = BlockText.letters(of: headline)
        guard wanted.count >= leastLetters, line.count <= 400 else { return nil }
        let parts = parts(of: line)
        guard parts.count >= 2 else { return nil }
        // A headline may hold a dash itself, so that it takes several parts.
        for count in 1..<parts.count {
            let head = parts[0].lowerBound..<parts[count - 1].upperBound
            if BlockText.letters(of: Array(line[head])) == wanted { return name(line, parts[parts.count - 1]) }
        }
        return nil
    }

    /// A part where it is short enough for a site's name.
    private static func name(_ line: [UInt8], _ part: Range<Int>) -> Range<Int>? {
        let text = Array(line[part])
        let statistics = BlockStatistics(text)
        // Pages announce their feeds in the same form: "Headline » Comments Feed".
        let line = BylineLine(text)
        let isNotice = line.words(in: 0..<text.count).allSatisfy {
            line.meaning(of: $0).has([.section, .comments, .menu])
        }
        return !part.isEmpty && !isNotice && !feeds.occur(in: line.lower, from: 0) && part.count <= longestSite
            && (1...mostSiteWords).contains(statistics.words)
            && statistics.letters >= 2 && !statistics.endsSentence ? part : nil
    }

    private static let feeds = BlockPhrases([
        "feed", "rss", "alternate", "comment", "kommentar", "комментар", "коментар", "comentario", "التعليقات", "フィード",
        "kanał", "flux", "page ", "logo", "archive", "خوراک", "خلاصة", "פיד",
    ])

    /// The parts between bars, and between dashes and other signs that have a space on each side.
    private static func parts(of line: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var offset = 0
        while offset < line.count, parts.count < 8 {
            let at = offset
            let scalar = BlockText.scalar(in: line, at: &offset)
            let isSpaced = at > 0 && line[at - 1] == 0x20 && offset < line.count && line[offset] == 0x20
            let isBar = scalar == 0x7C || scalar == 0xFF5C
            guard isBar || isSpaced && (BylinePieces.isBar(scalar) || BylinePieces.isDash(scalar) || scalar == 0xAB)
            else { continue }
            parts.append(BlockText.trimmed(line, start..<at))
            start = offset
        }
        parts.append(BlockText.trimmed(line, start..<line.count))
        return parts
    }
}
