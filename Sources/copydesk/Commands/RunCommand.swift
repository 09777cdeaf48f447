import Desk
import Home
import Platform

extension Command {
    static let serve = Command(
        name: "run",
        operands: "",
        summary: "Serve the desk in the foreground until SIGTERM or SIGINT.",
        details: """
            Files dropped into the inbox are taken once nobody writes them any more, and leave it once the database
            holds them. SIGHUP reads the configuration again. Exit code 78 when the configuration is refused at the start.
            """,
        options: [
            CommandLineOption("once", .flag, "drain the inbox, print a summary, and stop"),
            CommandLineOption("deliver", .list("PATH"), "put copies of files or folders into the inbox first"),
        ],
        examples: [
            "copydesk run --home ./desk --deliver seeds",
            "copydesk run --home ./desk --once",
            "copydesk run --config /etc/copydesk/copydesk.conf",
        ],
        run: { arguments, surroundings in
            try arguments.expect(0...0, "no words; paths go after --deliver")
            var order = Desk.Order()
            order.once = arguments.has("once")
            order.deliver = arguments.values["deliver"] ?? []
            order.home = arguments.text("home")
            order.configurationFile = arguments.text("config")
            let journal = Journal.standardError(
                terminal: surroundings.errorIsTerminal,
                stream: surroundings.journalStream
            )
            let observer: any Observer =
                surroundings.errorIsTerminal ? TerminalProgress(journal) : BatchLines(journal)
            do {
                let summary = try Desk(surroundings, order, observer).run()
                if order.once { try Console.write(summary.text) }
                return 0
            } catch let fault as Fault where fault.kind == .configuration {
                // EX_CONFIG of sysexits.h: by this code the systemd unit knows that a restart would end the same way.
                fail(fault.message, 78)
            }
        }
    )
}
