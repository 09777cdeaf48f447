/// One paragraph, headline or other piece of text that stands on its own: a line, or lines that were wrapped.
struct Block: Sendable {
    /// Offsets in the house text, from the first to the last byte of its lines, marks of Markdown and lists left out.
    var range: Range<Int>
    /// Whether blank space stands before it; otherwise it follows the block before by a single line break.
    let isSeparate: Bool
    /// Its rank as a Markdown heading, 1 to 6; 0 where it is none.
    var headingLevel = 0
    /// Whether it stood behind the mark of a list.
    var isListed = false
}
