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
        if let days = CalendarDate.days(named: text) { return days }
        throw Fault(
            .usage,
            "--\(option) \(String(text.unicodeScalars.prefix(40).map { $0.value < 0x20 ? "?" : Character($0) })): expected a day "
                + "like 2026-03-04, a month like 2026-03 or a year like 2026"
        )
    }
}
