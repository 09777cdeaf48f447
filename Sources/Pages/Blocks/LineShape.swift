/// One line as the splitter sees it: where its text begins, and what stood before it.
struct LineShape {
    /// Which markers may open a line of this page.
    struct Dialect {
        let isMarkdown: Bool
        /// Whether a terminal browser laid the page out: it numbers lists, and has letters and symbols as bullets.
        let isWrapped: Bool
    }

    /// The text without indentation, markers and heading markup.
    var content: Range<Int>
    /// How many characters stand before the text; lines that continue it begin at the same column.
    var column: Int
    var headingLevel = 0
    var isListed = false

    init(_ line: Range<Int>, _ dialect: Dialect, _ utf8: [UInt8]) {
        content = LineShape.unindented(line, utf8)
        column = content.lowerBound - line.lowerBound
        let indentation = column
        // Lists may be nested in quotes and in other lists, rarely four deep.
        for _ in 0..<4 {
            guard let mark = LineShape.markEnd(of: content, indentedBy: indentation, dialect, utf8) else { break }
            if utf8[content.lowerBound] != UInt8(ascii: ">") { isListed = true }
            column += LineShape.characters(content.lowerBound..<mark, utf8)
            content = mark..<content.upperBound
        }
        if dialect.isMarkdown, let heading = BlockMarkdown.heading(content, in: utf8) {
            headingLevel = heading.level
            content = heading.text
        }
    }

    /// A range without its leading spaces.
    @inline(__always)
    static func unindented(_ line: Range<Int>, _ utf8: [UInt8]) -> Range<Int> {
        var lower = line.lowerBound
        while lower < line.upperBound, utf8[lower] == 0x20 { lower += 1 }
        return lower..<line.upperBound
    }

    /// The number of characters (scalars) in a range.
    @inline(__always)
    static func characters(_ range: Range<Int>, _ utf8: [UInt8]) -> Int {
        ASCIIStretch.characters(utf8.span.extracting(range))
    }

    /// Where the text begins after a list or quote marker; nil where there is none.
    private static func markEnd(
        of content: Range<Int>,
        indentedBy indentation: Int,
        _ dialect: Dialect,
        _ utf8: [UInt8]
    ) -> Int? {
        guard content.count >= 3 || content.count == 2 && utf8[content.lowerBound] >= 0x80 else { return nil }
        let first = utf8[content.lowerBound]
        // Nearly every line begins with a letter, so that is settled first; of the letters only `o` is a bullet.
        if first | 0x20 >= 0x61, first | 0x20 <= 0x7A, first != 0x6F { return nil }
        if first == UInt8(ascii: ">") {
            guard dialect.isMarkdown else { return nil }
            return unindented(content.lowerBound + 1..<content.upperBound, utf8).lowerBound
        }
        if BlockText.isDigitByte(first) {
            // Terminal browsers indent the numbers that they make. Numbers that the author typed stand where the text
            // does: not indented, or by three in lynx.
            let isMade =
                dialect.isWrapped ? indentation != 0 && indentation != 3 : dialect.isMarkdown && indentation > 0
            return isMade ? numberEnd(content, utf8) : nil
        }
        var index = content.lowerBound
        let scalar = BlockText.scalar(in: utf8, at: &index)
        guard isBullet(scalar) || dialect.isWrapped && indentation >= 5 && isLetterBullet(scalar) else { return nil }
        guard index < content.upperBound, utf8[index] == 0x20 else { return nil }
        let text = unindented(index..<content.upperBound, utf8)
        return text.isEmpty ? nil : text.lowerBound
    }

    private static func numberEnd(_ content: Range<Int>, _ utf8: [UInt8]) -> Int? {
        var index = content.lowerBound
        while index < content.upperBound, index - content.lowerBound < 4, BlockText.isDigitByte(utf8[index]) {
            index += 1
        }
        guard index + 2 < content.upperBound, utf8[index] == UInt8(ascii: "."), utf8[index + 1] == 0x20 else {
            return nil
        }
        let text = unindented(index + 1..<content.upperBound, utf8)
        return text.isEmpty ? nil : text.lowerBound
    }

    private static func isBullet(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2A, 0x2D, 0x2B, 0xB7, 0x2022, 0x2023, 0x2043, 0x2219: true
        case 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B2, 0x25B3, 0x25CB, 0x25CE, 0x25CF, 0x25E6, 0x2605, 0x2606: true
        default: false
        }
    }

    /// Whether a character is one of the bullets that lynx writes for nested lists: `o`, `#`, `@`, `=`.
    private static func isLetterBullet(_ scalar: UInt32) -> Bool {
        scalar == 0x6F || scalar == 0x23 || scalar == 0x40 || scalar == 0x3D
    }
}
