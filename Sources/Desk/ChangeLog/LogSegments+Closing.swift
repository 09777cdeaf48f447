import Home
import Platform

// Changes to the segments; only the process that writes the log makes them.
extension LogSegments {
    /// Moves the live file here, durably.
    func take(_ live: Path, first: Int64, last: Int64, epoch: String) throws(Fault) {
        let name = "changes-\(first)-\(last).jsonl"
        try doing("close the change log \(live) as \(folder)/\(name)") { () throws(Errno) in
            _ = try Directory.make(folder, intermediates: true)
            do throws(Errno) {
                try FileSystem.rename(live, to: folder.appending(name), replacing: false)
            } catch .exists {
                // A restored database uses `seq` numbers again under another epoch, so the name can be taken.
                let other = "changes-\(epoch)-\(first)-\(last).jsonl"
                try FileSystem.rename(live, to: folder.appending(other), replacing: false)
            }
            try Directory.open(folder).sync()
            try Directory.open(live.parent).sync()
        }
    }

    /// Removes the oldest segments until no more than `keep` are left; 0 keeps all.
    func prune(keep: Int, epoch: String) throws(Fault) {
        guard keep > 0 else { return }
        let all = try list(epoch: epoch)
        guard all.count > keep else { return }
        try doing("remove old change logs in \(folder)") { () throws(Errno) in
            let directory = try Directory.open(folder)
            for segment in all.dropLast(keep) { try directory.unlink(segment.name) }
        }
    }
}
