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
            A reader's position is EPOCH:SEQ of the last record it has handled. What the database does not hold any
            more is read from the closed logs of the home. Exit code 3 when these lack it too; the message names the
            oldest position that can be had.

            --snapshot writes all rows of the views as they stand, as lines row.* of the same form, to a file of its
            own: with what follows it, `copydesk replay` makes a database, and a follower without history begins.

            With --match only the records article.created, article.revised and article.reread are printed whose own
            title, body and other fields, as they were in that revision, are found by the query; it is written as for
            `copydesk search`: 'ferry timetable', '"night boat" OR harb*' or 'title:ferry outlet:lamp'. A long body
            counts whole, although the content.part records that carry it are not printed. A wrong query ends with exit
            code 2.

            The format cloudevents is the JSON format of CloudEvents 1.0.2, an event a line of at most 32,500 bytes: id
            is EPOCH/SEQ with 16 digits, source urn:uuid:EPOCH, type copydesk.TYPE, subject KIND/ID, time the time of
            commit, sequence the 16 digits, and data holds all other keys of the record.
            """,
        options: [
            CommandLineOption("since", .value("EPOCH:SEQ"), "only records after this one"),
            CommandLineOption("follow", .flag, "go on as changes come, until interrupted"),
            CommandLineOption("snapshot", .value("FILE"), "instead: write all rows as they stand to a new file"),
            CommandLineOption("type", .repeated("TYPE"), "only records of this type; may be repeated"),
            CommandLineOption(
                "match",
                .value("QUERY"),
                "only records of article texts that this query finds"
            ),
            CommandLineOption(
                "format",
                .value("jsonl|text|cloudevents"),
                "lines as in the change log (default), for people, or events"
            ),
        ],
        examples: [
            "copydesk changes --home ./desk --format text",
            "copydesk changes --home ./desk --type article.created | jq -r .after.title",
            "copydesk changes --home ./desk --match 'ferry NOT timetable' | jq -r .after.title",
            "copydesk changes --home ./desk --snapshot today.jsonl",
            "copydesk changes --home ./desk --since \"$(cat position)\" --follow",
        ],
        run: { arguments, surroundings in
            try arguments.expect(0...0, "no words")
            if let file = arguments.text("snapshot") { return try takeSnapshot(file, arguments, surroundings) }
            let form = try form(arguments.text("format") ?? "jsonl", colours: surroundings.outputIsTerminal)
            let choice = ChangeFeed.Choice(types: arguments.list("type"), query: arguments.text("match"))
            var feed = try ChangeFeed(try arguments.reader(surroundings), since: arguments.text("since"), choice)
            repeat {
                try write(&feed, form)
                // One cheap query every quarter of a second; a reader that wants records sooner can tail the log. Whose
                // reader has gone need not wait for the next change to learn it.
            } while try arguments.has("follow") && !Console.waitForReaderToGo(milliseconds: 250)
            return 0
        }
    )

    private static func takeSnapshot(
        _ file: String,
        _ arguments: CommandLineArguments,
        _ surroundings: Surroundings
    ) throws -> Int32 {
        let others = ["since", "follow", "type", "match", "format"]
        if let other = others.first(where: { arguments.has($0) || arguments.values[$0] != nil }) {
            throw CommandLineArguments.Misuse(message: "--snapshot writes all rows: it does not go with --\(other)")
        }
        let reader = try arguments.reader(surroundings)
        let taken = try reader.snapshot(to: Path(file))
        try Console.write("\(taken.rows) rows as of \(reader.epoch):\(taken.seq)\n")
        return 0
    }

    /// What is printed of a record.
    private static func form(_ name: String, colours: Bool) throws(CommandLineArguments.Misuse)
        -> (Store.Record) -> [UInt8]
    {
        switch name {
        case "jsonl": return { $0.line }
        case "text": return { Array($0.text(colours: colours).utf8) }
        case "cloudevents": return { $0.cloudEvent }
        default:
            throw CommandLineArguments.Misuse(
                message: "--format \(CommandLineArguments.shown(name)): expected jsonl, text or cloudevents"
            )
        }
    }

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
