import Pages
import Platform
import Store

/// The way of a file, from arrival to retirement (design, section 4).
///
/// Each stage takes what only the stage before can make, so a stage left out does not compile.
final class Intake {
    /// A batch is full at so many files or bytes, whichever comes first: enough to share one sync among many small
    /// dumps and to let the full-text index gather words before it writes them, and little enough that memory does
    /// not depend on the backlog, and that a drop waits no longer than a second behind it.
    static let batchFiles = 512
    static let batchBytes = 4 << 20

    let inbox: Inbox
    let store: Store
    let changeLog: ChangeLog
    let retirement: Retirement
    var configuration: Configuration {
        didSet {
            ignored = IgnoredNames(configuration.ignore)
            changeLog.rotation = Rotation(configuration)
        }
    }
    private var ignored: IgnoredNames
    /// The layouts in force.
    var layouts: [Layout] {
        didSet { normaliser = Normaliser(layouts: layouts) }
    }
    private var normaliser: Normaliser
    let poison: Poison?
    let note: BatchNote
    /// Names that were in work when the last process died; they are taken one at a time.
    var suspects: BatchNote.Suspects?
    /// Where the first listing finds files that stay; nil from then on.
    private var seen: Set<[UInt8]>?
    /// So many of them are worth the memory, some 100 bytes each; the others are looked for again.
    private static let mostSeen = 1 << 17
    /// Names that are being written, or could not be read for now.
    var unfinished = Unfinished()

    init(_ home: Home, _ configuration: Configuration, _ store: Store, _ layouts: [Layout], poison: Poison?)
        throws(Fault)
    {
        inbox = try Inbox(home.inbox)
        self.store = store
        self.configuration = configuration
        ignored = IgnoredNames(configuration.ignore)
        self.layouts = layouts
        normaliser = Normaliser(layouts: layouts)
        self.poison = poison
        changeLog = ChangeLog(home.changeLog, Rotation(configuration))
        retirement = Retirement(inbox, rejected: home.rejected)
        note = try BatchNote(home.batchNote)
        suspects = try note.suspects()
        // The inbox is a part of the intake, so it holds it weakly.
        inbox.isStanding = { [weak self] path, folder in
            if let self, self.ignored.contains(Arrival(path: path).name) { return true }
            guard let status = try? folder.status(of: Arrival(path: path).name) else { return false }
            let stands = (try? store.stands(Delivery.FileIdentity(status), at: path)) ?? false
            if stands, let self, let count = self.seen?.count, count < Intake.mostSeen { self.seen?.insert(path) }
            return stands
        }
    }

    /// Lists the inbox, asking of each name whether it stands there for good.
    func scan() throws(Fault) {
        try store.inOneView { () throws(Fault) in try inbox.scan() }
    }

    /// Lists the inbox for the first time, and forgets files that went while no desk was there.
    ///
    /// In this order: what the listing has just seen need not be looked for again, and with an inbox that keeps its
    /// files that is nearly everything.
    func scanFirst() throws(Fault) {
        seen = []
        defer { seen = nil }
        try scan()
        try retirement.findGone(store, besides: seen ?? [])
        try retirement.settleAccounts(store, now: Timestamp.now.iso)
    }

    /// Tries again to remove the files that could not be removed.
    ///
    /// - Returns: What is in the way now, where that is not what was in the way before.
    func retryStuck() throws(Fault) -> [String] {
        var batch = Batch()
        try retire(try storing { () throws(StoreError) in try store.stuck() }, &batch)
        return batch.complaints
    }

    /// Whether something can be done right now.
    var hasWork: Bool { inbox.count > 0 || suspects?.paths.isEmpty == false }

    /// Takes the next files on their whole way.
    ///
    /// - Throws: `Fault` of a sick machine. Nothing is lost by it: what is not committed still stands in the inbox,
    ///   what is committed but not retired is known to the database, and the next scan brings both here again.
    func takeBatch() throws(Fault) -> Batch {
        do throws(Fault) {
            var batch = Batch()
            let arrived = arrive()  // 1
            let looks = try settle(arrived, &batch)  // 2 and 3: whole files with their bytes
            try limitTime(looks)
            defer { try? WorkLimit.time(0) }
            let hashed = try recognise(looks)  // 4 and 5: their digests, and whether they are held
            let readings = read(hashed)  // 6 and 7: decode, segment, ahead of their filing where a core is free
            if PlantedBug.unlinkBeforeCommit.isPlanted { plantedUnlink(looks) }
            let filed = try commit(looks, readings, &batch)  // 8
            batch.records = try changeLog.announce(store, now: Timestamp.now.iso)  // 9
            batch.complaints += changeLog.complaints()
            try retire(filed + leftovers(looks), &batch)  // 10
            try closeSuspect()
            return batch
        } catch {
            inbox.askForScan()
            throw error
        }
    }

    // MARK: 1 Arrive

    /// The names to look at next: a suspect by itself, or what waits.
    private func arrive() -> [Arrival] {
        if let suspect = suspects?.paths.first { return [Arrival(path: suspect)] }
        return inbox.take(Intake.batchFiles)
    }

    /// Ends a suspect's turn, however it went: what has not had its turn yet stays noted.
    private func closeSuspect() throws(Fault) {
        guard suspects != nil else { return }
        suspects?.next()
        if let paths = suspects?.paths, !paths.isEmpty {
            try note.begin(paths, tries: 0)
        } else {
            suspects = nil
            try note.end()
        }
    }

    // MARK: 2 and 3 Settle and read

    private func settle(_ arrivals: [Arrival], _ batch: inout Batch) throws(Fault) -> [Look] {
        let settling = Settling(
            maxDumpBytes: configuration.maxDumpBytes,
            quietNanoseconds: Int64(configuration.quietSeconds * 1e9),
            wallClock: Clock.wall,
            monotonicClock: Clock.monotonic,
            isRemote: inbox.isPolled
        )
        return try store.inOneView { () throws(Fault) in
            var looks: [Look] = []
            var folder: Inbox.OpenFolder?
            for (index, arrival) in arrivals.enumerated() where !ignored.contains(arrival.name) {
                if batch.bytes >= Intake.batchBytes {
                    inbox.putBack(arrivals[index...])
                    break
                }
                guard let look = try look(at: arrival, settling, &folder, &batch) else { continue }
                if case .file(let file) = look { batch.bytes += file.bytes.count }
                looks.append(look)
            }
            return looks
        }
    }

    // MARK: 4 and 5 Hash, recognise

    private func recognise(_ looks: [Look]) throws(Fault) -> [(file: HashedFile, isKnown: Bool)] {
        let files = looks.compactMap { look in
            if case .file(let file) = look { file } else { nil }
        }
        let inWork = inWork(looks)
        if !inWork.isEmpty { try note.begin(inWork, tries: suspects.map { $0.tries + 1 } ?? 0) }
        guard !files.isEmpty else { return [] }
        let hashed = ReadAhead(files, workers: configuration.workers) { HashedFile($0) }.all()
        return try storing { () throws(StoreError) in
            try store.inOneView { () throws(StoreError) in
                try hashed.map { (file) throws(StoreError) in (file, try store.holds(file.digest)) }
            }
        }
    }

    // MARK: 6 and 7 Decode, segment

    private func read(_ hashed: [(file: HashedFile, isKnown: Bool)]) -> ReadAhead<
        (file: HashedFile, isKnown: Bool), Reading
    > {
        ReadAhead(hashed, workers: configuration.workers) { [normaliser, poison] in
            $0.file.reading(normaliser, isKnown: $0.isKnown, poison: poison)
        }
    }

    // MARK: 8 Commit

    private func commit(
        _ looks: [Look],
        _ readings: ReadAhead<(file: HashedFile, isKnown: Bool), Reading>,
        _ batch: inout Batch
    ) throws(Fault) -> [Store.Taken] {
        guard looks.contains(where: \.isDelivery) else { return [] }
        // A fault ends the batch; it is read again when it is tried again.
        defer { readings.cancel() }
        var filed: [Store.Taken] = []
        let now = Timestamp.now.iso
        var counted = batch
        try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in
                // In the order in which they came: deliveries have the same numbers however often a crash comes between.
                var next = 0
                for look in looks {
                    let reading: Reading
                    switch look {
                    case .leftover: continue
                    case .refused(let arrival, let status, let refusal, let attempts):
                        reading = Reading(arrival, status, refusal, attempts: attempts)
                    case .file:
                        reading = readings.take(next)
                        next += 1
                    }
                    if let done = try file(reading, at: now, &counted) { filed.append(done) }
                }
                if PlantedBug.lineBeforeCommit.isPlanted { _ = try? changeLog.announce(store, now: now) }
            }
        }
        batch = counted
        try note.end()
        return filed
    }

    // MARK: 10 Retire

    private func leftovers(_ looks: [Look]) -> [Store.Taken] {
        looks.compactMap { look in
            if case .leftover(let taken) = look { taken } else { nil }
        }
    }

    private func retire(_ filed: [Store.Taken], _ batch: inout Batch) throws(Fault) {
        var folder: Inbox.OpenFolder?
        for file in filed {
            var reason: String?
            if case .setAside = file.destiny {
                reason = try storing { () throws(StoreError) in try store.rejection(ofDelivery: file.delivery) }
            }
            switch retirement.retire(file, reason: reason, &folder) {
            case .gone: batch.retired += 1
            case .stays: break
            case .changed: inbox.add(Arrival(path: file.path))
            case .failed(let fault):
                guard file.fault != fault.message else { continue }
                batch.complaints.append(fault.message)
                try storing { () throws(StoreError) in
                    try store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in
                        try store.noteFault(fault.message, at: file.path, delivery: file.delivery)
                    }
                }
            }
        }
    }
}
