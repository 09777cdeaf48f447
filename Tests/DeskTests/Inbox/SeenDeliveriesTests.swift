import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct SeenDeliveriesTests {
    @Test func `of many deliveries those that were seen are known by their numbers`() {
        var seen = SeenDeliveries()
        for delivery in stride(from: Int64(1), to: 100_000, by: 63) { seen.insert(delivery) }
        seen.insert(-1)
        #expect(
            (Int64(-2)..<100_100).allSatisfy { seen.contains($0) == ($0 > 0 && $0 < 100_000 && ($0 - 1) % 63 == 0) }
        )
    }
}
