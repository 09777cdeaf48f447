package import Pages

/// What a stacked bar chart shows: numbers over time, by series.
package struct ReportChart: Sendable, Equatable {
    /// What one colour stands for.
    package struct Series: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            /// One source, by its name.
            case source(String)
            /// All other sources, and how many these are.
            case otherSources(Int)
            case unknownSource
            /// A word of our own.
            case word(String)
        }

        package let kind: Kind
        /// One number for each bar.
        package var counts: [Int]

        package var total: Int { counts.reduce(0, +) }
    }

    package let bins: TimeBins
    package let series: [Series]
    /// How many are of days before the first bar and after the last, and the first and last of these days.
    package let earlier: Outside
    package let later: Outside

    /// What the chart leaves out at one end.
    package struct Outside: Sendable, Equatable {
        package var count = 0
        package var farthest: CalendarDate?
    }

    /// Makes a chart of numbers by day; nil where there are none.
    ///
    /// - Parameters:
    ///   - byDay: For each day, `YYYY-MM-DD`, a number for each series. A day that does not exist is passed over.
    ///   - kinds: What the series are; one of which there is nothing is left out.
    ///   - days: The days that the chart is to show; nil for those that most numbers are of.
    package init?(_ byDay: [String: [Int]], _ kinds: [Series.Kind], days: ClosedRange<CalendarDate>? = nil) {
        let known = byDay.compactMap { text, counts in CalendarDate(text: text).map { (day: $0, counts: counts) } }
            .sorted { $0.day < $1.day }
        guard let span = days ?? ReportChart.span(known.map { ($0.day, $0.counts.reduce(0, +)) }) else { return nil }
        let bins = TimeBins(span)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: bins.count), count: kinds.count)
        var (earlier, later) = (Outside(), Outside())
        for (day, numbers) in known {
            if let bin = bins.index(of: day) {
                for (series, number) in numbers.enumerated() where series < kinds.count {
                    counts[series][bin] += number
                }
            } else if day < span.lowerBound {
                earlier.count += numbers.reduce(0, +)
                earlier.farthest = earlier.farthest ?? day
            } else {
                later.count += numbers.reduce(0, +)
                later.farthest = day
            }
        }
        self.bins = bins
        self.earlier = earlier
        self.later = later
        series = zip(kinds, counts).map { Series(kind: $0, counts: $1) }.filter { $0.total > 0 }
        if series.isEmpty { return nil }
    }

    /// The number of all series together in a bar.
    package func total(_ bin: Int) -> Int { series.reduce(0) { $0 + $1.counts[bin] } }

    package var total: Int { series.reduce(0) { $0 + $1.total } }

    /// Of so many parts of all, one may be left out at each end.
    private static let outlying = 50

    /// The days to show: all of them, unless a few that lie far off would press the others together.
    ///
    /// One wrong date in the year 1700 makes each bar a decade. So where the first or the last fiftieth of all spreads over
    /// more time than what is between, it is left out, and the page says how many it is.
    static func span(_ days: [(day: CalendarDate, count: Int)]) -> ClosedRange<CalendarDate>? {
        let counted = days.filter { $0.count > 0 }
        guard let first = counted.first?.day, let last = counted.last?.day else { return nil }
        let allowed = counted.reduce(0) { $0 + $1.count } / outlying
        func edge(_ days: [(day: CalendarDate, count: Int)]) -> CalendarDate? {
            var left = allowed
            return days.first {
                left -= $0.count
                return left < 0
            }?.day
        }
        guard let start = edge(counted), let end = edge(counted.reversed()), start <= end else { return first...last }
        let between = max(TimeBins.most, end.dayNumber - start.dayNumber)
        let from = start.dayNumber - first.dayNumber > between ? start : first
        let to = last.dayNumber - end.dayNumber > between ? end : last
        return from...to
    }
}
