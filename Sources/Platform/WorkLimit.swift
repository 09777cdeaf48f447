import CLinux
import Glibc

/// Limits on the memory and processor time of one step; past them the process ends, and `CrashMark` says why.
///
/// There is no gentler way to stop code that loops: in Swift nobody can throw an error into another thread, and a
/// thread cannot be ended from outside.
package enum WorkLimit {
    /// Limits the memory of this process: the kernel refuses more, and then Swift ends the process by a trap.
    ///
    /// RLIMIT_DATA and not RLIMIT_AS, since SQLite maps its shared index, and mapped files are not memory of our own.
    package static func memory(_ bytes: UInt64) throws(Errno) {
        try SystemCall.call("setrlimit") { copydesk_limit_data(bytes) }
    }

    /// Ends the process after so many seconds of processor time, of all threads together; 0 removes the limit.
    ///
    /// Processor time and not the clock's, since it is not the dump's fault when the machine is busy, stopped or
    /// asleep.
    package static func time(_ seconds: Int) throws(Errno) {
        try SystemCall.call("setitimer") { copydesk_limit_time(Int64(seconds)) }
    }
}
