import CLinux
import Glibc

/// Signals as data to read in the poll loop (signalfd(2)), so that none interrupts the desk in the middle of a step.
package struct SignalQueue: ~Copyable {
    private let descriptor: Descriptor

    package var pollSource: Poll.Source { Poll.Source(descriptor) }

    /// Blocks the signals in this thread and in those that it starts from now on, and queues them here.
    ///
    /// Call it before there is any other thread, since a signal to the process goes to any thread that does not block
    /// it. The signals stay blocked when the queue ends: a second SIGTERM must not cut short the end of a clean stop.
    package init(catching signals: [Int32]) throws(Errno) {
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        for signal in signals {
            guard unsafe sigaddset(&mask, signal) == 0 else { throw .invalid }
        }
        try SystemCall.call("pthread_sigmask") {
            // This call returns the error instead of setting errno.
            let error = unsafe pthread_sigmask(SIG_BLOCK, &mask, nil)
            if error != 0 { errno = error }
            return error == 0 ? 0 : -1
        }
        descriptor = Descriptor(
            owning: try SystemCall.call("signalfd") { unsafe copydesk_signal_descriptor(&mask) }
        )
    }

    /// Takes the next signal; nil where none is waiting.
    package func next() throws(Errno) -> Int32? {
        // struct signalfd_siginfo has 128 bytes; the first four are the signal's number.
        var record: [UInt8] = []
        do throws(Errno) {
            try descriptor.read(upTo: 128, into: &record)
        } catch .again {
            return nil
        }
        guard record.count == 128 else { return nil }
        return unsafe record.withUnsafeBytes { unsafe $0.load(as: Int32.self) }
    }

    /// Ignores signals for the whole process.
    package static func ignore(_ signals: [Int32]) {
        for number in signals {
            _ = signal(number, SIG_IGN)
        }
    }
}
