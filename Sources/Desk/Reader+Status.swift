import Pages
import Platform
import Store

extension Reader {
    /// How the desk stands, for a person or as JSON.
    package func status(asJSON: Bool) throws(Fault) -> String {
        let totals = try storing { () throws(StoreError) in try store.totals() }
        let holder = try doing("ask who serves \(home.folder)") { () throws(Errno) in try LockFile.holder(of: home.lock)
        }
        let waiting = max(0, try countInbox() - totals.staying)
        func size(_ suffix: String) -> Int64? {
            Path(bytes: home.database.bytes + Array(suffix.utf8)).flatMap { try? FileStatus.of($0).size }
        }
        let databaseBytes = size("") ?? 0
        let walBytes = size("-wal") ?? 0
        let readers = WALReaders.processes(ofSharedMemory: Path(bytes: home.database.bytes + Array("-shm".utf8)))
            .filter { $0.id != holder }
        let left = try leftNames(limit: 100, isServed: holder != nil)
        if asJSON {
            return JSON.object([
                .init("running", .bool(holder != nil)), .init("process", holder.map { .integer(Int64($0)) } ?? .null),
                .init("home", .text(home.folder.description)), .init("epoch", .text(store.epoch)),
                .init("waiting", .integer(Int64(waiting))),
                .init("outcomes", .object(totals.outcomes.map { .init($0.name, .integer($0.count)) })),
                .init(
                    "rejections",
                    .object(totals.openRejections.map { .init($0.reason, .integer(Int64($0.count))) })
                ),
                .init("dumps", .integer(totals.tally[.dumps])), .init("articles", .integer(totals.tally[.articles])),
                .init("teasers", .integer(totals.tally[.teasers])), .init("last_seq", .integer(totals.lastSeq)),
                .init("last_change_at", .optional(totals.lastChange)),
                .init("database_bytes", .integer(databaseBytes)), .init("wal_bytes", .integer(walBytes)),
                .init(
                    "oldest_reader",
                    readers.first.map {
                        .object([.init("process", .integer(Int64($0.id))), .init("seconds", .integer($0.ageSeconds))])
                    } ?? .null
                ),
                .init(
                    "left_alone",
                    .array(left.map { .object([.init("path", .text($0.path)), .init("reason", .text($0.reason))]) })
                ),
                .init(
                    "stuck",
                    .array(
                        totals.stuck.map {
                            .object([.init("path", .text(Path.display($0.path))), .init("fault", .text($0.fault))])
                        }
                    )
                ),
            ]).string + "\n"
        }
        var lines: [(String, String)] = [
            ("desk", holder.map { "running, process \($0)" } ?? "not running"),
            ("home", home.folder.description),
            ("waiting", "\(waiting) file\(waiting == 1 ? "" : "s") in \(home.inbox)"),
        ]
        for (name, count) in totals.outcomes { lines.append((name, "\(count)")) }
        for (reason, count) in totals.openRejections { lines.append(("  \(reason)", "\(count)")) }
        let tally = totals.tally
        lines.append(("holds", "\(tally[.articles]) articles, \(tally[.teasers]) teasers, \(tally[.dumps]) dumps"))
        lines.append(
            ("last change", "\(store.epoch):\(totals.lastSeq)" + (totals.lastChange.map { " at \($0)" } ?? ""))
        )
        lines.append(("database", "\(databaseBytes) bytes, write-ahead log \(walBytes) bytes"))
        lines.append(
            (
                "oldest reader",
                readers.first.map { "process \($0.id), started \($0.ageSeconds) s ago" } ?? "none in a transaction"
            )
        )
        lines.append(("query it", "sqlite3 -readonly \(home.database)"))
        for (path, fault) in totals.stuck { lines.append(("stuck", "\(Path.display(path)): \(fault)")) }
        for name in left.prefix(20) { lines.append(("in the inbox", "\(name.path): \(name.reason)")) }
        if left.count > 20 { lines.append(("in the inbox", "and more; --json names up to \(left.count)")) }
        return lines.map { $0.0 + String(repeating: " ", count: max(1, 16 - $0.0.count)) + $0.1 + "\n" }.joined()
    }

    /// Counts the files of the inbox that are not ignored.
    private func countInbox() throws(Fault) -> Int {
        let ignored = IgnoredNames(configuration.ignore)
        var count = 0
        var pending: [[UInt8]] = [[]]
        while let folder = pending.popLast() {
            do throws(Errno) {
                let directory = try Directory.open(folder.isEmpty ? home.inbox : home.inbox.appending(folder))
                try directory.entries { (name, kind) throws(Errno) in
                    if kind == .directory {
                        if name.first != UInt8(ascii: "."), folder.count < 4000 {
                            pending.append(Arrival.join(folder, name))
                        }
                    } else if !ignored.contains(name) {
                        count += 1
                    }
                    return true
                }
            } catch  where error == .noEntry || error == .access {
                // A reader need not have a right to the inbox; one that is gone is said by the desk.
                continue
            } catch {
                throw Fault("list the inbox \(home.inbox)", error)
            }
        }
        return count
    }
}
