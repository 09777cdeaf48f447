package import Platform

/// Where the parts of one desk are on disk.
package struct HomePaths: Sendable {
    package let folder: Path
    package let database: Path
    /// The database's path as SQLite wants it.
    package let databaseName: String
    package let inbox: Path
    package let rejected: Path
    package let changeLog: Path
    /// Closed segments of the change log.
    package let segments: Path
    /// Held by the process that serves this home.
    package let lock: Path
    /// The names of the batch in work (design, section 4, last paragraph).
    package let batchNote: Path
    /// What people ask of the desk, and its answers.
    package let orders: Path

    /// - Throws: `Fault` where no home is named anywhere, or its path is not UTF-8.
    package init(_ configuration: Configuration) throws(Fault) {
        guard let folder = configuration.home else {
            throw Fault(
                .usage,
                "no home: give --home DIR, set home in the [desk] section of the configuration, or run under systemd "
                    + "with StateDirectory="
            )
        }
        guard let name = folder.appending("copydesk.db").text else {
            throw Fault(.configuration, "cannot use the home \(folder): its path is no UTF-8")
        }
        self.folder = folder
        databaseName = name
        database = folder.appending("copydesk.db")
        inbox = configuration.inbox ?? folder.appending("inbox")
        rejected = configuration.rejected ?? folder.appending("rejected")
        changeLog = configuration.changes ?? folder.appending("changes.jsonl")
        segments = changeLog.parent.appending("changes")
        lock = folder.appending("copydesk.lock")
        batchNote = folder.appending("copydesk.work")
        orders = folder.appending("copydesk.orders")
    }

    /// Makes the folders that are missing.
    package func make() throws(Fault) {
        for place in [folder, inbox, rejected, changeLog.parent, orders] {
            try doing("make the folder \(place)") { () throws(Errno) in
                _ = try Directory.make(place, intermediates: true)
            }
        }
    }
}
