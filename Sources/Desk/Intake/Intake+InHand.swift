import Home
import Platform

// What is in hand between hashing and filing: noted before it is read, so that one knows who is to blame if the process
// ends there; one batch read while another is filed; and dropped before its time.
extension Intake {
    /// Notes the names in work before anything of theirs is read: these, those in hand, and the suspects that have not
    /// had their turn.
    func noteWork(with looks: [Look]) throws(Fault) {
        let paths = looks.compactMap { $0.isDelivery ? $0.path : nil }
        guard !paths.isEmpty else { return }
        try note.begin(suspects?.paths ?? inHand.flatMap(\.paths) + paths, tries: suspects.map { $0.tries + 1 } ?? 0)
    }

    /// Notes that the first batch in hand is filed; what is read meanwhile stays noted.
    func noteFiled() throws(Fault) {
        let others = inHand.dropFirst().flatMap(\.paths)
        if others.isEmpty { try note.end() } else { try note.begin(others, tries: 0) }
    }

    /// Ends a suspect's turn, however it went: what has not had its turn yet stays noted.
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

    /// Whether the batch after the one in hand is begun before that is filed.
    ///
    /// Not without workers, when everything is to come in order; not among suspects, who are tried alone; and not beside
    /// a batch that is large already, whose bytes are all in memory.
    var readsAhead: Bool {
        configuration.workers > 0 && inHand.count == 1 && inHand[0].batch.bytes <= 2 * Intake.batchBytes
            && suspects == nil && inbox.count > 0
    }

    /// Drops what is in hand and not filed yet; it stands in the inbox, where the next scan finds it.
    func dropHand() {
        for hand in inHand { hand.readings.cancel() }
        inHand = []
        postponed = []
        try? limitTime([])
        inbox.askForScan()
    }

    /// Drops what is in hand because somebody said so, as at a stop: nobody is to blame.
    func letGo() throws(Fault) {
        let isNoted = suspects == nil && !inHand.isEmpty
        dropHand()
        if isNoted { try note.end() }
    }
}
