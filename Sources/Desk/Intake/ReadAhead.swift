import Dispatch
import Home
import Platform
import Synchronization

/// Pure work on every element of a batch, done by worker threads while this thread uses the results so far.
///
/// The results are taken in the order of the elements. They need no more memory than the batch allows, since there is
/// at most one for each element.
final class ReadAhead<Element: Sendable, Result: Sendable>: Sendable {
    let count: Int
    /// Each is let go when a thread begins it, since it may hold a whole file.
    private let elements: Mutex<[Element?]>
    private let work: @Sendable (Element) -> Result
    private let results: Mutex<[Result?]>
    /// The index of the first element that no thread has begun.
    private let next = Atomic<Int>(0)
    /// Raised whenever an element is done.
    private let progress = DispatchSemaphore(value: 0)

    /// Starts the workers.
    ///
    /// - Parameters:
    ///   - elements: What to work on.
    ///   - workers: How many threads to start; with 0 this thread does everything, in order (crash tests count on it).
    ///   - work: A pure function.
    init(_ elements: [Element], workers: Int, _ work: @escaping @Sendable (Element) -> Result) {
        count = elements.count
        self.elements = Mutex(elements)
        self.work = work
        results = Mutex(Array(repeating: nil, count: elements.count))
        // A single element is done here in the time that it takes to hand it over.
        guard elements.count > 1 else { return }
        for _ in 0..<min(workers, elements.count) {
            // If no thread can be had, `take` does all the work.
            WorkThread.start { [self] in
                while doOne() {}
            }
        }
    }

    /// The result for one element, which can be taken only once.
    ///
    /// Until it is there, this thread works on elements too, since otherwise it would only wait.
    func take(_ index: Int) -> Result {
        while true {
            if let result = results.withLock({ $0[index].take() }) { return result }
            if !doOne() { progress.wait() }
        }
    }

    /// Leaves out the elements that no thread has begun; their results are not wanted any more.
    func cancel() { next.store(count, ordering: .relaxed) }

    private func doOne() -> Bool {
        // Relaxed is enough: each thread gets another index, and the lock orders the results.
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count, let element = elements.withLock({ $0[index].take() }) else { return false }
        let result = work(element)
        results.withLock { $0[index] = result }
        progress.signal()
        return true
    }
}
