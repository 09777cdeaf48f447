/// Reads the author from the note about them at a story's end: `Ada Marsh is a reporter …`, `About Ada Marsh`.
enum AuthorNote {
    /// The range of the name in a block's text; nil where the block is no such note.
    static func name(in text: [UInt8]) -> Range<Int>? {
        let line = BlockText.cut(text, to: 200)
        if let opening = openings.length(in: BlockText.lowercased(line), at: 0), line.count <= 60 {
            let range = BlockText.trimmed(line, opening..<line.count)
            return BylineNames.isBareName(Array(line[range])) ? range : nil
        }
        // The name ends where the verb begins; a sentence about anybody else says more of him than his work.
        var spaces = 0
        for index in line.indices where line[index] == 0x20 {
            spaces += 1
            guard spaces >= 2 else { continue }
            if spaces > 5 { return nil }
            let rest = BlockText.lowercased(Array(line[(index + 1)...]))
            guard let verb = verbs.length(in: rest, at: 0) else { continue }
            let name = 0..<index
            guard BylineNames.isBareName(Array(line[name])) else { return nil }
            return jobs.occur(in: Array(rest.prefix(110)), from: verb) ? name : nil
        }
        return nil
    }

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
