import Home
import Pages
import Platform
import Store

/// A file that nobody writes any more, with its bytes.
struct SettledFile: Sendable {
    let arrival: Arrival
    let status: FileStatus
    let bytes: [UInt8]

    /// Only `Settling` makes one, so no bytes are used that have not passed its checks.
    fileprivate init(_ arrival: Arrival, _ status: FileStatus, _ bytes: [UInt8]) {
        self.arrival = arrival
        self.status = status
        self.bytes = bytes
    }
}

/// Finds out whether a name stands for a whole file, and reads it.
struct Settling: Sendable {
    /// What a look at a name found.
    enum Answer: Sendable {
        case file(SettledFile)
        /// No dump as it stands: a symbolic link, a FIFO, a file that is too large or cannot be read.
        case refused(Refusal, FileStatus)
        /// Being written, or not unchanged for long enough.
        case unfinished(FileStatus)
        case folder
        case gone
    }

    let maxDumpBytes: Int
    let quietNanoseconds: Int64
    /// The time of the look, in nanoseconds since 1970.
    let wallClock: Int64
    /// The time of the look in nanoseconds, by the clock that nobody can set.
    let monotonicClock: Int64
    /// Whether the inbox is on a network or FUSE file system, whose change times another host's clock may have made.
    let isRemote: Bool

    /// Looks at one name.
    ///
    /// - Parameters:
    ///   - arrival: The name.
    ///   - folder: The folder it is in.
    ///   - room: How many bytes there is room for; a file that is larger by now is being written.
    ///   - stoodSince: Monotonic time since which this very status was seen unchanged; nil at the first look.
    /// - Returns: What the look found.
    /// - Throws: What a sick machine says (EIO, EMFILE …); the name is then looked at again later.
    func settle(
        _ arrival: Arrival,
        in folder: borrowing Directory,
        upTo room: Int64 = .max,
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
            // Another file can stand here by now. With O_NONBLOCK, opening a FIFO does not hang; with O_NOCTTY, a
            // terminal does not become ours.
            file = try folder.openFile(arrival.name, [.readOnly, .nonBlocking, .noControllingTerminal])
        } catch .noEntry {
            return .gone
        } catch  where error == .access || error == .notPermitted {
            // `cp -p` and `scp -p` set the rights of a copy last, so it is given the quiet period to become readable.
            return isQuiet ? .refused(Settling.unreadable(error), status) : .unfinished(status)
        } catch  where error == .loop || error == .noDeviceOrAddress {
            // A symbolic link (ELOOP) or a socket (ENXIO) has taken the name since; the next look refuses it.
            return .unfinished(status)
        }
        return try read(arrival, file, isQuiet: isQuiet, upTo: room)
    }

    private func read(
        _ arrival: Arrival,
        _ file: borrowing Descriptor,
        isQuiet: Bool,
        upTo room: Int64
    ) throws(Errno) -> Answer {
        let before = try file.status()
        guard before.kind == .regular else { return .unfinished(before) }
        // While the lease is held, a writer's `open` waits for us, so it is given back as soon as the bytes are read.
        let lease = Lease.take(on: file)
        defer { if lease == .quiet { Lease.release(file) } }
        switch lease {
        case .quiet:
            // A program may have made an empty file to open it again and fill it, so it is given the quiet period.
            if before.size == 0, !isQuiet { return .unfinished(before) }
        case .writerPresent: return .unfinished(before)
        case .unavailable: if !isQuiet { return .unfinished(before) }
        }
        guard before.size <= Int64(maxDumpBytes) else {
            let detail = "\(before.size) bytes, max_dump_bytes is \(maxDumpBytes); raise it or cut the file up"
            return .refused(Refusal(.tooLarge, detail), before)
        }
        guard before.size <= room else { return .unfinished(before) }
        let bytes = try file.read(count: Int(before.size))
        let after = try file.status()
        // On some file systems the times of a file differ from look to look though nobody touches it. A lease that held
        // all the while says that nobody could.
        let stoodStill = before.identity == after.identity || (lease == .quiet && Lease.isHeld(on: file))
        guard stoodStill, Int64(bytes.count) == after.size else { return .unfinished(after) }
        return .file(SettledFile(arrival, after, bytes))
    }

    /// Whether size, mtime and ctime stood still for the quiet period.
    ///
    /// On this machine's file systems the inode change time tells this at the first look: nothing can be written
    /// without moving it, and no program can set it. A change time in the future (the clock was set back), or one that
    /// another host's clock made, says nothing. Then only what the desk itself has seen counts.
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
