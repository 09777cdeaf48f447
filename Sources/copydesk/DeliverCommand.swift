import Desk

extension Command {
    static let deliver = Command(
        name: "deliver",
        operands: "PATH…",
        summary: "Put copies of files or folders into the inbox safely.",
        details: """
            A copy is made under a hidden name, synced, and renamed, so that the desk never sees half of one. With
            --wait a receipt is printed for each file: outcome, SHA-256, articles, seq of its last change. Exit code 1
            when a file was rejected.
            """,
        options: [CommandLineOption("wait", .flag, "wait until the desk has committed them, and print receipts")],
        examples: ["copydesk deliver --home ./desk page.txt", "copydesk deliver --home ./desk --wait dumps/"],
        run: { arguments, surroundings in
            try arguments.expect(1...Int.max, "the files or folders to deliver")
            let desk = try DeliveryDesk(
                surroundings,
                configurationFile: arguments.text("config"),
                home: arguments.text("home")
            )
            return try desk.deliver(arguments.operands, wait: arguments.has("wait")) ? 0 : 1
        }
    )
}
