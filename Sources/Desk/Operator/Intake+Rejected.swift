import Home
import Pages
import Platform
import Store

// The folder of rejected files follows the database: what was taken after all leaves it, and beside what was refused
// again stands the new reason.
extension Intake {
    /// Makes the folder show what became of the files that were sent through again.
    ///
    /// Each is looked at anew, so it makes no difference whether this follows its commit or a crash. Nothing is removed
    /// but bytes that the database holds.
    ///
    /// - Throws: `Fault` where the database cannot be written to. What is in the way of one file is a complaint, and is
    ///   tried again once a minute.
    func settleRejected() throws(Fault) {
        let unsettled = try storing { () throws(StoreError) in try store.unsettledRejections() }
        guard !unsettled.isEmpty else { return }
        var settled: [Int64] = []
        do throws(Errno) {
            let folder = try Directory.open(retirement.rejected)
            for kept in unsettled {
                if let complaint = settle(kept, in: folder) {
                    if orders.faults.insert(complaint).inserted { orders.batch.complaints.append(complaint) }
                } else {
                    settled.append(kept.delivery)
                }
            }
            try folder.sync()
        } catch {
            let complaint = "cannot bring \(retirement.rejected) up to date: \(error)"
            if orders.faults.insert(complaint).inserted { orders.batch.complaints.append(complaint) }
            return
        }
        guard !settled.isEmpty else { return }
        try storing { () throws(StoreError) in
            try store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in
                try store.settleRejections(ofDeliveries: settled)
            }
        }
    }

    /// Settles one file.
    ///
    /// - Returns: What is in the way; nil where the folder shows what became of it.
    private func settle(_ kept: Store.Kept, in folder: borrowing Directory) -> String? {
        guard let path = Intake.path(ofKept: kept) else { return nil }
        let arrival = Arrival(path: path)
        let note = arrival.name + SetAside.noteEnding
        let trying =
            kept.isResolved
            ? "cannot take \(kept.keptAs) out of \(retirement.rejected), though it was taken after all: "
            : "cannot write the new reason beside \(kept.keptAs) in \(retirement.rejected): "
        do throws(Errno) {
            guard kept.isResolved else {
                guard (try? folder.status(of: arrival.name)) != nil else { return nil }
                guard let reason = try? store.rejection(ofDelivery: kept.delivery) else { return nil }
                try SetAside.write(Array((reason + "\n").utf8), to: folder, as: note)
                return nil
            }
            // A file that was refused later may have got the name, once it was free.
            guard (try? store.keepsRejection(as: kept.keptAs)) == false else { return nil }
            switch try keptSettling.settle(arrival, in: folder, stoodSince: { _ in keptSettling.monotonicClock }) {
            case .gone: break
            case .file(let file):
                guard (try? store.holds(SHA256.digest(of: file.bytes.span))) == true else {
                    return "\(trying)it was changed since; it stays"
                }
                guard try folder.status(of: arrival.name).identity == file.status.identity else {
                    return "\(trying)another file has its name now"
                }
                try folder.unlink(arrival.name)
            case .refused, .unfinished, .folder: return "\(trying)another file has its name now"
            }
            do throws(Errno) { try folder.unlink(note) } catch .noEntry {}
            return nil
        } catch {
            return "\(trying)\(error)"
        }
    }
}
