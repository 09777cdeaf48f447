import Glibc
import Platform

/// Makes system calls of one name fail on this thread while `body` runs; other tests' threads are let through.
///
/// `answer` is asked at each such call, with its number from 1.
func failing<Result>(
    _ name: String,
    _ answer: @escaping @Sendable (Int) -> Errno?,
    _ body: () throws -> Result
) rethrows -> Result {
    let thread = pthread_self()
    let counter = CallCounter()
    SystemCall.fault = { called in
        guard called == name, pthread_self() == thread else { return nil }
        return answer(counter.next())
    }
    defer { SystemCall.fault = nil }
    return try body()
}

/// Counts calls, from any thread.
private final class CallCounter: @unchecked Sendable {
    // Only ever touched on the thread that `failing` was called on.
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
