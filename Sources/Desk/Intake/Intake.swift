import Home
import Pages
import Platform
import Store

/// The way of a file, from arrival to retirement (design, section 4).
///
/// Each stage takes a value that only the stage before it makes (`Stages.swift`), so the program does not compile with
/// a stage left out.
final class Intake {
    /// A batch is full at this many files or bytes, whichever comes first.
    ///
    /// That is enough to share one sync among many small dumps and to let the full-text index gather words before it
    /// writes them. It is little enough that memory does not depend on the backlog, and that a drop waits no longer
    /// than a second for the batch before it.
    static let batchFiles = 1024
    static let batchBytes = 5 << 20

    let inbox: Inbox
    let store: Store
    private let log: ChangeLog
    private let database: Announcing.Database
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
    private(set) var normaliser: Normaliser
    let poison: Poison?
    let note: BatchNote
    /// Names that were in work when the last process died; they are taken one at a time.
    var suspects: BatchNote.Suspects?
    /// The files that the first listing found where they are known to remain; nil at any other time.
    var seen: SeenDeliveries?
    /// The batch being filed, and the one that is read meanwhile.
    var inHand: [BatchInHand] = []
    /// The batch whose files are read and hashed meanwhile.
    var ahead: BatchAhead?
    let spent = SpentReadings()
    /// The batch that is filed, and is announced meanwhile.
    var announcing: Announcing?
    /// How many bytes were filed since the write-ahead log could begin anew.
    var bytesInLog = 0
    /// Names that came again while a file of the same name was in hand.
    var postponed: [Arrival] = []
    /// Names of files that are being written or cannot be read for the moment.
    var unfinished = Unfinished()
    /// Files whose status does not stand still.
    var unsteady = Unsteady()
    var saidUnsteadiness = false
    var orders = IntakeOrders()
    /// Whether the desk will see it when a file that it may not read gets other rights.
    var seesRights = true
    /// The last announcement: the proof that the log was brought up to date.
    ///
    /// An intake cannot be made without one: the log has what an earlier process committed before its files leave.
    var lastAnnouncement: ChangeLog.Announcement

    init(
        _ home: HomePaths,
        _ configuration: Configuration,
        layouts: [Layout],
        store: Store,
        changeLog: ChangeLog,
        announced: ChangeLog.Announcement,
        poison: Poison?
    ) throws(Fault) {
        inbox = try Inbox(home.inbox)
        self.store = store
        log = changeLog
        let status = try doing("look at \(home.database)") { () throws(Errno) in try FileStatus.of(home.database) }
        database = Announcing.Database(path: home.database, name: store.path, inode: status.inode)
        lastAnnouncement = announced
        self.configuration = configuration
        ignored = IgnoredNames(configuration.ignore)
        self.layouts = layouts
        normaliser = Normaliser(layouts: layouts)
        self.poison = poison
        retirement = Retirement(inbox, rejected: home.rejected)
        note = try BatchNote(home.batchNote)
        suspects = try note.suspects()
        if suspects?.isKept == true { swap(&suspects, &orders.suspects) }
    }

    /// The change log; while another thread writes it, this one waits here.
    var changeLog: ChangeLog {
        _ = announcing?.wait()
        return log
    }

    /// Takes one batch of files through all stages.
    ///
    /// With workers, they read the pages of the batch after it meanwhile, and hash the files of the one after that. Its
    /// own lines are written by another thread while the next batch is filed.
    ///
    /// - Returns: What was filed, and what was retired: with workers, the batch before.
    /// - Throws: `Fault` of a sick machine. Nothing is lost by it: what is not committed is still in the inbox, what is
    ///   committed but not retired is known to the database, and the next scan finds both again.
    func takeBatch() throws(Fault) -> Batch {
        do throws(Fault) {
            var batch = Batch()
            if inHand.isEmpty, hasNames { try begin() }
            if readsAhead { try begin() }
            if looksAhead { ahead = try settle(arrive()) }
            if let hand = inHand.first { try finish(hand, &batch) } else { try retireAnnounced(&batch) }
            if inHand.isEmpty {
                spent.free()
                try limitTime([])
            }
            for arrival in postponed { inbox.add(arrival) }
            postponed = []
            return batch
        } catch {
            dropHand()
            throw error
        }
    }

    /// From a name to pages.
    private func begin() throws(Fault) {
        // 1 to 4: arrive; settle, read and hash, in the workers where there are any
        let settling = if let ahead { ahead } else { try settle(arrive()) }
        ahead = nil
        let recognised = try recognise(try settled(settling))  // 5: whether the database holds them
        inHand.append(read(recognised))  // 6 and 7: decode and segment, in the workers too
    }

    /// From pages to lines in the log and an empty place in the inbox.
    private func finish(_ hand: BatchInHand, _ batch: inout Batch) throws(Fault) {
        if PlantedBug.unlinkBeforeCommit.isPlanted { plantedUnlink(hand.looks) }
        try prepareWriteAheadLog(&batch)
        let committed = try commit(hand)  // 8
        batch.add(withReports: committed.batch)
        try retireAnnounced(&batch)
        inHand.removeFirst()
        if inHand.isEmpty {
            let announced = try announce(committed)  // 9
            try retire(announced, &batch)  // 10
        } else {
            // 9 and 10; `retireAnnounced` then does what is left of 10
            announcing = Announcing(committed, log, database, inbox: inbox.path, epoch: store.epoch)
        }
        try closeSuspect()
    }

    // MARK: 1 Arrive

    /// The names to look at next: a suspect by itself, or the names that wait.
    ///
    /// A name can wait although it is in hand: its file was written or put there again. It is postponed until the file
    /// in hand is filed, since only then the desk can tell whether this is another delivery.
    private func arrive() -> Arrived {
        if let suspect = suspects?.paths.first { return Arrived(arrivals: [Arrival(path: suspect)]) }
        let arrived = inbox.take(Intake.batchFiles)
        let held = heldPaths
        let again = arrived.filter { held.contains($0.path) }
        postponed += again
        return Arrived(arrivals: again.isEmpty ? arrived : arrived.filter { !held.contains($0.path) })
    }

    // MARK: 5 Recognise

    func recognise(_ settled: Settled) throws(Fault) -> Recognised {
        let files = settled.files
        try limitTime(settled.looks + inHand.flatMap(\.looks))
        try noteWork(with: settled.looks)
        guard !files.isEmpty else { return Recognised(looks: settled.looks, batch: settled.batch, files: []) }
        return try storing { () throws(StoreError) in
            try store.inOneView { () throws(StoreError) in
                let known = try files.map { (file) throws(StoreError) in
                    Recognised.File(hashed: file, isKnown: try store.holds(file.digest))
                }
                return Recognised(looks: settled.looks, batch: settled.batch, files: known)
            }
        }
    }

    // MARK: 6 and 7 Decode, segment

    func read(_ recognised: Recognised) -> BatchInHand {
        let readings = ReadAhead(recognised.files, workers: configuration.workers) { [normaliser, poison, spent] in
            spent.free()
            return $0.hashed.reading(normaliser, isKnown: $0.isKnown, poison: poison)
        }
        return BatchInHand(recognised, readings)
    }

    // MARK: 8 Commit

    private func commit(_ hand: BatchInHand) throws(Fault) -> Committed {
        guard hand.looks.contains(where: \.isDelivery) else { return Committed(hand, [], hand.batch) }
        let now = Timestamp.now.iso
        let committed = try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in
                let committed = try file(hand, at: now)
                if PlantedBug.lineBeforeCommit.isPlanted { _ = try? log.announce(store, now: now) }
                return committed
            }
        }
        try noteFiled()
        return committed
    }

    // MARK: 9 Announce

    func announce(_ committed: Committed) throws(Fault) -> Announced {
        lastAnnouncement = try changeLog.announce(store, now: Timestamp.now.iso)
        return Announced(taken: committed.taken, announcement: lastAnnouncement)
    }

    // MARK: 10 Retire

    func retire(_ announced: Announced, _ batch: inout Batch) throws(Fault) {
        batch.records += announced.announcement.records
        batch.complaints += changeLog.complaints()
        try retire(announced.taken, after: announced.announcement, &batch)
    }
}
