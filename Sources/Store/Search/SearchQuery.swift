/// What to look for, as people write it.
///
/// Words, phrases in quotes and prefixes (`harb*`) are all wanted; `-` or `NOT` excludes what follows; `OR` is weaker than
/// standing side by side; parentheses group; `NEAR(a b, 5)` wants words close together. `title:`, `body:`, `outlet:`,
/// `author:`, `site:`, `lang:`, `after:`, `before:` and `kind:` look into one field.
///
/// Whatever FTS5 takes as a query means the same here, but that `^` and `+` are not known, and that a minus sign before a
/// word excludes it.
package struct SearchQuery: Sendable {
    /// What is looked for: articles, teasers or both.
    package enum Kind: String, Sendable {
        case article, teaser, any
    }

    let root: SearchNode
    package let kind: Kind

    /// Reads a query.
    ///
    /// - Parameter text: As a person wrote it.
    /// - Throws: `SearchFault` where it cannot be understood.
    package init(_ text: String) throws(SearchFault) {
        var parser = try SearchParser(text)
        let parsed = try parser.parse()
        root = parsed.root
        kind = parsed.kind
    }
}
