import CLinux
import Glibc

/// Leaves a mark in a file when a bug, or a dump that finds one, ends the process.
///
/// The mark is a `!` over the file's first byte (`s` where `WorkLimit` ended it for its time, `m` where memory was short),
/// written by the handler of the signal; the default action follows, so
/// the process ends as it would have, with a core dump where one is wanted. A process that is killed leaves none: that
/// is nobody's crash, and no dump may be blamed for it.
package enum CrashMark {
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGPROF]

    /// Begins to watch the process; calling it again moves the mark to another file.
    ///
    /// - Parameter descriptor: Open for writing and not for appending (Linux would append what `pwrite` writes), and
    ///   open until `disarm`.
    package static func arm(descriptor: Int32) {
        coverThread()
        copydesk_crash_descriptor(descriptor)
        for signal in signals {
            _ = copydesk_crash_catch(signal)
        }
    }

    /// Ends it: a crash leaves no mark any more.
    package static func disarm() {
        for number in signals {
            _ = signal(number, SIG_DFL)
        }
        copydesk_crash_descriptor(-1)
    }

    /// Gives this thread a second stack for the handler, where it has none; `arm` does it for its own thread.
    ///
    /// A thread that has used up its stack has no room for a handler on it. The second stack is kept for the thread's
    /// life: freed, it would be there no more when it is needed.
    package static func coverThread() {
        var present = unsafe stack_t()
        guard unsafe sigaltstack(nil, &present) == 0, unsafe present.ss_flags & Int32(SS_DISABLE) != 0 else {
            return
        }
        // MINSIGSTKSZ is a guess of old; the frame alone takes several KiB where the processor has wide registers.
        let size = 65_536
        var stack = unsafe stack_t()
        unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        unsafe stack.ss_size = size
        unsafe sigaltstack(&stack, nil)
    }
}
