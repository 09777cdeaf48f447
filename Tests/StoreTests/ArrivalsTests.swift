import Pages
import Testing

@testable import Store

/// Deliveries since a moment.
@Suite struct ArrivalsTests {
    @Test func `deliveries are counted from any moment on, the rejected ones apart`() throws {
        let scratch = try ScratchStore()
        for number in 1...7 {
            // One a minute from 10:01 on, the third and the sixth refused.
            if number % 3 == 0 {
                try scratch.take(.refused(nil, Refusal(.notRegular, "a pipe"), attempts: 1))
            } else {
                try scratch.take(
                    ScratchStore.page([ScratchStore.article("Story \(number)", "It is told.")]),
                    dump: "\(number)"
                )
            }
        }
        for minute in 0...9 {
            let arrivals = try scratch.store.arrivals(since: "2026-11-21T10:0\(minute):00.000Z")
            let plain = try scratch.store.ask(
                """
                SELECT count(*) || ' ' || coalesce(sum(outcome = 'rejected'), 0) FROM delivery
                WHERE received_at >= '2026-11-21T10:0\(minute):00.000Z'
                """
            )
            #expect(["\(arrivals.done) \(arrivals.rejected)"] == plain)
        }
        #expect(try scratch.store.arrivals(since: "2026-11-22").done == 0)
        #expect(try scratch.store.arrivals(since: "2026-11-21").rejected == 2)
    }

    @Test func `deliveries are counted from each moment to the next`() throws {
        let scratch = try ScratchStore()
        for number in 1...7 {
            // One a minute from 10:01 on.
            let page = ScratchStore.page([ScratchStore.article("Story \(number)", "It is told.")])
            try scratch.take(page, dump: "\(number)")
        }
        func counts(_ minutes: Int...) throws -> [Int64] {
            try scratch.store.deliveries(
                sinceEachOf: minutes.map { "2026-11-21T10:\($0 < 10 ? "0" : "")\($0):00.000Z" }
            )
        }
        #expect(try counts(0, 1, 2, 4, 5, 7, 8, 9) == [0, 1, 2, 1, 2, 1, 0, 0])
        #expect(try counts(3) == [5])
        #expect(try counts() == [])
        #expect(try ScratchStore().store.deliveries(sinceEachOf: ["2026-11-21", "2026-11-22"]) == [0, 0])
    }

    @Test func `a new database has no deliveries`() throws {
        let arrivals = try ScratchStore().store.arrivals(since: "2026-11-21")
        #expect(arrivals.done == 0 && arrivals.rejected == 0)
    }
}
