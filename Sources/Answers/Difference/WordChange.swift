/// A run of words inside a paragraph that has changed.
///
/// What is the same and what was removed make up the older paragraph, and what is the same and what was inserted the
/// newer one, with every space.
package struct WordChange: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case same, removed, inserted
    }

    package let kind: Kind
    package let text: String
}
