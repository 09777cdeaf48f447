/// The meanings of a word in a byline or a date line; a word may have several, in one language or in several.
struct WordMeaning: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    /// The month of our calendar that the word names and that it means wherever it stands, 1 to 12.
    var month: Int? { calendar == nil ? number : nil }

    /// The month that the word may name in any calendar, or the number that it tells; kept in the lowest four bits.
    var number: Int? {
        let number = Int(truncatingIfNeeded: rawValue & 15)
        return number > 0 ? number : nil
    }

    static func month(_ month: Int) -> WordMeaning { WordMeaning(rawValue: UInt64(month & 15)) }

    /// What the word tells of a date's calendar; kept as a number in the four bits from the 43rd on.
    var calendar: CalendarWord? { CalendarWord(rawValue: UInt8(truncatingIfNeeded: rawValue >> 43 & 15)) }

    static func calendar(_ word: CalendarWord, number: Int = 0) -> WordMeaning {
        WordMeaning(rawValue: UInt64(word.rawValue) << 43 | UInt64(number & 15))
    }

    static let weekday = WordMeaning(bit: 4)
    /// Letters that make the number of a day an ordinal: `27th`, `1er`.
    static let ordinal = WordMeaning(bit: 5)
    /// A word between day, month and year: `of`, `de`.
    static let dateJoin = WordMeaning(bit: 6)
    /// A word between a date and a time: `at`, `um`.
    static let clockJoin = WordMeaning(bit: 7)
    static let beforeNoon = WordMeaning(bit: 8)
    static let afterNoon = WordMeaning(bit: 9)
    /// A word after a time, or between its hour and minute: `Uhr`, `h`.
    static let hourSign = WordMeaning(bit: 10)
    /// A word that belongs to the date beside it and says nothing, such as `วันที่` and `الموافق`.
    ///
    /// With `ordinal` it is the first of two words of a weekday: `thứ hai`. With `weekday` it is the abbreviation of one
    /// that may be another word, and a sign has to stand between it and the date: `sam. 2 mars`.
    static let dateMark = WordMeaning(bit: 11)
    /// A word before the number of a month: `tháng`.
    static let monthSign = WordMeaning(bit: 12)
    /// A word before or after a year: `năm`, `г`.
    static let yearSign = WordMeaning(bit: 13)

    /// A word that says that the date beside it is another's than the story's: `meeting`, `ends`, `since`.
    static let otherDate = WordMeaning(bit: 57)

    /// A word after a number of days or hours: `ago`, `geleden`.
    static let agoAfter = WordMeaning(bit: 14)
    /// A word before a number of days or hours: `vor`, `hace`.
    static let agoBefore = WordMeaning(bit: 15)
    static let minutes = WordMeaning(bit: 16)
    static let hours = WordMeaning(bit: 17)
    static let days = WordMeaning(bit: 18)
    static let weeks = WordMeaning(bit: 19)
    static let yesterday = WordMeaning(bit: 20)
    static let today = WordMeaning(bit: 21)
    static let one = WordMeaning(bit: 22)

    /// Marks the date beside it as that of publication: `Published`, `Stand`.
    static let mark = WordMeaning(bit: 23)
    /// Marks the date beside it as that of an update: `Updated`.
    static let update = WordMeaning(bit: 24)
    /// A word around dates that means nothing by itself: `on`, `last`, `EST`.
    static let label = WordMeaning(bit: 25)
    /// A word before names: `By`, `Von`.
    static let opening = WordMeaning(bit: 26)
    /// A word for a kind of text, which may stand before the word for "by": `Analysis by`, `Kolumne von`.
    static let genre = WordMeaning(bit: 27)
    /// A job or an office: a text with such a word in it is no person's name.
    static let role = WordMeaning(bit: 28)
    /// A part of a name that needs no capital: `van`, `de`.
    static let particle = WordMeaning(bit: 29)
    /// A word that ends a name, since something else follows: `for`, `in`.
    static let stop = WordMeaning(bit: 30)
    /// A word of menus and headings that is in no name, but for surnames such as `White`.
    static let menu = WordMeaning(bit: 31)
    /// A word for "and" between names.
    static let join = WordMeaning(bit: 32)
    /// A word of a reading time: `min`, `read`.
    static let reading = WordMeaning(bit: 33)
    static let comments = WordMeaning(bit: 34)
    /// A word at the end of an outlet's name: `Times`, `Post`.
    static let outlet = WordMeaning(bit: 35)

    /// The `a` of `a.m.` written with full stops; `afterNoonLetter` is the `p`, `halfEnd` the `m`.
    static let morningLetter = WordMeaning(bit: 36)
    static let afterNoonLetter = WordMeaning(bit: 37)
    static let halfEnd = WordMeaning(bit: 38)
    /// A word that announces names where a colon or several words follow it: `Author: A`, `Text Ada Marsh`.
    static let heading = WordMeaning(bit: 39)
    /// A given name that many people have.
    static let given = WordMeaning(bit: 40)
    static let halfLetter: WordMeaning = [.morningLetter, .afterNoonLetter]

    /// The offset from UTC in minutes of a time zone's abbreviation; only abbreviations that mean one zone have it.
    var zone: Int? {
        let quarters = Int(truncatingIfNeeded: rawValue >> 48 & 255)
        return quarters > 0 ? (quarters - 100) * 15 : nil
    }

    static func zone(minutes: Int) -> WordMeaning {
        WordMeaning(rawValue: UInt64(truncatingIfNeeded: max(1, minutes / 15 + 100)) << 48)
    }

    /// The job of somebody who writes: `Reporter`, `Korrespondentin`.
    ///
    /// Each such word has the meaning `role` too.
    static let job = WordMeaning(bit: 43)
    /// A word that may stand before a job: `our`, `unserem`.
    static let possessive = WordMeaning(bit: 44)
    /// An academic degree or a title that is written beside a name and is no part of it: `M.D` or `Dr`.
    static let degree = WordMeaning(bit: 45)
    /// The name of a section, which stands in bylines where an outlet's may: `Politics`, `Kultur`.
    static let section = WordMeaning(bit: 46)
    /// A word that begins outlets' names: `Radio`, `Gazeta`.
    static let outletHead = WordMeaning(bit: 47)
    /// Announces the outlet that a text was taken from: `Source: A`, `来源：A`.
    static let source = WordMeaning(bit: 56)
    /// A news agency: a byline with its name gives an outlet and no author.
    static let agency = WordMeaning(bit: 42)

    /// Longer words, in bytes, are not looked up: they have no meaning here.
    static let longestWord = 48

    /// The meanings of a word, case ignored.
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
        return of(hash: hash)
    }

    /// The meanings of the word with a hash (see `WordTable`).
    @inline(__always)
    static func of(hash: UInt64) -> WordMeaning { WordMeaning(rawValue: table.bits(ofHash: hash)) }

    /// Whether the word has at least one of the given meanings.
    func has(_ any: WordMeaning) -> Bool { !isDisjoint(with: any) }

    private static let table = WordTable(
        (DateWords.months + DateWords.lists + DateWords.calendars + BylineWords.lists).map { ($0, $1.rawValue) }
    )
}
