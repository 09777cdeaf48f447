import Home
import Platform

/// The folder that files are dropped into: its events are only hints, its listing is the truth.
///
/// Names that have to be looked at wait here, up to a limit. Past the limit, only the fact that a scan is due is kept.
final class Inbox {
    /// The most names that can wait at once; at 100 bytes a name they take some 6 MB.
    static let capacity = 1 << 16

    let path: Path
    /// Nil where the file system gives no events for other hosts' changes; then the desk polls.
    let inotify: Inotify?
    let isPolled: Bool
    /// The paths of the watched folders, by the numbers of their watches; the inbox itself has the empty path.
    var folders: [Int32: [UInt8]] = [:]
    /// Folders with something in them that the desk may not read; there, events tell of new rights too.
    private(set) var attended: Set<[UInt8]> = []
    /// Which folder the inbox was at the last scan.
    var identity: (device: UInt64, inode: UInt64)?
    /// The queue; its names before `next` are taken already.
    var waiting: [Arrival] = []
    /// The names that wait, so that none is queued twice.
    private var known: Set<Arrival> = []
    private var next = 0
    var scanIsDue = true
    /// Sub-folders that cannot be watched or listed; they are tried again at each scan.
    var folderFaults: [[UInt8]: Errno] = [:]
    /// Folders that were reported because they cannot be watched.
    var unwatched: Set<[UInt8]> = []
    /// What is still to be reported.
    var unsaid: [String] = []
    /// Folders that are to be watched and listed.
    var unlisted: [[UInt8]] = []
    /// The folder that is being listed.
    var listing: OpenListing?
    /// How many names are handed out at a time, so that a million names need no more memory than a thousand.
    static let listedAtOnce = 1024

    init(_ path: Path) throws(Fault) {
        self.path = path
        isPolled = (try? FileSystem.isRemote(path)) ?? false
        if isPolled {
            inotify = nil
            pollSource = nil
        } else {
            let queue = try doing("watch folders (inotify)") { () throws(Errno) in try Inotify() }
            pollSource = queue.pollSource
            inotify = consume queue
        }
    }

    /// Where to wait for events; nil where there are none.
    let pollSource: Poll.Source?
    /// How many names wait.
    var count: Int { waiting.count - next }
    /// The name that has waited longest.
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
            // A name that is left out here is still in its folder, where the scan finds it.
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

    /// Hands out what is to be reported, each message once.
    func complaints() -> [String] {
        defer { unsaid.removeAll() }
        return unsaid
    }

    /// Reads the waiting events.
    func readEvents() throws(Fault) {
        while true {
            let events = try doing("read inotify events") { () throws(Errno) in
                // The optional owns the queue and cannot give it away, so it is only borrowed here.
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
            attended.remove(folder)
            inotify?.unwatch(event.watch)
            scanIsDue = true
        } else if event.isDirectory {
            // Hidden folders are left alone: programs unpack and mirror files in them.
            guard event.name.first != UInt8(ascii: ".") else { return }
            // The watched folder itself got other rights: what it holds may be readable now.
            if event.name.isEmpty { return folder.isEmpty ? askForScan() : noteFolder(folder) }
            // Files that come before the folder is watched give no event; the listing after that finds them.
            noteFolder(InboxPath.join(folder, event.name))
        } else {
            add(Arrival(path: InboxPath.join(folder, event.name)))
        }
    }

    /// Watches a folder for new rights of what is in it, too.
    ///
    /// - Returns: Whether it was not watched so before: then rights that changed a moment ago gave no event.
    @discardableResult
    func attend(to folder: [UInt8]) -> Bool {
        guard !isPolled, attended.insert(folder).inserted else { return false }
        guard let directory = try? open(folder) else { return false }
        guard let watch = (try? inotify?.watch(directory, rights: true)).flatMap({ $0 }) else { return false }
        folders[watch] = folder
        return true
    }

    /// Whether the inbox's path no longer leads to the watched folder, after a rename, a removal or a mount.
    ///
    /// No event tells of a mount, and one tells of a removal only when nobody has the folder open any more.
    func wasReplaced() -> Bool {
        guard let identity, let status = try? FileStatus.of(path) else { return true }
        return status.device != identity.device || status.inode != identity.inode
    }

    /// An open folder that is kept for the next name, which is most often in the same folder.
    final class OpenFolder: Sendable {
        let path: [UInt8]
        let directory: Directory

        init(_ path: [UInt8], _ directory: consuming Directory) {
            self.path = path
            self.directory = directory
        }
    }

    /// Opens a folder below the inbox, unless it is the one that was opened last.
    func open(_ folder: [UInt8], unless last: inout OpenFolder?) throws(Errno) -> OpenFolder {
        try Inbox.open(folder, below: path, unless: &last)
    }

    /// The same for a thread that has the inbox's path and not the inbox.
    static func open(_ folder: [UInt8], below path: Path, unless last: inout OpenFolder?) throws(Errno) -> OpenFolder {
        if let last, last.path == folder { return last }
        let opened = OpenFolder(folder, try InboxPath.open(folder, below: path))
        last = opened
        return opened
    }

    /// Opens a folder below the inbox.
    func open(_ folder: [UInt8]) throws(Errno) -> Directory {
        try InboxPath.open(folder, below: path)
    }
}
