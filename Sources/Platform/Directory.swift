import CLinux
import Glibc

/// An open directory, and what can be done with the names in it.
///
/// Every operation takes the name of one file and looks it up from the open descriptor. So it cannot be led elsewhere
/// when the directory is renamed meanwhile or replaced by a symbolic link. A name with a slash, and `..`, is EINVAL.
package struct Directory: ~Copyable {
    package let descriptor: Descriptor

    var raw: Int32 { descriptor.raw }

    init(owning descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    /// Opens a directory by its path; symbolic links are followed, since whoever wrote the path chose them.
    package static func open(_ path: Path) throws(Errno) -> Directory {
        Directory(owning: try Descriptor.open(path, [.readOnly, .directory]))
    }

    /// Opens a sub-directory; a symbolic link is refused, since it may lead out of the directory.
    ///
    /// - Throws: ENOTDIR for a symbolic link, as for any other file.
    package static func open(in directory: borrowing Directory, name: [UInt8]) throws(Errno) -> Directory {
        Directory(
            owning: try Descriptor.open(in: directory.descriptor, name, [.readOnly, .directory, .noFollow])
        )
    }

    /// The directory's own status.
    package func status() throws(Errno) -> FileStatus {
        try descriptor.status()
    }

    /// The status of a name in the directory; for a symbolic link its own, not that of the file it points to.
    package func status(of name: [UInt8]) throws(Errno) -> FileStatus {
        try unsafe Path.withName(name) { (name) throws(Errno) in
            try unsafe FileStatus.read(at: raw, name, followingLinks: false)
        }
    }

    /// Opens a file in the directory; a symbolic link is ELOOP.
    package func openFile(
        _ name: [UInt8],
        _ flags: OpenFlags,
        mode: UInt32 = 0o640
    ) throws(Errno) -> Descriptor {
        try Descriptor.open(in: descriptor, name, flags.union(.noFollow), mode: mode)
    }

    /// Makes added and removed names durable.
    package func sync() throws(Errno) {
        try descriptor.sync()
    }

    /// Whether this process may add and remove names; a sticky directory may still refuse a removal.
    package var canWrite: Bool {
        let answer = try? SystemCall.call("faccessat") { unsafe faccessat(raw, ".", W_OK | X_OK, AT_EACCESS) }
        return answer != nil
    }
}

extension Directory {
    package func unlink(_ name: [UInt8]) throws(Errno) {
        try remove(name, flags: 0)
    }

    /// Removes an empty sub-directory.
    package func removeDirectory(_ name: [UInt8]) throws(Errno) {
        try remove(name, flags: AT_REMOVEDIR)
    }

    private func remove(_ name: [UInt8], flags: Int32) throws(Errno) {
        try unsafe Path.withName(name) { (name) throws(Errno) in
            try SystemCall.call("unlinkat") { unsafe unlinkat(raw, name, flags) }
        }
    }

    /// Makes a sub-directory with these access rights, less the process's umask.
    package func makeDirectory(_ name: [UInt8], mode: UInt32 = 0o750) throws(Errno) {
        try unsafe Path.withName(name) { (name) throws(Errno) in
            try SystemCall.call("mkdirat") { unsafe mkdirat(raw, name, mode_t(mode)) }
        }
    }

    /// Moves a name to a directory on the same file system.
    ///
    /// - Parameters:
    ///   - name: What it is called here.
    ///   - directory: Where it goes.
    ///   - newName: What it is called there.
    ///   - replacing: Whether a file of that name gives way; if not, the kernel refuses with EEXIST in one step. To
    ///     look first would leave a moment in which another process can take the name.
    /// - Throws: EXDEV where the other directory is on another file system, or reached by another bind mount of the
    ///   same one.
    package func rename(
        _ name: [UInt8],
        to directory: borrowing Directory,
        as newName: [UInt8],
        replacing: Bool
    ) throws(Errno) {
        let target = directory.raw
        try unsafe Path.withName(name) { (old) throws(Errno) in
            try unsafe Path.withName(newName) { (new) throws(Errno) in
                try SystemCall.call("renameat") {
                    replacing
                        ? unsafe renameat(raw, old, target, new)
                        : unsafe copydesk_rename_no_replace(raw, old, target, new)
                }
            }
        }
    }
}

extension Directory {
    /// Makes a directory.
    ///
    /// - Parameters:
    ///   - path: Where.
    ///   - mode: Its rights and those of the directories made above it, less the process's umask.
    ///   - intermediates: Whether missing directories above are made too, and a directory that exists already is
    ///     accepted.
    /// - Returns: Whether the directory was missing.
    /// - Throws: EEXIST where the name is taken: with `intermediates` by something else than a directory, without it by
    ///   anything.
    @discardableResult
    package static func make(
        _ path: Path,
        mode: UInt32 = 0o750,
        intermediates: Bool
    ) throws(Errno) -> Bool {
        // Goes up from the last directory to the first that exists, then down again.
        var missing: [Path] = []
        var place = path
        while true {
            do throws(Errno) {
                try makeOne(place, mode: mode)
                break
            } catch .noEntry where intermediates && place.parent != place {
                missing.append(place)
                place = place.parent
            } catch .exists where intermediates {
                guard try FileStatus.of(place).kind == .directory else { throw .exists }
                if missing.isEmpty { return false }
                break
            }
        }
        for place in missing.reversed() {
            do throws(Errno) {
                try makeOne(place, mode: mode)
            } catch .exists {
                // Another process made it just now, or `place` ends in `.`.
                guard try FileStatus.of(place).kind == .directory else { throw .exists }
            }
        }
        return true
    }

    private static func makeOne(_ path: Path, mode: UInt32) throws(Errno) {
        try unsafe path.withCString { (name) throws(Errno) in
            try SystemCall.call("mkdirat") { unsafe mkdirat(AT_FDCWD, name, mode_t(mode)) }
        }
    }
}
