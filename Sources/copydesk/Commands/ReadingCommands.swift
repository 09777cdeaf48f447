import Answers
import Home

extension Command {
    static let show = Command(
        name: "show",
        operands: "ID",
        summary: "Show one article or teaser with its fields and history.",
        details: """
            The id may be cut to as many characters as tell it from the others. With --explain it may be a dump's
            SHA-256 too; an article or teaser is explained by the dump that brought it last: its blocks with the label
            that each was given, how sure that is and what else it might be, the bytes that each field was read from,
            what spoke for the kind of page, and how the page would read as the other kind.

            --diff prints a line for each paragraph that differs, and one before and after it; the title is paragraph 1.
            The line begins with - if it was removed, + if it was inserted, ~ if it was changed and > if it was moved;
            the words in it that differ stand in [-old-] and {+new+}. A line "…" stands for what is left out.

            With --diff, --json prints an object of id, from and to {revision, seen_at, nature, cause}, equal,
            title_changed and paragraphs. These are all paragraphs of both texts, each {kind, from, to, text, words}:
            kind is same, removed, inserted, changed or moved; from and to are its places in the two texts, null in the
            one that lacks it; words is a list of {kind, text}, whose kind is same, removed or inserted, and null where
            no words in it differ.
            """,
        options: [
            CommandLineOption("revision", .value("N"), "the text of revision N instead of the newest"),
            CommandLineOption("diff", .list("A B"), "what differs between revisions A and B, by paragraphs and words"),
            CommandLineOption("explain", .flag, "the dump, and why it was read as it was"),
            CommandLineOption(
                "width",
                .value("N"),
                "columns of --explain, --diff ($COLUMNS, else the terminal's, else 100)"
            ),
            CommandLineOption("json", .flag, "one JSON object"),
        ],
        examples: [
            "copydesk show --home ./desk art_6mlct", "copydesk show --home ./desk art_6mlct --diff 1 2",
            "copydesk show --home ./desk art_6mlct --diff 1 2 --json | jq '.paragraphs[] | {kind, from, to}'",
            "copydesk show --home ./desk art_6mlct --explain",
            "copydesk show --home ./desk c3fe93 --explain --json | jq '.blocks[] | select(.label == \"facts\")'",
        ],
        run: { arguments, surroundings in
            try arguments.expect(1...1, "one id")
            let id = arguments.operandTexts[0]
            if arguments.has("explain"), let other = ["revision", "diff"].first(where: { arguments.values[$0] != nil })
            {
                throw CommandLineArguments.Misuse(message: "--explain shows a dump: it does not go with --\(other)")
            }
            let pair = try arguments.revisionPair()
            let width = try arguments.number("width") ?? surroundings.outputWidth
            let colours = surroundings.outputIsTerminal
            let reader = try arguments.reader(surroundings)
            if arguments.has("explain") {
                let explained = try reader.explained(id)
                try Console.write(
                    arguments.has("json") ? explained.json : explained.text(width: width, colours: colours)
                )
            } else if let pair {
                let difference = try reader.difference(id, from: pair.from, to: pair.to)
                try Console.write(
                    arguments.has("json") ? difference.json : difference.text(width: width, colours: colours)
                )
            } else {
                let shown = try reader.shown(id, revision: try arguments.number("revision"))
                try Console.write(arguments.has("json") ? shown.json : shown.text)
            }
            return 0
        }
    )

    static let original = Command(
        name: "original",
        operands: "SHA256",
        summary: "Write a dump's bytes, exactly as delivered, to standard output.",
        details: "The hash may be cut to as many digits as tell it from the others.",
        options: [],
        examples: ["copydesk original --home ./desk c3fe93 > page.txt"],
        run: { arguments, surroundings in
            try arguments.expect(1...1, "one SHA-256")
            try Console.write(try arguments.reader(surroundings).original(arguments.operandTexts[0]))
            return 0
        }
    )
}

extension CommandLineArguments {
    /// The desk these arguments name, opened for reading.
    func reader(_ surroundings: Surroundings) throws -> Reader {
        try Reader(surroundings, configurationFile: text("config"), home: text("home"))
    }

    /// The two revisions that `--diff` names; nil where it is not given.
    fileprivate func revisionPair() throws(Misuse) -> (from: Int, to: Int)? {
        guard let pair = values["diff"] else { return nil }
        guard values["revision"] == nil else {
            throw Misuse(message: "--diff names its revisions: it does not go with --revision")
        }
        let numbers = pair.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard pair.count == 2, numbers.count == 2 else {
            throw Misuse(message: "--diff A B: expected two revision numbers")
        }
        return (numbers[0], numbers[1])
    }
}
