import Dispatch
import Synchronization

/// One piece of work on another thread, with objects that belong to the thread that began it.
///
/// That thread must leave the objects alone until it has waited for the end; the compiler cannot see whether it does.
/// So there is this one type for it, and whoever keeps such objects hands them out only after `wait`.
@safe package final class WorkAside<Outcome: Sendable>: @unchecked Sendable {
    private let work: () -> Outcome
    private let outcome = Mutex<Outcome?>(nil)
    private let end = DispatchSemaphore(value: 0)

    /// Begins the work.
    package init(_ work: @escaping () -> Outcome) {
        self.work = work
        // Where no thread can be had, the work is done here and now.
        if !WorkThread.start({ self.run() }) { run() }
    }

    private func run() {
        let done = work()
        outcome.withLock { $0 = done }
        end.signal()
    }

    /// Waits for the end of the work.
    ///
    /// The semaphore orders memory: what the other thread wrote is seen here.
    package func wait() -> Outcome {
        while true {
            if let outcome = outcome.withLock({ $0 }) { return outcome }
            end.wait()
        }
    }
}
