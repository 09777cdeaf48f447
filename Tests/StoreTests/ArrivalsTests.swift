import Pages
import Testing

@testable import Store

@Suite("Deliveries since a moment")
struct ArrivalsTests {
    @Test("They are counted from any moment on, the rejected ones apart")
    func since() throws {
        let bench = try Bench()
        for number in 1...7 {
            // One a minute from 10:01 on, the third and the sixth refused.
            if number % 3 == 0 {
                try bench.take(.refused(nil, Refusal(.notRegular, "a pipe"), attempts: 1))
            } else {
                try bench.take(Bench.page([Bench.article("Story \(number)", "It is told.")]), dump: "\(number)")
            }
        }
        for minute in 0...9 {
            let arrivals = try bench.store.arrivals(since: "2026-11-21T10:0\(minute):00.000Z")
            let plain = try bench.store.ask(
                """
                SELECT count(*) || ' ' || coalesce(sum(outcome = 'rejected'), 0) FROM delivery
                WHERE received_at >= '2026-11-21T10:0\(minute):00.000Z'
                """
            )
            #expect(["\(arrivals.done) \(arrivals.rejected)"] == plain)
        }
        #expect(try bench.store.arrivals(since: "2026-11-22").done == 0)
        #expect(try bench.store.arrivals(since: "2026-11-21").rejected == 2)
    }

    @Test("A new database has none")
    func none() throws {
        let arrivals = try Bench().store.arrivals(since: "2026-11-21")
        #expect(arrivals.done == 0 && arrivals.rejected == 0)
    }
}
