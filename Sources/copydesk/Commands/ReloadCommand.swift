import Answers
import Home

extension Command {
    static let reload = Command(
        name: "reload",
        operands: "",
        summary: "Make the running desk read its configuration again.",
        details: """
            Ends when the new configuration is in force, and says what changed. Exit code 1 when the desk refuses it and
            keeps the old one, 2 when it is wrong already as it stands. Needs the right to signal the desk: its user or
            root.
            """,
        options: [],
        examples: ["copydesk reload --home ./desk", "copydesk reload --config /etc/copydesk/copydesk.conf"],
        run: { arguments, surroundings in
            try arguments.expect(0...0, "no words")
            let call = try ReloadCall(
                surroundings,
                configurationFile: arguments.text("config"),
                home: arguments.text("home")
            )
            let answer = try call.run()
            // The journal has the message already, from the desk itself.
            if surroundings.journalStream == nil { try Console.write(answer + "\n") }
            return 0
        }
    )
}
