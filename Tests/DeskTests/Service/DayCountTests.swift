import Store
import Testing

@testable import Answers
@testable import Desk
@testable import Home

/// The count of a day.
@Suite struct DayCountTests {
    private func batch(files: Int, rejected: Int) -> Batch {
        var batch = Batch()
        batch.files = files
        batch.outcomes[.rejected] = rejected
        return batch
    }

    @Test func `batches of the day are added to what the database knew`() {
        var count = DayCount(day: "2026-11-21", done: 5, rejected: 1)
        count.add(batch(files: 3, rejected: 1), on: "2026-11-21")
        #expect(count.text(on: "2026-11-21") == "today 8 done, 2 rejected")
    }

    @Test func `a new day begins at nothing, whether something came in or not`() {
        var count = DayCount(day: "2026-11-21", done: 5, rejected: 1)
        #expect(count.text(on: "2026-11-22") == "today 0 done, 0 rejected")
        count.add(batch(files: 3, rejected: 0), on: "2026-11-22")
        #expect(count.text(on: "2026-11-22") == "today 3 done, 0 rejected")
    }
}
