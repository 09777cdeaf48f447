import CLinux
import Glibc

/// The kernel's exact answer to the question whether anybody has a file open for writing.
///
/// A read lease is refused while any open file description may write, a shared writable mapping included. It needs the
/// file's owner, or `CAP_LEASE` in the initial user namespace. While it is held a writer's `open` waits for us (up to
/// `/proc/sys/fs/lease-break-time`), so hold it no longer than one read. The kernel tells of such a writer by SIGIO,
/// whose default action ends the process: ignore it first (`SignalQueue.ignore`).
package enum Lease {
    package enum Answer: Hashable, Sendable {
        /// Granted: nobody has the file open for writing.
        case quiet
        case writerPresent
        /// No lease can be had on this file, by this process or on this file system.
        case unavailable(Errno)
    }

    /// Takes a read lease; the descriptor must be open for reading only.
    package static func take(on file: borrowing Descriptor) -> Answer {
        let raw = file.raw
        do throws(Errno) {
            try SystemCall.call("setlease") { copydesk_set_lease(raw, F_RDLCK) }
            return .quiet
        } catch .again {
            return .writerPresent
        } catch {
            return .unavailable(error)
        }
    }

    /// Gives the lease back; closing the descriptor does the same.
    package static func release(_ file: borrowing Descriptor) {
        let raw = file.raw
        _ = try? SystemCall.call("setlease") { copydesk_set_lease(raw, F_UNLCK) }
    }
}
