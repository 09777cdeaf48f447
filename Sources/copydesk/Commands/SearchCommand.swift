import Answers
import Home
import Platform
import Store

extension Command {
    static let search = Command(
        name: "search",
        operands: "WORDS…",
        summary: "Find articles that hold all the words, best first.",
        details: """
            \(queryHelp)

            Each hit is shown with its id, title, day, source, and the part of its text that has most of the words.
            With --json each is an object on a line of its own: kind, id, title, source, authors, published_on,
            first_seen_at, excerpt, and marks: [start, end] of each word found in excerpt, in Unicode characters.

            Exit code 1 when nothing is found, 2 when the query is wrong; the place is marked.
            """,
        options: [
            CommandLineOption("limit", .value("N"), "at most N hits (20)"),
            CommandLineOption(
                "order",
                .value("best|recent|newest"),
                "best: by BM25; recent: a hit of 30 days counts half, of 60 a third; newest: by day"
            ),
            CommandLineOption("count", .flag, "only how many there are"),
            CommandLineOption("json", .flag, "a JSON object on a line for each hit"),
        ],
        examples: [
            "copydesk search --home ./desk harbour ferry", "copydesk search --home ./desk 'astro*' --limit 5",
            "copydesk search --home ./desk '\"ice house\" outlet:brackish -dredger'",
            "copydesk search --home ./desk 'ferry OR NEAR(quay lamp, 20)' after:2026-01 --order newest",
            "copydesk search --home ./desk lang:en after:2026 before:2027 --count",
            "copydesk search --home ./desk 'kind:any harbour' --json | jq -r '[.kind, .title] | @tsv'",
        ],
        takesQuery: true,
        run: { arguments, surroundings in
            try arguments.expect(1...Int.max, "the words to look for")
            let query = try SearchQuery(asked: arguments.operandTexts.joined(separator: " "), doing: "search")
            let order = try order(arguments.text("order") ?? "best")
            let limit = try arguments.number("limit") ?? 20
            let reader = try arguments.reader(surroundings)
            if arguments.has("count") {
                let count = try reader.count(query)
                try Console.write("\(count)\n")
                return count == 0 ? 1 : 0
            }
            let found = try reader.search(query, order, limit: limit)
            if found.isEmpty, arguments.operands.count == 1, let gone = try reader.forgotten(arguments.operandTexts[0])
            {
                throw gone
            }
            let asJSON = arguments.has("json")
            let colours = surroundings.outputIsTerminal
            try Console.write(found.map { asJSON ? $0.json : $0.text(colours: colours) }.joined())
            return found.isEmpty ? 1 : 0
        }
    )

    /// What a query may hold, for the help of each command that takes one.
    static let queryHelp = """
        All words are wanted, in any order. "two words" in quotes are a phrase; a word that ends in * stands for all
        that begin with it; -word or NOT word excludes; OR is either; ( ) group; NEAR(a b, 5) wants words with at most
        5 others between them. title: and body: look there only; outlet:, author: and site: look for letters anywhere in
        that field; lang: is a code such as en; after:2026-03 and before:2026-03-15 compare the day of publication, or
        the first on which the desk saw it: after: counts from that day on, before: up to the day before it. kind: is
        article (default), teaser or any. The value of a field with spaces stands in quotes: outlet:"The Lamp".

        Capitals and accents do not matter. In Chinese, Japanese, Thai, Lao, Khmer and Burmese, words are found inside a
        run too, from one character on; there, a word can also be found where two others meet.
        """

    private static func order(_ name: String) throws(CommandLineArguments.Misuse) -> SearchOrder {
        switch name {
        case "best": return .best
        case "recent": return .recent(today: String(Timestamp.now.iso.prefix(10)))
        case "newest": return .newest
        default:
            throw CommandLineArguments.Misuse(
                message: "--order \(CommandLineArguments.shown(name)): expected best, recent or newest"
            )
        }
    }
}
