/// A headline and, mostly, a summary that point to a story elsewhere.
struct Teaser: Hashable, Sendable {
    /// The block of the headline.
    let title: Int
    /// The block of the summary; nil where the page gives none.
    let summary: Int?

    /// Summaries longer than this, in words, are stories.
    static let longestSummary = 60
}
