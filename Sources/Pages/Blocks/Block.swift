/// One paragraph, headline or other piece of text that stands on its own: a line, or lines that were wrapped.
package struct Block: Sendable {
    // Twelve bytes a block: a page of many short lines should not take several times its size. No dump is taken of
    // which an offset would not fit.
    private var lower: UInt32
    private var upper: UInt32
    private var level: UInt8
    /// Whether blank space stands before it; otherwise it follows the block before by a single line break.
    package let isSeparate: Bool
    /// Whether it stood behind the mark of a list.
    package let isListed: Bool
    /// Whether its text is its range as it stands: one line, single spaces, no marks, as with nearly all blocks.
    var isPlain = false

    init(range: Range<Int>, isSeparate: Bool, headingLevel: Int = 0, isListed: Bool = false) {
        lower = UInt32(truncatingIfNeeded: range.lowerBound)
        upper = UInt32(truncatingIfNeeded: range.upperBound)
        level = UInt8(clamping: headingLevel)
        self.isSeparate = isSeparate
        self.isListed = isListed
    }

    /// Offsets in the house text, from the first to the last byte of its lines, marks of Markdown and lists left out.
    var range: Range<Int> {
        get { Int(lower)..<Int(upper) }
        set {
            lower = UInt32(truncatingIfNeeded: newValue.lowerBound)
            upper = UInt32(truncatingIfNeeded: newValue.upperBound)
        }
    }

    /// Its rank as a Markdown heading, 1 to 6; 0 where it is none.
    package var headingLevel: Int {
        get { Int(level) }
        set { level = UInt8(clamping: newValue) }
    }
}
