/// A paragraph of one text or of both, and what became of it.
package struct ParagraphChange: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case same, removed, inserted
        /// It stands in its place among the others, and words in it differ.
        case changed
        /// It stands in another place among the others; words in it may differ too.
        case moved
    }

    package let kind: Kind
    /// Its place in the older text, counted from 1, which is the title; nil where it was inserted.
    package let from: Int?
    /// Its place in the newer text; nil where it was removed.
    package let to: Int?
    /// The newer text; of a removed paragraph the older one.
    package let text: String
    /// What differs inside it, all of its text included; empty where nothing does.
    package var words: [WordChange] = []
}
