import Answers
import Home
import Platform

extension Command {
    static let reread = Command(
        name: "reread",
        operands: "[SHA256…]",
        summary: "Read dumps anew by this version's rules: those named, or those that older rules read.",
        details: """
            Where the result is the same, nothing is told. Otherwise the change log has a record article.reread with the
            cause extractor for each article that is read otherwise, and the article a revision of the nature reread: it
            never looks like an edit by the publisher. SHA256 may be cut to as many digits as tell it from the others.

            The desk that serves the home does it between its deliveries; where none does, this command. It can be
            stopped at any time, and goes on where it was at the desk's next start. `copydesk status` tells how many
            dumps older rules have read.

            Prints a line for each dump that is read otherwise, and a sum. Needs the right to write to the home: the
            desk's user or root; --dry-run needs only the right to read.
            """,
        options: [
            CommandLineOption("all", .flag, "all dumps, whichever rules read them"),
            CommandLineOption("dry-run", .flag, "only show what would change"),
        ],
        examples: [
            "copydesk reread --home ./desk --dry-run", "copydesk reread --home ./desk",
            "copydesk reread --home ./desk --all",
        ],
        run: { arguments, surroundings in
            let names = arguments.operandTexts.map { $0.lowercased() }
            if arguments.has("all"), !names.isEmpty {
                throw CommandLineArguments.Misuse(message: "--all and single dumps do not go together")
            }
            for name in names where name.isEmpty || name.count > 64 || !name.allSatisfy(\.isHexDigit) {
                throw CommandLineArguments.Misuse(message: "'\(CommandLineArguments.shown(name))' is no SHA-256")
            }
            let dumps = arguments.has("all") ? ["*"] : names
            if arguments.has("dry-run") {
                let journal = Journal.standardError(
                    terminal: surroundings.errorIsTerminal,
                    stream: surroundings.journalStream
                )
                let progress = surroundings.errorIsTerminal ? TerminalProgress(journal) : nil
                defer { progress?.clear() }
                let trial = RereadTrial(try arguments.reader(surroundings))
                try Console.write(try trial.run(dumps) { progress?.show(order: "reread", done: $0, of: $1) } + "\n")
                return 0
            }
            try Console.write(try OrderErrand(arguments, surroundings).carryOut(.reread(dumps)) + "\n")
            return 0
        }
    )
}
