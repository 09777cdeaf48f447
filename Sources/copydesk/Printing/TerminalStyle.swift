/// Colours and other looks of a terminal's text, as ECMA-48 writes them.
enum TerminalStyle: String {
    case plain = "\u{1B}[0m"
    case bold = "\u{1B}[1m"
    case dim = "\u{1B}[2m"
    case red = "\u{1B}[31m"
    case green = "\u{1B}[32m"
    case yellow = "\u{1B}[33m"
    case cyan = "\u{1B}[36m"
    case underlined = "\u{1B}[4;36m"

    /// A text in this style, after which the terminal is as before.
    func of(_ text: String) -> String {
        rawValue + text + TerminalStyle.plain.rawValue
    }
}
