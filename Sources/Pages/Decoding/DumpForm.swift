/// How a dump's bytes become text: all that decoding, and later the way back from text to bytes, must know.
struct DumpForm: Sendable {
    let encoding: Encoding
    /// Where the text starts, after a byte order mark.
    var start = 0
    /// What the characters mean, where the encoding has several bytes per character; else nil.
    var table: CharacterTable?
    /// How bytes are read that are invalid in UTF-8, where the dump has some; else nil.
    var mending: MendingUTF8Reader?
    /// Whether the converter left character references, so that each is read as the character it means.
    var hasReferences = false
    /// Whether two converters in turn wrote them (`&amp;amp;`), so that what they mean is read as a reference again.
    var hasThemTwice = false
}
