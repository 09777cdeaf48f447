/// Finds the dates a line writes out, in whatever form and in the languages of its table of months.
///
/// It knows no clock: a date without its year is no date here, and "yesterday" is one only beside the page's own date,
/// because a dump may be read years after it was taken and must read the same then.
enum DateReader {
    /// What a date's figures say.
    enum Reading: Hashable, Sendable {
        /// One day, whatever page it stands on.
        case day(CalendarDate)
        /// Two days are possible: the first number is the day, or it is the month.
        case either(dayFirst: CalendarDate, monthFirst: CalendarDate)
        /// So many days before the day on which the page was read.
        case ago(days: Int)
        /// A few minutes or hours before the page was read: no day that is sure.
        case justNow
    }

    /// The order in which a source writes the figures of a date.
    enum Order: Hashable, Sendable {
        case dayFirst
        case monthFirst
    }

    /// A date and where it stands.
    struct Found: Hashable, Sendable {
        /// Offsets in the bytes that were searched: weekday before it and time of day after it included.
        var range: Range<Int>
        let reading: Reading
        /// The order that the figures prove (`24/01/2026`), nil where they prove none.
        let proves: Order?
        /// The moment in UTC, where time and zone are written too.
        var at: String?
        /// Whether its year has two figures only: by itself it may be a price or a version as well.
        var isShort = false
    }

    /// Lines longer than this are not searched: a date that tells something stands on a short line.
    static let longestLine = 600

    /// All dates of a line, left to right, none within another.
    static func dates(in line: [UInt8]) -> [Found] {
        guard line.count <= longestLine, hasDigits(line) else { return [] }
        return dates(in: tokens(of: line)).filter { !$0.isShort }
    }

    /// All dates among a line's words, those with a year of two figures too.
    static func dates(in tokens: [Token]) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            guard let (date, next) = date(at: index, in: tokens) else {
                index += 1
                continue
            }
            found.append(withSurroundings(date, from: index, to: next, in: tokens))
            index = next
        }
        return found
    }

    /// The day of a reading.
    ///
    /// - Parameters:
    ///   - reading: what the figures say.
    ///   - order: the order that other dates of the same source prove.
    ///   - near: a day that must be close, such as the day the item was posted.
    ///   - today: the page's own date, which alone tells what "yesterday" was.
    /// - Returns: nil where the evidence does not decide. A guess would be wrong for half of the world.
    static func day(
        of reading: Reading,
        order: Order?,
        near: CalendarDate?,
        today: CalendarDate? = nil
    ) -> CalendarDate? {
        switch reading {
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

    /// Takes the weekday before a date and the time of day after it into the date's range.
    private static func withSurroundings(_ date: Found, from first: Int, to next: Int, in tokens: [Token]) -> Found {
        var date = date
        var before = first - 1
        if before >= 0, tokens[before].isSymbol(",") || tokens[before].isSymbol(".") { before -= 1 }
        if before >= 0, tokens[before].has(.weekday) {
            date.range = tokens[before].range.lowerBound..<date.range.upperBound
        }
        guard let clock = clock(at: next, in: tokens) else { return date }
        date.range = date.range.lowerBound..<clock.end
        if let offset = clock.minutesFromUTC, case .day(let day) = date.reading {
            date.at = moment(day, clock: clock, minutesFromUTC: offset)
        }
        return date
    }
}
