import Home
import Pages
import Platform
import Store

// What the stages of the intake do for each single file.
extension Intake {
    func look(
        at arrival: Arrival,
        _ settling: Settling,
        _ last: inout Inbox.OpenFolder?,
        _ batch: inout Batch
    ) throws(Fault) -> Look? {
        var taken = try storing { () throws(StoreError) in try store.taken(at: arrival.path) }
        if PlantedBug.forgetTaken.isPlanted { taken = nil }
        do throws(Errno) {
            let folder = try inbox.open(arrival.folder, unless: &last)
            if let taken, let status = try? folder.directory.status(of: arrival.name),
                taken.identity == Delivery.FileIdentity(status)
            {
                unfinished.remove(arrival)
                return taken.destiny == .stay ? nil : .leftover(taken)
            }
            let answer = try settling.settle(arrival, in: folder.directory) { unfinished.stoodSince(arrival, $0) }
            if case .unfinished(let status) = answer {
                unfinished.note(arrival, status.identity, at: settling.monotonicClock)
                return nil
            }
            unfinished.remove(arrival)
            switch answer {
            case .file(let file): return crashed(file) ?? .file(file)
            case .refused(let refusal, let status): return .refused(arrival, status, refusal, attempts: 1)
            case .folder:
                inbox.noteFolder(arrival.path)
                return nil
            case .gone, .unfinished: return nil
            }
        } catch .noEntry {
            unfinished.remove(arrival)
            return nil
        } catch {
            // This file's trouble (EIO, ELOOP in a folder, too many open files) must not hold up the others.
            let fault = "cannot read \(Path.display(arrival.path)): \(error); it stays in the inbox and is tried again"
            if unfinished.note(arrival, fault: fault, at: settling.monotonicClock) { batch.complaints.append(fault) }
            return nil
        }
    }

    private func crashed(_ file: SettledFile) -> Look? {
        guard let suspects, suspects.paths.first == file.arrival.path, suspects.firstIsGuilty else { return nil }
        let refusal = suspects.refusal
        return .refused(file.arrival, file.status, refusal, attempts: suspects.tries + 1)
    }

    func file(_ reading: Reading, at now: String, _ batch: inout Batch) throws(StoreError) -> Store.Taken? {
        let identity = Delivery.FileIdentity(reading.status)
        let path = reading.arrival.path
        if let taken = try store.taken(at: path), isStillThere(taken, identity), !PlantedBug.forgetTaken.isPlanted,
            try broughtTheSame(reading.content, as: taken)
        {
            // Not another delivery.
            try store.recognise(identity, at: path)
            return taken.destiny == .stay ? nil : Store.Taken(taken, identity)
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

    /// Whether what was read now is what a taken file's delivery brought: the bytes held since, or what was refused.
    private func broughtTheSame(_ content: Delivery.Content, as taken: Store.Taken) throws(StoreError) -> Bool {
        switch content {
        case .known(let digest): return try store.digest(ofDelivery: taken.delivery) == digest
        case .refused(let digest, let refusal, _):
            guard try store.digest(ofDelivery: taken.delivery) == digest else { return false }
            return try store.reason(ofDelivery: taken.delivery)?.hasPrefix(refusal.reason.rawValue + ":") == true
        case .page: return false
        }
    }

    /// Whether a file that was taken before is the one that stands there now, although it was touched: mirrored over
    /// itself, given other rights, or its inode changed when another name of it was removed.
    private func isStillThere(_ taken: Store.Taken, _ now: Delivery.FileIdentity) -> Bool {
        if taken.destiny == .stay { return true }
        let was = taken.identity
        let isSameFile =
            was.device == now.device && was.inode == now.inode && was.size == now.size && was.modified == now.modified
        // One that left the inbox came again, be it with its old inode and times.
        return isSameFile && !retirement.hasRemoved(taken)
    }

    private func destiny(of reading: Reading) throws(StoreError) -> Delivery.Destiny {
        guard configuration.after == .consume else { return .stay }
        guard case .refused = reading.content else { return .remove }
        let name = try retirement.freeName(reading.arrival.name, delivery: try store.nextDelivery(), store)
        return .setAside(as: name, shown: Path.display(name))
    }

    /// Takes files out of the inbox that the database holds, and whose records stand in the log.
    ///
    /// - Parameters:
    ///   - taken: The files.
    ///   - announcement: That the log stands at the last commit.
    ///   - batch: Gets what is to be said.
    /// - Throws: `Fault` where the database cannot be asked; what is in the way of one file is said, not thrown.
    func retire(_ taken: [Store.Taken], after announcement: ChangeLog.Announcement, _ batch: inout Batch) throws(Fault)
    {
        var folder: Inbox.OpenFolder?
        for file in taken {
            var reason: String?
            if case .setAside = file.destiny {
                reason = try storing { () throws(StoreError) in try store.rejection(ofDelivery: file.delivery) }
            }
            switch retirement.retire(file, reason: reason, &folder) {
            case .gone: batch.retired += 1
            case .stays: break
            case .changed: inbox.add(Arrival(path: file.path))
            case .failed(let fault): try noteFault(fault.message, of: file, &batch)
            }
        }
    }
}

// A mistake that a desk built for tests makes when its environment names it.
extension Intake {
    func plantedUnlink(_ looks: [Look]) {
        for case .file(let file) in looks {
            try? inbox.open(file.arrival.folder).unlink(file.arrival.name)
        }
    }
}
