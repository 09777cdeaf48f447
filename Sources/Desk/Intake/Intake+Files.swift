import Home
import Pages
import Platform
import Store

// What the stages of the intake do for each single file.
extension Intake {
    /// Files a batch in the order in which its names came, so that a crash does not change the deliveries' numbers.
    func file(_ hand: BatchInHand, at now: String) throws(StoreError) -> Committed {
        var filed: [Store.Taken] = []
        var batch = hand.batch
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
            if let done = try file(reading, at: now, &batch) { filed.append(done) }
            // Only while the next batch is read is there a worker to free it.
            if inHand.count > 1 { spent.add(reading) }
        }
        return Committed(hand, filed, batch)
    }

    /// Files one reading in the open transaction, and returns the file for its retirement.
    func file(_ read: Reading, at now: String, _ batch: inout Batch) throws(StoreError) -> Store.Taken? {
        let reading = try store.refusal(of: read.content).map(read.refused) ?? read
        let identity = Delivery.FileIdentity(reading.status)
        let path = reading.arrival.path
        let taken = try store.taken(at: path)
        if let taken, isStillThere(taken, identity), !PlantedBug.forgetTaken.isPlanted,
            try broughtTheSame(reading.content, as: taken)
        {
            // The file was only touched: that is not another delivery.
            try store.recognise(identity, at: path)
            guard taken.destiny == .stay else { return Store.Taken(taken, identity) }
            restUnlessSteady(reading, &batch)
            return nil
        }
        let destiny = try destiny(of: reading)
        let delivery = Delivery(
            receivedAt: now,
            name: Path.display(reading.arrival.name),
            path: Path.display(path),
            pathBytes: path,
            identity: identity,
            modifiedAt: Timestamp(nanoseconds: reading.status.modifiedNanoseconds).iso,
            destiny: destiny
        )
        let receipt = try store.file(delivery, reading.content)
        if let taken, try store.wasUnreadable(taken.delivery) {
            try store.resolveRejection(ofDelivery: taken.delivery, at: now)
        }
        batch.add(receipt)
        if case .refused(_, let refusal, _) = reading.content {
            batch.reasons[refusal.reason.rawValue, default: 0] += 1
            batch.rejections.append(
                Rejection(
                    delivery: receipt.delivery,
                    path: delivery.path,
                    sha256: receipt.sha256,
                    reason: refusal.reason.rawValue,
                    detail: refusal.detail
                )
            )
        }
        return Store.Taken(delivery, receipt)
    }

    /// Whether a file still holds what its delivery brought: the same bytes, or the same refusal.
    private func broughtTheSame(_ content: Delivery.Content, as taken: Store.Taken) throws(StoreError) -> Bool {
        switch content {
        case .known(let digest): return try store.digest(ofDelivery: taken.delivery) == digest
        case .refused(let digest, let refusal, _):
            guard try store.digest(ofDelivery: taken.delivery) == digest else { return false }
            return try store.reason(ofDelivery: taken.delivery)?.hasPrefix(refusal.reason.rawValue + ":") == true
        case .page: return false
        }
    }

    /// Whether the file at this path can still be the one that was taken there, although its status has changed.
    ///
    /// The inode change time also moves when the file gets other rights, or when another hard link to it is removed.
    private func isStillThere(_ taken: Store.Taken, _ now: Delivery.FileIdentity) -> Bool {
        // A tool that mirrors a folder can replace a file by an equal one, so for files that stay only the bytes count.
        if taken.destiny == .stay { return true }
        let was = taken.identity
        let isSameFile =
            was.device == now.device && was.inode == now.inode && was.size == now.size && was.modified == now.modified
        // If the desk has removed the file, this is a new one: it can have the old inode number and the old times.
        return (isSameFile || isUnsteady(taken)) && !retirement.hasRemoved(taken)
    }

    private func destiny(of reading: Reading) throws(StoreError) -> Delivery.Destiny {
        guard configuration.after == .consume else { return .stay }
        guard case .refused(_, let refusal, _) = reading.content else { return .remove }
        // Its rights can be mended where it is, by whoever dropped it, who need not reach the folder of rejected files.
        if refusal.reason == .unreadable, seesRights { return .stay }
        let name = try retirement.freeName(reading.arrival.name, delivery: try store.nextDelivery(), store)
        return .setAside(as: name, shown: Path.display(name))
    }

    /// Notes that the thread that announces has removed files.
    func noteGone(_ files: [Store.Taken], _ batch: inout Batch) {
        for file in files {
            retirement.noteGone(file)
            unsteady.forget(Arrival(path: file.path))
        }
        batch.retired += files.count
    }

    /// Takes files out of the inbox that the database holds and whose records are in the log.
    ///
    /// - Parameters:
    ///   - taken: The files.
    ///   - announcement: The proof that the log is up to date with the last commit.
    ///   - batch: Gets the complaints.
    /// - Throws: `Fault` where the database cannot be asked; what is in the way of one file becomes a complaint.
    func retire(_ taken: [Store.Taken], after announcement: ChangeLog.Announcement, _ batch: inout Batch) throws(Fault)
    {
        var folder: Inbox.OpenFolder?
        for file in taken {
            var reason: String?
            if case .setAside = file.destiny {
                reason = try storing { () throws(StoreError) in try store.rejection(ofDelivery: file.delivery) }
            }
            let arrival = Arrival(path: file.path)
            let answer = retirement.retire(
                file,
                reason: reason,
                &folder,
                isUnsteady: isUnsteady(file),
                filed: { (try? store.digest(ofDelivery: file.delivery)).flatMap { $0 } }
            )
            switch answer {
            case .gone:
                if let path = retirement.exampleOfUnsteadiness { sayUnsteadiness(of: path, &batch) }
                unsteady.forget(arrival)
                batch.retired += 1
            case .stays: break
            case .changed:
                // Once it is looked at again at once: somebody has written it. From then on it waits for the next scan.
                let times = unsteady.note(arrival, at: Clock.monotonic)
                if times < Unsteady.patience { inbox.add(arrival) }
                if times == Unsteady.patience { try rest(file, &batch) }
            case .failed(let fault): try noteFault(fault.message, of: file, &batch)
            }
        }
    }
}

// The bug that a test build has when its environment names `PlantedBug.unlinkBeforeCommit`.
extension Intake {
    func plantedUnlink(_ looks: [Look]) {
        for case .file(let arrival, _) in looks {
            try? inbox.open(arrival.folder).unlink(arrival.name)
        }
    }
}
