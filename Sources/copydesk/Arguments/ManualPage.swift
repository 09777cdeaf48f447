/// copydesk(1), made from the table of commands that `--help` is made from.
///
/// The parts that are in no table are in `etc/man/copydesk.tail`, in mdoc form. A test checks that `etc/man/copydesk.1`
/// is what this makes.
enum ManualPage {
    static func text(tail: String) -> String {
        var text = """
            .\\" Made by `copydesk generate man`; change the table of commands or copydesk.tail instead.
            .Dd November 28, 2026
            .Dt COPYDESK 1
            .Os
            .Sh NAME
            .Nm copydesk
            .Nd file text dumps of news pages in one SQLite database
            .Sh SYNOPSIS
            .Nm
            .Ar command
            .Op Ar options
            .Sh DESCRIPTION
            .Nm
            takes in text dumps of news pages: files dropped into a folder are hashed,
            recognised if they were there before, read into articles, filed in one
            SQLite database, and announced in a change log.
            The commands:

            """
        for command in Command.all { text += self.text(of: command) }
        return text.split(separator: "\n").map(String.init).joined(separator: "\n") + "\n" + tail
    }

    /// The section of one command; the roff comment before its examples tells the tests of the documents to run them.
    private static func text(of command: Command) -> String {
        var text =
            ".Ss copydesk \(command.name)\(command.operands.isEmpty ? "" : " " + escaped(command.operands) + "\\&")\n"
        text += lines(command.summary)
        for paragraph in command.details.split(separator: "\n\n") { text += ".Pp\n" + lines(String(paragraph)) }
        text += ".Bl -tag -width Ds\n"
        for option in command.allOptions {
            text += ".It Fl Fl \(option.name)\(argument(option.kind))\n\(lines(option.help))"
        }
        text += ".El\n.Pp\nExamples:\n.\\\" sh examples\n.Bd -literal -offset indent\n"
        return text + command.examples.map { escaped($0) + "\n" }.joined() + ".Ed\n"
    }

    private static func argument(_ kind: CommandLineOption.Kind) -> String {
        switch kind {
        case .flag: ""
        case .value(let value), .repeated(let value): " Ar \(escaped(value))"
        case .optional(let value): " Op Ar \(escaped(value))"
        case .list(let value): " Ar \(escaped(value)) ..."
        }
    }

    /// Breaks text into lines: each sentence begins a new line, as mdoc(7) wants it, and no line is long.
    private static func lines(_ text: String) -> String {
        var lines = [""]
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let word = escaped(String(word))
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = word
            } else if last.hasSuffix(".") || last.count + word.count > 76 {
                lines.append(word)
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text that roff shows as it is written.
    private static func escaped(_ text: String) -> String {
        var text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("…", with: "...")
        text = text.replacing("`", with: "\\(ga").replacing("'", with: "\\(aq").replacing("\"", with: "\\(dq")
        // A line that begins with a full stop would be a request to roff.
        return text.hasPrefix(".") ? "\\&" + text : text
    }
}
