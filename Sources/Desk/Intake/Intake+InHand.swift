import Home
import Platform
import Store

// The batches in hand, between hashing and filing. Their names are noted before their pages are read, so that the next
// start knows which dumps to suspect if the process dies. One batch is read while another is filed, and a batch can be
// dropped before it is filed.
extension Intake {
    /// Notes the names in work, before their bytes are hashed and their pages are read.
    ///
    /// These are the names of the batches in hand and of this one; or, after a crash, all suspects that have not had
    /// their turn.
    func noteWork(with looks: [Look]) throws(Fault) {
        let paths = looks.compactMap { $0.isDelivery ? $0.path : nil }
        guard !paths.isEmpty else { return }
        try note.begin(suspects?.paths ?? inHand.flatMap(\.paths) + paths, tries: suspects.map { $0.tries + 1 } ?? 0)
    }

    /// Notes that the first batch in hand is filed; the batch that is read meanwhile stays noted.
    func noteFiled() throws(Fault) {
        let others = inHand.dropFirst().flatMap(\.paths)
        if others.isEmpty { try note.end() } else { try note.begin(others, tries: 0) }
    }

    /// Ends a suspect's turn, however it went; the suspects that have not had their turn stay noted.
    func closeSuspect() throws(Fault) {
        guard suspects != nil else { return }
        suspects?.next()
        if let paths = suspects?.paths, !paths.isEmpty {
            try note.begin(paths, tries: 0)
        } else {
            suspects = nil
            try note.end()
        }
    }

    // MARK: What there is to do

    /// Whether names wait to be looked at.
    var hasNames: Bool { ahead != nil || inbox.count > 0 || suspects?.paths.isEmpty == false }

    /// Whether something can be done right now.
    var hasWork: Bool { hasNames || !inHand.isEmpty || announcing != nil }

    /// How many names wait: in the queue, or begun and not filed.
    var waiting: Int { inbox.count + (ahead?.sights.count ?? 0) + inHand.reduce(0) { $0 + $1.looks.count } }

    /// Whether nothing is begun that is not ended.
    var isBetweenBatches: Bool { inHand.isEmpty && ahead == nil && announcing == nil }

    /// The names of the files that are begun and still in the inbox.
    var heldPaths: Set<[UInt8]> {
        var paths = Set(inHand.flatMap { $0.looks.map(\.path) })
        paths.formUnion(ahead?.sights.map(\.path) ?? [])
        paths.formUnion(announcing?.committed.taken.map(\.path) ?? [])
        return paths
    }

    // MARK: Overlap

    /// Whether the next batch is begun before the one in hand is filed.
    var readsAhead: Bool { inHand.count == 1 && (ahead != nil || mayBegin) }

    /// Whether the files of the batch after those in hand are read and hashed already.
    var looksAhead: Bool { inHand.count == 2 && ahead == nil && mayBegin }

    /// Whether a batch may be begun beside others.
    ///
    /// None is begun in four cases: without workers, since all system calls must then come in the same order each time;
    /// among suspects, since each is tried alone; next to a large batch, since all bytes are kept in memory; and while
    /// an order is carried out between batches.
    private var mayBegin: Bool {
        configuration.workers > 0 && inHand.allSatisfy { $0.batch.bytes <= 2 * Intake.batchBytes }
            && suspects == nil && inbox.count > 0 && !orders.isInHand
    }

    /// What is left of the tenth stage of the batch that was announced meanwhile, where there is one.
    func retireAnnounced(_ batch: inout Batch) throws(Fault) {
        guard let done = announcing else { return }
        let outcome = done.wait()
        announcing = nil
        guard let outcome else { return try retire(try announce(done.committed), &batch) }
        lastAnnouncement = outcome.announcement
        noteGone(outcome.gone, &batch)
        try retire(Announced(taken: outcome.left, announcement: outcome.announcement), &batch)
    }

    /// Settles who copies the write-ahead log into the database file, and when the log begins anew.
    ///
    /// While there is another batch, the thread that announces copies it. SQLite begins the log anew only if all of it
    /// was copied when a transaction begins, and during a backlog there would never be such a moment. So from time to
    /// time the thread that files waits for the other before it begins.
    func prepareWriteAheadLog(_ batch: inout Batch) throws(Fault) {
        bytesInLog += inHand[0].batch.bytes
        try storing { () throws(StoreError) in try store.checkpointsItself(inHand.count == 1) }
        guard bytesInLog > Intake.batchBytes * 4 else { return }
        bytesInLog = 0
        try retireAnnounced(&batch)
    }

    /// Drops the batches in hand; their files are still in the inbox, where the next scan finds them.
    func dropHand() {
        var batch = Batch()
        if let outcome = announcing?.wait() { noteGone(outcome.gone, &batch) }
        announcing = nil
        ahead?.cancel()
        ahead = nil
        for hand in inHand { hand.readings.cancel() }
        inHand = []
        spent.free()
        postponed = []
        try? limitTime([])
        inbox.askForScan()
    }

    /// Ends what is filed already, and drops the batches in hand on purpose, as at a stop; it clears the note, since no
    /// dump is to be suspected.
    ///
    /// - Returns: What was retired.
    @discardableResult
    func letGo() throws(Fault) -> Batch {
        var batch = Batch()
        try retireAnnounced(&batch)
        let isNoted = suspects == nil && !inHand.isEmpty
        dropHand()
        if isNoted { try note.end() }
        return batch
    }
}
