import Home

extension Command {
    static let retry = Command(
        name: "retry",
        operands: "[NAME…]",
        summary: "Send refused files through again: those named, or all.",
        details: """
            NAME is a file's name in rejected/, or the name it was delivered under. What can be read now is a new
            delivery and leaves rejected/; what is refused again stays, and its reason is brought up to date. A file may
            be mended in rejected/ first. The view rejections tells what is kept, and why. The desk that serves the home
            does it; where none does, this command. A new version sends files through by itself that the rules of an
            older one have refused.

            Prints a line a file: outcome, name, articles or why it was refused, and a total. Exit code 0 when every
            file was taken, 1 when one was refused again or could not be looked at, or no refused file has that name.
            Needs the right to write to the home: the desk's user or root.
            """,
        options: [],
        examples: ["copydesk retry --home ./desk report.pdf", "copydesk retry --home ./desk"],
        run: { arguments, surroundings in
            let answer = try OrderErrand(arguments, surroundings).carryOut(.retry(arguments.operands))
            try Console.write(answer + "\n")
            let open = ["rejected  ", "left  "]
            let isDone = answer.split(separator: "\n").allSatisfy { line in !open.contains { line.hasPrefix($0) } }
            return isDone ? 0 : 1
        }
    )
}
