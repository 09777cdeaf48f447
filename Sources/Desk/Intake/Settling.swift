import Home
import Pages
import Platform
import Store

/// A file that nobody writes any more, with its bytes.
struct SettledFile: Sendable {
    let arrival: Arrival
    let status: FileStatus
    let bytes: [UInt8]

    /// Only `Settling` makes one: there is no other way to bytes than through its questions.
    fileprivate init(_ arrival: Arrival, _ status: FileStatus, _ bytes: [UInt8]) {
        self.arrival = arrival
        self.status = status
        self.bytes = bytes
    }
}

/// Finds out whether a name stands for a whole file, and reads it.
struct Settling {
    /// What a look at a name came to.
    enum Answer {
        case file(SettledFile)
        /// Never a dump, whatever is done: a symbolic link, a FIFO, too large, not readable.
        case refused(Refusal, FileStatus)
        /// Being written, or not long enough untouched.
        case unfinished(FileStatus)
        case folder
        case gone
    }

    let maxDumpBytes: Int
    let quietNanoseconds: Int64
    /// Nanoseconds since 1970.
    let wallClock: Int64
    /// Nanoseconds of the clock that nobody sets.
    let monotonicClock: Int64
    /// Whether the inbox is on another host's file system, whose clock and locks say nothing here.
    let isRemote: Bool

    /// Looks at one name.
    ///
    /// - Parameters:
    ///   - arrival: The name.
    ///   - folder: The folder it is in.
    ///   - stoodSince: Monotonic time since which this very status was seen unchanged, nil at the first look.
    /// - Returns: What it came to.
    /// - Throws: What a sick machine says (EIO, EMFILE …); the name is then looked at again later.
    func settle(
        _ arrival: Arrival,
        in folder: borrowing Directory,
        stoodSince: (FileStatus.Identity) -> Int64?
    ) throws(Errno) -> Answer {
        let status: FileStatus
        do throws(Errno) { status = try folder.status(of: arrival.name) } catch .noEntry { return .gone }
        switch status.kind {
        case .directory: return .folder
        case .regular: break
        case .symbolicLink, .fifo, .socket, .device: return .refused(Settling.notRegular(status), status)
        }
        let isQuiet = hasBeenQuiet(status, since: stoodSince(status.identity))
        let file: Descriptor
        do throws(Errno) {
            // O_NONBLOCK: a FIFO put here since the look must not hang us. O_NOCTTY: nor may a terminal adopt us.
            file = try folder.openFile(arrival.name, [.readOnly, .nonBlocking, .noControllingTerminal])
        } catch .noEntry {
            return .gone
        } catch  where error == .access || error == .notPermitted {
            // A copy made with `cp -p` or `scp -p` gets its rights last.
            return isQuiet ? .refused(Settling.unreadable(error), status) : .unfinished(status)
        } catch  where error == .loop || error == .noDeviceOrAddress {
            return .unfinished(status)
        }
        return try read(arrival, file, isQuiet: isQuiet)
    }

    private func read(_ arrival: Arrival, _ file: borrowing Descriptor, isQuiet: Bool) throws(Errno) -> Answer {
        let before = try file.status()
        guard before.kind == .regular else { return .unfinished(before) }
        // A held lease makes a writer's open wait for us, so it is given back before anything else is done.
        let lease = Lease.take(on: file)
        defer { if lease == .quiet { Lease.release(file) } }
        switch lease {
        case .quiet:
            // An empty file may have been made to be opened again and filled.
            if before.size == 0, !isQuiet { return .unfinished(before) }
        case .writerPresent: return .unfinished(before)
        case .unavailable: if !isQuiet { return .unfinished(before) }
        }
        guard before.size <= Int64(maxDumpBytes) else {
            let detail = "\(before.size) bytes, max_dump_bytes is \(maxDumpBytes); raise it or cut the file up"
            return .refused(Refusal(.tooLarge, detail), before)
        }
        let bytes = try file.read(count: Int(before.size))
        let after = try file.status()
        guard before.identity == after.identity, Int64(bytes.count) == after.size else { return .unfinished(after) }
        return .file(SettledFile(arrival, after, bytes))
    }

    /// Whether size, mtime and ctime stood still for the quiet period.
    ///
    /// On this machine's file systems the inode change time tells it at the first look: nothing can be written
    /// without moving it, and nobody can set it back. A change time in the future (the clock was set back), or one
    /// that another host's clock made, says nothing; then only what was seen counts.
    private func hasBeenQuiet(_ status: FileStatus, since: Int64?) -> Bool {
        if let since, monotonicClock - since >= quietNanoseconds { return true }
        let age = wallClock - status.changedNanoseconds
        return !isRemote && age >= quietNanoseconds
    }

    private static func notRegular(_ status: FileStatus) -> Refusal {
        let kind =
            switch status.kind {
            case .symbolicLink: "a symbolic link; drop the file it points to"
            case .fifo: "a FIFO"
            case .socket: "a socket"
            default: "a device"
            }
        return Refusal(.notRegular, "only regular files are taken, this is \(kind)")
    }

    private static func unreadable(_ error: Errno) -> Refusal {
        Refusal(.unreadable, "the desk may not read it (\(error)); give its group the right to, for instance chmod g+r")
    }
}
