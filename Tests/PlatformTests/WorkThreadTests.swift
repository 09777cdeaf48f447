import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Platform

/// Work on a thread of its own.
@Suite struct WorkThreadTests {
    @Test func `each piece of work is done once, and on another thread`() {
        let done = Done()
        let own = pthread_self()
        for _ in 0..<200 {
            #expect(
                WorkThread.start {
                    if pthread_self() != own { done.count.add(1, ordering: .relaxed) }
                    done.signal.signal()
                }
            )
        }
        for _ in 0..<200 { #expect(done.signal.wait(timeout: .now() + 30) == .success) }
        #expect(done.count.load(ordering: .relaxed) == 200)
    }

    @Test func `what the work holds is let go with it`() {
        let done = Done()
        weak let seen: Held?
        do {
            let held = Held(done)
            seen = held
            #expect(WorkThread.start { held.touch() })
        }
        #expect(done.signal.wait(timeout: .now() + 30) == .success)
        #expect(done.count.load(ordering: .relaxed) == 1)
        #expect(seen == nil)
    }
}

private final class Done: Sendable {
    let count = Atomic<Int>(0)
    let signal = DispatchSemaphore(value: 0)
}

/// Says when it is gone.
private final class Held: Sendable {
    private let done: Done

    init(_ done: Done) { self.done = done }

    func touch() { done.count.add(1, ordering: .relaxed) }

    deinit { done.signal.signal() }
}
