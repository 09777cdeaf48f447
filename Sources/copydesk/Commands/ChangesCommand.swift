import Answers
import Home
import Platform
import Store

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
            let name = arguments.text("format") ?? "jsonl"
            guard name == "jsonl" || name == "text" else {
                throw CommandLineArguments.Misuse(
                    message: "--format \(CommandLineArguments.shown(name)): expected jsonl or text"
                )
            }
            let colours = surroundings.outputIsTerminal
            let form = { (record: Store.Record) in
                name == "jsonl" ? record.line : Array(record.text(colours: colours).utf8)
            }
            var feed = try ChangeFeed(
                try arguments.reader(surroundings),
                since: arguments.text("since"),
                types: arguments.list("type")
            )
            repeat {
                try write(&feed, form)
                // One cheap query every quarter of a second; a reader that wants records sooner can tail the log.
                if arguments.has("follow") { Clock.sleep(milliseconds: 250) }
            } while arguments.has("follow")
            return 0
        }
    )

    /// Writes the records that there are, some hundred kilobytes at a time.
    private static func write(_ feed: inout ChangeFeed, _ form: (Store.Record) -> [UInt8]) throws(Fault) {
        var bytes: [UInt8] = []
        while let record = try feed.next() {
            bytes += form(record)
            if bytes.count > 1 << 18 {
                try Console.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try Console.write(bytes) }
    }
}
