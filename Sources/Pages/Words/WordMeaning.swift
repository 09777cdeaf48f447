/// What a word of a byline or a date line can mean; a word may mean several things in several languages.
struct WordMeaning: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    /// The month that the word names; the lowest four bits hold it.
    var month: Int? {
        let month = Int(truncatingIfNeeded: rawValue & 15)
        return month > 0 ? month : nil
    }

    static func month(_ month: Int) -> WordMeaning { WordMeaning(rawValue: UInt64(month & 15)) }

    static let weekday = WordMeaning(bit: 4)
    /// Letters that make an ordinal of a day's figure: `27th`, `1er`.
    static let ordinal = WordMeaning(bit: 5)
    /// Stands between day, month and year: `of`, `de`.
    static let dateJoin = WordMeaning(bit: 6)
    /// Stands between a date and a time: `at`, `um`.
    static let clockJoin = WordMeaning(bit: 7)
    static let beforeNoon = WordMeaning(bit: 8)
    static let afterNoon = WordMeaning(bit: 9)
    /// Stands behind a time: `Uhr`, `h`.
    static let hourSign = WordMeaning(bit: 10)
    /// Announces a month in figures: `tháng`.
    static let monthSign = WordMeaning(bit: 12)
    /// Announces or follows a year: `năm`, `г`.
    static let yearSign = WordMeaning(bit: 13)

    /// Behind a number of days: `ago`, `geleden`.
    static let agoAfter = WordMeaning(bit: 14)
    /// Before a number of days: `vor`, `hace`.
    static let agoBefore = WordMeaning(bit: 15)
    static let minutes = WordMeaning(bit: 16)
    static let hours = WordMeaning(bit: 17)
    static let days = WordMeaning(bit: 18)
    static let weeks = WordMeaning(bit: 19)
    static let yesterday = WordMeaning(bit: 20)
    static let today = WordMeaning(bit: 21)
    static let one = WordMeaning(bit: 22)

    /// Says that the date beside it is that of publication: `Published`, `Stand`.
    static let mark = WordMeaning(bit: 23)
    /// Says that the date beside it is that of a change: `Updated`.
    static let update = WordMeaning(bit: 24)
    /// Says nothing by itself and stands around dates: `on`, `first`, `EST`.
    static let label = WordMeaning(bit: 25)
    /// Announces names: `By`, `Von`.
    static let opening = WordMeaning(bit: 26)
    /// What a text by somebody is called: `Analysis by`, `Kolumne von`.
    static let genre = WordMeaning(bit: 27)
    /// A job or an office: whoever is named with it is no person.
    static let role = WordMeaning(bit: 28)
    /// Carries a name on without a capital: `van`, `de`.
    static let particle = WordMeaning(bit: 29)
    /// Begins to tell of something else behind a name: `for`, `in`.
    static let stop = WordMeaning(bit: 30)
    /// Stands in menus and headings and in no name.
    static let menu = WordMeaning(bit: 31)
    /// The words for "and" between names.
    static let join = WordMeaning(bit: 32)
    /// Belongs to how long reading takes: `min`, `read`.
    static let reading = WordMeaning(bit: 33)
    static let comments = WordMeaning(bit: 34)
    /// Stands at the end of an outlet's name: `Times`, `Post`.
    static let outlet = WordMeaning(bit: 35)

    /// The letters of `a.m.` and `p.m.` where full stops part them.
    static let morningLetter = WordMeaning(bit: 36)
    static let afterNoonLetter = WordMeaning(bit: 37)
    static let halfEnd = WordMeaning(bit: 38)
    /// Announces names with a colon behind it: `Author:`, `Text:`.
    static let heading = WordMeaning(bit: 39)
    /// A given name that many people have.
    static let given = WordMeaning(bit: 40)
    static let halfLetter: WordMeaning = [.morningLetter, .afterNoonLetter]

    /// The minutes from UTC of a time zone's letters that mean one zone only.
    var zone: Int? {
        let quarters = Int(truncatingIfNeeded: rawValue >> 48)
        return quarters > 0 ? (quarters - 100) * 15 : nil
    }

    static func zone(minutes: Int) -> WordMeaning {
        WordMeaning(rawValue: UInt64(truncatingIfNeeded: max(1, minutes / 15 + 100)) << 48)
    }

    /// The title that stands behind a reporter's name in Korean.
    static let title = WordMeaning(bit: 41)
    /// A news agency: what it signs is its own, and no person's.
    static let agency = WordMeaning(bit: 42)

    /// No longer word, in bytes, means anything.
    static let longestWord = 40

    /// What a word means, whatever its case.
    static func of(_ text: [UInt8], _ range: Range<Int>) -> WordMeaning {
        guard range.count <= longestWord else { return [] }
        let word = text.span.extracting(range)
        var hash = WordTable.emptyHash
        var at = 0
        while at < word.count {
            let byte = word[at]
            var small = UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            if byte < 0x80 { at &+= 1 } else { small = LineCase.lower(BlockText.scalar(in: word, at: &at)) }
            hash = (hash ^ UInt64(small)) &* WordTable.prime
        }
        return WordMeaning(rawValue: table.bits(ofHash: hash))
    }

    /// Whether all or any of the meanings given are among this word's.
    func has(_ any: WordMeaning) -> Bool { !isDisjoint(with: any) }

    private static let table = WordTable(
        (monthLists.enumerated().map { ($1, month($0 + 1)) } + DateWords.lists + BylineWords.lists)
            .map { ($0, $1.rawValue) }
    )

    private static let monthLists = DateWords.months
}
