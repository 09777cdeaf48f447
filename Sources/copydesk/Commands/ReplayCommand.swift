import Answers
import Home
import Platform

extension Command {
    static let replay = Command(
        name: "replay",
        operands: "SEGMENT…",
        summary: "Rebuild a database from a change log alone.",
        details: """
            The closed segments (changes/*.jsonl) and the live log may be given in any order; together they must begin with the first record, or
            follow a snapshot that is given with them. Each SHA-256 in the log is compared with the bytes that it is of.

            Every view comes out as the desk has it, but for the bytes of the dumps, which no log holds. From a snapshot
            on, the view changes begins after it. The database can be searched and shown, but no desk serves it, and it
            tells no change records: the log has them.

            Exit code 3 when the beginning of the history is missing.
            """,
        options: [CommandLineOption("into", .value("FILE"), "the database to make; it must not exist")],
        examples: [
            "copydesk replay desk/changes.jsonl --into copy.db",
            "copydesk changes --home ./desk --snapshot start.jsonl",
            "copydesk replay start.jsonl desk/changes.jsonl --into later.db",
        ],
        run: { arguments, surroundings in
            try arguments.expect(1...Int.max, "the files of a change log")
            guard let target = arguments.values["into"]?.first else {
                throw CommandLineArguments.Misuse(message: "replay: --into FILE names the database to make")
            }
            let journal = Journal.standardError(terminal: surroundings.errorIsTerminal, stream: nil)
            let progress = surroundings.errorIsTerminal ? TerminalProgress(journal) : nil
            let files = try arguments.operands.map { try path($0) }
            let replay = try Replay(files, into: try path(target)) { name, done, total in
                progress?.show(order: name, done: done, of: total)
            }
            let report = try replay.run()
            progress?.clear()
            try Console.write(report.text)
            return 0
        }
    )
}

private func path(_ word: [UInt8]) throws -> Path {
    guard let path = Path(bytes: word) else {
        throw CommandLineArguments.Misuse(message: "\(Path.display(word)) can be no file")
    }
    return path
}

extension Replay.Report {
    /// One line for whoever asked for it.
    fileprivate var text: String {
        "\(records) records of \(files) \(files == 1 ? "file" : "files") replayed up to \(epoch):\(seq); "
            + "\(digests) SHA-256 agree; the bytes of the dumps are not in a log\n"
    }
}
