import Home
import Pages
import Platform
import Store

/// The change log: an echo of the outbox, brought up to the last commit, line by line, once.
///
/// The live file is opened anew and repaired whenever it is not as it was left: after a crash, a failed write, a
/// deletion, a truncation. From time to time it is closed, moved to its segments, and a new one begun.
final class ChangeLog {
    /// Readers find a file again by its first kilobyte (Filebeat) or its first line (Vector).
    static let headerSize = 1024
    /// After so many records stands a line that a reader can check its own reading against.
    static let recordsPerCheck: Int64 = 1000
    static let window = 1 << 17

    let path: Path
    let segments: LogSegments
    var rotation: Rotation
    private var file: OpenFile?
    /// What has to be said of the file and was not yet.
    var unsaid: [String] = []

    /// The file and what is known to stand in it.
    struct OpenFile: ~Copyable {
        let descriptor: Descriptor
        let inode: UInt64
        var size: Int64
        /// The first record it holds, or will hold.
        let firstSeq: Int64
        var lastSeq: Int64
        /// When its first and its last record were committed; nil while it has none.
        var firstTime: String?
        var lastTime: String?
        /// Where its last `log.*` line begins; nil where that was not looked for yet.
        var mark: Int64?
    }

    /// That every change which was committed stands in the file: nothing may leave the inbox before.
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
    ///   - store: Where they are committed.
    ///   - now: The time, for the head of a new file.
    ///   - goingOn: Called now and then where there are many.
    /// - Returns: What the intake's last stage asks for.
    /// - Throws: `Fault` where the file cannot be written.
    @discardableResult
    func announce(_ store: Store, now: String, goingOn: () -> Void = {}) throws(Fault) -> Announcement {
        if !isAsLeft() {
            if file?.inode != nil {
                unsaid.append("somebody removed, replaced or cut the change log \(path); it is made whole again")
            }
            file = try open(store, now: now)
            try segments.prune(keep: rotation.keep, epoch: store.epoch)
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

    /// Appends records up to a line that speaks of the file, or to its end.
    private func append(_ records: [Store.Record], _ store: Store, now: String) throws(Fault) -> Int {
        // While `file` is empty a failure leaves it so, and the next announcement repairs what was half written.
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
            try segments.prune(keep: rotation.keep, epoch: store.epoch)
        }
        file = consume open
        return count
    }

    private func write(_ bytes: [UInt8], to open: inout OpenFile) throws(Fault) {
        guard !bytes.isEmpty else { return }
        try doing("append to the change log \(path)") { () throws(Errno) in try open.descriptor.write(all: bytes) }
        open.size += Int64(bytes.count)
    }

    /// What has to be said, once.
    func complaints() -> [String] {
        defer { unsaid.removeAll() }
        return unsaid
    }

    /// Makes what was announced durable; the database does not need it, a reader's position may.
    func sync() throws(Fault) {
        try doing("sync the change log \(path)") { () throws(Errno) in try file?.descriptor.dataSync() }
    }

    private func isAsLeft() -> Bool {
        guard let inode = file?.inode, let size = file?.size else { return false }
        guard let status = try? FileStatus.of(path) else { return false }
        return status.inode == inode && status.size == size
    }
}
