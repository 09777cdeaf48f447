import CLinux
import Glibc

/// The processes that are reading an SQLite database through its write-ahead log.
///
/// They hold shared locks on the read marks of the `-shm` file (https://sqlite.org/walformat.html, section 2.3.2),
/// and the kernel tells who holds a POSIX lock.
package enum WALReaders {
    /// One process; the age of its lock is not known, but at most that of the process.
    package struct Process: Sendable {
        package let id: Int32
        package let ageSeconds: Int64
    }

    /// The holders of read marks, oldest process first; of those that share a mark, only one is found.
    package static func processes(ofSharedMemory path: Path?) -> [Process] {
        guard let path, let file = try? Descriptor.open(path, [.readOnly, .noFollow]) else { return [] }
        let raw = file.raw
        var found: Set<Int32> = []
        // WAL_READ_LOCK(0) … (4): bytes 123 to 127.
        for byte in 123...127 {
            let holder = copydesk_lock_holder(raw, Int64(byte))
            if holder > 0, holder != getpid() { found.insert(holder) }
        }
        return found.map { Process(id: $0, ageSeconds: ProcessFacts.ageSeconds(of: $0) ?? 0) }.sorted {
            $0.ageSeconds > $1.ageSeconds
        }
    }

    /// The process that is writing, by WAL_WRITE_LOCK, byte 120; nil where none is, or where the lock is this process's.
    package static func writer(ofSharedMemory path: Path?) -> Int32? {
        guard let path, let file = try? Descriptor.open(path, [.readOnly, .noFollow]) else { return nil }
        let holder = copydesk_lock_holder(file.raw, 120)
        return holder > 0 && holder != getpid() ? holder : nil
    }
}
