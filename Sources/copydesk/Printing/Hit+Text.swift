import Store

extension Store.Hit {
    /// The hit for a person: id and title, when and where it was published, and the text around the words found.
    func text(colours: Bool) -> String {
        let about = [publishedOn, source].compactMap { $0 }.joined(separator: " · ")
        // U+0001 and U+0002 are the marks that the query puts around the words found; no article's text holds them.
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
