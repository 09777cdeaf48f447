import Home
import Platform

extension Command {
    static let forget = Command(
        name: "forget",
        operands: "ID|SHA256",
        summary: "Remove a dump or an article for good, and leave why.",
        details: """
            Either may be cut to as many characters as tell it from the others. The desk that serves the home does it,
            or this command where none does. The database file is written anew, so that nothing of it can be read from
            free pages; that needs room for the file twice.

            Of a dump, its bytes go, what was read from it, and the articles, revisions and teasers that no other dump
            shows. Delivered again it is taken in anew. Of an article, all its revisions go, and the bytes of every
            dump that showed it; a dump that shows other items stays known without its bytes, and is a duplicate when
            it comes again. What is left is its id or SHA-256, hashes of its texts, the reason and the time; the view
            forgotten has them.

            --block refuses it from now on: a delivery that brings it is rejected as "blocked", a page that shows a
            blocked article as a whole. To forget it once more without --block lifts that.

            Records made from now on hold nothing of its text, but lines of the change log do. --scrub-log writes those
            files anew, under their names: whoever follows one of them meets a new file. Copies that others made of the
            log or the database are theirs to clear, and so are files in rejected/ and backups.
            """,
        options: [
            CommandLineOption("reason", .value("TEXT"), "why, in a line of at most 500 characters; must be given"),
            CommandLineOption("block", .flag, "refuse it when it comes again"),
            CommandLineOption("scrub-log", .flag, "take it out of the change log's files too"),
        ],
        examples: [
            "copydesk forget --home ./desk art_6mlct --reason 'wish of the author' --scrub-log",
            "copydesk forget --home ./desk c3fe93 --reason 'not a news page' --block",
        ],
        run: { arguments, surroundings in
            try arguments.expect(1...1, "one id or SHA-256")
            let word = arguments.operandTexts[0]
            guard let reason = arguments.text("reason"), reason.contains(where: { !$0.isWhitespace }) else {
                throw CommandLineArguments.Misuse(message: "--reason TEXT: why it is to be forgotten must be said")
            }
            guard reason.unicodeScalars.count <= 500,
                reason.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else {
                throw CommandLineArguments.Misuse(message: "--reason TEXT: expected one line of at most 500 characters")
            }
            guard !word.isEmpty else { throw CommandLineArguments.Misuse(message: "expected one id or SHA-256") }
            let order = OperatorOrder.forget(
                id: word,
                reason: reason,
                blocks: arguments.has("block"),
                scrubsLog: arguments.has("scrub-log")
            )
            try Console.write(Console.safe(try OrderErrand(arguments, surroundings).carryOut(order)) + "\n")
            return 0
        }
    )
}
