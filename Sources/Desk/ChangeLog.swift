import Pages
import Platform
import Store

/// The change log's live file: an echo of the outbox, brought up to the last commit, line by line, once.
///
/// It is opened anew and repaired whenever the file is not as it was left: after a crash, a failed write, a deletion,
/// a truncation.
final class ChangeLog {
    /// Readers find a file again by its first kilobyte (Filebeat) or its first line (Vector).
    static let headerSize = 1024
    private static let window = 1 << 17

    let path: Path
    private var file: OpenFile?
    /// What has to be said of the file and was not yet.
    private var unsaid: [String] = []

    /// The file and what is known to stand in it.
    private struct OpenFile: ~Copyable {
        let descriptor: Descriptor
        let inode: UInt64
        var size: Int64
        var lastSeq: Int64
    }

    init(_ path: Path) {
        self.path = path
    }

    /// Appends every committed change that is not in the file yet.
    ///
    /// - Returns: How many lines were written.
    @discardableResult
    func announce(_ store: Store, now: String) throws(Fault) -> Int {
        if !isAsLeft() {
            if file?.inode != nil {
                unsaid.append("somebody removed, replaced or cut the change log \(path); it is made whole again")
            }
            file = try open(store, now: now)
        }
        var written = 0
        while true {
            let last = file?.lastSeq ?? 0
            let records = try storing { () throws(StoreError) in try store.records(after: last, limit: 256) }
            guard let newest = records.last else { return written }
            try append(records.flatMap(\.line), upTo: newest.seq)
            written += records.count
        }
    }

    private func append(_ bytes: [UInt8], upTo seq: Int64) throws(Fault) {
        guard var open = file.take() else { return }
        // While `file` is empty a failure leaves it so, and the next announcement repairs what was half written.
        try doing("append to the change log \(path)") { () throws(Errno) in try open.descriptor.write(all: bytes) }
        open.size += Int64(bytes.count)
        open.lastSeq = seq
        file = consume open
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

    // MARK: Opening and repairing

    private func open(_ store: Store, now: String) throws(Fault) -> OpenFile {
        if (try? FileStatus.of(path)) == nil { try create(store, now: now) }
        let descriptor = try doing("open the change log \(path)") { () throws(Errno) in
            try Descriptor.open(path, [.readWrite, .append, .noFollow])
        }
        let tail = try tail(of: descriptor)
        if try wasRestored(store, tail) {
            try beginNewEpoch(store, tail)
            return try open(store, now: now)
        }
        if isForeign(tail, store) {
            let kept = "foreign-\(now).jsonl"
            try setAside(as: kept)
            unsaid.append("the change log \(path) held no record; it is kept as changes/\(kept), and made anew")
            return try open(store, now: now)
        }
        let mending = try mending(of: tail, store, now: now)
        try doing("mend the end of the change log \(path)") { () throws(Errno) in
            try descriptor.write(all: mending.bytes)
        }
        let inode = try doing("look at the change log \(path)") { () throws(Errno) in try descriptor.status().inode }
        return OpenFile(
            descriptor: descriptor,
            inode: inode,
            size: tail.size + Int64(mending.bytes.count),
            lastSeq: mending.lastSeq
        )
    }

    /// Whether the database is older than the log: somebody put a backup in its place.
    private func wasRestored(_ store: Store, _ tail: Tail) throws(Fault) -> Bool {
        guard let epoch = tail.epoch else { return false }
        return try storing { () throws(StoreError) in
            // The log of a former epoch is left where the process died before it could set it aside.
            if epoch == store.epoch { return try store.lastSeq() < tail.lastSeq }
            return try store.formerEpoch() == epoch
        }
    }

    /// Gives the database a new name and sets the log aside: the next records would bear numbers that readers have
    /// seen with other contents.
    ///
    /// In this order: a log that is gone before the database has its new name would be made anew under the old one.
    private func beginNewEpoch(_ store: Store, _ tail: Tail) throws(Fault) {
        if tail.epoch == store.epoch {
            let epoch = try Identifier.random()
            try storing { () throws(StoreError) in try store.renewEpoch(epoch) }
        }
        try setAside(as: "changes-\(tail.epoch ?? "")-\(tail.lastSeq).jsonl")
    }

    private func setAside(as name: String) throws(Fault) {
        let segments = path.parent.appending("changes")
        let kept = segments.appending(name)
        try doing("set the change log \(path) aside as \(kept)") { () throws(Errno) in
            _ = try Directory.make(segments, intermediates: true)
            try FileSystem.rename(path, to: kept, replacing: false)
        }
    }

    /// Whether somebody put something else in the log's place, or wrote over it: no line of any desk stands in it.
    private func isForeign(_ tail: Tail, _ store: Store) -> Bool {
        let start = Array("{\"v\":1,\"epoch\":\"\(store.epoch)".utf8)
        let isBeginning = tail.torn.prefix(start.count).elementsEqual(start.prefix(tail.torn.count))
        return tail.epoch == nil && !(tail.size == Int64(tail.torn.count) && isBeginning)
    }

    /// What to write before the file can go on, and the last record that then stands in it.
    private func mending(of tail: Tail, _ store: Store, now: String) throws(Fault) -> (bytes: [UInt8], lastSeq: Int64) {
        let newest = try storing { () throws(StoreError) in try store.lastSeq() }
        guard let epoch = tail.epoch else {
            if let rest = ChangeLog.restOfHeader(tail.torn, epoch: store.epoch) { return (rest, 0) }
            // Somebody emptied it, or cut it within its first line: it begins anew, and readers see all records again.
            let end = tail.torn.isEmpty ? [] : [UInt8(ascii: "\n")]
            return (end + ChangeLog.header(epoch: store.epoch, ts: now), 0)
        }
        guard epoch == store.epoch else {
            throw foreign("it stands at \(epoch):\(tail.lastSeq), the database at \(store.epoch):\(newest)")
        }
        guard !tail.torn.isEmpty, !PlantedBug.noTailRepair.isPlanted else { return ([], tail.lastSeq) }
        let mended = try mend(tail.torn, after: tail.lastSeq, store)
        return (mended.bytes, mended.finished ?? tail.lastSeq)
    }

    private func foreign(_ what: String) -> Fault {
        Fault(
            .refused,
            "cannot go on with the change log \(path): \(what). Move it away; readers start over with the new one"
        )
    }

    /// What to write after a torn line: its rest where it is the line that belongs there, else the end of it.
    ///
    /// Never cut off: a reader that follows the file would take a shorter file for a new one.
    private func mend(_ torn: [UInt8], after seq: Int64, _ store: Store) throws(Fault)
        -> (bytes: [UInt8], finished: Int64?)
    {
        let record = try storing { () throws(StoreError) in try store.records(after: seq, limit: 1) }.first
        if let record, record.line.starts(with: torn) {
            return (Array(record.line[torn.count...]), record.seq)
        }
        return ([UInt8(ascii: "\n")], nil)
    }

    private struct Tail {
        var size: Int64
        var epoch: String?
        var lastSeq: Int64 = 0
        /// Bytes after the last newline.
        var torn: [UInt8] = []
    }

    /// Finds the last line that can be read, going backwards in windows that hold several lines each.
    private func tail(of descriptor: borrowing Descriptor) throws(Fault) -> Tail {
        let size = try doing("read the change log \(path)") { () throws(Errno) in try descriptor.size }
        var tail = Tail(size: size)
        var end = size
        var carried: [UInt8] = []
        var sawEnd = false
        while end > 0 {
            let start = max(0, end - Int64(ChangeLog.window))
            var bytes = try doing("read the change log \(path)") { () throws(Errno) in
                try descriptor.readAt(offset: start, count: Int(end - start))
            }
            bytes += carried
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if !sawEnd, let last = lines.popLast() {
                tail.torn = Array(last)
                sawEnd = true
            }
            // The first piece of a window may be the end of a line that begins before it.
            carried = start > 0 ? Array(lines.isEmpty ? [] : lines.removeFirst()) : []
            for line in lines.reversed() {
                guard let position = ChangeLog.position(of: line) else { continue }
                tail.epoch = position.epoch
                tail.lastSeq = position.seq
                return tail
            }
            if start > 0 { carried.append(UInt8(ascii: "\n")) }
            end = start
        }
        return tail
    }

    /// Epoch and seq of a line of ours, read at their fixed places; nil for any other line.
    static func position(of line: ArraySlice<UInt8>) -> (epoch: String, seq: Int64)? {
        let start = Array(#"{"v":1,"epoch":""#.utf8)
        let middle = Array(#"","seq":"#.utf8)
        guard line.starts(with: start), line.last == UInt8(ascii: "}") else { return nil }
        let epoch = line.dropFirst(start.count).prefix(36)
        let rest = line.dropFirst(start.count + 36)
        guard rest.starts(with: middle) else { return nil }
        let digits = rest.dropFirst(middle.count).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let seq = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        return (String(decoding: epoch, as: UTF8.self), seq)
    }

    /// Whether a line of ours is a `log.*` line, which repeats an earlier seq.
    static func speaksOfFile(_ line: ArraySlice<UInt8>) -> Bool {
        // `type` stands within the first three hundred bytes of every line.
        String(decoding: line.prefix(300), as: UTF8.self).contains("\"type\":\"log.")
    }

    /// Makes the file with its first line, under another name first, so that the first line is never torn.
    private func create(_ store: Store, now: String) throws(Fault) {
        let temporary = path.parent.appending(Array(".".utf8) + path.lastComponent)
        let header = ChangeLog.header(epoch: store.epoch, ts: now)
        try doing("make the change log \(path)") { () throws(Errno) in
            let new = try Descriptor.open(temporary, [.writeOnly, .create, .truncate, .noFollow], mode: 0o640)
            try new.write(all: header)
            try new.sync()
            try FileSystem.rename(temporary, to: path, replacing: true)
            try Directory.open(path.parent).sync()
        }
    }
}
