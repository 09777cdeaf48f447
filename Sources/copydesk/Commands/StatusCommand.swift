import Answers
import Home
import Platform

extension Command {
    static let status = Command(
        name: "status",
        operands: "",
        summary: "Tell how the desk stands: running or not, what is wrong and what to do, deliveries, what waits.",
        details: """
            On a terminal it is one screen: a sign for each of the last 48 hours, as high as the deliveries in it, a bar
            for each outcome, and what is wrong, each with what to do about it. Where the locale is not UTF-8 it is drawn
            in ASCII. Through a pipe it is lines of a name and a value, with all numbers in full.

            While a full disk, a locked database or another fault of the machine keeps the desk from its work, it is
            in trouble: the fault and its beginning are shown, and the JSON key fault holds {since, message}; it is
            null while all is well. Numbers that only a database can tell that cannot be read now are null too.

            --watch tells the state again and again until Ctrl-C: over what was there on a terminal, with an empty line
            between through a pipe, an object a line with --json.
            """,
        options: [
            CommandLineOption("watch", .optional("SECONDS"), "go on, every so many seconds (2), until interrupted"),
            CommandLineOption("json", .flag, "one JSON object"),
        ],
        examples: ["copydesk status --home ./desk", "copydesk status --home ./desk --json | jq .waiting"],
        run: { arguments, surroundings in
            try arguments.expect(0...0, "no words")
            let seconds = try arguments.number("watch") ?? 2
            guard seconds <= 86_400 else {
                throw CommandLineArguments.Misuse(message: "--watch \(seconds): expected at most 86400 seconds")
            }
            let (file, home) = (arguments.text("config"), arguments.text("home"))
            let reader = try StatusReader(surroundings, configurationFile: file, home: home)
            let isJSON = arguments.has("json")
            if arguments.has("watch") {
                try StatusWatch(reader: reader, surroundings: surroundings, seconds: seconds, isJSON: isJSON).run()
                return 0
            }
            let status = try reader.status()
            if isJSON || !surroundings.outputIsScreen {
                try Console.write(isJSON ? status.json : status.text)
                return 0
            }
            let screen = StatusScreen(
                status: status,
                columns: surroundings.outputWidth,
                colours: surroundings.outputIsTerminal,
                isUnicode: surroundings.localeIsUTF8,
                isCut: false
            )
            try Console.write(screen.lines.map { $0 + "\n" }.joined())
            return 0
        }
    )
}
