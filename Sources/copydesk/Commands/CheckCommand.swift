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
            """,
        options: [
            CommandLineOption("repair", .flag, "mend what can be made anew, and say what was done"),
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
            "copydesk check --home ./desk", "copydesk check --layout my-site.layout dumps/*.txt",
            "copydesk check --home ./desk --repair", "copydesk check --config /etc/copydesk/copydesk.conf",
        ],
        run: { arguments, surroundings in
            if let layout = arguments.text("layout") {
                try arguments.expect(1...Int.max, "the dumps to try the layout on")
                let check = try LayoutCheck(layout, dumps: arguments.operands)
                try Console.write(check.text)
                return check.isUsed ? 0 : 1
            }
            try arguments.expect(0...0, "no words, but dumps with --layout")
            if arguments.has("config"), arguments.text("home") == nil {
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
        if isTerminal { Console.writeError("\r\u{1B}[K") }
        var text = done.map { "mended    \($0)\n" }.joined()
        text += report.checked.map { "checked   \($0)\n" }.joined()
        text += report.leftOut.map { "left out  \($0)\n" }.joined()
        text += report.defects.map { "WRONG     \($0.text)\n" }.joined()
        try Console.write(text + (report.defects.isEmpty ? "all is well\n" : ""))
        return report.defects.isEmpty ? 0 : 1
    }
}
