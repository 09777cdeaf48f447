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
    static let batchFiles = 1024
    static let batchBytes = 6 << 20

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
    private(set) var ignored: IgnoredNames
    /// The layouts in force.
    var layouts: [Layout] {
        didSet { normaliser = Normaliser(layouts: layouts) }
    }
    private var normaliser: Normaliser
    let poison: Poison?
    let note: BatchNote
    /// Names that were in work when the last process died; they are taken one at a time.
    var suspects: BatchNote.Suspects?
    /// What the first listing finds of files that stay; nil from then on.
    var seen: SeenDeliveries?
    /// The batch being filed, and the one that is read meanwhile.
    var inHand: [BatchInHand] = []
    /// Names that came again while they were in hand.
    var postponed: [Arrival] = []
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
            self?.isStanding(path, folder) ?? false
        }
    }

    /// Whether something can be done right now.
    var hasWork: Bool { inbox.count > 0 || !inHand.isEmpty || suspects?.paths.isEmpty == false }

    /// How many names wait: in the queue, or begun and not filed.
    var waiting: Int { inbox.count + inHand.reduce(0) { $0 + $1.looks.count } }

    /// Takes the next files on their whole way; with a core to spare, those after them are begun and read meanwhile.
    ///
    /// - Throws: `Fault` of a sick machine. Nothing is lost by it: what is not committed still stands in the inbox,
    ///   what is committed but not retired is known to the database, and the next scan brings both here again.
    func takeBatch() throws(Fault) -> Batch {
        do throws(Fault) {
            if inHand.isEmpty { try begin() }
            if readsAhead { try begin() }
            let batch = try finish(inHand[0])
            inHand.removeFirst()
            if inHand.isEmpty { try limitTime([]) }
            for arrival in postponed { inbox.add(arrival) }
            postponed = []
            return batch
        } catch {
            dropHand()
            throw error
        }
    }

    /// From a name to pages that are being read.
    private func begin() throws(Fault) {
        var batch = Batch()
        let arrived = arrive()  // 1
        let looks = try settle(arrived, &batch)  // 2 and 3: whole files with their bytes
        try limitTime(looks + inHand.flatMap(\.looks))
        let hashed = try recognise(looks)  // 4 and 5: their digests, and whether they are held
        let readings = read(hashed)  // 6 and 7: decode, segment, ahead of their filing where a core is free
        inHand.append(BatchInHand(looks: looks, readings: readings, batch: batch))
    }

    /// From pages to lines in the log and an empty place in the inbox.
    private func finish(_ hand: BatchInHand) throws(Fault) -> Batch {
        var batch = hand.batch
        if PlantedBug.unlinkBeforeCommit.isPlanted { plantedUnlink(hand.looks) }
        let filed = try commit(hand, &batch)  // 8
        batch.records = try changeLog.announce(store, now: Timestamp.now.iso)  // 9
        batch.complaints += changeLog.complaints()
        try retire(filed + leftovers(hand.looks), &batch)  // 10
        try closeSuspect()
        return batch
    }

    // MARK: 1 Arrive

    /// The names to look at next: a suspect by itself, or what waits.
    ///
    /// A name that is in hand came again, written or put there anew. It waits until what was read of it is filed: only
    /// then can be told whether this is another delivery.
    private func arrive() -> [Arrival] {
        if let suspect = suspects?.paths.first { return [Arrival(path: suspect)] }
        let arrived = inbox.take(Intake.batchFiles)
        guard let hand = inHand.first else { return arrived }
        let held = Set(hand.looks.map(\.path))
        postponed = arrived.filter { held.contains($0.path) }
        return postponed.isEmpty ? arrived : arrived.filter { !held.contains($0.path) }
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

    private func recognise(_ looks: [Look]) throws(Fault) -> [BatchInHand.Recognised] {
        let files = looks.compactMap { look in
            if case .file(let file) = look { file } else { nil }
        }
        try noteWork(with: looks)
        guard !files.isEmpty else { return [] }
        let hashed = ReadAhead(files, workers: configuration.workers) { HashedFile($0) }.all()
        return try storing { () throws(StoreError) in
            try store.inOneView { () throws(StoreError) in
                try hashed.map { (file) throws(StoreError) in (file, try store.holds(file.digest)) }
            }
        }
    }

    // MARK: 6 and 7 Decode, segment

    private func read(_ recognised: [BatchInHand.Recognised]) -> ReadAhead<BatchInHand.Recognised, Reading> {
        ReadAhead(recognised, workers: configuration.workers) { [normaliser, poison] in
            $0.file.reading(normaliser, isKnown: $0.isKnown, poison: poison)
        }
    }

    // MARK: 8 Commit

    private func commit(_ hand: BatchInHand, _ batch: inout Batch) throws(Fault) -> [Store.Taken] {
        guard hand.looks.contains(where: \.isDelivery) else { return [] }
        var filed: [Store.Taken] = []
        let now = Timestamp.now.iso
        var counted = batch
        try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in
                // In the order in which they came: deliveries have the same numbers however often a crash comes between.
                var next = 0
                for look in hand.looks {
                    let reading: Reading
                    switch look {
                    case .leftover: continue
                    case .refused(let arrival, let status, let refusal, let attempts):
                        reading = Reading(arrival, status, refusal, attempts: attempts)
                    case .file:
                        reading = hand.readings.take(next)
                        next += 1
                    }
                    if let done = try file(reading, at: now, &counted) { filed.append(done) }
                }
                if PlantedBug.lineBeforeCommit.isPlanted { _ = try? changeLog.announce(store, now: now) }
            }
        }
        batch = counted
        try noteFiled()
        return filed
    }

    // MARK: 10 Retire

    private func leftovers(_ looks: [Look]) -> [Store.Taken] {
        looks.compactMap { look in
            if case .leftover(let taken) = look { taken } else { nil }
        }
    }

    func retire(_ filed: [Store.Taken], _ batch: inout Batch) throws(Fault) {
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
            case .failed(let fault): try noteFault(fault.message, of: file, &batch)
            }
        }
    }
}
