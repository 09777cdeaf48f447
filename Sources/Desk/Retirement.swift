import Pages
import Platform
import Store

/// Takes files that the database holds out of the inbox, and sets refused ones aside.
final class Retirement {
    private let inbox: Inbox
    private let rejected: Path
    /// Gone from their folders; whether that would outlast a power cut is not known yet.
    private var gone: [(path: [UInt8], delivery: Int64)] = []

    init(_ inbox: Inbox, rejected: Path) {
        self.inbox = inbox
        self.rejected = rejected
    }

    /// How many removals wait to be made durable and forgotten.
    var pending: Int { gone.count }

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
    /// - Returns: What became of it.
    func retire(_ file: Store.Taken, reason: String?) -> Answer {
        let arrival = Arrival(path: file.path)
        do throws(Errno) {
            let folder = try inbox.open(arrival.folder)
            let status: FileStatus
            do throws(Errno) { status = try folder.status(of: arrival.name) } catch .noEntry {
                // Removed by someone else, or before a crash.
                gone.append((file.path, file.delivery))
                return .gone
            }
            guard Delivery.FileIdentity(status) == file.identity else { return .changed }
            switch file.destiny {
            case .stay: return .stays
            case .remove: try folder.unlink(arrival.name)
            case .setAside(let name, _): try setAside(arrival, in: folder, as: name, status, reason)
            }
            gone.append((file.path, file.delivery))
            return .gone
        } catch .noEntry {
            gone.append((file.path, file.delivery))
            return .gone
        } catch {
            return .failed(Fault("take \(Path.display(file.path)) out of the inbox", error))
        }
    }

    /// Finds known files that are no longer there, as after a crash between removal and its note.
    func findGone(_ store: Store) throws(Fault) {
        var last: [UInt8] = []
        while true {
            let known = try storing { () throws(StoreError) in try store.taken(after: last, limit: 1000) }
            guard let end = known.last else { return }
            last = end.path
            for file in known {
                let arrival = Arrival(path: file.path)
                do throws(Errno) {
                    _ = try inbox.open(arrival.folder).status(of: arrival.name)
                } catch .noEntry {
                    gone.append((file.path, file.delivery))
                } catch {
                    continue
                }
            }
        }
    }

    /// Makes removals durable, then lets the database forget them.
    ///
    /// In this order: a file that a power cut brings back must still be known.
    func settleAccounts(_ store: Store, now: String) throws(Fault) {
        guard !gone.isEmpty else { return }
        for folder in Set(gone.map { Arrival(path: $0.path).folder }) {
            do throws(Errno) {
                try inbox.open(folder).sync()
            } catch .noEntry {
                continue
            } catch {
                throw Fault("sync the inbox folder \(Path.display(folder))", error)
            }
        }
        let forgotten = gone
        try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in try store.forget(forgotten) }
        }
        gone.removeAll()
    }

    /// A name in the folder of rejected files that is free, or the name with the delivery's number.
    func freeName(_ name: [UInt8], delivery: Int64) -> [UInt8] {
        // Room for the number and for `.reason.json` within the 255 bytes a name may have.
        let short = Array(name.prefix(220))
        let isTaken = (try? Directory.open(rejected).status(of: short)) != nil
        return isTaken ? short + Array(".\(delivery)".utf8) : short
    }

    private func setAside(
        _ arrival: Arrival,
        in folder: borrowing Directory,
        as name: [UInt8],
        _ status: FileStatus,
        _ reason: String?
    ) throws(Errno) {
        let target = try Directory.open(rejected)
        if let reason { try write(Array((reason + "\n").utf8), to: target, as: name + Array(".reason.json".utf8)) }
        do throws(Errno) {
            try folder.rename(arrival.name, to: target, as: name, replacing: true)
        } catch .crossDevice where status.kind == .regular {
            // Under systemd's ProtectSystem=strict each writable folder is a mount of its own.
            let bytes = try folder.openFile(arrival.name, [.readOnly, .nonBlocking]).readAll(limit: Int(status.size))
            try write(bytes, to: target, as: name)
            try folder.unlink(arrival.name)
            return
        }
        try target.sync()
    }

    private func write(_ bytes: [UInt8], to folder: borrowing Directory, as name: [UInt8]) throws(Errno) {
        let temporary = Array(".copydesk-kept".utf8)
        let file = try folder.openFile(temporary, [.writeOnly, .create, .truncate], mode: 0o640)
        try file.write(all: bytes)
        try file.sync()
        try folder.rename(temporary, to: folder, as: name, replacing: true)
        try folder.sync()
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
