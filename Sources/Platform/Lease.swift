import CLinux
import Glibc

/// The kernel's exact answer to whether anybody has a file open for writing (fcntl(2), "Leases").
///
/// A read lease is refused while any open file description may write to the file, a shared writable mapping included.
/// The caller has to own the file, or to have `CAP_LEASE` in the initial user namespace. While the lease is held, the
/// `open` of a writer waits for us (up to `/proc/sys/fs/lease-break-time`), so hold it no longer than one read. The
/// kernel tells of such a writer by SIGIO, whose default action ends the process, so ignore that first
/// (`SignalQueue.ignore`).
package enum Lease {
    package enum Answer: Hashable, Sendable {
        /// Granted: nobody has the file open for writing.
        case quiet
        case writerPresent
        /// This process, or any process on this file system, cannot get a lease on the file.
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

    /// Whether a lease that was taken still holds: since then nobody has opened the file for writing, not even to wait
    /// for the lease.
    package static func isHeld(on file: borrowing Descriptor) -> Bool {
        let raw = file.raw
        return (try? SystemCall.call("getlease") { copydesk_get_lease(raw) }) == F_RDLCK
    }

    /// Gives the lease back; closing the descriptor does the same.
    package static func release(_ file: borrowing Descriptor) {
        let raw = file.raw
        _ = try? SystemCall.call("setlease") { copydesk_set_lease(raw, F_UNLCK) }
    }
}
