import Platform

/// The watched folder: events are hints, its listing is the truth.
///
/// What has to be looked at waits here, bounded in number: past the bound only the fact that a scan is due is kept.
final class Inbox {
    /// Names that may wait at once; at 100 bytes a name some 6 MB.
    static let capacity = 1 << 16
    /// Sub-folders below sub-folders: of deeper ones it is said that they are left alone.
    static let depthLimit = 64

    let path: Path
    /// Nil where the file system gives no events for other hosts' changes; then the desk polls.
    private let inotify: Inotify?
    let isPolled: Bool
    private var folders: [Int32: [UInt8]] = [:]
    private var identity: (device: UInt64, inode: UInt64)?
    private var waiting: [Arrival] = []
    private var known: Set<Arrival> = []
    private var next = 0
    private(set) var scanIsDue = true
    /// Sub-folders that cannot be watched or listed; they are tried again at each scan.
    private(set) var folderFaults: [[UInt8]: Errno] = [:]
    /// Folders of which it was said that they cannot be watched.
    private var unwatched: Set<[UInt8]> = []
    /// What has to be said and was not yet.
    private var unsaid: [String] = []
    /// Whether a name is known to stand there for good; asked while listing, so that an inbox whose files stay
    /// never fills the queue with them.
    var isStanding: (_ path: [UInt8], _ folder: borrowing Directory) -> Bool = { _, _ in false }

    init(_ path: Path) throws(Fault) {
        self.path = path
        isPolled = (try? FileSystem.isRemote(path)) ?? false
        if isPolled {
            inotify = nil
            raw = nil
        } else {
            let queue = try doing("watch folders (inotify)") { () throws(Errno) in try Inotify() }
            raw = queue.raw
            inotify = consume queue
        }
    }

    /// To be polled for events.
    let raw: Int32?
    /// How many names wait.
    var count: Int { waiting.count - next }
    /// The one that waits longest.
    var first: Arrival? { count > 0 ? waiting[next] : nil }

    /// Up to `limit` names that wait, in the order they came.
    func take(_ limit: Int) -> [Arrival] {
        let end = min(next + limit, waiting.count)
        let taken = Array(waiting[next..<end])
        known.subtract(taken)
        next = end
        if next > Inbox.capacity {
            waiting.removeFirst(next)
            next = 0
        }
        if next == waiting.count {
            waiting.removeAll(keepingCapacity: false)
            next = 0
        }
        return taken
    }

    /// Puts a name in the queue, unless it waits already.
    func add(_ arrival: Arrival) {
        guard count < Inbox.capacity else {
            // Whatever is left out here stands in the folder, where the scan finds it.
            scanIsDue = true
            return
        }
        if known.insert(arrival).inserted { waiting.append(arrival) }
    }

    /// Gives back names that were taken last and not looked at.
    func putBack(_ arrivals: ArraySlice<Arrival>) {
        waiting.replaceSubrange(..<next, with: arrivals)
        next = 0
        known.formUnion(arrivals)
    }

    func askForScan() { scanIsDue = true }

    /// What has to be said, once.
    func complaints() -> [String] {
        defer { unsaid.removeAll() }
        return unsaid
    }

    /// Reads the events that are there.
    func readEvents() throws(Fault) {
        while true {
            let events = try doing("read inotify events") { () throws(Errno) in
                // A borrow in the branch: the optional owns the queue.
                try inotify?.events() ?? []
            }
            if events.isEmpty { return }
            for event in events { consider(event) }
        }
    }

    private func consider(_ event: Inotify.Event) {
        if event.overflow {
            unsaid.append("the kernel's queue of events overflowed; listing the inbox instead")
            scanIsDue = true
            return
        }
        guard let folder = folders[event.watch] else { return }
        if event.lost {
            folders[event.watch] = nil
            inotify?.unwatch(event.watch)
            scanIsDue = true
        } else if event.isDirectory {
            // Programs unpack and mirror in hidden folders.
            guard event.name.first != UInt8(ascii: ".") else { return }
            // What was put in before the watch is there is found by scanning after it is.
            scanFolder(Arrival.join(folder, event.name))
        } else {
            add(Arrival(path: Arrival.join(folder, event.name)))
        }
    }

    /// Whether another folder than the one watched stands at the inbox's path now: renamed away, mounted over.
    ///
    /// No event tells of a mount, and one of a removal comes only when nobody has the folder open.
    func wasReplaced() -> Bool {
        guard let identity, let status = try? FileStatus.of(path) else { return true }
        return status.device != identity.device || status.inode != identity.inode
    }

    /// Watches and lists the inbox and everything below it.
    ///
    /// - Throws: `Fault` where the inbox itself cannot be listed; a sub-folder that cannot is noted and tried again.
    func scan() throws(Fault) {
        scanIsDue = false
        if wasReplaced() { folders.removeAll() }
        let root = try doing("open the inbox \(path)") { () throws(Errno) in try Directory.open(path) }
        let status = try doing("look at the inbox \(path)") { () throws(Errno) in try root.status() }
        identity = (status.device, status.inode)
        let before = waiting.count
        var pending = try doing("watch and list the inbox \(path)") { () throws(Errno) in try list(root, as: []) }
        // Sub-folders one after the other, never nested calls: the depth is the dropper's to choose.
        while let folder = pending.popLast() { pending += listed(folder) }
        // The file system's order is that of its hashes; people expect the order of names.
        waiting[before...].sort { $0.path.lexicographicallyPrecedes($1.path) }
    }

    func scanFolder(_ folder: [UInt8]) {
        var pending = [folder]
        while let folder = pending.popLast() { pending += listed(folder) }
    }

    private func listed(_ folder: [UInt8]) -> [[UInt8]] {
        do throws(Errno) {
            let directory = try open(folder)
            let subfolders = try list(directory, as: folder)
            folderFaults[folder] = nil
            return subfolders
        } catch .noEntry {
            folderFaults[folder] = nil
            return []
        } catch {
            if folderFaults.updateValue(error, forKey: folder) != error {
                unsaid.append("cannot look into the folder \(Path.display(folder)): \(error); it is tried again")
            }
            return []
        }
    }

    /// Watches a folder, then lists it: the order that leaves no moment in which a file can slip through.
    private func list(_ directory: borrowing Directory, as folder: [UInt8]) throws(Errno) -> [[UInt8]] {
        if !isPolled {
            // By the descriptor, so that what is watched is what is listed, whatever the path leads to by now.
            let handle = Path("/proc/self/fd/\(directory.raw)")
            do throws(Errno) {
                if let watch = try inotify?.watch(handle) { folders[watch] = folder }
            } catch .noSpace {
                // This user's watches are used up (fs.inotify.max_user_watches): what comes here is seen by each
                // minute's scan.
                sayUnwatched(folder)
            }
        }
        var subfolders: [[UInt8]] = []
        try directory.entries { (name, kind) throws(Errno) in
            let path = Arrival.join(folder, name)
            if kind == .directory {
                if name.first != UInt8(ascii: ".") { subfolders.append(path) }
            } else if !isStanding(path, directory) {
                add(Arrival(path: path))
            }
            return !scanIsDue || count < Inbox.capacity
        }
        return subfolders
    }

    private func sayUnwatched(_ folder: [UInt8]) {
        guard unwatched.insert(folder).inserted else { return }
        let name = folder.isEmpty ? "the inbox" : Path.display(folder)
        unsaid.append("cannot watch \(name): fs.inotify.max_user_watches is reached; it is listed once a minute")
    }

    /// The folder of the names looked at one after the other, which is most often one and the same.
    final class OpenFolder {
        let path: [UInt8]
        let directory: Directory

        init(_ path: [UInt8], _ directory: consuming Directory) {
            self.path = path
            self.directory = directory
        }
    }

    /// Opens a folder below the inbox, unless it is the one that was opened last.
    func open(_ folder: [UInt8], unless last: inout OpenFolder?) throws(Errno) -> OpenFolder {
        if let last, last.path == folder { return last }
        let opened = OpenFolder(folder, try open(folder))
        last = opened
        return opened
    }

    /// Opens a folder below the inbox.
    func open(_ folder: [UInt8]) throws(Errno) -> Directory {
        try Inbox.open(folder, below: path)
    }

    /// Opens a folder one part at a time and never through a symbolic link.
    ///
    /// So no path leads out of the inbox, whatever is renamed or replaced meanwhile: a part is opened in the folder that
    /// is open already, `..` is no name that a listing gives, and a link is ENOTDIR. One openat2 with RESOLVE_BENEATH
    /// would do the same in one call, but follows links that stay inside, and no kernel before 5.6 has it.
    static func open(_ folder: [UInt8], below path: Path) throws(Errno) -> Directory {
        var directory = try Directory.open(path)
        let parts = folder.split(separator: UInt8(ascii: "/"))
        guard parts.count <= Inbox.depthLimit else { throw .nameTooLong }
        for part in parts {
            directory = try Directory.open(in: directory, name: Array(part))
        }
        return directory
    }
}
