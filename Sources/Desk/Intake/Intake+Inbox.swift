import Home
import Platform
import Store

// What the intake does with the inbox as a whole.
extension Intake {
    /// Lists the inbox and all folders below it, and queues the names that have to be looked at.
    func scan() throws(Fault) {
        try store.inOneView { () throws(Fault) in
            let before = try inbox.beginScan()
            try listFolders()
            inbox.endScan(from: before)
        }
    }

    /// Reads the waiting events, and lists the folders that they tell of.
    func readEvents() throws(Fault) {
        try inbox.readEvents()
        try listFolders()
    }

    /// Lists the noted folders, a bounded number of names at a time, and queues the names that have to be looked at.
    ///
    /// An inbox that keeps its files can hold hundreds of thousands of them. Files that are known to remain there are
    /// left out here, so that they never fill the queue.
    func listFolders() throws(Fault) {
        while let listed = try inbox.nextNames() {
            for arrival in listed.arrivals where !isStanding(arrival, listed.folder.directory) { inbox.add(arrival) }
        }
    }

    /// Lists the inbox for the first time, and forgets the files that left it while no desk was running.
    ///
    /// The listing comes first. The files that it has seen need not be looked for one by one, and in an inbox that
    /// keeps its files that is nearly all of them.
    func scanFirst() throws(Fault) {
        seen = SeenDeliveries()
        defer { seen = nil }
        try scan()
        try retirement.findGone(store, besides: seen ?? SeenDeliveries())
        try retirement.settleAccounts(store, now: Timestamp.now.iso)
    }

    /// Whether a listed name needs no look: it is never taken, or its file was taken and is known to remain there.
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
    /// - Returns: What is in the way of each, where that is not the same as before.
    func retryStuck() throws(Fault) -> [String] {
        var batch = Batch()
        // These files were committed earlier, and an intake begins with an announcement: the log has their records.
        try retire(try storing { () throws(StoreError) in try store.stuck() }, after: lastAnnouncement, &batch)
        return batch.complaints
    }

    /// Reports once why a file could not be taken out of the inbox; the database keeps the reason for `status`.
    func noteFault(_ fault: String, of file: Store.Taken, _ batch: inout Batch) throws(Fault) {
        guard file.fault != fault else { return }
        batch.complaints.append(fault)
        try keepFault(fault, of: file)
    }

    /// Keeps in the database, for `status`, why a file could not be taken out of the inbox.
    func keepFault(_ fault: String, of file: Store.Taken) throws(Fault) {
        try storing { () throws(StoreError) in
            try store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in
                try store.noteFault(fault, at: file.path, delivery: file.delivery)
            }
        }
    }
}
