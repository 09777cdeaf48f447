package import Pages

/// The bars of a chart over time: days, or weeks, months and years where the time is long.
package struct TimeBins: Sendable, Equatable {
    /// So many bars can be told apart on a telephone.
    package static let most = 48
    /// So many are shown at least, so that a single day is no bar as wide as the page.
    private static let least = 14

    package let unit: TimeUnit
    /// The first day of each bar, in order, without a gap.
    package let starts: [CalendarDate]
    /// The first and the last day that the bars are of; the first and the last bar may be longer.
    package let days: ClosedRange<CalendarDate>

    /// The finest bars that are not too many for these days.
    package init(_ days: ClosedRange<CalendarDate>) {
        self.days = days
        let unit = TimeUnit.allCases.first { $0.count(days) <= TimeBins.most } ?? .decade
        var starts = [unit.start(of: days.lowerBound)]
        while let last = starts.last, let next = unit.next(after: last), next <= days.upperBound { starts.append(next) }
        while starts.count < TimeBins.least, let first = starts.first,
            let before = CalendarDate(dayNumber: first.dayNumber - 1)
        {
            starts.insert(unit.start(of: before), at: 0)
        }
        self.unit = unit
        self.starts = starts
    }

    package var count: Int { starts.count }

    /// The number of the bar that a day belongs to; nil for a day before the first or after the last.
    package func index(of day: CalendarDate) -> Int? {
        guard days.contains(day) else { return nil }
        var (low, high) = (0, starts.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= day { low = middle } else { high = middle }
        }
        return low
    }
}
