import Pages
import Platform
import Store

// What the stages of the intake do for each single file.
extension Intake {
    /// What looking at a name led to, where it led to work.
    enum Look {
        case file(SettledFile)
        case refused(Arrival, FileStatus, Refusal, attempts: Int)
        /// Held by the database already; only its removal is missing.
        case leftover(Store.Taken)
    }

    func look(at arrival: Arrival, _ settling: Settling) throws(Fault) -> Look? {
        do throws(Errno) {
            let folder = try inbox.open(arrival.folder)
            if let status = try? folder.status(of: arrival.name),
                let taken = try? store.taken(at: arrival.path), taken.identity == Delivery.FileIdentity(status)
            {
                unfinished.remove(arrival)
                return taken.destiny == .stay ? nil : .leftover(taken)
            }
            let answer = try settling.settle(arrival, in: folder) { unfinished.stoodSince(arrival, $0) }
            if case .unfinished(let status) = answer {
                unfinished.note(arrival, status.identity, at: settling.monotonicClock)
                return nil
            }
            unfinished.remove(arrival)
            switch answer {
            case .file(let file): return crashed(file) ?? .file(file)
            case .refused(let refusal, let status): return .refused(arrival, status, refusal, attempts: 1)
            case .folder:
                inbox.scanFolder(arrival.path)
                return nil
            case .gone, .unfinished: return nil
            }
        } catch .noEntry {
            unfinished.remove(arrival)
            return nil
        } catch {
            // This file's trouble (EIO, ELOOP in a folder, too many open files) must not hold up the others.
            unfinished.note(
                arrival,
                fault: "cannot read \(Path.display(arrival.path)): \(error)",
                at: settling.monotonicClock
            )
            return nil
        }
    }

    private func crashed(_ file: SettledFile) -> Look? {
        guard let suspects, suspects.paths.first == file.arrival.path, suspects.firstIsGuilty else { return nil }
        let refusal = Refusal(
            .crashed,
            "reading it stopped the desk \(suspects.tries + 1) times; please report it with the file"
        )
        return .refused(file.arrival, file.status, refusal, attempts: suspects.tries + 1)
    }

    /// The names to note: those in work, and the suspects that have not had their turn.
    func inWork(_ files: [SettledFile]) -> [[UInt8]] {
        suspects?.paths ?? files.map(\.arrival.path)
    }

    func file(_ reading: Reading, at now: String, _ batch: inout Batch) throws(StoreError) -> Store.Taken? {
        let identity = Delivery.FileIdentity(reading.status)
        let path = reading.arrival.path
        if case .known(let digest) = reading.content, let taken = try store.taken(at: path), taken.destiny == .stay,
            try store.digest(ofDelivery: taken.delivery) == digest
        {
            // Touched, or copied over itself by a mirror: not another delivery.
            try store.recognise(identity, at: path)
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
        batch.add(receipt)
        if case .refused(_, let refusal, _) = reading.content {
            batch.reasons[refusal.reason.rawValue, default: 0] += 1
            batch.complaints.append("rejected \(delivery.path): \(refusal.reason.rawValue): \(refusal.detail)")
        }
        return Store.Taken(delivery, receipt)
    }

    private func destiny(of reading: Reading) throws(StoreError) -> Delivery.Destiny {
        guard configuration.after == .consume else { return .stay }
        guard case .refused = reading.content else { return .remove }
        let name = retirement.freeName(reading.arrival.name, delivery: try store.nextDelivery())
        return .setAside(as: name, shown: Path.display(name))
    }
}
