import Home
import Pages
import Platform
import Store

// The looks at the names in the inbox. The thread that files asks the database and sorts out what was found; the files
// themselves are opened, read and hashed by the workers, which need neither.
extension Intake {
    /// Finds out which of the names stand for files that are to be opened, and begins to settle, read and hash them.
    ///
    /// Names past the size of a batch are put back.
    func settle(_ arrived: Arrived) throws(Fault) -> BatchAhead {
        let settling = Settling(
            maxDumpBytes: configuration.maxDumpBytes,
            quietNanoseconds: Int64(configuration.quietSeconds * 1e9),
            wallClock: Clock.wall,
            monotonicClock: Clock.monotonic,
            isRemote: inbox.isPolled
        )
        return try store.inOneView { () throws(Fault) in
            var ahead = BatchAhead(at: settling.monotonicClock)
            var folder: Inbox.OpenFolder?
            for (index, arrival) in arrived.arrivals.enumerated() where !ignored.contains(arrival.name) {
                if ahead.bytes >= Intake.batchBytes {
                    inbox.putBack(arrived.arrivals[index...])
                    break
                }
                try glance(at: arrival, &folder, &ahead)
            }
            ahead.begin(settling, below: inbox.path, workers: configuration.workers)
            return ahead
        }
    }

    /// Looks at one name from outside, and notes whether its file is to be opened.
    private func glance(at arrival: Arrival, _ last: inout Inbox.OpenFolder?, _ ahead: inout BatchAhead) throws(Fault) {
        var taken = try storing { () throws(StoreError) in try store.taken(at: arrival.path) }
        if PlantedBug.forgetTaken.isPlanted { taken = nil }
        if unsteady.rests(arrival, at: ahead.begun) {
            // A file that stays is found by the next scan.
            unfinished.remove(arrival)
            if taken?.destiny != .stay { unfinished.note(arrival, fault: "", at: ahead.begun) }
            return
        }
        do throws(Errno) {
            let folder = try inbox.open(arrival.folder, unless: &last)
            let status = try folder.directory.status(of: arrival.name)
            // The database holds this very file already. If it is to leave the inbox, only its removal is missing.
            if let taken, taken.identity == Delivery.FileIdentity(status),
                !canBeRead(taken, arrival, folder.directory)
            {
                unfinished.remove(arrival)
                if taken.destiny != .stay { ahead.add(leftover: taken) }
                return
            }
            let sighting = unfinished.sighting(of: arrival)
            ahead.add(BatchAhead.File(arrival: arrival, size: status.size, sighting: sighting))
        } catch .noEntry {
            unfinished.remove(arrival)
        } catch {
            complain(of: arrival, error, &ahead.batch, at: ahead.begun)
        }
    }

    /// What has to be done with each name, now that the files are read; names with nothing to do are left out.
    func settled(_ ahead: BatchAhead) throws(Fault) -> Settled {
        var batch = ahead.batch
        var looks: [Look] = []
        var files: [HashedFile] = []
        for sight in ahead.sights {
            switch sight {
            case .leftover(let taken): looks.append(.leftover(taken))
            case .file(let arrival, let index):
                let found = ahead.take(index)
                guard let look = look(at: arrival, found, &batch, at: ahead.begun) else { continue }
                looks.append(look)
                if case .file(_, let count) = look, case .file(let file) = found {
                    batch.bytes += count
                    files.append(file)
                }
            }
        }
        try listFolders()
        return Settled(looks: looks, files: files, batch: batch)
    }

    /// Says what has to be done about what a worker found; nil where there is nothing to do now.
    private func look(at arrival: Arrival, _ found: BatchAhead.Found, _ batch: inout Batch, at now: Int64) -> Look? {
        switch found {
        case .file(let file):
            unfinished.remove(arrival)
            return crashed(file.file) ?? .file(arrival, bytes: file.file.bytes.count)
        case .answer(.refused(let refusal, let status)):
            if refusal.reason == .unreadable, seesRights, inbox.attend(to: arrival.folder) {
                // Its rights can have changed before they were watched, so it is refused at the next look.
                unfinished.note(arrival, status.identity, at: now)
                return nil
            }
            unfinished.remove(arrival)
            return .refused(arrival, status, refusal, attempts: 1)
        case .answer(.unfinished(let status)): unfinished.note(arrival, status.identity, at: now)
        case .answer(.folder):
            unfinished.remove(arrival)
            inbox.noteFolder(arrival.path)
        case .answer(.gone), .answer(.file), .fault(.noEntry): unfinished.remove(arrival)
        case .fault(let error): complain(of: arrival, error, &batch, at: now)
        }
        return nil
    }

    /// Reports once what is in the way of one file; what is wrong with it (EIO, EMFILE, ENOTDIR where a folder became a
    /// link) must not stop the others.
    private func complain(of arrival: Arrival, _ error: Errno, _ batch: inout Batch, at now: Int64) {
        let fault = "cannot read \(Path.display(arrival.path)): \(error); it stays in the inbox and is tried again"
        if unfinished.note(arrival, fault: fault, at: now) { batch.complaints.append(fault) }
    }

    /// Whether a file that was refused as unreadable, and has not changed since, can be read all the same.
    ///
    /// The desk may have got into another group, or the folder may have got another access list.
    private func canBeRead(_ taken: Store.Taken, _ arrival: Arrival, _ folder: borrowing Directory) -> Bool {
        guard taken.destiny == .stay, (try? store.wasUnreadable(taken.delivery)) == true else { return false }
        inbox.attend(to: arrival.folder)
        return (try? folder.openFile(arrival.name, [.readOnly, .nonBlocking, .noControllingTerminal])) != nil
    }

    /// The refusal of the file that crashed the desk too often; nil for any other file.
    private func crashed(_ file: SettledFile) -> Look? {
        guard let suspects, suspects.paths.first == file.arrival.path, suspects.firstIsGuilty else { return nil }
        let refusal = suspects.refusal
        return .refused(file.arrival, file.status, refusal, attempts: suspects.tries + 1)
    }
}
