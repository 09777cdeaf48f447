package import Home
import Platform
import Store

extension Reader {
    /// The state of the desk.
    package func status() throws(Fault) -> Status {
        let totals = try storing { () throws(StoreError) in try store.totals() }
        let process = try LockHolder.process(of: home)
        func size(_ suffix: String) -> Int64 {
            Path(bytes: home.database.bytes + Array(suffix.utf8)).flatMap { try? FileStatus.of($0).size } ?? 0
        }
        let reader = WALReaders.processes(ofSharedMemory: Path(bytes: home.database.bytes + Array("-shm".utf8)))
            .first { $0.id != process }
        return Status(
            home: home,
            epoch: store.epoch,
            process: process,
            waiting: max(0, try countInbox() - totals.staying),
            totals: totals,
            databaseBytes: size(""),
            walBytes: size("-wal"),
            oldestReader: reader.map { Status.OldestReader(process: $0.id, seconds: $0.ageSeconds) },
            left: try leftNames(limit: Status.leftLimit, isServed: process != nil)
        )
    }

    /// Counts the files of the inbox that are not ignored.
    private func countInbox() throws(Fault) -> Int {
        let ignored = IgnoredNames(configuration.ignore)
        var count = 0
        var pending: [[UInt8]] = [[]]
        while let folder = pending.popLast() {
            do throws(Errno) {
                let directory = try InboxPath.open(folder, below: home.inbox)
                try directory.entries { (name, kind) throws(Errno) in
                    if kind == .directory {
                        if name.first != UInt8(ascii: ".") { pending.append(InboxPath.join(folder, name)) }
                    } else if !ignored.contains(name) {
                        count += 1
                    }
                    return true
                }
            } catch  where [.noEntry, .access, .nameTooLong, .notDirectory].contains(error) {
                // A reader need not have the right to list the inbox; a missing folder is for the desk to report, and
                // what lies too deep is left alone.
                continue
            } catch {
                throw Fault("list the inbox \(home.inbox)", error)
            }
        }
        return count
    }
}
