import Home
import Platform

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

    // MARK: Overlap

    /// Whether the next batch is begun before the one in hand is filed.
    ///
    /// It is not begun in four cases: without workers, since all system calls must then come in the same order each
    /// time; among suspects, since each is tried alone; next to a large batch, since all bytes are kept in memory; and
    /// while an order is carried out between batches.
    var readsAhead: Bool {
        configuration.workers > 0 && inHand.count == 1 && inHand[0].batch.bytes <= 2 * Intake.batchBytes
            && suspects == nil && inbox.count > 0 && !orders.isInHand
    }

    /// Drops the batches in hand; their files are still in the inbox, where the next scan finds them.
    func dropHand() {
        for hand in inHand { hand.readings.cancel() }
        inHand = []
        postponed = []
        try? limitTime([])
        inbox.askForScan()
    }

    /// Drops the batches in hand on purpose, as at a stop, and clears the note: no dump is to be suspected.
    func letGo() throws(Fault) {
        let isNoted = suspects == nil && !inHand.isEmpty
        dropHand()
        if isNoted { try note.end() }
    }
}
