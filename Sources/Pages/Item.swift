/// One item on a page: an article with a body, or a teaser that points to a story elsewhere.
///
/// An unknown field is nil or an empty list, never an empty string.
package struct Item: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case article
        case teaser
    }

    package var kind: Kind
    package var title: String?
    /// The byline as it stands on the page, with runs of white space made one space.
    package var byline: String?
    package var authors: [String] = []
    package var outlet: String?
    /// `YYYY-MM-DD`.
    package var publishedOn: String?
    /// UTC, `2026-11-21T19:20:31.000Z`; only where the page gives a time and a zone.
    package var publishedAt: String?
    /// `YYYY-MM-DD`: the day the page's site posted the item, where it states that besides the publication date.
    package var postedOn: String?
    package var categories: [String] = []
    package var tagCount: Int?
    package var commentCount: Int?
    /// ISO 639-1 code.
    package var language: String?
    /// The text's blocks with one blank line between them, with sub-headings and without captions; a teaser's summary.
    package var body: String
    /// From the title's first byte to the last byte that belongs to the item, in the dump as delivered.
    package var bytes: Range<Int>
    package var evidence: [Evidence] = []

    package init(kind: Kind, title: String?, body: String, bytes: Range<Int>) {
        self.kind = kind
        self.title = title
        self.body = body
        self.bytes = bytes
    }

    /// The number of words in the body.
    ///
    /// A word is a run between white space that holds a letter or a digit; in scripts written without spaces, each
    /// ideograph or kana counts as one.
    package var wordCount: Int {
        let utf8 = body.utf8.span
        var count = 0
        var inWord = false
        var at = 0
        while at < utf8.count {
            let read = UTF8Reader().read(utf8, at: at)
            at &+= read.length
            switch read.scalar {
            case 0..<0x80:
                if read.scalar <= 0x20 {
                    inWord = false
                } else if !inWord, BlockText.isLetter(read.scalar) || BlockText.isDigit(read.scalar) {
                    count &+= 1
                    inWord = true
                }
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                count &+= 1
                inWord = false
            default:
                if Item.isSpace(read.scalar) {
                    inWord = false
                } else if !inWord, BlockText.isLetter(read.scalar) || Item.isNumeric(read.scalar) {
                    count &+= 1
                    inWord = true
                }
            }
        }
        return count
    }

    /// Whether a scalar beyond ASCII has the Unicode property White_Space.
    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a scalar beyond ASCII is a number: digits of other scripts, fractions, superscript digits.
    private static func isNumeric(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2000...0x206F: false
        default: Unicode.Scalar(scalar)?.properties.numericType != nil
        }
    }
}
