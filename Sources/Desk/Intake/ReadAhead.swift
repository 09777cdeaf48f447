import Dispatch
import Home
import Platform
import Synchronization

/// Pure work on every element of a batch, done on other cores while this thread uses what is done already.
///
/// Values in, values out, taken in the order of the elements. What is done and not taken yet is never more than the
/// batch.
final class ReadAhead<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let work: @Sendable (Element) -> Result
    private let results: Mutex<[Result?]>
    /// The first element that nobody works on.
    private let next = Atomic<Int>(0)
    /// Raised whenever an element is done.
    private let progress = DispatchSemaphore(value: 0)

    var count: Int { elements.count }

    /// Begins.
    ///
    /// - Parameters:
    ///   - elements: What to work on.
    ///   - workers: Cores to use beside this one; 0 keeps everything on this thread, in order (crash tests count on it).
    ///   - work: A pure function.
    init(_ elements: [Element], workers: Int, _ work: @escaping @Sendable (Element) -> Result) {
        self.elements = elements
        self.work = work
        results = Mutex(Array(repeating: nil, count: elements.count))
        // One element is done as fast here as it is handed over.
        guard elements.count > 1 else { return }
        for _ in 0..<min(workers, elements.count) {
            // Where none can be had, `take` does it all.
            WorkThread.start { [self] in
                while doOne() {}
            }
        }
    }

    /// The result for one element; asked for once.
    ///
    /// While it is not there this thread works too: with nothing to write it would only wait.
    func take(_ index: Int) -> Result {
        while true {
            if let result = results.withLock({ $0[index].take() }) { return result }
            if !doOne() { progress.wait() }
        }
    }

    /// All results.
    func all() -> [Result] { elements.indices.map(take) }

    /// Leaves undone what nobody works on: the results are not wanted any more.
    func cancel() { next.store(elements.count, ordering: .relaxed) }

    private func doOne() -> Bool {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return false }
        let result = work(elements[index])
        results.withLock { $0[index] = result }
        progress.signal()
        return true
    }
}
