/// Tells a change of a story's words from a change of what surrounds them.
package enum RevisionNature {
    /// A paragraph of at most so many words with a digit is a counter: `12 comments`, `Read 340 times`.
    private static let wordsOfCounter = 4

    /// Whether only case, punctuation, spacing, quotes, counters or lines round the story differ between two texts.
    ///
    /// - Parameters:
    ///   - old: Title and body of the one.
    ///   - new: Title and body of the other.
    ///   - furniture: Lines that one of their pages prints outside of its items.
    /// - Returns: Whether the words of the story are the same.
    package static func isCosmetic(
        _ old: (title: String?, body: String),
        _ new: (title: String?, body: String),
        furniture: [String]
    ) -> Bool {
        guard Identity.folded(old.title ?? "") == Identity.folded(new.title ?? "") else { return false }
        if Identity.folded(old.body) == Identity.folded(new.body) { return true }
        let lines = Set(furniture.map(Identity.folded))
        return telling(old.body, lines) == telling(new.body, lines)
    }

    /// The folded paragraphs that belong to the story.
    private static func telling(_ body: String, _ furniture: Set<String>) -> [String] {
        // Bytes: to find the ends of its lines, a string would be taken apart into characters.
        body.utf8.split(separator: UInt8(ascii: "\n")).map { Identity.folded(String(Substring($0))) }.filter {
            paragraph in
            !paragraph.isEmpty && !isCounter(paragraph) && !furniture.contains(paragraph)
        }
    }

    private static func isCounter(_ paragraph: String) -> Bool {
        paragraph.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && paragraph.utf8.count { $0 == UInt8(ascii: " ") } < wordsOfCounter
    }
}
