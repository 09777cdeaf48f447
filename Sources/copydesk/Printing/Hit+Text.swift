import Store

extension Store.Hit {
    /// For a person: id and title, where and when, and the text around the words that were found.
    func text(colours: Bool) -> String {
        let about = [publishedOn, source].compactMap { $0 }.joined(separator: " · ")
        // The marks are ours: what the text itself holds is made safe before they become colours.
        let oneLine = snippet.split(separator: "\n").joined(separator: " ")
        let marked = oneLine.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar.value {
            case 1: text += colours ? "\u{1B}[1;33m" : "["
            case 2: text += colours ? "\u{1B}[0m" : "]"
            default: text += Console.safe(String(scalar))
            }
        }
        let lines = ["\(id)  \(Console.safe(title ?? "(no title)"))"] + (about.isEmpty ? [] : [Console.safe(about)])
        return (lines + [marked]).joined(separator: "\n    ") + "\n"
    }
}
