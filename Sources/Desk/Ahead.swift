import Dispatch
import Synchronization

/// Does pure work for every element, on several cores where the configuration allows it: values in, values out, in
/// the same order.
///
/// - Parameters:
///   - elements: What to work on; a batch, so memory is bounded by it.
///   - workers: 0 keeps everything on this thread, in order (crash tests count on it).
///   - work: A pure function.
/// - Returns: The results in the order of the elements.
func ahead<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    workers: Int,
    _ work: @Sendable (Element) -> Result
) -> [Result] {
    guard workers > 0, elements.count > 1 else { return elements.map(work) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers + 1, elements.count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < elements.count else { return }
            let result = work(elements[index])
            results.withLock { $0[index] = result }
        }
    }
    return results.withLock { $0.compactMap { $0 } }
}
