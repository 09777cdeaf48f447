package import Pages

/// How much time one bar of a chart stands for.
package enum TimeUnit: String, CaseIterable, Sendable {
    case day, week, month, year, decade

    /// The first day of the bar that a day belongs to; a week begins on Monday.
    package func start(of day: CalendarDate) -> CalendarDate {
        switch self {
        case .day: day
        // 1970-01-01 was a Thursday.
        case .week: CalendarDate(dayNumber: day.dayNumber - TimeUnit.remainder(day.dayNumber + 3, 7)) ?? day
        case .month: CalendarDate(year: day.year, month: day.month, day: 1) ?? day
        case .year: CalendarDate(year: day.year, month: 1, day: 1) ?? day
        case .decade: CalendarDate(year: day.year / 10 * 10, month: 1, day: 1) ?? day
        }
    }

    /// The first day of the next bar; nil at the end of the calendar.
    package func next(after start: CalendarDate) -> CalendarDate? {
        switch self {
        case .day: CalendarDate(dayNumber: start.dayNumber + 1)
        case .week: CalendarDate(dayNumber: start.dayNumber + 7)
        case .month:
            start.month == 12
                ? CalendarDate(year: start.year + 1, month: 1, day: 1)
                : CalendarDate(year: start.year, month: start.month + 1, day: 1)
        case .year: CalendarDate(year: start.year + 1, month: 1, day: 1)
        case .decade: CalendarDate(year: start.year + 10, month: 1, day: 1)
        }
    }

    /// How many bars a span of days takes at most.
    func count(_ days: ClosedRange<CalendarDate>) -> Int {
        let length = days.upperBound.dayNumber - days.lowerBound.dayNumber
        let years = days.upperBound.year - days.lowerBound.year
        switch self {
        case .day: return length + 1
        case .week: return length / 7 + 2
        case .month: return years * 12 + days.upperBound.month - days.lowerBound.month + 1
        case .year: return years + 1
        case .decade: return years / 10 + 2
        }
    }

    private static func remainder(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
