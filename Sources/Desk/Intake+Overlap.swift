// When batches overlap, and how that ends before its time.
extension Intake {
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
