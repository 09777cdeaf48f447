import Platform
import Store

/// The ninth stage of a batch, done on another core while the next batch is filed: its lines are made and written, and
/// its pages of the write-ahead log are copied into the database file.
///
/// It reads the database over a connection of its own, which is closed at its end: an idle desk keeps no memory for it.
struct Announcing {
    let committed: Committed
    private let work: WorkAside<ChangeLog.Announcement?>

    /// Begins the work, to which the log belongs until it has ended.
    init(_ committed: Committed, _ log: ChangeLog, database: String) {
        self.committed = committed
        work = WorkAside {
            // A log that is to be mended may need a new epoch in the database, which only the desk's connection writes.
            guard log.isAsLeft(), let reader = try? Store(path: database, access: .beside) else { return nil }
            let announcement = try? log.announce(reader, now: Timestamp.now.iso)
            // Where it cannot be done, the desk's own connection does it later, and says what is in the way.
            _ = try? reader.checkpoint()
            return announcement
        }
    }

    /// Waits for the end.
    ///
    /// - Returns: The proof that the log is up to date; nil where that has to be done again, by the thread that files,
    ///   which then meets what was in the way.
    func wait() -> ChangeLog.Announcement? { work.wait() }
}
