import Home

/// One command: its name, its options, its help, and what it does.
struct Command: Sendable {
    let name: String
    /// What `--help` shows after the options: `WORDS…`.
    let operands: String
    let summary: String
    /// Paragraphs below the summary in `--help`.
    let details: String
    let options: [CommandLineOption]
    let examples: [String]
    /// Whether its words are a query, in which `-word` excludes a word.
    var takesQuery = false
    /// Does what was asked for and prints the result; returns the exit code.
    let run: @Sendable (CommandLineArguments, Surroundings) throws -> Int32

    /// Every command, in the order in which a new user meets them.
    static let all: [Command] = [
        .serve, .deliver, .status, .changes, .search, .export, .show, .original, .retry, .reread, .check, .backup,
        .report, .forget, .replay, .reload,
    ]

    /// The options, with those that all commands share.
    var allOptions: [CommandLineOption] {
        options + [.home, .config, .help].filter { shared in !options.contains { $0.name == shared.name } }
    }

    /// The command's own help.
    var help: String {
        var text = "usage: copydesk \(name) [options]\(operands.isEmpty ? "" : " " + operands)\n\n\(summary)\n"
        if !details.isEmpty { text += "\n\(details)\n" }
        let width = (allOptions.map(\.usage.count).max() ?? 0) + 2
        text += "\noptions\n"
        for option in allOptions {
            text += "  " + option.usage + String(repeating: " ", count: width - option.usage.count) + option.help + "\n"
        }
        text += "\nexamples\n" + examples.map { "  \($0)\n" }.joined()
        return text
    }

    /// The help of the program.
    static var overview: String {
        let width = (all.map(\.name.count).max() ?? 0) + 2
        return """
            usage: copydesk COMMAND [options]

            Files text dumps of news pages in one SQLite database and tells what changed.

            commands
            \(all.map { "  " + $0.name + String(repeating: " ", count: width - $0.name.count) + $0.summary }.joined(separator: "\n"))

            `copydesk COMMAND --help` tells more. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,
            3 history gone, 4 another desk holds this home, 78 `run` refuses its configuration.

            examples
              copydesk run --home ./desk --deliver dumps/
              copydesk status --home ./desk
              sqlite3 -readonly ./desk/copydesk.db 'SELECT title, authors, published_on FROM articles'

            """
    }
}
