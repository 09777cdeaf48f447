import Platform
import Synchronization
import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct ReadAheadTests {
    @Test(arguments: [0, 1, 3])
    func `work done ahead keeps its order, on one thread and on several`(workers: Int) {
        let numbers = Array(0..<500)
        let squares = ReadAhead(numbers, workers: workers) { $0 * $0 }
        #expect(numbers.indices.map(squares.take) == numbers.map { $0 * $0 })
        #expect(ReadAhead([Int](), workers: workers) { $0 }.count == 0)
    }

    @Test(arguments: [0, 2])
    func `work that is not wanted any more is left undone`(workers: Int) {
        let done = Count()
        let work = ReadAhead(Array(0..<100_000), workers: workers) { number in
            done.value.add(1, ordering: .relaxed)
            Clock.sleep(milliseconds: 1)
            return number
        }
        #expect(work.take(0) == 0)
        work.cancel()
        #expect(done.value.load(ordering: .relaxed) < 100_000)
    }
}

private final class Count: Sendable {
    let value = Atomic<Int>(0)
}
