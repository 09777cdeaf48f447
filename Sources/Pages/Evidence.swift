/// Where a field was read: the byte range in the dump, the rule that read it, and the raw text.
package struct Evidence: Hashable, Sendable {
    /// The field's name.
    ///
    /// It is the column of the view `appearances` or `dumps`: `title`, `published_on`, `site` …
    package let field: String
    /// The rule that read it: a general rule's name, or `LAYOUT:LINE` for a line of a layout file.
    package let rule: String
    /// Offsets in the dump's bytes as delivered, half open.
    package let bytes: Range<Int>
    /// The text as it stands there after decoding, cut to 200 characters.
    ///
    /// Character references that the converter left stand in it as they are.
    package let raw: String
    /// Whether character references stand there that were read as the characters they mean.
    package let hasReferences: Bool

    package init(field: String, rule: String, bytes: Range<Int>, raw: String, hasReferences: Bool = false) {
        self.field = field
        self.rule = rule
        self.bytes = bytes
        self.hasReferences = hasReferences
        self.raw = BlockText.cut(raw, toCharacters: 200)
    }
}
