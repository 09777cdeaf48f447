/// The counts of a block, taken in one pass over its text.
///
/// They take forty bytes a block, since a page of one-letter lines has a block for every two of its bytes. Counts are
/// exact in a block of up to 65,535 characters. In a longer one all of them are halved until they fit, so that their
/// ratios stay.
package struct BlockStatistics: Sendable {
    /// A hash of its letters and digits in lower case; texts that differ only in punctuation and spaces have the same.
    package let fold: UInt64
    /// The first character, the last that is no closing quotation mark or bracket, and the last of all: 21 bits each.
    private let signs: UInt64
    private let widthCount: UInt16
    private let wordCount: UInt16
    private let capitalisedCount: UInt16
    private let loweredCount: UInt16
    private let commonCount: UInt16
    private let digitCount: UInt16
    private let letterCount: UInt16
    private let capitalCount: UInt16
    private let commaCount: UInt16
    /// Rules ask for a few of these at most, so they stop at 255.
    private let separatorCount: UInt8
    private let addressCount: UInt8
    private let innerStopCount: UInt8
    /// How often the counts were halved.
    private let halvings: UInt8
    private let marks: Marks

    /// What is either true of the block or not.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let endsSentence = Marks(rawValue: 1 << 0)
        static let startsLower = Marks(rawValue: 1 << 1)
        static let isCut = Marks(rawValue: 1 << 2)
        static let isCutInBrackets = Marks(rawValue: 1 << 3)
        static let mayTellComments = Marks(rawValue: 1 << 4)
        static let isASCII = Marks(rawValue: 1 << 5)
    }

    static let emptyFold: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Reads a block's text, in which runs of white space are one space already.
    package init(_ text: [UInt8]) {
        self.init(text.span)
    }

    /// Reads a piece of text.
    init(_ text: Span<UInt8>) {
        var count = PageCounter(places: KnownScalar.placesOfLine)
        self = count.statistics(of: text)
    }

    /// Packs the finished counts.
    init(_ count: borrowing BlockCount, _ marks: Marks) {
        let halvings = max(0, Int.bitWidth - count.width.leadingZeroBitCount - UInt16.bitWidth)
        func kept(_ value: Int) -> UInt16 { UInt16(clamping: value &>> halvings) }
        fold = count.fold
        signs = UInt64(count.first) | UInt64(count.last) &<< 21 | UInt64(count.end) &<< 42
        widthCount = kept(count.width)
        wordCount = kept(count.words)
        capitalisedCount = kept(count.capitalised)
        loweredCount = kept(count.lowered)
        commonCount = kept(count.common)
        digitCount = kept(count.digits)
        letterCount = kept(count.letters)
        capitalCount = kept(count.capitals)
        commaCount = kept(count.commas)
        separatorCount = UInt8(clamping: count.separators)
        addressCount = UInt8(clamping: count.addresses)
        innerStopCount = UInt8(clamping: count.innerStops)
        self.halvings = UInt8(truncatingIfNeeded: halvings)
        self.marks = marks
    }

    private func whole(_ count: UInt16) -> Int { Int(count) &<< Int(halvings) }

    /// Characters (scalars).
    var width: Int { whole(widthCount) }
    /// Words; two characters of a script written without spaces count as one.
    package var words: Int { whole(wordCount) }
    /// Words that begin with a capital letter.
    var capitalised: Int { whole(capitalisedCount) }
    /// Words that begin with a lower-case letter.
    var lowered: Int { whole(loweredCount) }
    /// Function words of some language, such as articles, prepositions and pronouns.
    var common: Int { whole(commonCount) }
    var digits: Int { whole(digitCount) }
    package var letters: Int { whole(letterCount) }
    /// Letters that are capitals.
    var capitals: Int { whole(capitalCount) }
    var commas: Int { whole(commaCount) }
    /// Bars, bullets, arrows and slashes, which separate the entries of a menu or of a line of facts.
    var separators: Int { Int(separatorCount) }
    /// The characters `@` and `#`, as mail addresses, handles and hashtags have them.
    var addresses: Int { Int(addressCount) }
    /// Full stops within the block with a space or a script without spaces after them; also an ellipsis before a word.
    var innerStops: Int { Int(innerStopCount) }
    /// The first character.
    var first: UInt32 { UInt32(truncatingIfNeeded: signs & 0x1F_FFFF) }
    /// The last character that is no closing quotation mark or bracket.
    var last: UInt32 { UInt32(truncatingIfNeeded: signs &>> 21 & 0x1F_FFFF) }
    /// The last character of all.
    var end: UInt32 { UInt32(truncatingIfNeeded: signs &>> 42 & 0x1F_FFFF) }
    /// Whether it ends in a full stop, apart from closing quotation marks and brackets after it.
    package var endsSentence: Bool { marks.contains(.endsSentence) }
    var startsLower: Bool { marks.contains(.startsLower) }
    /// Whether it was cut short by whoever wrote the page: it ends in an ellipsis.
    var isCut: Bool { marks.contains(.isCut) }
    /// Whether that ellipsis stands in square brackets, which only the summaries of a feed have.
    var isCutInBrackets: Bool { marks.contains(.isCutInBrackets) }
    /// Whether a word for readers' comments is among its words.
    var mayTellComments: Bool { marks.contains(.mayTellComments) }
    /// Whether all of it is ASCII.
    var isASCII: Bool { marks.contains(.isASCII) }
}
