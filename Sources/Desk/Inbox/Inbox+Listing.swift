import Home
import Platform

// How the inbox is listed: its events are hints, and this is the truth.
extension Inbox {
    /// Names that stand in one folder; which of them are new is for the database to say.
    struct Listed {
        let folder: OpenFolder
        let arrivals: [Arrival]
    }

    struct OpenListing: ~Copyable {
        let folder: OpenFolder
        var names: Directory.Listing
    }

    /// Begins to list the inbox and everything below it; `nextNames` then hands out what is there.
    ///
    /// - Returns: How many names waited before, for `endScan`.
    /// - Throws: `Fault` where the inbox itself cannot be opened; a sub-folder that cannot is noted and tried again.
    func beginScan() throws(Fault) -> Int {
        scanIsDue = false
        if wasReplaced() { folders.removeAll() }
        unlisted = []
        listing = nil
        let root = try doing("open the inbox \(path)") { () throws(Errno) in try Directory.open(path) }
        let status = try doing("look at the inbox \(path)") { () throws(Errno) in try root.status() }
        identity = (status.device, status.inode)
        let before = waiting.count
        let folder = OpenFolder([], root)
        listing = try doing("watch and list the inbox \(path)") { () throws(Errno) in try watchAndList(folder) }
        return before
    }

    /// Puts the names of a scan in order: the file system's order is that of its hashes, people expect that of names.
    func endScan(from before: Int) {
        waiting[min(before, waiting.count)...].sort { $0.path.lexicographicallyPrecedes($1.path) }
    }

    /// Notes a folder that is to be watched and listed.
    func noteFolder(_ folder: [UInt8]) { unlisted.append(folder) }

    /// The next names of the folders that are noted, those below them included; nil when all are listed.
    ///
    /// - Throws: `Fault` where the inbox itself cannot be listed.
    func nextNames() throws(Fault) -> Listed? {
        while true {
            // The queue is full and a scan is due: the rest would be listed for nothing.
            if scanIsDue, count >= Inbox.capacity {
                unlisted = []
                listing = nil
                return nil
            }
            if listing == nil {
                // Sub-folders one after the other, never nested calls: the depth is the dropper's to choose.
                guard let next = unlisted.popLast() else { return nil }
                beginListing(next)
                continue
            }
            guard let folder = listing?.folder else { return nil }
            do throws(Errno) {
                let arrivals = try takeNames(in: folder)
                if arrivals.count < Inbox.listedAtOnce { listing = nil }
                if !arrivals.isEmpty { return Listed(folder: folder, arrivals: arrivals) }
            } catch .noEntry where !folder.path.isEmpty {
                listing = nil
            } catch {
                listing = nil
                guard !folder.path.isEmpty else { throw Fault("list the inbox \(path)", error) }
                note(error, of: folder.path)
            }
        }
    }

    /// Up to `listedAtOnce` names of the folder that is being listed; its sub-folders are noted.
    private func takeNames(in folder: OpenFolder) throws(Errno) -> [Arrival] {
        var arrivals: [Arrival] = []
        while arrivals.count < Inbox.listedAtOnce, let (name, kind) = try listing?.names.next() {
            let path = InboxPath.join(folder.path, name)
            if kind == .directory {
                if name.first != UInt8(ascii: ".") { unlisted.append(path) }
            } else {
                arrivals.append(Arrival(path: path))
            }
        }
        return arrivals
    }

    private func beginListing(_ folder: [UInt8]) {
        do throws(Errno) {
            listing = try watchAndList(OpenFolder(folder, try open(folder)))
            folderFaults[folder] = nil
        } catch .noEntry {
            folderFaults[folder] = nil
        } catch {
            note(error, of: folder)
        }
    }

    private func note(_ error: Errno, of folder: [UInt8]) {
        if folderFaults.updateValue(error, forKey: folder) != error {
            unsaid.append("cannot look into the folder \(Path.display(folder)): \(error); it is tried again")
        }
    }

    /// Watches a folder, then begins to list it: the order that leaves no moment in which a file can slip through.
    private func watchAndList(_ folder: OpenFolder) throws(Errno) -> OpenListing {
        if !isPolled {
            // By the descriptor, so that what is watched is what is listed, whatever the path leads to by now.
            let handle = Path("/proc/self/fd/\(folder.directory.raw)")
            do throws(Errno) {
                if let watch = try inotify?.watch(handle) { folders[watch] = folder.path }
            } catch .noSpace {
                // This user's watches are used up (fs.inotify.max_user_watches): what comes here is seen by each
                // minute's scan.
                sayUnwatched(folder.path)
            }
        }
        return OpenListing(folder: folder, names: try folder.directory.listing())
    }

    private func sayUnwatched(_ folder: [UInt8]) {
        guard unwatched.insert(folder).inserted else { return }
        let name = folder.isEmpty ? "the inbox" : Path.display(folder)
        unsaid.append("cannot watch \(name): fs.inotify.max_user_watches is reached; it is listed once a minute")
    }
}
