import Home
import Pages
import Platform
import Store

// The way of a refused file that is sent through again: the stages of any file, but from the folder of rejected files
// and not from the inbox (design, section 4).
extension Intake {
    /// Sends some refused files through again, as many of the first as make one batch.
    ///
    /// - Parameters:
    ///   - kept: The files, at least one.
    ///   - cause: Who wants it.
    /// - Returns: What became of each, committed and not yet announced.
    /// - Throws: `Fault` of a sick machine; then nothing is committed.
    func retry(_ kept: [Store.Kept], _ cause: Store.RetryCause) throws(Fault) -> [Retried] {
        let safe = kept.prefix { !isSuspect($0) }
        let others = suspects
        // A file that may end the process is read by itself: then its name is the only one in the note.
        suspects = safe.isEmpty ? alone(kept[0]) : nil
        defer { suspects = others }
        let looks = try look(at: safe.isEmpty ? kept.prefix(1) : safe)
        let retried = try file(looks, cause)
        try closeSuspect()
        if let others { try note.begin(others.paths, tries: others.tries) }
        if safe.isEmpty { orders.suspects?.paths.removeAll { $0 == Intake.path(ofKept: kept[0]) } }
        return retried
    }

    // MARK: 2 and 3 Settle and read

    /// A refused file and what a look at it found: something to file, or why it is left alone.
    private struct KeptLook {
        let kept: Store.Kept
        let look: Look?
        let file: HashedFile?
        let whyLeft: String
    }

    private func look(at kept: ArraySlice<Store.Kept>) throws(Fault) -> [KeptLook] {
        let folder = try doing("open the folder of rejected files \(retirement.rejected)") { () throws(Errno) in
            try Directory.open(retirement.rejected)
        }
        var looks: [KeptLook] = []
        var bytes = 0
        for one in kept {
            if bytes >= Intake.batchBytes { break }
            let look = look(at: one, in: folder)
            bytes += look.file?.file.bytes.count ?? 0
            looks.append(look)
        }
        return looks
    }

    private func look(at kept: Store.Kept, in folder: borrowing Directory) -> KeptLook {
        func left(_ why: String) -> KeptLook { KeptLook(kept: kept, look: nil, file: nil, whyLeft: why) }
        func found(_ look: Look, _ file: SettledFile? = nil) -> KeptLook {
            KeptLook(kept: kept, look: look, file: file.map(HashedFile.init), whyLeft: "")
        }
        guard let path = Intake.path(ofKept: kept) else { return left("its name cannot be read back") }
        let arrival = Arrival(path: path)
        do throws(Errno) {
            switch try keptSettling.settle(arrival, in: folder, stoodSince: { _ in keptSettling.monotonicClock }) {
            case .file(let file):
                if let suspects, suspects.firstIsGuilty {
                    return found(.refused(arrival, file.status, suspects.refusal, attempts: 1))
                }
                return found(.file(arrival, bytes: file.bytes.count), file)
            case .refused(let refusal, let status): return found(.refused(arrival, status, refusal, attempts: 1))
            case .unfinished: return left("somebody is writing it")
            case .folder: return left("it is a folder now")
            case .gone: return left("it is not in \(retirement.rejected)")
            }
        } catch {
            return left("it cannot be read: \(error)")
        }
    }

    /// How files among the rejected are looked at: they were whole when they came, so only a writer has to be waited
    /// for.
    var keptSettling: Settling {
        Settling(
            maxDumpBytes: configuration.maxDumpBytes,
            quietNanoseconds: 0,
            wallClock: Clock.wall,
            monotonicClock: Clock.monotonic,
            isRemote: inbox.isPolled
        )
    }

    // MARK: 4 to 8 Hash, recognise, read, commit

    private func file(_ looks: [KeptLook], _ cause: Store.RetryCause) throws(Fault) -> [Retried] {
        let settled = Settled(looks: looks.compactMap(\.look), files: looks.compactMap(\.file), batch: Batch())
        defer { try? limitTime([]) }
        let hand = read(try recognise(settled))
        let now = Timestamp.now.iso
        let retried = try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in
                var next = 0
                var retried: [Retried] = []
                for one in looks {
                    let reading: Reading
                    switch one.look {
                    case .file:
                        reading = hand.readings.take(next)
                        next += 1
                    case .refused(let arrival, let status, let refusal, _):
                        reading = Reading(arrival, status, refusal, attempts: 1)
                    case .leftover, nil:
                        retried.append(Retried(kept: one.kept, outcome: .left(one.whyLeft)))
                        continue
                    }
                    retried.append(try file(reading, of: one.kept, cause, at: now))
                }
                return retried
            }
        }
        try noteFiled()
        for one in retried { if case .taken(let receipt) = one.outcome { orders.batch.add(receipt) } }
        return retried
    }

    private func file(_ read: Reading, of kept: Store.Kept, _ cause: Store.RetryCause, at now: String)
        throws(StoreError) -> Retried
    {
        let reading = try store.refusal(of: read.content).map(read.refused) ?? read
        let identity = Delivery.FileIdentity(reading.status)
        // A copy among the rejected may be younger than the file that was dropped.
        let isSame = kept.sha256.map { $0 == reading.content.digest?.hex } ?? (kept.bytes == identity.size)
        let modifiedAt = Timestamp(nanoseconds: reading.status.modifiedNanoseconds).iso
        let delivery = Delivery(
            receivedAt: now,
            name: kept.name,
            path: kept.path,
            pathBytes: [],
            identity: identity,
            modifiedAt: isSame ? kept.modifiedAt ?? modifiedAt : modifiedAt,
            destiny: .remove
        )
        let receipt = try store.retry(kept, as: delivery, reading.content, cause)
        guard case .refused(_, let refusal, _) = reading.content else {
            return Retried(kept: kept, outcome: .taken(receipt))
        }
        return Retried(kept: kept, outcome: .refused(reason: refusal.reason.rawValue, detail: refusal.detail))
    }

    // MARK: Files that end the process

    /// What the note of the batch in work calls a refused file: a path that no file in the inbox can have.
    static func path(ofKept kept: Store.Kept) -> [UInt8]? {
        Path.bytes(displayedAs: kept.keptAs).map { [UInt8(ascii: "/")] + $0 }
    }

    /// Whether reading a refused file may end the process, as it may have done before.
    private func isSuspect(_ kept: Store.Kept) -> Bool {
        guard let path = Intake.path(ofKept: kept) else { return false }
        return kept.isRisky || orders.suspects?.paths.contains(path) == true
    }

    private func alone(_ kept: Store.Kept) -> BatchNote.Suspects? {
        guard let path = Intake.path(ofKept: kept) else { return nil }
        guard var known = orders.suspects, known.paths.first == path else {
            return BatchNote.Suspects(paths: [path], tries: 0)
        }
        known.paths = [path]
        return known
    }
}

extension BatchNote.Suspects {
    /// Whether they are refused files that went through again, and not files of the inbox.
    var isKept: Bool { paths.first?.first == UInt8(ascii: "/") }
}

extension Intake {
    /// Brings the log up to what an order has committed.
    func announceOrdered() throws(Fault) {
        lastAnnouncement = try changeLog.announce(store, now: Timestamp.now.iso)
        orders.batch.records += lastAnnouncement.records
        orders.batch.complaints += changeLog.complaints()
    }
}
