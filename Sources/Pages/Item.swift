/// One item on a page: an article with a body, or a teaser that points to a story elsewhere.
///
/// Unknown is nil or an empty list, never an empty string.
package struct Item: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case article
        case teaser
    }

    package var kind: Kind
    package var title: String?
    /// The byline as it stands on the page, white space folded.
    package var byline: String?
    package var authors: [String] = []
    package var outlet: String?
    /// `YYYY-MM-DD`.
    package var publishedOn: String?
    /// UTC, `2026-11-21T19:20:31.000Z`; only where the page gives a time and a zone.
    package var publishedAt: String?
    /// `YYYY-MM-DD`: the day the page's site posted the item, where it says so apart from the publication date.
    package var postedOn: String?
    package var categories: [String] = []
    package var tagCount: Int?
    package var commentCount: Int?
    /// ISO 639-1 code.
    package var language: String?
    /// Blocks joined by one blank line, sub-headings kept, captions left out; a teaser's summary.
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

    /// Words of the body: runs between white space that hold a letter or a digit; in scripts written without
    /// spaces, each ideograph or kana counts as one.
    package var wordCount: Int {
        var count = 0
        var inWord = false
        for scalar in body.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                count += 1
                inWord = false
            default:
                if Item.isSpace(scalar) {
                    inWord = false
                } else if !inWord, Item.isWordLike(scalar) {
                    count += 1
                    inWord = true
                }
            }
        }
        return count
    }

    // The properties of a scalar are looked up in tables that cost more than all the rest of reading a page, so
    // ASCII is told by its number.

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
        return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
    }
}
