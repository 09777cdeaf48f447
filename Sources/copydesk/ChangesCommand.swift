import Desk

extension Command {
    static let changes = Command(
        name: "changes",
        operands: "",
        summary: "Print change records from a position on, straight from the database.",
        details: """
            A reader's position is EPOCH:SEQ of the last record it has handled. Exit code 3 when the database does not
            have the history after it: start over then.
            """,
        options: [
            CommandLineOption("since", .value("EPOCH:SEQ"), "only records after this one"),
            CommandLineOption("follow", .flag, "go on as changes come, until interrupted"),
            CommandLineOption("type", .repeated("TYPE"), "only records of this type; may be repeated"),
            CommandLineOption("format", .value("jsonl|text"), "lines as in the change log (default), or for people"),
        ],
        examples: [
            "copydesk changes --home ./desk --format text",
            "copydesk changes --home ./desk --type article.created | jq -r .after.title",
            "copydesk changes --home ./desk --since \"$(cat position)\" --follow",
        ],
        run: { arguments, surroundings in
            try arguments.expect(0...0, "no words")
            let name = arguments.text("format") ?? ChangeFeed.Format.jsonl.rawValue
            guard let format = ChangeFeed.Format(rawValue: name) else {
                throw CommandLineArguments.Misuse(
                    message: "--format \(CommandLineArguments.shown(name)): expected jsonl or text"
                )
            }
            var feed = try ChangeFeed(
                try arguments.reader(surroundings),
                since: arguments.text("since"),
                types: arguments.list("type"),
                format: format,
                colours: surroundings.outputIsTerminal
            )
            try feed.write(follow: arguments.has("follow"))
            return 0
        }
    )
}
