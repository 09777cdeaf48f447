import Answers
import Home
import Platform

extension Command {
    static let report = Command(
        name: "report",
        operands: "FILE",
        summary: "Write a page that shows what came in: charts, edits, shared stories, refusals.",
        details: """
            The page is one HTML file that needs nothing else: no network, no script. It tells of articles by time and
            outlet, of deliveries and how many of them were known already, of silent edits with their differences, of
            stories that several outlets carry, of refusals, and of how sure it is what was read. It is of one state of
            the database, also while the desk runs.

            All of it is about what came in from the first day to the last, both included, in UTC. A day is written
            2026-03-04; a month 2026-03 or a year 2026 stands for all its days. The file must not exist; it appears
            under its name when it is whole. With - the page goes to standard output.
            """,
        options: [
            CommandLineOption("since", .value("DATE"), "only what came in on this day or later"),
            CommandLineOption("until", .value("DATE"), "only what came in on this day or before"),
            CommandLineOption("force", .flag, "replace the file if it exists"),
        ],
        examples: [
            "copydesk report --home ./desk desk.html",
            "copydesk report --home ./desk --since 2026 --force desk.html",
            "copydesk report --home ./desk --until 2099-12 - > all.html",
        ],
        run: { arguments, surroundings in
            try arguments.expect(1...1, "the file to write, or - for standard output")
            let period = try ReportPeriod(since: arguments.text("since"), until: arguments.text("until"))
            let reader = try arguments.reader(surroundings)
            let journal = Journal.standardError(terminal: surroundings.errorIsTerminal, stream: nil)
            let progress = surroundings.errorIsTerminal ? TerminalProgress(journal) : nil
            let report = ReportReader(reader, period) { name, step, steps in
                progress?.show(order: "report (\(name))", done: step, of: steps)
            }
            guard arguments.operands[0] != Array("-".utf8) else {
                try write(report, to: { (bytes) throws(Fault) in try Console.write(bytes) })
                progress?.clear()
                return 0
            }
            guard let target = Path(bytes: arguments.operands[0]) else {
                throw CommandLineArguments.Misuse(message: "\(Path.display(arguments.operands[0])) can be no file")
            }
            let size = try NewFile.write(target, what: "report", replacing: arguments.has("force")) {
                (sink) throws(Fault) in try write(report, to: sink)
            }
            progress?.clear()
            try Console.write("\(target): \(Figures.bytes(Int64(size)))\n")
            return 0
        }
    )

    /// Writes the page in pieces of some hundred kilobytes.
    private static func write(_ reader: ReportReader, to sink: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
        var buffer: [UInt8] = []
        try reader.read(madeAt: Timestamp.now.description) { (report, edit) throws(Fault) in
            try withoutActuallyEscaping(sink) { (sink) throws(Fault) in
                let page = ReportPage(report) { (piece) throws(Fault) in
                    buffer += piece.html.utf8
                    guard buffer.count > 1 << 18 else { return }
                    try sink(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
                try page.write(edit: edit)
            }
        }
        try sink(buffer)
    }
}
