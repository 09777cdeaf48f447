import Home
import Platform

// How the inbox is listed. Its events are only hints; the listing is the truth.
extension Inbox {
    /// Names found in one folder; only the database can tell which of them are new.
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
        // If another folder stands there now, events from the old one's watches are ignored from here on.
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

    /// Sorts the names that a scan has added: a file system lists them by their hashes, people expect them in order.
    func endScan(from before: Int) {
        waiting[min(before, waiting.count)...].sort { $0.path.lexicographicallyPrecedes($1.path) }
    }

    /// Notes a folder that is to be watched and listed.
    func noteFolder(_ folder: [UInt8]) {
        guard unlisted.count < Inbox.capacity else {
            // Somebody makes folders faster than they can be listed; the scan finds those that stay.
            scanIsDue = true
            return
        }
        unlisted.append(folder)
    }

    /// The next names in the noted folders and in those below them; nil when all are listed.
    ///
    /// - Throws: `Fault` where the inbox itself cannot be listed.
    func nextNames() throws(Fault) -> Listed? {
        while true {
            // The queue is full, and the scan that is due lists everything again, so listing the rest is of no use.
            if scanIsDue, count >= Inbox.capacity {
                unlisted = []
                listing = nil
                return nil
            }
            if listing == nil {
                // Sub-folders are listed one after the other and not by nested calls: people who drop folders decide
                // how deep these are, and deep calls would use up the stack.
                guard let next = unlisted.popLast() else { return nil }
                beginListing(next)
                continue
            }
            guard let folder = listing?.folder else { return nil }
            var arrivals: [Arrival] = []
            do throws(Errno) {
                try takeNames(in: folder, &arrivals)
                if arrivals.count < Inbox.listedAtOnce { listing = nil }
            } catch .noEntry where !folder.path.isEmpty {
                listing = nil
            } catch  where folder.path.isEmpty && arrivals.isEmpty {
                listing = nil
                throw Fault("list the inbox \(path)", error)
            } catch  where folder.path.isEmpty {
                // The names that could be listed are handed out first. The next call meets the error again.
            } catch {
                listing = nil
                note(error, of: folder.path)
            }
            if !arrivals.isEmpty { return Listed(folder: folder, arrivals: arrivals) }
        }
    }

    /// Adds up to `listedAtOnce` names of the folder that is being listed; its sub-folders are noted.
    private func takeNames(in folder: OpenFolder, _ arrivals: inout [Arrival]) throws(Errno) {
        while arrivals.count < Inbox.listedAtOnce, let (name, kind) = try listing?.names.next() {
            let path = InboxPath.join(folder.path, name)
            if kind == .directory {
                if name.first != UInt8(ascii: ".") { unlisted.append(path) }
            } else {
                arrivals.append(Arrival(path: path))
            }
        }
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
        // Of its rights the folder above it tells.
        if [.access, .notPermitted].contains(error), attend(to: Arrival(path: folder).folder) { noteFolder(folder) }
    }

    /// Watches a folder, then begins to list it.
    ///
    /// In the other order, a file that comes between the listing and the watch would not be noticed.
    private func watchAndList(_ folder: OpenFolder) throws(Errno) -> OpenListing {
        if !isPolled {
            do throws(Errno) {
                let rights = attended.contains(folder.path)
                if let watch = try inotify?.watch(folder.directory, rights: rights) { folders[watch] = folder.path }
            } catch .noSpace {
                // This user's watches are used up (fs.inotify.max_user_watches). What comes here is found by the scan
                // once a minute.
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
