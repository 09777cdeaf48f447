import CLinux
import Glibc

/// Signals as something to read in the poll loop, so that none interrupts the desk in the middle of a step.
package struct SignalQueue: ~Copyable {
    private let descriptor: Descriptor

    package var raw: Int32 { descriptor.raw }

    /// Blocks the signals in this thread, and in those it starts from now on, and queues them here.
    ///
    /// To be called before any other thread is there: a signal sent to the process goes to any thread that does not
    /// block it. They stay blocked when the queue goes; a second SIGTERM must not cut the end of a clean stop short.
    package init(catching signals: [Int32]) throws(Errno) {
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        for signal in signals {
            guard unsafe sigaddset(&mask, signal) == 0 else { throw .invalid }
        }
        try SystemCall.call("pthread_sigmask") {
            // Returns the error instead of setting errno.
            let error = unsafe pthread_sigmask(SIG_BLOCK, &mask, nil)
            if error != 0 { errno = error }
            return error == 0 ? 0 : -1
        }
        descriptor = Descriptor(
            owning: try SystemCall.call("signalfd") { unsafe copydesk_signal_descriptor(&mask) }
        )
    }

    /// Takes the next signal; nil where none waits.
    package func next() throws(Errno) -> Int32? {
        // struct signalfd_siginfo: 128 bytes, the signal's number in the first four.
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
