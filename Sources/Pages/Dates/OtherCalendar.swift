/// Converts days of other calendars into the Gregorian one, where arithmetic gives the day for sure.
///
/// The lunar calendar of Islam is not among them: its months begin when the moon was seen, so arithmetic may be wrong by
/// a day.
enum OtherCalendar {
    /// The years of the Buddhist era that are converted, from 1941 on, when Thailand moved the new year to 1 January.
    static let buddhistYears = 2484...2742

    /// A day of the solar calendar of Iran and Afghanistan.
    ///
    /// Years begin at the spring equinox. Within 33 years the years 1, 5, 9, 13, 17, 22, 26 and 30 have a day more; this
    /// agrees with the equinox from 1178 to 1633 (K. M. Borkowski, The Persian calendar for 3000 years, Earth, Moon, and
    /// Planets 74, 1996; the arithmetic is that of ICU's `PersianCalendar`).
    static func solarHijri(year: Int, month: Int, day: Int) -> CalendarDate? {
        guard (1200...1500).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLong = (25 * year + 11) % 33 < 8
        guard day <= (month <= 6 ? 31 : month <= 11 || isLong ? 30 : 29) else { return nil }
        let months = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
        // Day 0 is 1970-01-01; the calendar's first day was Julian day 1,948,321.
        let days = 365 * (year - 1) + (8 * year + 21) / 33 + months + day - 1
        return CalendarDate(dayNumber: days + 1_948_320 - julianDayOf1970)
    }

    /// A day of the calendar of Ethiopia: twelve months of 30 days and one of five or six.
    ///
    /// The day is that of Reingold and Dershowitz, Calendrical Calculations (4th edition, 2018), chapter 4.
    static func ethiopian(year: Int, month: Int, day: Int) -> CalendarDate? {
        guard (1900...2190).contains(year), (1...13).contains(month), day >= 1,
            day <= (month <= 12 ? 30 : year % 4 == 3 ? 6 : 5)
        else { return nil }
        let days = 365 * (year - 1) + year / 4 + 30 * (month - 1) + day - 1
        return CalendarDate(dayNumber: days + 1_724_221 - julianDayOf1970)
    }

    /// A day of an era; nil where the era had not begun on it, or was over.
    static func day(of era: CalendarWord, year: Int, month: Int, day: Int) -> CalendarDate? {
        guard (1...999).contains(year) else { return nil }
        let before: Int
        // The first and the last day; nil where the era goes on.
        let (first, last): (String, String?)
        switch era {
        case .reiwa: (before, first, last) = (2018, "2019-05-01", nil)
        case .heisei: (before, first, last) = (1988, "1989-01-08", "2019-04-30")
        case .showa: (before, first, last) = (1925, "1926-12-25", "1989-01-07")
        case .taisho: (before, first, last) = (1911, "1912-07-30", "1926-12-25")
        // Japan wrote dates by the moon until the sixth year of Meiji.
        case .meiji: (before, first, last) = (1867, "1873-01-01", "1912-07-30")
        case .minguo, .juche: (before, first, last) = (1911, "1912-01-01", nil)
        default: return nil
        }
        // Days written as YYYY-MM-DD are in order as text is.
        guard let date = CalendarDate(year: before + year, month: month, day: day), date.text >= first,
            last.map({ date.text <= $0 }) ?? true
        else { return nil }
        return date
    }

    private static let julianDayOf1970 = 2_440_588
}
