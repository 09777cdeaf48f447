import Home
import Platform
import Store

// What the intake does about the inbox as a whole.
extension Intake {
    /// Lists the inbox and everything below it, and queues the names that are not known to stand there for good.
    func scan() throws(Fault) {
        try store.inOneView { () throws(Fault) in
            let before = try inbox.beginScan()
            try listFolders()
            inbox.endScan(from: before)
        }
    }

    /// Reads the events that are there, and lists the folders that came with them.
    func readEvents() throws(Fault) {
        try inbox.readEvents()
        try listFolders()
    }

    /// Lists the folders that are noted, a bounded number of names at a time, and queues those that are new.
    ///
    /// An inbox whose files stay may hold hundreds of thousands of them: the names known to stand there for good are
    /// left out here, so that they never fill the queue.
    func listFolders() throws(Fault) {
        while let listed = try inbox.nextNames() {
            for arrival in listed.arrivals where !isStanding(arrival, listed.folder.directory) { inbox.add(arrival) }
        }
    }

    /// Lists the inbox for the first time, and forgets files that went while no desk was there.
    ///
    /// In this order: what the listing has just seen need not be looked for again, and with an inbox that keeps its
    /// files that is nearly everything.
    func scanFirst() throws(Fault) {
        seen = SeenDeliveries()
        defer { seen = nil }
        try scan()
        try retirement.findGone(store, besides: seen ?? SeenDeliveries())
        try retirement.settleAccounts(store, now: Timestamp.now.iso)
    }

    /// Whether a name of the listing stands there for good, or is none of ours.
    private func isStanding(_ arrival: Arrival, _ folder: borrowing Directory) -> Bool {
        let name = arrival.name
        if ignored.contains(name) { return true }
        guard let status = try? folder.status(of: name) else { return false }
        guard let delivery = try? store.standing(Delivery.FileIdentity(status), at: arrival.path) else { return false }
        seen?.insert(delivery)
        return true
    }

    /// Tries again to remove the files that could not be removed.
    ///
    /// - Returns: What is in the way now, where that is not what was in the way before.
    func retryStuck() throws(Fault) -> [String] {
        var batch = Batch()
        // Taken earlier, and announced since: an intake begins with an announcement.
        try retire(try storing { () throws(StoreError) in try store.stuck() }, after: announced, &batch)
        return batch.complaints
    }

    /// Says once why a file could not be taken out of the inbox; the database keeps it for `status`.
    func noteFault(_ fault: String, of file: Store.Taken, _ batch: inout Batch) throws(Fault) {
        guard file.fault != fault else { return }
        batch.complaints.append(fault)
        try storing { () throws(StoreError) in
            try store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in
                try store.noteFault(fault, at: file.path, delivery: file.delivery)
            }
        }
    }
}
