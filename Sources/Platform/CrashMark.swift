import CLinux
import Glibc

/// Leaves a mark in a file when a bug, or a dump that meets one, ends the process.
///
/// The mark is written by the signal's handler over the file's first byte: `!`, or `s` where `WorkLimit` ended the
/// process for its time, or `m` where memory was short. The default action follows, so the process ends as it would
/// have, with a core dump where one is wanted. A process that is killed leaves no mark: that is nobody's crash, and no
/// dump may be blamed for it.
package enum CrashMark {
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGPROF]

    /// Begins to catch the signals of a crash; a second call moves the mark to another file.
    ///
    /// - Parameter descriptor: Open for writing and not for appending (Linux would append what `pwrite` writes), and
    ///   open until `disarm`.
    package static func arm(_ descriptor: borrowing Descriptor) {
        coverThread()
        copydesk_crash_descriptor(descriptor.raw)
        for signal in signals {
            _ = copydesk_crash_catch(signal)
        }
    }

    /// Stops catching the signals: from now on a crash leaves no mark.
    package static func disarm() {
        for number in signals {
            _ = signal(number, SIG_DFL)
        }
        copydesk_crash_descriptor(-1)
    }

    /// Gives this thread a second stack for the handler, where it has none; `arm` does so for its own thread.
    ///
    /// A thread that has used up its stack has no room on it for a handler. The second stack is never freed: the thread
    /// may need it until it ends.
    package static func coverThread() {
        var present = unsafe stack_t()
        guard unsafe sigaltstack(nil, &present) == 0, unsafe present.ss_flags & Int32(SS_DISABLE) != 0 else {
            return
        }
        // MINSIGSTKSZ is an old estimate: with wide vector registers, the frame of a signal alone takes several KiB.
        let size = 65_536
        var stack = unsafe stack_t()
        unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        unsafe stack.ss_size = size
        unsafe sigaltstack(&stack, nil)
    }
}
