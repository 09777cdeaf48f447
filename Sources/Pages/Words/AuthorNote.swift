/// Reads the author's name from the note at the end of a story: `Ada Marsh is a reporter …`, `About Ada Marsh`.
enum AuthorNote {
    /// The range of the name in a block's text; nil where the block is no such note.
    static func name(in text: [UInt8]) -> Range<Int>? {
        guard let first = text.first, first >= 0x41 else { return nil }
        // `LineCase.lowered` copies the line, so lines that cannot begin with one of these phrases are skipped first. The
        // letters À and Ü begin with the byte 0xC3.
        if text.count <= 60, first == 0xC3 || first | 0x20 == UInt8(ascii: "a") {
            let lower = LineCase.lowered(text)
            if let opening = openings.length(in: lower, at: 0) {
                let range = BlockText.trimmed(text, opening..<text.count)
                return BylineNames.isBareName(Array(text[range])) ? range : nil
            }
        }
        if text.count <= 100, requestLetters.contains(first | 0x20), let sign = text.lastIndex(of: UInt8(ascii: "@")) {
            let opening = requests.length(in: LineCase.lowered(Array(text.prefix(20))), at: 0)
            if let opening, opening < sign { return addressee(text, opening..<sign) }
        }
        return nameBeforeVerb(in: text)
    }

    /// The name at the beginning of a sentence whose verb says what writers do.
    ///
    /// The name ends where the verb begins. The search gives up at the first word in small letters that begins no verb
    /// of the list and is no name particle such as "de"; in most blocks that is one of the first words.
    private static func nameBeforeVerb(in text: [UInt8]) -> Range<Int>? {
        var start = 0
        for count in 0...mostNameWords {
            let end = start - 1
            // A handle in brackets may stand between the name and the verb: `Ada Marsh (@ada) is a reporter`.
            if count >= 2, start < text.count, text[start] == UInt8(ascii: "("),
                let close = text[start...].prefix(longestHandle).firstIndex(of: UInt8(ascii: ")"))
            {
                let after = close + 2
                return verbs.length(in: text, at: after).flatMap { name(text, to: end, before: after, $0) }
            }
            if count >= 2, let verb = verbs.length(in: text, at: start) {
                return name(text, to: end, before: start, verb)
            }
            var next = start
            while next < text.count, text[next] != 0x20 { next += 1 }
            let isSmall = next > start && (0x61...0x7A).contains(text[start])
            guard next < text.count, !isSmall || WordMeaning.of(text, start..<next).has(.particle) else {
                return nil
            }
            start = next + 1
        }
        return nil
    }

    /// The name before a verb, where a writer's job follows the verb or the verb itself says what writers do.
    ///
    /// Without this condition any sentence that begins with a person's name would be taken for a note.
    private static func name(_ text: [UInt8], to end: Int, before start: Int, _ verb: Int) -> Range<Int>? {
        guard end > 0, BylineNames.isBareName(Array(text[..<end])) else { return nil }
        let rest = LineCase.lowered(Array(text[(start + verb)...].prefix(110)))
        return jobs.occur(in: rest, from: 0) || selfTelling.begin(Array(text[start...].prefix(12)))
            ? 0..<end : nil
    }

    /// The name before the address in a request to write to somebody: `Write to Ada Marsh at ada@harbour.example`.
    private static func addressee(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let words = text[range].split(separator: 0x20)
        guard let preposition = words.firstIndex(where: { $0.elementsEqual("at".utf8) }), preposition > 0 else {
            return nil
        }
        let name = range.lowerBound..<words[preposition - 1].endIndex
        return BylineNames.isBareName(Array(text[name])) ? name : nil
    }

    /// The most bytes of a handle in brackets.
    private static let longestHandle = 40
    private static let mostNameWords = 6

    /// Verbs that say by themselves what a writer does, so that no job need follow.
    private static let selfTelling = BlockPhrases(["covers ", "writes ", "reports ", "schreibt "])

    private static let openings = BlockPhrases(["about ", "über ", "à propos de ", "about the author: ", "author: "])

    private static let requests = BlockPhrases([
        "write to ", "email reporter ", "email ", "e-mail ", "contact reporter ", "contact ", "reach reporter ",
        "reach ",
    ])

    /// The first letters of `requests`.
    private static let requestLetters: [UInt8] = Array("wecr".utf8)

    private static let verbs = BlockPhrases([
        "is a ", "is an ", "is the ", "is our ", "covers ", "writes ", "reports ", "has been a ", "has written ",
        "joined ",
        "ist ", "arbeitet ", "schreibt ", "est ", "es ", "è ",
    ])

    /// Words for the jobs and subjects of writers; a note has one of them soon after its verb.
    private static let jobs = BlockPhrases([
        "reporter", "writer", "editor", "correspondent", "journalist", "columnist", "contributor", "covers ",
        "covering",
        "writes ", "staff ", "author", "freelance", "redakteur", "korrespondent", "journalist", "autor", "journaliste",
        "periodista", "giornalista", "statistics", "producer", "researcher", "fellow", "professor", "stories", "news",
    ])
}
