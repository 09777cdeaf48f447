import Home
import Platform

/// A refused file on its way to the folder of rejected files.
struct SetAside {
    static let noteEnding = Array(".reason.json".utf8)

    enum Answer {
        case done
        /// Another file has taken the name meanwhile, or nobody has it any more.
        case changed
        case failed(Fault)
    }

    let rejected: Path
    let arrival: Arrival
    /// What it is called among the rejected.
    let name: [UInt8]
    /// What it was when it was found to be the one that was refused.
    let status: FileStatus
    /// Whether its status differs from look to look, so that this tells nobody which file it is.
    let isUnsteady: Bool

    /// Moves the file; its reason is written first, so that none lacks one.
    func move(from folder: borrowing Directory, reason: String?) -> Answer {
        do throws(Errno) {
            _ = try Directory.make(rejected, intermediates: true)
            let target = try Directory.open(rejected)
            if let reason, !PlantedBug.noReasonFirst.isPlanted {
                try SetAside.write(Array((reason + "\n").utf8), to: target, as: name + SetAside.noteEnding)
            }
            // To write the reason took two syncs, in which another file can have taken the name.
            guard isStill(in: folder) else { return takeBack(target) }
            do throws(Errno) {
                try folder.rename(arrival.name, to: target, as: name, replacing: false)
                if !PlantedBug.noSyncOfRejected.isPlanted { try target.sync() }
            } catch .crossDevice where status.kind == .regular {
                // Under systemd's ProtectSystem=strict each writable folder is a mount of its own, and no rename leads
                // from one mount to another (EXDEV). So the file is copied, and removed once the copy is durable.
                let file = try folder.openFile(arrival.name, [.readOnly, .nonBlocking])
                try SetAside.write(try file.readAll(limit: Int(status.size)), to: target, as: name)
                guard isStill(in: folder) else {
                    try target.unlink(name)
                    return takeBack(target)
                }
                try folder.unlink(arrival.name)
            }
            if let reason, PlantedBug.noReasonFirst.isPlanted {
                try SetAside.write(Array((reason + "\n").utf8), to: target, as: name + SetAside.noteEnding)
            }
            return .done
        } catch {
            return .failed(
                Fault("set \(Path.display(arrival.path)) aside as \(rejected)/\(Path.display(name))", error)
            )
        }
    }

    private func isStill(in folder: borrowing Directory) -> Bool {
        guard let now = try? folder.status(of: arrival.name) else { return false }
        return isUnsteady || now.identity == status.identity
    }

    /// Removes a reason beside which no file will stand.
    private func takeBack(_ target: borrowing Directory) -> Answer {
        try? target.unlink(name + SetAside.noteEnding)
        return .changed
    }

    /// Writes a file of the folder of rejected files, whole or not at all.
    static func write(_ bytes: [UInt8], to folder: borrowing Directory, as name: [UInt8]) throws(Errno) {
        let temporary = Array(".copydesk-kept".utf8)
        let file = try folder.openFile(temporary, [.writeOnly, .create, .truncate], mode: 0o640)
        try file.write(all: bytes)
        try file.sync()
        try folder.rename(temporary, to: folder, as: name, replacing: true)
        try folder.sync()
    }
}
