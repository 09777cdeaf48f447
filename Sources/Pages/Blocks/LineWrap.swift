/// The width at which a page's lines were wrapped, as terminal browsers, mail programs and some converters do.
struct LineWrap: Sendable {
    /// The longest line that fits.
    let width: Int
    /// Whether wide East Asian characters count as two columns, as terminals show them; some programs count one.
    let countsColumns: Bool

    /// The width of a range of text, its indentation included.
    @inline(__always)
    func measure(_ range: Range<Int>, _ utf8: [UInt8]) -> Int {
        LineWrap.measure(range, utf8, countsColumns: countsColumns)
    }

    @inline(__always)
    static func measure(_ range: Range<Int>, _ utf8: [UInt8], countsColumns: Bool) -> Int {
        countsColumns ? columns(range, utf8) : LineShape.characters(range, utf8)
    }

    /// Whether a line of this width had no room for the next line's first word, so that it may have been wrapped here.
    ///
    /// `slack` is the room that programs sometimes leave free: for a list's right margin, or for a character that must
    /// not begin a line.
    func isFull(_ lineWidth: Int, followedBy next: Range<Int>, slack: Int = 0, _ utf8: [UInt8]) -> Bool {
        let word = LineWrap.firstWord(next, utf8, countsColumns: countsColumns)
        return lineWidth <= width + slack / 2 && lineWidth + word > width - slack
    }

    /// The room that the first word of a line takes, with the space before it.
    ///
    /// Text in Han or kana may break between any two characters, except before a few that must not begin a line; so
    /// room for two characters is taken.
    static func firstWord(_ content: Range<Int>, _ utf8: [UInt8], countsColumns: Bool) -> Int {
        guard let lead = utf8[content].first else { return 0 }
        if isWide(lead) { return countsColumns ? 4 : 2 }
        var end = content.lowerBound
        // Beyond this a word's length tells nothing: addresses may be longer than any line.
        let limit = min(content.upperBound, content.lowerBound + 60)
        while end < limit, utf8[end] != 0x20 { end += 1 }
        return 1 + measure(content.lowerBound..<end, utf8, countsColumns: countsColumns)
    }

    /// Whether a lead byte begins a character that terminals show two columns wide, roughly: U+3000 to U+DFFF.
    @inline(__always)
    static func isWide(_ lead: UInt8) -> Bool { lead >= 0xE3 && lead <= 0xED }

    private static func columns(_ range: Range<Int>, _ utf8: [UInt8]) -> Int {
        var count = 0
        for index in range {
            let byte = utf8[index]
            guard byte & 0xC0 != 0x80 else { continue }
            count &+= 1
            guard byte >= 0xE3 else { continue }
            // Full-width forms, U+FF01 to U+FF60, have the lead byte 0xEF; emoji and rare Han have 0xF0.
            let isForm = byte == 0xEF && index + 1 < range.upperBound && utf8[index + 1] | 1 == 0xBD
            if isWide(byte) || isForm || byte == 0xF0 { count &+= 1 }
        }
        return count
    }
}
