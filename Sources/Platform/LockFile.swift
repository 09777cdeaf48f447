import CLinux
import Glibc

/// A lock that is held as long as this value lives, and by nobody else on this machine.
///
/// It is an open-file-description lock (fcntl(2)). Unlike a POSIX lock, it is not lost when another part of the process
/// closes another descriptor of the same file; unlike with `flock`, a process that may only read can ask who holds it.
/// The kernel releases it however the holder ends. The file stays: if it were removed, two processes could lock two
/// files of the same name.
package struct LockFile: ~Copyable {
    private let descriptor: Descriptor

    /// Takes the lock and writes the process's number into the file.
    ///
    /// - Returns: Nil where another holds the lock, another value in this process included.
    package static func acquire(_ path: Path) throws(Errno) -> LockFile? {
        let file = try Descriptor.open(path, [.readWrite, .create, .noFollow, .nonBlocking], mode: 0o640)
        guard try file.status().kind == .regular else { throw .invalid }
        let raw = file.raw
        do throws(Errno) {
            try SystemCall.call("setlock") { copydesk_lock(raw, F_WRLCK) }
        } catch .again {
            return nil
        }
        try file.truncate(to: 0)
        try file.write(all: Array("\(getpid())\n".utf8))
        return LockFile(descriptor: file)
    }

    /// The process that holds the lock; nil where none does or the file is missing.
    ///
    /// The kernel does not tell the owner of such a lock (`l_pid` is -1), so the number is read from the file. It is 0
    /// in the moment between taking the lock and writing the number.
    package static func holder(of path: Path) throws(Errno) -> Int32? {
        let file: Descriptor
        do throws(Errno) {
            file = try Descriptor.open(path, [.readOnly, .noFollow, .nonBlocking])
        } catch .noEntry {
            return nil
        }
        let raw = file.raw
        let type = try SystemCall.call("getlock") { copydesk_probe_lock(raw) }
        guard type != F_UNLCK else { return nil }
        let text = try file.readAt(offset: 0, count: 16)
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int32(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    /// Locks a directory for as long as it stays open.
    ///
    /// It uses `flock`, which needs no right to write and makes no file.
    ///
    /// - Returns: False where another holds the lock, or the file system has no locks.
    package static func lock(directory: borrowing Directory) -> Bool {
        let raw = directory.raw
        return (try? SystemCall.call("flock") { flock(raw, LOCK_EX | LOCK_NB) }) != nil
    }
}
