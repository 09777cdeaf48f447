import Home

// Arguments and environment are read here, once, and passed on as a value.
let surroundings = Surroundings.ofProcess()
let words = surroundings.arguments

func fail(_ message: String, _ code: Int32, _ place: Fault.Place? = nil) -> Never {
    // The journal reads a priority at the beginning of a line (sd-daemon(3)); 3 is an error.
    let priority = surroundings.journalStream == nil ? "" : "<3>"
    Console.writeError("\(priority)copydesk: \(Console.safe(message))\n\(place?.lines ?? "")")
    Console.exit(code)
}

do {
    let first = words.first.map { String(decoding: $0, as: UTF8.self) }
    switch first {
    case nil:
        Console.writeError(Command.overview)
        Console.exit(2)
    case "--help", "-h", "help":
        let name = words.dropFirst().first.map { String(decoding: $0, as: UTF8.self) }
        try Console.write(Command.all.first { $0.name == name }?.help ?? Command.overview)
    case "--version", "version":
        try Console.write("copydesk \(Version.text)\n")
    case "generate":
        // For developers of copydesk: makes the files under etc/ that come from the table of commands.
        let kind = words.dropFirst().first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        if let shell = Completions.shells.first(where: { $0.name == kind }) {
            try Console.write(shell.make())
        } else if kind == "man", words.count == 3 {
            let tail = try Console.text(ofFile: String(decoding: words[2], as: UTF8.self))
            try Console.write(ManualPage.text(tail: tail))
        } else {
            fail("generate bash, zsh or fish, or man with the page's tail", 2)
        }
    case .some(let name):
        guard let command = Command.all.first(where: { $0.name == name }) else {
            fail("no command \(CommandLineArguments.shown(name)); `copydesk --help` lists them", 2)
        }
        let arguments = try CommandLineArguments(
            Array(words.dropFirst()),
            command.allOptions,
            takesDashedWords: command.takesQuery
        )
        if arguments.has("help") {
            try Console.write(command.help)
        } else {
            Console.exit(try command.run(arguments, surroundings))
        }
    }
} catch let misuse as CommandLineArguments.Misuse {
    fail("\(misuse.message); see --help", 2)
} catch let fault as Fault {
    fail(fault.message, fault.exitCode, fault.place)
} catch {
    fail("\(error)", 1)
}
