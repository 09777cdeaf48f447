import Home
import Platform

/// The watched folder: events are hints, its listing is the truth.
///
/// What has to be looked at waits here, bounded in number: past the bound only the fact that a scan is due is kept.
final class Inbox {
    /// Names that may wait at once; at 100 bytes a name some 6 MB.
    static let capacity = 1 << 16

    let path: Path
    /// Nil where the file system gives no events for other hosts' changes; then the desk polls.
    let inotify: Inotify?
    let isPolled: Bool
    var folders: [Int32: [UInt8]] = [:]
    var identity: (device: UInt64, inode: UInt64)?
    var waiting: [Arrival] = []
    private var known: Set<Arrival> = []
    private var next = 0
    var scanIsDue = true
    /// Sub-folders that cannot be watched or listed; they are tried again at each scan.
    var folderFaults: [[UInt8]: Errno] = [:]
    /// Folders of which it was said that they cannot be watched.
    var unwatched: Set<[UInt8]> = []
    /// What has to be said and was not yet.
    var unsaid: [String] = []
    /// Folders that are to be watched and listed.
    var unlisted: [[UInt8]] = []
    /// The folder that is being listed.
    var listing: OpenListing?
    /// Names handed out at a time: a folder of a million names needs no more memory than one of a thousand.
    static let listedAtOnce = 1024

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
            // What was put in before the watch is there is found by listing after it is.
            noteFolder(InboxPath.join(folder, event.name))
        } else {
            add(Arrival(path: InboxPath.join(folder, event.name)))
        }
    }

    /// Whether another folder than the one watched stands at the inbox's path now: renamed away, mounted over.
    ///
    /// No event tells of a mount, and one of a removal comes only when nobody has the folder open.
    func wasReplaced() -> Bool {
        guard let identity, let status = try? FileStatus.of(path) else { return true }
        return status.device != identity.device || status.inode != identity.inode
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
        try InboxPath.open(folder, below: path)
    }
}
