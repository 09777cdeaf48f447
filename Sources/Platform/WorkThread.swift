import Glibc

/// A thread that does one piece of work and ends with it (pthread_create(3)).
///
/// Not Foundation's: with its tables of languages and calendars the static program was five times as large. Nor
/// Dispatch's: it keeps its threads, and looks after them once a second for as long as the process lives.
package enum WorkThread {
    /// Starts a thread.
    ///
    /// - Parameter work: What it does.
    /// - Returns: False where no thread can be had; then nothing of the work is done.
    @discardableResult
    package static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
        defer { unsafe pthread_attr_destroy(&attributes) }
        // Nobody waits for its end, which frees all of it.
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
