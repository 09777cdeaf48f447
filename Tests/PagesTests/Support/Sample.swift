/// Text that reads as running text does, for pages made up in a test.
enum Sample {
    private static let sentences = [
        "The harbour board met on the quay because the hall was being painted, and everybody kept their coats on.",
        "It had been agreed the week before that the old crane should be moved to the other side of the basin.",
        "Nobody could say who was to pay for the rails, which are longer than the street that they would cross.",
        "A retired pilot offered the use of his barge, and the offer was written down with some surprise.",
        "There was then a silence in which the gulls could be heard, and the clerk used it to read the minutes.",
        "When the vote was taken there were nine hands for the barge and two for leaving the crane where it is.",
    ]

    /// So many paragraphs of two sentences, a blank line between them.
    static func paragraphs(_ count: Int) -> String {
        (0..<count).map(paragraph).joined(separator: "\n\n")
    }

    static func paragraph(_ index: Int) -> String {
        sentences[index % sentences.count] + " " + sentences[(index + 1) % sentences.count]
    }

    /// A text's words set in lines of so many characters at most.
    static func wrapped(_ text: String, at width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
