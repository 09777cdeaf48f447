/// One paragraph, headline or other piece of text that stands on its own: one line, or several joined lines.
package struct Block: Sendable {
    // A block takes twelve bytes, so that a page of many short lines does not take several times its size. Every
    // offset fits: the decoder refuses larger dumps.
    private var lower: UInt32
    private var upper: UInt32
    private var level: UInt8
    /// Whether it is set apart from the block before it: by a blank line, or, on a page whose blocks no blank lines
    /// separate, by any line break.
    package let isSeparate: Bool
    /// Whether a list marker stood before it.
    package let isListed: Bool
    /// Whether its text is exactly its range: one line, single spaces, no markup, as with nearly all blocks.
    var isPlain = false

    init(range: Range<Int>, isSeparate: Bool, headingLevel: Int = 0, isListed: Bool = false) {
        lower = UInt32(truncatingIfNeeded: range.lowerBound)
        upper = UInt32(truncatingIfNeeded: range.upperBound)
        level = UInt8(clamping: headingLevel)
        self.isSeparate = isSeparate
        self.isListed = isListed
    }

    /// Offsets in the normalised text, from its first to its last byte, without a list marker or heading markup around
    /// it.
    var range: Range<Int> {
        get { Int(lower)..<Int(upper) }
        set {
            lower = UInt32(truncatingIfNeeded: newValue.lowerBound)
            upper = UInt32(truncatingIfNeeded: newValue.upperBound)
        }
    }

    /// Its level as a heading by its markup, 1 to 6; 0 where it has none.
    package var headingLevel: Int {
        get { Int(level) }
        set { level = UInt8(clamping: newValue) }
    }
}
