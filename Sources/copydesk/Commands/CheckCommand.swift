import Answers
import Desk
import Home
import Store

extension Command {
    static let check = Command(
        name: "check",
        operands: "[DUMP…]",
        summary: "Compare what the desk holds with what it must be.",
        details: """
            Looks at the database's pages and references, the full-text index, every kept original against its
            SHA-256, and the change log against the database. With --config and without --home only the
            configuration is checked, with its layouts: the one in force, or FILE. Exit code 1 when something is wrong.

            --repair makes anew what follows from the rest: indexes from the rows, the change log from the database. A
            damaged original, row or page cannot be made anew: put a backup back. No desk may serve the home meanwhile.

            A table tells how many bytes of the database each part takes, its share, and the tables and indexes that it
            is made of, the largest first. The parts add up to the whole, as SQLite's table dbstat has it. "Texts beside
            originals" are the fields of all revisions, and bodies that stand in no original as they are. What is free,
            or unused within pages, is for rows to come; `copydesk backup` writes a copy without it.

            With --json all of it is one object: checked, left_out, mended and wrong are lists of lines; sizes holds
            bytes, unused_bytes and parts, each {name, bytes, made_of: [{name, bytes}]}, and is null where the SQLite
            library lacks dbstat.
            """,
        options: [
            CommandLineOption("repair", .flag, "mend what can be made anew, and say what was done"),
            CommandLineOption("json", .flag, "one JSON object"),
            CommandLineOption(
                "layout",
                .value("FILE"),
                "show what a layout file makes of the dumps named, nothing else"
            ),
            CommandLineOption(
                "config",
                .optional("FILE"),
                "check the configuration only; with --home, use FILE for it all"
            ),
        ],
        examples: [
            "copydesk check --home ./desk", "copydesk check --home ./desk --json | jq '.sizes.parts[] | {name, bytes}'",
            "copydesk check --layout my-site.layout dumps/*.txt",
            "copydesk check --home ./desk --repair", "copydesk check --config /etc/copydesk/copydesk.conf",
        ],
        run: { arguments, surroundings in
            let isOfConfiguration = arguments.has("config") && arguments.text("home") == nil
            if arguments.has("json"), isOfConfiguration || arguments.text("layout") != nil {
                throw CommandLineArguments.Misuse(message: "--json tells of a desk: it needs --home, and no --layout")
            }
            if let layout = arguments.text("layout") {
                try arguments.expect(1...Int.max, "the dumps to try the layout on")
                let check = try LayoutCheck(layout, dumps: arguments.operands)
                try Console.write(check.text)
                return check.isUsed ? 0 : 1
            }
            try arguments.expect(0...0, "no words, but dumps with --layout")
            if isOfConfiguration {
                let check = try ConfigurationCheck(surroundings, file: arguments.text("config"), home: nil)
                try Console.write(check.text)
                return 0
            }
            return try checkDesk(arguments, surroundings)
        }
    )

    private static func checkDesk(_ arguments: CommandLineArguments, _ surroundings: Surroundings) throws -> Int32 {
        let isTerminal = surroundings.errorIsTerminal
        let (file, home) = (arguments.text("config"), arguments.text("home"))
        let check = try Check(surroundings, configurationFile: file, home: home) { what, done, count in
            guard isTerminal else { return }
            Console.writeError("\r\(what)\(count > 0 ? ": \(done) of \(count)" : "")\u{1B}[K")
        }
        var done: [String] = []
        let report: CheckReport
        if arguments.has("repair") {
            // It holds the home's lock, so no desk can write until the second check is done.
            let repair = try Repair(surroundings, configurationFile: file, home: home)
            done = try repair.mend(try check.run(isAlone: true).defects, epoch: check.epoch)
            report = try check.run(isAlone: true)
            _ = consume repair
        } else {
            report = try check.run()
        }
        var answer = CheckAnswer(mended: done, report: report)
        do throws(Fault) {
            answer.sizes = try check.sizes()
            if answer.sizes == nil {
                answer.report.leftOut.append("sizes: this SQLite library was built without dbstat")
            }
        } catch {
            answer.report.leftOut.append("sizes: \(error.message)")
        }
        if isTerminal { Console.writeError("\r\u{1B}[K") }
        try Console.write(arguments.has("json") ? answer.json : answer.text)
        return report.defects.isEmpty ? 0 : 1
    }
}
