/// What differs between two revisions of an article, paragraph by paragraph; the title counts as the first.
///
/// Texts are equal here if they are canonically equivalent: a letter with its accent is the same in one scalar and in two.
package struct RevisionDifference: Sendable {
    /// What the history says of a revision.
    package struct Revision: Sendable {
        /// Counted from 1.
        package let number: Int
        /// UTC, as text: `2026-11-21T19:20:31.123Z`.
        package let seenAt: String
        package let nature: String
        package let cause: String
        /// The title, empty where it is unknown, and the paragraphs of the body.
        package let paragraphs: [String]
    }

    /// The article's.
    package let id: String
    package let from: Revision
    package let to: Revision
    /// Every paragraph of both texts, in the order of `ParagraphDifference`.
    package let paragraphs: [ParagraphChange]

    package init(id: String, from: Revision, to: Revision) {
        self.id = id
        self.from = from
        self.to = to
        paragraphs = ParagraphDifference.changes(from: from.paragraphs, to: to.paragraphs)
    }

    /// Whether title and body are the same in both.
    package var isEqual: Bool { paragraphs.allSatisfy { $0.kind == .same } }

    package var titleChanged: Bool { from.paragraphs.first != to.paragraphs.first }
}
