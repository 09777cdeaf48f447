import Pages
import Platform
import Store

extension Check {
    /// Mends what can be made anew from what is whole: indexes from the rows, the change log from the database.
    ///
    /// Kept originals, rows and pages of the database are the truth itself: where they are damaged, only a backup helps.
    ///
    /// - Returns: What was done, and what is still wrong after it.
    /// - Throws: `Fault` of kind `held` while a desk serves this home.
    package func repair() throws(Fault) -> (done: [String], report: Report) {
        let lock = try doing("lock the home \(home.folder)") { () throws(Errno) in try LockFile.acquire(home.lock) }
        guard let lock else {
            throw Fault(.held, "cannot repair \(home.folder): a desk serves this home; stop it first")
        }
        // The files that this makes get the rights of the desk's own.
        ProcessFacts.setCreationMask(0o027)
        var done: [String] = []
        let before = try run(isAlone: true)
        let now = Timestamp.now.iso
        let writer = try storing { () throws(StoreError) in
            try Store(path: home.databaseName, access: .desk(newEpoch: store.epoch, now: now))
        }
        if before.faults.contains(where: { $0.hasPrefix("full-text index") }) {
            try storing { () throws(StoreError) in try writer.rebuildIndex() }
            done.append("full-text index: made anew from the articles")
        }
        if before.faults.contains(where: { $0.hasPrefix("database:") }) {
            do throws(StoreError) {
                try writer.rebuildKeys()
                done.append("database: its indexes made anew from the rows")
            } catch {
                done.append("database: its indexes could not be made anew: \(error)")
            }
        }
        if before.faults.contains(where: { $0.hasPrefix("tally:") }) {
            try storing { () throws(StoreError) in try writer.recount() }
            done.append("tally: counted anew")
        }
        if before.faults.contains(where: { $0.hasPrefix("change log") }) { done += try remakeLog(writer, now) }
        let report = try run(isAlone: true)
        _ = consume lock
        return (done, report)
    }

    /// Sets the log aside with its closed segments, for whoever wants to see what readers saw, and writes it anew.
    private func remakeLog(_ writer: Store, _ now: String) throws(Fault) -> [String] {
        var done: [String] = []
        var damaged = try LogSegments(folder: home.segments).list(epoch: store.epoch).map {
            home.segments.appending($0.name)
        }
        if (try? FileStatus.of(home.changeLog)) != nil { damaged.append(home.changeLog) }
        for file in damaged {
            let kept = home.segments.appending(Array("damaged-\(now)-".utf8) + file.lastComponent)
            try doing("set the change log \(file) aside as \(kept)") { () throws(Errno) in
                _ = try Directory.make(home.segments, intermediates: true)
                try FileSystem.rename(file, to: kept, replacing: false)
                try Directory.open(home.segments).sync()
            }
            done.append("change log: \(Path.display(file.lastComponent)) set aside as \(kept)")
        }
        let log = ChangeLog(home.changeLog, rotation)
        let count = try log.announce(writer, now: now)
        try log.sync()
        done.append("change log: made anew with \(count) records; readers skip those they have")
        return done
    }
}
