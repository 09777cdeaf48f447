import Glibc

/// An open file, which is closed when its owner ends.
package struct Descriptor: ~Copyable {
    /// The number, which only `Platform` sees, so that nothing else can use it once the owner has closed the file.
    let raw: Int32

    /// Takes a descriptor over; from now on nobody else closes it.
    package init(owning raw: Int32) {
        self.raw = raw
    }

    deinit {
        try? Descriptor.close(raw)
    }

    /// Closes now, for a caller that wants to know whether it went well: on network file systems a write can fail as
    /// late as here.
    ///
    /// - Throws: What `close` says; the descriptor is gone all the same.
    package consuming func close() throws(Errno) {
        let raw = self.raw
        discard self
        try Descriptor.close(raw)
    }

    /// Gives the ownership up without closing: somebody else owns the descriptor now.
    consuming func giveUp() {
        discard self
    }

    /// Never retried: Linux has freed the number by the time it returns EINTR, and another thread may have got it
    /// since.
    private static func close(_ raw: Int32) throws(Errno) {
        let failed = Glibc.close(raw) != 0
        let error = SystemCall.forcedError("close") ?? (failed ? Errno.last : .interrupted)
        if error != .interrupted { throw error }
    }
}

extension Descriptor {
    /// Opens the file at a path.
    ///
    /// - Parameters:
    ///   - path: Relative to the current directory unless absolute.
    ///   - flags: How to open it.
    ///   - mode: The rights of a file made here, less the process's umask.
    /// - Returns: The open file.
    /// - Throws: What `openat` says.
    package static func open(
        _ path: Path,
        _ flags: OpenFlags,
        mode: UInt32 = 0o640
    ) throws(Errno) -> Descriptor {
        try unsafe path.withCString { (name) throws(Errno) in
            try unsafe open(at: AT_FDCWD, name, flags, mode: mode)
        }
    }

    /// Opens a file by its name in a directory.
    ///
    /// - Throws: EINVAL where the name is not one file's name, but a path or `..`.
    package static func open(
        in directory: borrowing Descriptor,
        _ name: [UInt8],
        _ flags: OpenFlags,
        mode: UInt32 = 0o640
    ) throws(Errno) -> Descriptor {
        let directory = directory.raw
        return try unsafe Path.withName(name) { (name) throws(Errno) in
            try unsafe open(at: directory, name, flags, mode: mode)
        }
    }

    static func open(
        at directory: Int32,
        _ name: UnsafePointer<CChar>,
        _ flags: OpenFlags,
        mode: UInt32
    ) throws(Errno) -> Descriptor {
        let raw = try SystemCall.call("openat") {
            unsafe openat(directory, name, flags.rawValue | O_CLOEXEC, mode_t(mode))
        }
        return Descriptor(owning: raw)
    }
}

extension Descriptor {
    package func status() throws(Errno) -> FileStatus {
        try FileStatus.read(of: raw)
    }

    package var size: Int64 {
        get throws(Errno) { try status().size }
    }

    /// Sets the access rights, whatever the umask is.
    package func setMode(_ mode: UInt32) throws(Errno) {
        try SystemCall.call("fchmod") { fchmod(raw, mode_t(mode)) }
    }

    /// Cuts the file to a size, or extends it with zero bytes.
    package func truncate(to size: Int64) throws(Errno) {
        try SystemCall.call("ftruncate") { ftruncate(raw, off_t(size)) }
    }

    /// A second descriptor of the same open file: both share offset, flags and locks.
    package func duplicate() throws(Errno) -> Descriptor {
        Descriptor(owning: try SystemCall.call("fcntl") { fcntl(raw, F_DUPFD_CLOEXEC, 0) })
    }
}
