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

    /// Removes the segments of one epoch that are not to be kept, oldest first.
    func prune(_ retention: Retention, epoch: String, now: Timestamp) throws(Fault) {
        guard retention.hasLimit else { return }
        let all = try list(epoch: epoch)
        guard !all.isEmpty else { return }
        try doing("remove old change logs in \(folder)") { () throws(Errno) in
            let directory = try Directory.open(folder)
            let sizes = try all.map { (segment) throws(Errno) in try directory.status(of: segment.name).size }
            var removed = retention.excess(sizes)
            while removed < all.count, try retention.isTooOld(all[removed], in: directory, now: now) { removed += 1 }
            for segment in all.prefix(removed) { try directory.unlink(segment.name) }
        }
    }
}

extension Retention {
    /// Whether the last record of a segment is older than what is kept.
    ///
    /// Its own time counts and not that of the file: a backup that was put back, or a scrubbing, makes the file new.
    fileprivate func isTooOld(
        _ segment: LogSegments.Segment,
        in directory: borrowing Directory,
        now: Timestamp
    ) throws(Errno) -> Bool {
        guard days > 0 else { return false }
        let file = try directory.openFile(segment.name, [.readOnly, .nonBlocking])
        let status = try file.status()
        // The longest line and its newline.
        let start = max(0, status.size - 32_000)
        let end = try file.readAt(offset: start, count: Int(status.size - start))
        let last = end.split(separator: UInt8(ascii: "\n")).last.flatMap { LogLine.time(of: $0) }
        let time = last.flatMap(Timestamp.parse) ?? Timestamp(nanoseconds: status.modifiedNanoseconds)
        return now.nanoseconds - time.nanoseconds > Int64(days) * 86_400_000_000_000
    }
}
