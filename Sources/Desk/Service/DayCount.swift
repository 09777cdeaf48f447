import Home
import Platform
import Store

/// Counts what was done since midnight, UTC.
struct DayCount: Sendable {
    private var day: String
    private(set) var done: Int
    private(set) var rejected: Int

    /// Starts with what the database knows of a day, `2026-11-21`.
    init(day: String, done: Int, rejected: Int) {
        self.day = day
        self.done = done
        self.rejected = rejected
    }

    static var today: String { String(Timestamp.now.iso.prefix(10)) }

    mutating func add(_ batch: Batch, on day: String) {
        if day != self.day { self = DayCount(day: day, done: 0, rejected: 0) }
        done += batch.files
        rejected += batch.outcomes[.rejected] ?? 0
    }

    /// `today 120 done, 2 rejected`.
    func text(on day: String) -> String {
        day == self.day ? "today \(done) done, \(rejected) rejected" : "today 0 done, 0 rejected"
    }
}
