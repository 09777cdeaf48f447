import Home
import Pages
import Platform
import Store

/// The change log: each change that the database has committed, in order and once, as one line of a file.
///
/// The live file is opened again and repaired whenever it is not as the desk left it: after a crash, a failed write, a
/// deletion or a truncation. When `rotation` says so, it is closed and moved to its segments, and a new one begins.
final class ChangeLog {
    /// Readers find a file again by its first kilobyte (Filebeat) or its first line (Vector).
    static let headerSize = 1024
    /// After this many records comes a `log.check` line, by which a reader can check what it has read.
    static let recordsPerCheck: Int64 = 1000
    /// How many bytes of the file are read at a time; they hold several lines.
    static let window = 1 << 17
    /// An hour, in nanoseconds: limits are given in days.
    static let retentionInterval: Int64 = 3_600_000_000_000

    let path: Path
    let segments: LogSegments
    var rotation: Rotation {
        didSet { if rotation != oldValue { retentionIsDueAt = 0 } }
    }
    /// When closed segments are looked at next although none was closed, in monotonic nanoseconds.
    private var retentionIsDueAt: Int64 = 0
    private var file: OpenFile?
    /// What is still to be reported about the file.
    var unsaid: [String] = []

    /// The open file, and what is known of its contents.
    struct OpenFile: ~Copyable {
        let descriptor: Descriptor
        let inode: UInt64
        var size: Int64
        /// The `seq` of the first record that it holds or will hold.
        let firstSeq: Int64
        var lastSeq: Int64
        /// When its first and its last record were committed; nil while it has none.
        var firstTime: String?
        var lastTime: String?
        /// Where its last `log.*` line begins; nil until that is looked for.
        var mark: Int64?
    }

    /// The proof that every committed change is in the file; no file is allowed to leave the inbox without it.
    struct Announcement {
        /// How many records were written for it.
        let records: Int

        /// Only `announce` makes one.
        fileprivate init(records: Int) { self.records = records }
    }

    init(_ path: Path, _ rotation: Rotation = .none) {
        self.path = path
        self.rotation = rotation
        segments = LogSegments(folder: path.parent.appending("changes"))
    }

    /// Appends every committed change that is not in the file yet.
    ///
    /// - Parameters:
    ///   - store: The database that holds them.
    ///   - now: The time, for the first line of a new file.
    ///   - goingOn: Called after each piece of at most 256 records.
    /// - Returns: The proof that the last stage of the intake asks for.
    /// - Throws: `Fault` where the file cannot be written.
    @discardableResult
    func announce(_ store: Store, now: String, goingOn: () -> Void = {}) throws(Fault) -> Announcement {
        if !isAsLeft() {
            if file?.inode != nil {
                unsaid.append("somebody removed, replaced or cut the change log \(path); it is made whole again")
            }
            file = try open(store, now: now)
            try prune(store, now: now)
        }
        var written = 0
        while true {
            let last = file?.lastSeq ?? 0
            let records = try storing { () throws(StoreError) in try store.records(after: last, limit: 256) }
            guard !records.isEmpty else { return Announcement(records: written) }
            written += try append(records, store, now: now)
            goingOn()
        }
    }

    /// Appends records until a `log.*` line is due, which it writes too, or until all are written.
    private func append(_ records: [Store.Record], _ store: Store, now: String) throws(Fault) -> Int {
        // `file` is nil until all is written. It stays nil if a write fails, so the next announcement opens the file
        // again and repairs what was half written.
        guard var open = file.take() else { return 0 }
        var bytes: [UInt8] = []
        var count = 0
        var isCheckDue = false
        var isCloseDue = false
        for record in records where !isCheckDue && !isCloseDue {
            let size = open.size + Int64(bytes.count)
            isCloseDue =
                open.lastSeq >= open.firstSeq
                && rotation.isDue(size: size, firstTime: open.firstTime, nextTime: record.ts)
            if isCloseDue { continue }
            bytes += record.line
            open.lastSeq = record.seq
            open.firstTime = open.firstTime ?? record.ts
            open.lastTime = record.ts
            count += 1
            isCheckDue = record.seq % ChangeLog.recordsPerCheck == 0
        }
        try write(bytes, to: &open)
        if isCheckDue {
            let line = try checkLine(open, store)
            open.mark = open.size
            try write(line, to: &open)
        }
        if isCloseDue {
            try write(ChangeLog.closedLine(open, epoch: store.epoch), to: &open)
            try doing("sync the change log \(path)") { () throws(Errno) in try open.descriptor.sync() }
            try segments.take(path, first: open.firstSeq, last: open.lastSeq, epoch: store.epoch)
            open = try self.open(store, now: now)
            try prune(store, now: now)
        }
        file = consume open
        return count
    }

    private func write(_ bytes: [UInt8], to open: inout OpenFile) throws(Fault) {
        guard !bytes.isEmpty else { return }
        try doing("append to the change log \(path)") { () throws(Errno) in try open.descriptor.write(all: bytes) }
        open.size += Int64(bytes.count)
    }

    private func prune(_ store: Store, now: String) throws(Fault) {
        try segments.prune(rotation.retention, epoch: store.epoch, now: Timestamp.parse(now) ?? Timestamp.now)
        retentionIsDueAt = Clock.monotonic + ChangeLog.retentionInterval
    }

    /// Removes what has become too old since a file was closed last; looks at most once an hour.
    ///
    /// An idle desk closes no file, and its old ones go out of date all the same.
    func pruneIfDue(_ store: Store, now: String) throws(Fault) {
        if Clock.monotonic >= retentionIsDueAt { try prune(store, now: now) }
    }

    /// The number of the last record in the open file.
    var lastSeq: Int64 { file?.lastSeq ?? 0 }

    /// Closes the file, which is about to be replaced; the next announcement opens the one at the path.
    func letGo() {
        file = nil
    }

    /// Hands out what is to be reported, each message once.
    func complaints() -> [String] {
        defer { unsaid.removeAll() }
        return unsaid
    }

    /// Makes the announced lines durable.
    ///
    /// The database does not need this. But a reader's position can lie in lines that a power cut would take away.
    func sync() throws(Fault) {
        try doing("sync the change log \(path)") { () throws(Errno) in try file?.descriptor.dataSync() }
    }

    /// Whether the open file is still the one at the path, with the size that the desk left it with.
    func isAsLeft() -> Bool {
        guard let inode = file?.inode, let size = file?.size else { return false }
        guard let status = try? FileStatus.of(path) else { return false }
        return status.inode == inode && status.size == size
    }
}
