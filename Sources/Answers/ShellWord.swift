/// Words for a shell, in commands that people are told to type.
enum ShellWord {
    /// A text as one word, in quotes where a shell would take it for anything else.
    static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/._-+:@%,=".utf8.contains(byte)
            }
        }
        if isPlain, !text.isEmpty { return text }
        // By scalars: an apostrophe with an accent over it is another character to Swift, and the same to a shell.
        return "'" + text.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }
}
