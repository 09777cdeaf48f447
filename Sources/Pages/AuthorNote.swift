/// Reads the author from the note about them at a story's end: `Ada Marsh is a reporter …`, `About Ada Marsh`.
enum AuthorNote {
    /// The range of the name in a block's text; nil where the block is no such note.
    static func name(in text: [UInt8]) -> Range<Int>? {
        guard let first = text.first, first >= 0x41 else { return nil }
        // Few lines begin as these phrases do; other lines are not copied.
        if text.count <= 60, first >= 0x80 || first | 0x20 == UInt8(ascii: "a") {
            let lower = LineCase.lowered(text)
            if let opening = openings.length(in: lower, at: 0) {
                let range = BlockText.trimmed(text, opening..<text.count)
                return BylineNames.isBareName(Array(text[range])) ? range : nil
            }
        }
        // The name ends where the verb begins, which is the first word in small letters; most blocks have one sooner.
        var start = 0
        for count in 0...mostNameWords {
            if count >= 2, let verb = verbs.length(in: text, at: start) { return name(text, before: start, verb) }
            var end = start
            while end < text.count, text[end] != 0x20 { end += 1 }
            let isSmall = end > start && (0x61...0x7A).contains(text[start])
            guard end < text.count, !isSmall || WordMeaning.of(text, start..<end).has(.particle) else {
                return nil
            }
            start = end + 1
        }
        return nil
    }

    /// The name before a verb, where a job stands behind it: a sentence about anybody else says more than his work.
    private static func name(_ text: [UInt8], before start: Int, _ verb: Int) -> Range<Int>? {
        guard start > 1, BylineNames.isBareName(Array(text[..<(start - 1)])) else { return nil }
        let rest = LineCase.lowered(Array(text[(start + verb)...].prefix(110)))
        return jobs.occur(in: rest, from: 0) || selfTelling.begin(Array(text[start...].prefix(12)))
            ? 0..<(start - 1) : nil
    }

    private static let mostNameWords = 6

    /// Verbs that tell what a writer does by themselves.
    private static let selfTelling = BlockPhrases(["covers ", "writes ", "reports ", "schreibt "])

    private static let openings = BlockPhrases(["about ", "über ", "à propos de ", "about the author: ", "author: "])

    private static let verbs = BlockPhrases([
        "is a ", "is an ", "is the ", "is our ", "covers ", "writes ", "reports ", "has been a ", "has written ",
        "joined ",
        "ist ", "arbeitet ", "schreibt ", "est ", "es ", "è ",
    ])

    /// What those do who write; a note names it in its first words.
    private static let jobs = BlockPhrases([
        "reporter", "writer", "editor", "correspondent", "journalist", "columnist", "contributor", "covers ",
        "covering",
        "writes ", "staff ", "author", "freelance", "redakteur", "korrespondent", "journalist", "autor", "journaliste",
        "periodista", "giornalista", "features", "producer", "researcher", "fellow", "professor", "stories", "news",
    ])
}
