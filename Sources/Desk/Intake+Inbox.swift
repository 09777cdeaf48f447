import Platform
import Store

// What the intake does about the inbox as a whole.
extension Intake {
    /// Lists the inbox, asking of each name whether it stands there for good.
    func scan() throws(Fault) {
        try store.inOneView { () throws(Fault) in try inbox.scan() }
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
    func isStanding(_ path: [UInt8], _ folder: borrowing Directory) -> Bool {
        let name = Arrival(path: path).name
        if ignored.contains(name) { return true }
        guard let status = try? folder.status(of: name) else { return false }
        guard let delivery = try? store.standing(Delivery.FileIdentity(status), at: path) else { return false }
        seen?.insert(delivery)
        return true
    }

    /// Tries again to remove the files that could not be removed.
    ///
    /// - Returns: What is in the way now, where that is not what was in the way before.
    func retryStuck() throws(Fault) -> [String] {
        var batch = Batch()
        try retire(try storing { () throws(StoreError) in try store.stuck() }, &batch)
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
