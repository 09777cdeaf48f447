import CLinux
import Glibc

/// Bounds of what one step may take of the machine; past them the kernel ends the process, and `CrashMark` says why.
///
/// There is no gentler way to stop code that loops: Swift has no exception from outside, and a thread cannot be ended.
package enum WorkLimit {
    /// Bounds the memory of this process; what is asked for beyond it is refused, and Swift ends the process by a trap.
    ///
    /// RLIMIT_DATA and not RLIMIT_AS: SQLite maps its shared index, and mapped files are not memory of our own.
    package static func memory(_ bytes: UInt64) throws(Errno) {
        try SystemCall.call("setrlimit") { copydesk_limit_data(bytes) }
    }

    /// Ends the process after so many seconds of processor time, all threads counted; 0 takes the limit back.
    ///
    /// Processor time and not the clock's: a machine that is busy, stopped or asleep is not the dump's fault.
    package static func time(_ seconds: Int) throws(Errno) {
        try SystemCall.call("setitimer") { copydesk_limit_time(Int64(seconds)) }
    }
}
