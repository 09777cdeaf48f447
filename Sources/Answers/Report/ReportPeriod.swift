package import Home
package import Pages
package import Store

/// The days of which a report tells, the first and the last included, in UTC.
package struct ReportPeriod: Sendable, Equatable {
    /// Nil for all from the beginning on.
    package let since: CalendarDate?
    /// Nil for all up to now.
    package let until: CalendarDate?

    /// Reads `--since` and `--until`: a day `2026-03-04`, or the whole of a month `2026-03` or a year `2026`.
    ///
    /// - Throws: `Fault` of the kind `usage` for anything else, and where the first day is after the last.
    package init(since: String?, until: String?) throws(Fault) {
        self.since = try since.map { (text) throws(Fault) in try ReportPeriod.days("since", text).lowerBound }
        self.until = try until.map { (text) throws(Fault) in try ReportPeriod.days("until", text).upperBound }
        if let since = self.since, let until = self.until, since > until {
            throw Fault(.usage, "--since \(since.text) is after --until \(until.text): no day is in that period")
        }
    }

    /// The period as bounds of times in the database.
    package var window: ReportWindow {
        ReportWindow(
            from: since?.text,
            before: until.map { CalendarDate(dayNumber: $0.dayNumber + 1)?.text ?? "~" }
        )
    }

    private static func days(_ option: String, _ text: String) throws(Fault) -> ClosedRange<CalendarDate> {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        if isDigits, (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
        {
            let numbers = parts.compactMap { Int($0) }
            let (month, day) = (numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil)
            let first = CalendarDate(year: numbers[0], month: month ?? 1, day: day ?? 1)
            // The last day of a month is the greatest that there is.
            let last = (day.map { $0...$0 } ?? 28...31).compactMap {
                CalendarDate(year: numbers[0], month: month ?? 12, day: $0)
            }.last
            if let first, let last { return first...last }
        }
        throw Fault(
            .usage,
            "--\(option) \(String(text.unicodeScalars.prefix(40).map { $0.value < 0x20 ? "?" : Character($0) })): expected a day "
                + "like 2026-03-04, a month like 2026-03 or a year like 2026"
        )
    }
}
