import Home
import Pages
import Platform
import Store

/// Takes files that the database holds out of the inbox, and sets refused ones aside.
final class Retirement {
    private let inbox: Inbox
    let rejected: Path
    /// Files that have left the inbox, as paths with their deliveries; a power cut could still bring them back.
    private var gone: [[UInt8]: Int64] = [:]
    /// The first file whose status did not stand still and that was let go by its bytes.
    var exampleOfUnsteadiness: [UInt8]?

    init(_ inbox: Inbox, rejected: Path) {
        self.inbox = inbox
        self.rejected = rejected
    }

    /// How many removals wait to be made durable and forgotten.
    var pending: Int { gone.count }

    /// Whether this file was removed a moment ago, so that a file at its path now is another one.
    func hasRemoved(_ file: Store.Taken) -> Bool {
        gone[file.path] == file.delivery
    }

    /// What became of a file at its retirement.
    enum Answer {
        case gone
        case stays
        /// Another file stands there now, or the same was changed: it has to be taken anew.
        case changed
        case failed(Fault)
    }

    /// Retires one file, if it is still the one that was read.
    ///
    /// - Parameters:
    ///   - file: The file as the database knows it.
    ///   - reason: What to write beside a file that is set aside.
    ///   - last: The folder of the previous file.
    ///   - isUnsteady: Whether the file was another at each of its retirements so far, so that only its bytes count.
    ///   - filed: Gives the digest of what was filed; nil where that has none.
    /// - Returns: What became of it.
    func retire(
        _ file: Store.Taken,
        reason: String?,
        _ last: inout Inbox.OpenFolder?,
        isUnsteady: Bool = false,
        filed: () -> Digest? = { nil }
    ) -> Answer {
        let arrival = Arrival(path: file.path)
        do throws(Errno) {
            guard let status = try Retirement.removeUnchanged(file, below: inbox.path, &last) else {
                noteGone(file)
                return .gone
            }
            let folder = try inbox.open(arrival.folder, unless: &last)
            guard Delivery.FileIdentity(status) == file.identity || PlantedBug.retireUnseen.isPlanted else {
                let isFiled = try holdsWhatWasFiled(file, arrival, in: folder.directory, status, isUnsteady, filed)
                return isFiled
                    ? try leave(file, arrival, from: folder.directory, status, reason, isUnsteady: true) : .changed
            }
            return try leave(file, arrival, from: folder.directory, status, reason, isUnsteady: false)
        } catch .noEntry {
            noteGone(file)
            return .gone
        } catch {
            return .failed(Fault("take \(Path.display(file.path)) out of the inbox", error))
        }
    }

    /// Removes a file that is to leave the inbox and is still the one that was filed.
    ///
    /// It needs nothing of the desk but a path, so the thread that announces a batch does it too.
    ///
    /// - Parameters:
    ///   - file: The file as the database knows it; its records must be in the log.
    ///   - inbox: The path of the inbox.
    ///   - last: The folder of the previous file.
    /// - Returns: Nil where the file is gone, perhaps by somebody else's hand or by the desk's before a crash; else the
    ///   status of what has its name.
    /// - Throws: What looking and removing say, but for ENOENT.
    static func removeUnchanged(
        _ file: Store.Taken,
        below inbox: Path,
        _ last: inout Inbox.OpenFolder?
    ) throws(Errno) -> FileStatus? {
        let arrival = Arrival(path: file.path)
        do throws(Errno) {
            let folder = try Inbox.open(arrival.folder, below: inbox, unless: &last)
            let status = try folder.directory.status(of: arrival.name)
            guard file.destiny == .remove, Delivery.FileIdentity(status) == file.identity else { return status }
            // Nothing comes between the look and this: Linux cannot remove a name on condition of its inode, so a file
            // that takes the name in between would be removed in its place.
            try folder.directory.unlink(arrival.name)
            return nil
        } catch .noEntry {
            return nil
        }
    }

    /// Notes that a file has left the inbox.
    func noteGone(_ file: Store.Taken) { gone[file.path] = file.delivery }

    /// Lets a file go that was just looked at, by what is to become of it; again nothing comes in between.
    private func leave(
        _ file: Store.Taken,
        _ arrival: Arrival,
        from folder: borrowing Directory,
        _ status: FileStatus,
        _ reason: String?,
        isUnsteady: Bool
    ) throws(Errno) -> Answer {
        switch file.destiny {
        case .stay: return .stays
        case .remove: try folder.unlink(arrival.name)
        case .setAside(let name, _):
            let aside = SetAside(
                rejected: rejected,
                arrival: arrival,
                name: name,
                status: status,
                isUnsteady: isUnsteady
            )
            // It returns its fault and does not throw: an ENOENT from the folder of rejected files must not be taken
            // for a file that is gone from the inbox.
            switch aside.move(from: folder, reason: reason) {
            case .done: break
            case .changed: return .changed
            case .failed(let fault): return .failed(fault)
            }
        }
        noteGone(file)
        return .gone
    }

    /// Finds taken files that are no longer in the inbox, as after a crash between a removal and its note.
    ///
    /// Files that the listing of the inbox has just `seen` are not looked for.
    func findGone(_ store: Store, besides seen: SeenDeliveries) throws(Fault) {
        var folder: Inbox.OpenFolder?
        let unseen = try storing { () throws(StoreError) in try store.takenPaths { !seen.contains($0) } }
        for file in unseen {
            let arrival = Arrival(path: file.path)
            do throws(Errno) {
                _ = try inbox.open(arrival.folder, unless: &folder).directory.status(of: arrival.name)
            } catch .noEntry {
                gone[file.path] = file.delivery
            } catch {
                continue
            }
        }
    }

    /// Makes removals durable, then lets the database forget the files.
    ///
    /// The order matters: until its removal is durable, a power cut can bring a file back, and it must then be known.
    func settleAccounts(_ store: Store, now: String) throws(Fault) {
        guard !gone.isEmpty else { return }
        for folder in Set(gone.keys.map { Arrival(path: $0).folder }) where !PlantedBug.forgetWithoutSync.isPlanted {
            do throws(Errno) {
                try inbox.open(folder).sync()
            } catch .noEntry {
                continue
            } catch {
                throw Fault("sync the inbox folder \(Path.display(folder))", error)
            }
        }
        let forgotten = gone.map { (path: $0.key, delivery: $0.value) }
        try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in try store.forget(forgotten) }
        }
        gone.removeAll()
    }

    /// A free name for a refused file: its own name, or that with the delivery's number.
    ///
    /// A name is not free if a kept file or the reason beside one has it, or is going to have it.
    func freeName(_ name: [UInt8], delivery: Int64, _ store: Store) throws(StoreError) -> [UInt8] {
        // A name has at most 255 bytes, and the number and `.reason.json` have to fit as well.
        let short = Array(name.prefix(220))
        let folder = try? Directory.open(rejected)
        for name in [short, short + SetAside.noteEnding] {
            if (try? folder?.status(of: name)) != nil { return short + Array(".\(delivery)".utf8) }
            if try store.hasPromised(name) { return short + Array(".\(delivery)".utf8) }
        }
        let isNote = short.suffix(SetAside.noteEnding.count).elementsEqual(SetAside.noteEnding)
        if isNote, try store.hasPromised(Array(short.dropLast(SetAside.noteEnding.count))) {
            return short + Array(".\(delivery)".utf8)
        }
        return short
    }
}

extension Delivery.FileIdentity {
    init(_ status: FileStatus) {
        self.init(
            device: Int64(bitPattern: status.device),
            inode: Int64(bitPattern: status.inode),
            size: status.size,
            modified: status.modifiedNanoseconds,
            changed: status.changedNanoseconds
        )
    }
}
