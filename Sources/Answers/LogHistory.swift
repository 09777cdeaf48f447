import Home
import Platform
import Store

/// Records that the database does not hold, read from the closed segments of its log and from the live file.
///
/// No desk of this version takes records out of its database; where somebody did, the log may reach back further.
struct LogHistory {
    private let home: HomePaths
    private let store: Store
    /// The record with which the database goes on.
    private let end: Int64
    /// The `seq` of the record that was found last.
    private var seq: Int64
    private var file: LogFileLines?
    private var ahead: ArraySlice<LogSegments.Segment> = []
    /// Files that were read, by inode: the live file gets another name when it is closed meanwhile.
    private var seen: Set<UInt64> = []

    init(_ home: HomePaths, _ store: Store, after seq: Int64, before end: Int64) {
        self.home = home
        self.store = store
        self.seq = seq
        self.end = end
    }

    /// The next record; nil where the database has all that follow.
    ///
    /// - Throws: `Fault` of kind `historyGone` where the files do not have it.
    mutating func next() throws(Fault) -> Store.Record? {
        guard seq + 1 < end else { return nil }
        let wanted = seq
        while let (seq, line) = try nextRecord() {
            // What a crash tore may look like a record by its beginning and its end.
            guard let record = try storing({ () throws(StoreError) in try store.record(ofLine: line) }) else {
                continue
            }
            self.seq = seq
            guard seq == wanted + 1 else { throw try gone(since: wanted) }
            return record
        }
        seq = end
        throw try gone(since: wanted)
    }

    /// What is said where records are missing; reads on to find from where on none is.
    private mutating func gone(since wanted: Int64) throws(Fault) -> Fault {
        var oldest = seq - 1
        while seq + 1 < end {
            let next = try nextRecord()?.seq ?? end
            if next != seq + 1 { oldest = next - 1 }
            seq = next
        }
        return Fault(
            .historyGone,
            "no history since \(store.epoch):\(wanted): neither the database nor the logs in \(home.segments) have record "
                + "\(wanted + 1); the oldest position that can be had is \(store.epoch):\(min(oldest, end - 1))"
        )
    }

    /// The next line that looks like a record of this database after the last one.
    private mutating func nextRecord() throws(Fault) -> (seq: Int64, line: [UInt8])? {
        while let line = try nextLine() {
            guard let position = LogLine.position(of: line), position.epoch == store.epoch, position.seq > seq,
                !LogLine.speaksOfFile(line)
            else { continue }
            return (position.seq, Array(line))
        }
        return nil
    }

    private mutating func nextLine() throws(Fault) -> ArraySlice<UInt8>? {
        while true {
            if let line = try file?.next() { return line }
            file = try nextFile()
            guard file != nil else { return nil }
        }
    }

    /// The next file, oldest first; the segments are listed again before the live file counts as the last.
    private mutating func nextFile() throws(Fault) -> LogFileLines? {
        let segments = LogSegments(folder: home.segments)
        for isListed in [true, false] {
            if !isListed {
                let last = seq
                ahead = try segments.list(epoch: store.epoch).filter { $0.last > last }[...]
            }
            while let segment = ahead.popFirst() {
                if let file = try unread(home.segments.appending(segment.name)) { return file }
            }
        }
        return try unread(home.changeLog)
    }

    /// A file that was not read yet; nil where there is none at the path any more.
    private mutating func unread(_ path: Path) throws(Fault) -> LogFileLines? {
        guard let file = try LogFileLines(path), seen.insert(file.inode).inserted else { return nil }
        return file
    }
}
