import CLinux
import Glibc

/// A lock that is held as long as this value lives, and by nobody else on this machine.
///
/// It is an open-file-description lock (fcntl(2)). Unlike a POSIX lock, it is not lost when another part of the process
/// closes another descriptor of the same file; unlike with `flock`, a process that may only read can ask who holds it.
/// The kernel releases it however the holder ends. The file stays: if it were removed, two processes could lock two
/// files of the same name.
///
/// Its first line is the process's number. A second one can hold a note of the holder, for whoever may read the file.
package struct LockFile: ~Copyable {
    private let descriptor: Descriptor
    /// The most bytes of a note: with the number it stays within the first block of any file system.
    static let noteLimit = 3000

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
        let lock = LockFile(descriptor: file)
        try lock.write(note: [])
        return lock
    }

    /// Writes the holder's note, one line without its newline; an empty one removes it.
    ///
    /// The bytes go over those that are there, and the file is cut to its new length last. To empty the file first
    /// would free its only block, and on a full disk there would be no other.
    package func write(note: [UInt8]) throws(Errno) {
        let newline = UInt8(ascii: "\n")
        var bytes = Array("\(getpid())\n".utf8)
        if !note.isEmpty {
            bytes += note.prefix(LockFile.noteLimit).map { $0 == newline ? UInt8(ascii: " ") : $0 } + [newline]
        }
        try descriptor.rewind()
        try descriptor.write(all: bytes)
        try descriptor.truncate(to: Int64(bytes.count))
    }

    /// The note of the process that holds the lock; nil where there is none, also where nobody holds the lock.
    package static func note(of path: Path) throws(Errno) -> [UInt8]? {
        guard try holder(of: path) != nil else { return nil }
        let bytes = try Descriptor.open(path, [.readOnly, .noFollow, .nonBlocking]).readAt(offset: 0, count: 4096)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        // A line without its newline is just being written.
        guard lines.count == 3, !lines[1].isEmpty else { return nil }
        return Array(lines[1])
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
        let (type, _) = try probe(file)
        guard type != F_UNLCK else { return nil }
        let text = try file.readAt(offset: 0, count: 16)
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int32(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    private static func probe(_ file: borrowing Descriptor) throws(Errno) -> (type: Int32, length: Int64) {
        let raw = file.raw
        var length: Int64 = 0
        let type = try SystemCall.call("getlock") { unsafe copydesk_probe_lock(raw, &length) }
        return (type, length)
    }

    /// Marks the lock with a number above 0, for a holder that cannot write; 0 takes the mark away.
    ///
    /// The lock covers all bytes that a file can have. The mark is the first byte that it does not cover any more. The
    /// kernel keeps locks in memory, so this works on a disk that takes nothing.
    package func mark(_ number: Int64) throws(Errno) {
        let raw = descriptor.raw
        try SystemCall.call("setlock") { copydesk_lock(raw, F_WRLCK) }
        if number > 0 { try SystemCall.call("setlock") { copydesk_unlock_byte(raw, number) } }
    }

    /// The mark of a held lock; 0 where it has none, or nobody holds it.
    package static func mark(of path: Path) throws(Errno) -> Int64 {
        do throws(Errno) {
            return try probe(try Descriptor.open(path, [.readOnly, .noFollow, .nonBlocking])).length
        } catch .noEntry {
            return 0
        }
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
