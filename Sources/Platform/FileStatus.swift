import Glibc

/// What the kernel says about a file: `stat(2)` with times as nanoseconds since 1970.
package struct FileStatus: Equatable, Sendable {
    package enum Kind: Hashable, Sendable {
        case regular
        case directory
        case symbolicLink
        case fifo
        case socket
        case device
    }

    /// What tells one state of one file from any other state of any file.
    ///
    /// Inode numbers are used again once a file is gone, so size and both times are part of it. `ctime` moves with each
    /// write, rename and change of rights, and unlike `mtime` it cannot be set by the owner.
    package struct Identity: Hashable, Sendable {
        package let device: UInt64
        package let inode: UInt64
        package let size: Int64
        package let modified: Int64
        package let changed: Int64

        package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
            self.device = device
            self.inode = inode
            self.size = size
            self.modified = modified
            self.changed = changed
        }
    }

    package let device: UInt64
    package let inode: UInt64
    package let size: Int64
    package let modifiedNanoseconds: Int64
    package let changedNanoseconds: Int64
    /// The permission bits with set-user, set-group and sticky; the kind of the file is not among them.
    package let mode: UInt32
    package let owner: UInt32
    package let group: UInt32
    package let links: UInt64
    package let kind: Kind

    package var identity: Identity {
        Identity(
            device: device,
            inode: inode,
            size: size,
            modified: modifiedNanoseconds,
            changed: changedNanoseconds
        )
    }

    init(_ raw: stat) {
        device = UInt64(raw.st_dev)
        inode = UInt64(raw.st_ino)
        size = Int64(raw.st_size)
        modifiedNanoseconds = Clock.nanoseconds(raw.st_mtim)
        changedNanoseconds = Clock.nanoseconds(raw.st_ctim)
        mode = UInt32(raw.st_mode) & 0o7777
        owner = raw.st_uid
        group = raw.st_gid
        links = UInt64(raw.st_nlink)
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            default: .device
            }
    }
}

extension FileStatus {
    /// The status of the file at a path.
    ///
    /// - Throws: `Errno.noEntry` where nothing has that name.
    package static func of(_ path: Path, followingLinks: Bool = true) throws(Errno) -> FileStatus {
        try unsafe path.withCString { (name) throws(Errno) in
            try unsafe read(at: AT_FDCWD, name, followingLinks: followingLinks)
        }
    }

    static func read(
        at directory: Int32,
        _ name: UnsafePointer<CChar>,
        followingLinks: Bool
    ) throws(Errno) -> FileStatus {
        var raw = stat()
        try SystemCall.call("fstatat") {
            unsafe fstatat(directory, name, &raw, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
        }
        return FileStatus(raw)
    }

    static func read(of descriptor: Int32) throws(Errno) -> FileStatus {
        var raw = stat()
        try SystemCall.call("fstat") { unsafe fstat(descriptor, &raw) }
        return FileStatus(raw)
    }
}
