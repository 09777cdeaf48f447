/// The time of which a report tells, as bounds of times in the database: all that came in from one moment to another.
package struct ReportWindow: Sendable, Equatable {
    /// The first day, `YYYY-MM-DD`; empty for all from the beginning on.
    package let from: String
    /// The first day that is too late; nil for no end.
    package let before: String?

    package init(from: String?, before: String?) {
        self.from = from ?? ""
        self.before = before
    }

    /// Bounds for a time in the text form of the database, which compares as it sorts; `~` is after every digit.
    var values: [SQLValue] { [.text(from), .text(before ?? "~")] }
}
