/// Finds the dates of a line, in many forms and in all languages of the table of months.
///
/// A dump may be read years after it was made and must give the same dates then, so the reader asks no clock: it does
/// not take a date without a year, and "yesterday" becomes a day only by the page's own date.
enum DateReader {
    /// What the words and digits of a date mean.
    enum Meaning: Hashable, Sendable {
        /// One day, whatever page it stands on.
        case day(CalendarDate)
        /// Two days are possible: the first number is the day, or it is the month.
        case either(dayFirst: CalendarDate, monthFirst: CalendarDate)
        /// A number of days before the page's own date.
        case ago(days: Int)
        /// A few minutes or hours before the page was rendered: it may be the day before, so no day is sure.
        case justNow
    }

    /// The order of day and month in a date that is written in digits.
    enum Order: Hashable, Sendable {
        case dayFirst
        case monthFirst
    }

    /// A date and where it stands.
    struct Found: Hashable, Sendable {
        /// Offsets in the bytes that were searched, with the weekday before the date and the time of day after it.
        var range: Range<Int>
        let meaning: Meaning
        /// The order that the digits prove (`24/01/2026`); nil where they prove none.
        let proves: Order?
        /// The moment in UTC, where a time and a time zone are written too.
        var at: String?
        /// Whether its year has only two digits; such a date may also be a price or a version.
        var isShort = false
        /// The day where the first of a short date's figures is the year, as Korean writes it: `26.03.02`.
        var yearFirst: CalendarDate?

        /// What it means on a page in a language.
        func meaning(in language: String?) -> Meaning {
            language == "ko" ? yearFirst.map(Meaning.day) ?? meaning : meaning
        }
    }

    /// The most bytes of a line that is searched: dates that belong to an item stand on short lines.
    static let longestLine = 600

    /// All dates of a line with years of four digits, from left to right, without overlaps.
    static func dates(in line: [UInt8]) -> [Found] {
        guard line.count <= longestLine, hasDigits(line) else { return [] }
        return dates(in: tokens(of: line)).filter { !$0.isShort }
    }

    /// All dates among a line's tokens, also those with a year of two digits.
    static func dates(in tokens: [Token]) -> [Found] {
        var spans: [Span] = []
        var index = 0
        while index < tokens.count {
            if beginsNothing(index, tokens) {
                index += 1
            } else if let (date, next) = date(at: index, in: tokens) {
                spans.append(Span(first: index, next: next, found: date))
                index = next
            } else if let next = unread(at: index, in: tokens) {
                spans.append(Span(first: index, next: next, found: nil))
                index = next
            } else {
                index += 1
            }
        }
        return spans.isEmpty ? [] : withSurroundings(spans, in: tokens)
    }

    /// Whether a token is a word without a meaning or a symbol of ASCII, as most are: no date begins with one.
    ///
    /// A single letter may be an era's.
    @inline(__always)
    private static func beginsNothing(_ index: Int, _ tokens: [Token]) -> Bool {
        switch tokens[index].kind {
        case .word: tokens[index].meaning.isEmpty && tokens[index].range.count > 1
        case .symbol: tokens[index].first < 0x80
        case .number: false
        }
    }

    /// The day that a date means.
    ///
    /// - Parameters:
    ///   - meaning: what the date means.
    ///   - order: the order that other dates of the same outlet or page prove.
    ///   - near: a day that is probably at most a week away, such as the day on which the item was posted.
    ///   - today: the page's own date, without which "yesterday" is no day.
    /// - Returns: nil where nothing decides which day is meant. A guess would be wrong for half of the world.
    static func day(
        of meaning: Meaning,
        order: Order?,
        near: CalendarDate?,
        today: CalendarDate? = nil
    ) -> CalendarDate? {
        switch meaning {
        case .day(let day): return day
        case .justNow: return nil
        case .ago(let days): return today.flatMap { CalendarDate(dayNumber: $0.dayNumber - days) }
        case .either(let dayFirst, let monthFirst):
            if dayFirst == monthFirst { return dayFirst }
            if let near {
                let first = abs(dayFirst.dayNumber - near.dayNumber)
                let second = abs(monthFirst.dayNumber - near.dayNumber)
                if first != second, min(first, second) <= 7 { return first < second ? dayFirst : monthFirst }
            }
            return switch order {
            case .dayFirst: dayFirst
            case .monthFirst: monthFirst
            case nil: nil
            }
        }
    }
}
