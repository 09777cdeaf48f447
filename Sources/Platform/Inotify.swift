import Glibc

/// The kernel's hints that something happened in a directory (inotify(7)).
///
/// They are hints and no more: one may come twice, late, or for a name that is gone; equal ones are merged, and after
/// an overflow some are missing. Only the directory's listing is the truth.
package struct Inotify: ~Copyable {
    private let descriptor: Descriptor

    package var pollSource: Poll.Source { Poll.Source(descriptor) }

    package init() throws(Errno) {
        let raw = try SystemCall.call("inotify_init1") {
            inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        }
        descriptor = Descriptor(owning: raw)
    }

    /// What the desk asks for and no more: the queue holds 16,384 events, and each further kind would fill it sooner.
    ///
    /// CREATE is asked for because hard links, and files linked from `O_TMPFILE`, give no other event.
    private static let mask =
        UInt32(
            IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_EXCL_UNLINK
        ) | UInt32(IN_ONLYDIR)

    /// Watches an open directory.
    ///
    /// The kernel takes a path only, and the directory's own can lead elsewhere by now: then another directory would be
    /// watched than the caller lists. The name that `/proc` has for the descriptor leads to the open directory itself.
    ///
    /// - Parameters:
    ///   - directory: What to watch. One that is watched already is from now on watched for what is asked now.
    ///   - rights: Whether to ask for ATTRIB too, which tells of new rights, owners and access lists. It is asked for only
    ///     where something waits for them: `cp -p`, `rsync` and `tar` would bring one such event for each file.
    /// - Returns: The watch's number; the same as before where this directory is watched already.
    /// - Throws: EACCES where it may not be read; ENOSPC where the user has no watches left.
    package func watch(_ directory: borrowing Directory, rights: Bool = false) throws(Errno) -> Int32 {
        let handle = Path("/proc/self/fd/\(directory.raw)")
        let queue = descriptor.raw
        let mask = Inotify.mask | (rights ? UInt32(IN_ATTRIB) : 0)
        return try unsafe handle.withCString { (name) throws(Errno) in
            try SystemCall.call("inotify_add_watch") {
                unsafe inotify_add_watch(queue, name, mask)
            }
        }
    }

    /// Stops watching; nothing is left to do where the kernel has taken the watch away already.
    package func unwatch(_ watch: Int32) {
        _ = try? SystemCall.call("inotify_rm_watch") { inotify_rm_watch(descriptor.raw, watch) }
    }

    /// Takes the waiting events, about a mebibyte of them at most.
    ///
    /// If more are waiting, the descriptor stays ready, so the caller's next poll returns at once.
    package func events() throws(Errno) -> [Event] {
        var events: [Event] = []
        var buffer: [UInt8] = []
        for _ in 0..<16 {
            buffer.removeAll(keepingCapacity: true)
            do throws(Errno) {
                // The kernel returns whole events only, and EINVAL where the buffer cannot hold one: up to 16 +
                // NAME_MAX + 1 bytes.
                try descriptor.read(upTo: 65_536, into: &buffer)
            } catch .again {
                break
            }
            Inotify.decode(buffer, into: &events)
        }
        return events
    }

    /// Reads the bytes of `struct inotify_event`s: watch, mask, cookie, length of the name, then the name filled up
    /// with NULs.
    ///
    /// Done by hand, because the C type ends in an array without a length, which Swift does not import.
    static func decode(_ bytes: [UInt8], into events: inout [Event]) {
        let headLength = 16
        var start = 0
        while bytes.count - start >= headLength {
            let nameLength = Int(word(in: bytes, at: start + 12))
            guard nameLength <= bytes.count - start - headLength else { return }
            let name = bytes[(start + headLength)..<(start + headLength + nameLength)].prefix { $0 != 0 }
            events.append(
                Event(
                    watch: Int32(bitPattern: word(in: bytes, at: start)),
                    mask: word(in: bytes, at: start + 4),
                    name: Array(name)
                )
            )
            start += headLength + nameLength
        }
    }

    private static func word(in bytes: [UInt8], at start: Int) -> UInt32 {
        // The caller has checked that these four bytes exist, and any four bytes are a valid number.
        unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt32.self) }
    }
}

extension Inotify {
    package struct Event: Hashable, Sendable {
        /// The watch it came by; -1 for an overflow.
        package let watch: Int32
        package let mask: UInt32
        /// The file's name in the directory; empty where the event is about the directory itself.
        package let name: [UInt8]

        package init(watch: Int32, mask: UInt32, name: [UInt8]) {
            self.watch = watch
            self.mask = mask
            self.name = name
        }

        package var created: Bool { mask & UInt32(IN_CREATE) != 0 }
        /// One writer closed the file; another may have it open still.
        package var closedAfterWriting: Bool { mask & UInt32(IN_CLOSE_WRITE) != 0 }
        package var movedIn: Bool { mask & UInt32(IN_MOVED_TO) != 0 }
        /// The watched directory was removed, moved or unmounted: what is at its path now is not watched.
        package var lost: Bool {
            mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0
        }
        /// Events were dropped: only a scan tells what happened.
        package var overflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
        package var isDirectory: Bool { mask & UInt32(IN_ISDIR) != 0 }
    }
}
