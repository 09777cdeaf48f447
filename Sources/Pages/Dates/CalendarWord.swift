/// What a word of a date tells beyond a month's number: its calendar or era, or that it is no whole name by itself.
enum CalendarWord: UInt8 {
    case reiwa = 1
    case heisei
    case showa
    case taisho
    case meiji
    /// The era of the Republic of China, which Taiwan counts years in.
    case minguo
    /// The era of North Korea, by the birth of its first president.
    case juche
    /// A month of the solar calendar of Iran and Afghanistan.
    case solarHijri
    case ethiopian
    /// A month of a calendar that is not converted, since its day is not sure by arithmetic: the lunar months of Islam,
    /// and those of Bengal and Nepal.
    case unread
    /// A month's name that is a person's name or another word too; only its place makes it a month.
    case name
    /// The word for a number, which is a month's after a word such as `tháng`.
    case counted
    /// The first of two words of a name, as in كانون الثاني.
    case paired
    /// The second word of a name that tells the first of two months.
    case first
    /// The second word of a name that tells the second of two months.
    case second

    var isEra: Bool { rawValue <= CalendarWord.juche.rawValue }
}
