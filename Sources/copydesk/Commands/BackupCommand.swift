import Answers

extension Command {
    static let backup = Command(
        name: "backup",
        operands: "FILE",
        summary: "Write a consistent copy of the database, while the desk runs.",
        details:
            "The file must not exist. It appears under its name when it is whole; it needs no other file beside it.",
        options: [],
        examples: ["copydesk backup --home ./desk copydesk-$(date +%F).db"],
        run: { arguments, surroundings in
            try arguments.expect(1...1, "the file to write")
            try arguments.reader(surroundings).backup(to: arguments.operandTexts[0])
            return 0
        }
    )
}
