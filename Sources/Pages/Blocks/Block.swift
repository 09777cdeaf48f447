/// One paragraph, headline or other piece of text that stands on its own: one line, or several joined lines.
package struct Block: Sendable {
    // A block takes twelve bytes, so that a page of many short lines does not take several times its size. Every
    // offset fits: the decoder refuses larger dumps.
    private var lower: UInt32
    private var upper: UInt32
    private var level: UInt8
    /// Its look: two bits for blank lines before it, three for its indentation, two for its links.
    private var look: UInt8 = 0
    /// Whether it is set apart from the block before it: by a blank line, or, on a page whose blocks no blank lines
    /// separate, by any line break.
    package var isSeparate: Bool { flags & 1 != 0 }
    /// Whether a list marker stood before it.
    package var isListed: Bool { flags & 2 != 0 }
    /// Whether its text is exactly its range: one line, single spaces, no markup, as with nearly all blocks.
    var isPlain: Bool {
        get { flags & 4 != 0 }
        set { flags = newValue ? flags | 4 : flags & ~4 }
    }
    private var flags: UInt8

    init(
        range: Range<Int>,
        isSeparate: Bool,
        headingLevel: Int = 0,
        isListed: Bool = false,
        blankBefore: Int = 0,
        indentation: Int = 0
    ) {
        lower = UInt32(truncatingIfNeeded: range.lowerBound)
        upper = UInt32(truncatingIfNeeded: range.upperBound)
        level = UInt8(clamping: headingLevel)
        flags = (isSeparate ? 1 : 0) | (isListed ? 2 : 0)
        let step = indentation == 0 ? 0 : indentation < 3 ? 1 : indentation < 5 ? 2 : indentation < 9 ? 3 : 4
        look = UInt8(min(3, max(0, blankBefore))) | UInt8(step) << 2
    }

    /// What of its line is a link, as far as the converter shows it.
    enum Link: UInt8 { case none, part, whole }

    var link: Link {
        get { Link(rawValue: look >> 5) ?? .none }
        set { look = look & 0x1F | newValue.rawValue << 5 }
    }

    /// Blank lines right before it in the dump; three where there are more.
    var blankBefore: Int { Int(look & 3) }

    /// A step of how far its first line is indented: none, up to 2, 4 or 8 spaces, more.
    var indentation: Int { Int(look >> 2 & 7) }

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
