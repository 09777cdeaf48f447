import Platform
import Store

/// The ninth and most of the tenth stage of a batch, done on another core while the next batch is filed.
///
/// Its lines are made and written, its pages of the write-ahead log are copied into the database file, and its files are
/// removed. The database is read over a connection of its own, which is closed at the end: an idle desk keeps no memory
/// for it.
struct Announcing {
    let committed: Committed
    private let work: WorkAside<Outcome?>

    /// What was done.
    struct Outcome: Sendable {
        /// The proof that the log is up to date.
        let announcement: ChangeLog.Announcement
        /// The files that are gone from the inbox.
        var gone: [Store.Taken] = []
        /// The others, which the thread that files has to retire.
        var left: [Store.Taken] = []

        /// Removes the files that are as they were filed.
        init(_ announcement: ChangeLog.Announcement, _ taken: [Store.Taken], inbox: Path) {
            self.announcement = announcement
            var folder: Inbox.OpenFolder?
            for file in taken {
                // What is in the way of one is met again by the thread that files, which says so.
                let isGone = (try? Retirement.removeUnchanged(file, below: inbox, &folder)) == .some(nil)
                if isGone { gone.append(file) } else { left.append(file) }
            }
        }
    }

    /// The database by its path and the inode that the desk's own connection has open.
    struct Database: Sendable {
        let path: Path
        let name: String
        let inode: UInt64
    }

    /// Begins the work, to which the log belongs until it has ended.
    init(_ committed: Committed, _ log: ChangeLog, _ database: Database, inbox: Path, epoch: String) {
        self.committed = committed
        let taken = committed.taken
        let last = committed.batch.lastSeq
        work = WorkAside {
            // Where anything is in the way, the thread that files does all of it later, and says what it was. A log that
            // is to be mended is left to it too: that may need a new epoch, which only its connection writes.
            guard log.isAsLeft(), (try? FileStatus.of(database.path).inode) == database.inode,
                let reader = try? Store(path: database.name, access: .beside), reader.epoch == epoch,
                let announcement = try? log.announce(reader, now: Timestamp.now.iso), log.lastSeq >= last
            else { return nil }
            _ = try? reader.checkpoint()
            return Outcome(announcement, taken, inbox: inbox)
        }
    }

    /// Waits for the end.
    ///
    /// - Returns: What was done; nil where all of it has to be done again, by the thread that files, which then meets
    ///   what was in the way.
    func wait() -> Outcome? { work.wait() }
}
