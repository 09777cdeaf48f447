/// Finds the dates a line writes out, in whatever form and in the languages of its table of months.
///
/// It knows no clock: a date without its year, "yesterday" and "two hours ago" are no dates here, because a dump may
/// be read years after it was taken and must read the same then.
enum DateReader {
    /// What a date's figures say.
    enum Reading: Hashable, Sendable {
        /// One day, whatever page it stands on.
        case day(CalendarDate)
        /// Two days are possible: the first number is the day, or it is the month.
        case either(dayFirst: CalendarDate, monthFirst: CalendarDate)
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
    }

    /// Lines longer than this are not searched: a date that tells something stands on a short line.
    static let longestLine = 600

    /// All dates of a line, left to right, none within another.
    static func dates(in line: [UInt8]) -> [Found] {
        guard line.count <= longestLine else { return [] }
        let tokens = tokens(of: line)
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
    /// - Returns: nil where the evidence does not decide. A guess would be wrong for half of the world.
    static func day(of reading: Reading, order: Order?, near: CalendarDate?) -> CalendarDate? {
        switch reading {
        case .day(let day): return day
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
        if before >= 0, let word = tokens[before].word, weekdays.contains(word) {
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
