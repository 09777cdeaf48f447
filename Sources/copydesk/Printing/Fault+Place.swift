import Home

extension Fault.Place {
    /// How many columns of the text are shown, so that a terminal does not wrap the line.
    private static let columns = 76

    /// The text on a line, and a caret below the place.
    var lines: String {
        let scalars = Array(text.unicodeScalars).map { $0.properties.isWhitespace ? " " : $0 }
        var start = 0
        let before = String(String.UnicodeScalarView(scalars.prefix(offset)))
        if TerminalText.width(Console.safe(before)) > Fault.Place.columns * 2 / 3 {
            start = max(0, offset - Fault.Place.columns / 2)
        }
        let left = Console.safe(String(String.UnicodeScalarView(scalars.prefix(offset).dropFirst(start))))
        let right = Console.safe(String(String.UnicodeScalarView(scalars.dropFirst(offset))))
        let head = start > 0 ? "…" : ""
        let shown = TerminalText.cut(head + left + right, to: Fault.Place.columns)
        return "  \(shown)\n  \(String(repeating: " ", count: TerminalText.width(head + left)))^\n"
    }
}
