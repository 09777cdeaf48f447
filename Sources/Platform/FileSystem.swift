import CLinux
import Glibc

/// The file system under a path (its kind and free space), and calls on whole paths.
package enum FileSystem {
    private struct Facts {
        var magic: UInt64 = 0
        var freeBytes: UInt64 = 0
    }

    /// File systems whose files change without this machine's kernel seeing it, by magic number.
    ///
    /// Those that several machines share on one disk are among them. FUSE is here because what stores its files is
    /// unknown.
    private static let remoteNames: [UInt64: String] = [
        0x6969: "nfs", 0x517B: "smb", 0xFE53_4D42: "smb2", 0xFF53_4D42: "cifs", 0x6573_5546: "fuse",
        0x0102_1997: "9p", 0x5346_414F: "afs", 0x6B41_4653: "afs", 0x00C3_6400: "ceph", 0x7375_7245: "coda",
        0x786F_4256: "vboxsf", 0x0BD0_0BD0: "lustre", 0x4750_4653: "gpfs", 0x0116_1970: "gfs2",
        0x7461_636F: "ocfs2", 0x1983_0326: "beegfs",
    ]

    private static let localNames: [UInt64: String] = [
        0xEF53: "ext4", 0x5846_5342: "xfs", 0x9123_683E: "btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlay",
        0x2FC1_2FC1: "zfs", 0xF2F5_2010: "f2fs", 0x8584_58F6: "ramfs", 0x9FA0: "proc", 0x6265_6572: "sysfs",
        0x4D44: "vfat", 0x2011_BAB0: "exfat", 0xCA45_1A4E: "bcachefs", 0x7366_746E: "ntfs3",
    ]

    /// Whether inotify may see less than what happens, so that the inbox must be polled.
    package static func isRemote(_ path: Path) throws(Errno) -> Bool {
        remoteNames[try facts(of: path).magic] != nil
    }

    /// The file system's name, or its magic number where none is known.
    package static func name(_ path: Path) throws(Errno) -> String {
        let magic = try facts(of: path).magic
        return remoteNames[magic] ?? localNames[magic] ?? "0x" + String(magic, radix: 16)
    }

    /// The bytes that a process without privileges may still write there.
    package static func freeBytes(_ path: Path) throws(Errno) -> Int64 {
        Int64(clamping: try facts(of: path).freeBytes)
    }

    /// Whether nobody can write there, as after the kernel has met an error on the disk.
    package static func isReadOnly(_ path: Path) throws(Errno) -> Bool {
        try unsafe path.withCString { (name) throws(Errno) in
            try SystemCall.call("statfs") { unsafe copydesk_is_read_only(name) } == 1
        }
    }

    private static func facts(of path: Path) throws(Errno) -> Facts {
        var facts = Facts()
        try unsafe path.withCString { (name) throws(Errno) in
            try SystemCall.call("statfs") {
                unsafe copydesk_file_system(name, &facts.magic, &facts.freeBytes)
            }
        }
        return facts
    }
}

extension FileSystem {
    package static func unlink(_ path: Path) throws(Errno) {
        try unsafe path.withCString { (name) throws(Errno) in
            try SystemCall.call("unlinkat") { unsafe unlinkat(AT_FDCWD, name, 0) }
        }
    }

    /// Renames by paths; see `Directory.rename` for `replacing`.
    package static func rename(_ path: Path, to newPath: Path, replacing: Bool) throws(Errno) {
        try unsafe path.withCString { (old) throws(Errno) in
            try unsafe newPath.withCString { (new) throws(Errno) in
                try SystemCall.call("renameat") {
                    replacing
                        ? unsafe renameat(AT_FDCWD, old, AT_FDCWD, new)
                        : unsafe copydesk_rename_no_replace(AT_FDCWD, old, AT_FDCWD, new)
                }
            }
        }
    }
}
