import Home
import Pages
import Platform
import Store

// How the live file is found, repaired, set aside, or made anew.
extension ChangeLog {
    /// Opens the live file and repairs it, so that the next record can be appended.
    ///
    /// Where the file has to give way to a new one, it calls itself again for that.
    func open(_ store: Store, now: String) throws(Fault) -> OpenFile {
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
        let beginning = try beginning(of: descriptor, epoch: store.epoch)
        if tail.isClosed, tail.epoch == store.epoch, tail.torn.isEmpty {
            // The process died after it wrote the closing line and before it moved the file.
            try segments.take(path, first: beginning.firstSeq, last: tail.lastSeq, epoch: store.epoch)
            return try open(store, now: now)
        }
        let inode = try doing("look at the change log \(path)") { () throws(Errno) in try descriptor.status().inode }
        var file = OpenFile(
            descriptor: descriptor,
            inode: inode,
            size: tail.size,
            firstSeq: beginning.firstSeq,
            lastSeq: tail.lastSeq,
            firstTime: beginning.firstTime,
            lastTime: tail.lastTime
        )
        let isClosed = try mend(&file, tail, store, now: now)
        if isClosed {
            _ = consume file
            return try open(store, now: now)
        }
        return file
    }

    /// Writes what is missing before the next record: the rest of a torn line, and a `log.check` line that is due.
    ///
    /// - Returns: Whether the file is closed now.
    private func mend(_ file: inout OpenFile, _ tail: Tail, _ store: Store, now: String) throws(Fault) -> Bool {
        let mending = try mending(of: tail, file, store, now: now)
        try append(mending.bytes, to: &file)
        if mending.isClosed { return true }
        if mending.lastSeq > file.lastSeq { file.lastTime = mending.lastTime }
        file.lastSeq = mending.lastSeq
        file.firstTime = file.firstTime ?? (file.lastSeq >= file.firstSeq ? file.lastTime : nil)
        let isDue = file.lastSeq >= file.firstSeq && file.lastSeq % ChangeLog.recordsPerCheck == 0
        if isDue, !mending.isCheck, !tail.speaksOfFile || mending.lastSeq > tail.lastSeq {
            try append(try checkLine(file, store), to: &file)
        }
        return false
    }

    private func append(_ bytes: [UInt8], to file: inout OpenFile) throws(Fault) {
        try doing("mend the end of the change log \(path)") { () throws(Errno) in
            try file.descriptor.write(all: bytes)
        }
        file.size += Int64(bytes.count)
    }

    private struct Mending {
        var bytes: [UInt8]
        var lastSeq: Int64
        var lastTime: String?
        var isCheck = false
        var isClosed = false
    }

    /// What has to be written before the next record, and which record is then the last in the file.
    ///
    /// A torn line is finished if it is the beginning of the line that belongs there; otherwise a newline ends it. It
    /// is never cut off: a reader that follows the file would take a shorter file for a new one.
    private func mending(of tail: Tail, _ file: borrowing OpenFile, _ store: Store, now: String) throws(Fault)
        -> Mending
    {
        let newline = UInt8(ascii: "\n")
        guard let epoch = tail.epoch else {
            let previous = try segments.previous(epoch: store.epoch)
            let last = previous?.last ?? 0
            if let rest = ChangeLog.restOfHeader(tail.torn, epoch: store.epoch, after: previous) {
                return Mending(bytes: rest, lastSeq: last)
            }
            // Somebody emptied the file, or cut it within its first line. It begins anew, and readers see all its
            // records again.
            let header = ChangeLog.header(epoch: store.epoch, ts: now, after: previous)
            return Mending(bytes: (tail.torn.isEmpty ? [] : [newline]) + header, lastSeq: last)
        }
        guard epoch == store.epoch else {
            let newest = try storing { () throws(StoreError) in try store.lastSeq() }
            throw Fault(
                .refused,
                "cannot go on with the change log \(path): it stands at \(epoch):\(tail.lastSeq), the database at "
                    + "\(store.epoch):\(newest). Move it away; readers start over with the new one"
            )
        }
        let none = Mending(bytes: [], lastSeq: tail.lastSeq, lastTime: tail.lastTime)
        guard !tail.torn.isEmpty, !PlantedBug.noTailRepair.isPlanted else { return none }
        // The torn line can be one of three: a `log.check` line, the closing line, or the next record.
        let isCheckDue = tail.lastSeq >= file.firstSeq && tail.lastSeq % ChangeLog.recordsPerCheck == 0
        if isCheckDue, !tail.speaksOfFile {
            let line = try checkLine(file, store, upTo: tail.size - Int64(tail.torn.count))
            if line.starts(with: tail.torn) {
                return Mending(
                    bytes: Array(line[tail.torn.count...]),
                    lastSeq: tail.lastSeq,
                    lastTime: tail.lastTime,
                    isCheck: true
                )
            }
        }
        let next = try storing { () throws(StoreError) in try store.records(after: tail.lastSeq, limit: 1) }.first
        let whole = tail.size - Int64(tail.torn.count)
        if let next, tail.lastSeq >= file.firstSeq,
            rotation.isDue(size: whole, firstTime: file.firstTime, nextTime: next.ts)
        {
            let line = ChangeLog.closedLine(file, epoch: epoch)
            if line.starts(with: tail.torn) {
                return Mending(bytes: Array(line[tail.torn.count...]), lastSeq: tail.lastSeq, isClosed: true)
            }
        }
        if let next, next.line.starts(with: tail.torn) {
            return Mending(bytes: Array(next.line[tail.torn.count...]), lastSeq: next.seq, lastTime: next.ts)
        }
        return Mending(bytes: [newline], lastSeq: tail.lastSeq, lastTime: tail.lastTime)
    }

    /// Whether the database is older than the log: somebody put a backup in its place.
    private func wasRestored(_ store: Store, _ tail: Tail) throws(Fault) -> Bool {
        guard let epoch = tail.epoch else { return false }
        return try storing { () throws(StoreError) in
            if epoch == store.epoch { return try store.lastSeq() < tail.lastSeq }
            // A log of the former epoch is still here if the process died in `beginNewEpoch` before it set it aside.
            return try store.formerEpoch() == epoch
        }
    }

    /// Gives the database a new epoch and sets the log aside.
    ///
    /// Otherwise the next records would have numbers that readers have seen with other contents. The epoch comes first:
    /// if the process died after the log was set aside but before the epoch was new, the next start would begin a log
    /// under the old epoch.
    private func beginNewEpoch(_ store: Store, _ tail: Tail) throws(Fault) {
        if tail.epoch == store.epoch {
            let epoch = try Identifier.random()
            try storing { () throws(StoreError) in try store.renewEpoch(epoch) }
        }
        try setAside(as: "changes-\(tail.epoch ?? "")-\(tail.lastSeq).jsonl")
    }

    private func setAside(as name: String) throws(Fault) {
        let kept = segments.folder.appending(name)
        try doing("set the change log \(path) aside as \(kept)") { () throws(Errno) in
            _ = try Directory.make(segments.folder, intermediates: true)
            try FileSystem.rename(path, to: kept, replacing: false)
        }
    }

    /// Whether the file holds no line of a desk: somebody put another file in its place, or wrote over it.
    private func isForeign(_ tail: Tail, _ store: Store) -> Bool {
        let start = Array("{\"v\":1,\"epoch\":\"\(store.epoch)".utf8)
        let isBeginning = tail.torn.prefix(start.count).elementsEqual(start.prefix(tail.torn.count))
        return tail.epoch == nil && !(tail.size == Int64(tail.torn.count) && isBeginning)
    }

    /// Makes the file with its first line, under another name that is then changed, so that this line is never torn.
    private func create(_ store: Store, now: String) throws(Fault) {
        let temporary = path.parent.appending(Array(".".utf8) + path.lastComponent)
        let previous = try segments.previous(epoch: store.epoch)
        let header = ChangeLog.header(epoch: store.epoch, ts: now, after: previous)
        try doing("make the change log \(path)") { () throws(Errno) in
            let new = try Descriptor.open(temporary, [.writeOnly, .create, .truncate, .noFollow], mode: 0o640)
            try new.write(all: header)
            try new.sync()
            try FileSystem.rename(temporary, to: path, replacing: true)
            try Directory.open(path.parent).sync()
        }
    }
}
