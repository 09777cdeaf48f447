import Glibc

/// A thread that does one piece of work and then ends (pthread_create(3)).
///
/// Not Foundation's threads: with its tables of languages and calendars, the static program was five times as large.
/// Not Dispatch's either: it keeps its threads, and checks on them once a second for as long as the process lives.
package enum WorkThread {
    /// Starts a thread.
    ///
    /// - Parameter work: What the thread does.
    /// - Returns: False where no thread can be had; then none of the work is done.
    @discardableResult
    package static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
        defer { unsafe pthread_attr_destroy(&attributes) }
        // Nobody waits for its end, and a detached thread frees all its memory by itself.
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let box = unsafe Unmanaged.passRetained(Box(work))
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread,
            &attributes,
            { pointer in
                guard let pointer = unsafe pointer else { return nil }
                unsafe Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work()
                return nil
            },
            box.toOpaque()
        )
        if code != 0 { unsafe box.release() }
        return code == 0
    }

    private final class Box: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
