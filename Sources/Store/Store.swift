import Pages

/// A desk's database.
///
/// This target holds every SQL statement of the program. `Filing` writes what a delivery brings, `Changes` writes the
/// outbox and makes the change log's records from it, and `Queries` holds what the commands ask. Below them, `Schema`
/// creates the tables and `SQLite` wraps the library.
///
/// Not Sendable: one thread owns a store.
package final class Store {
    /// Who opens the database, which decides what it may do.
    package enum Access: Sendable {
        /// The desk, the only writer. A new database gets `newEpoch` as its epoch and `now` as its time of creation.
        case desk(newEpoch: String, now: String)
        /// Anybody who may read the files.
        case reader
        /// The desk once more, on another thread: it reads, and copies the write-ahead log into the file.
        case beside
    }

    /// The most bytes that the write-ahead log keeps on disk after a checkpoint.
    package static let walLimit = 64 << 20

    package let path: String
    /// The UUID by which readers of the change log know this database.
    package private(set) var epoch: String
    /// Whether new articles are added to the full-text index.
    package var indexesText = true
    /// Whether words of two characters are, too.
    var indexesBigrams = true
    /// Up to which key an index that is being made anew holds its texts.
    var fillings: [TextIndex: Int64] = [:]
    /// Whether a commit to a long write-ahead log copies it into the file.
    var checkpointsItself = true
    let connection: Connection
    /// The transaction that is open; nil between transactions.
    var open: OpenTransaction?

    /// The long text of the last record made; the records of its parts come one after the other.
    var longText: LongText?
    /// What the delivery of the last record made says; the changes of one delivery come one after the other.
    var lastSource: (delivery: Int64?, source: RecordSource)?

    /// What the open transaction has done so far.
    struct OpenTransaction {
        let number: Int64
        let ts: String
        var lastSeq: Int64
        let firstSeq: Int64
        /// Articles whose newest text the full-text index does not hold yet, by key.
        var unindexed: [Int64: Unindexed] = [:]
        /// The same for teasers.
        var unindexedTeasers: [Int64: Unindexed] = [:]
        /// Clues of the texts it has filed, which are written at its end.
        var clues = NewClues()
        /// Rows that are about to move, as they were.
        var moved = MovedRows()
        /// What this transaction adds to the tally.
        var tally = Tally()
    }

    package init(path: String, access: Access) throws(StoreError) {
        self.path = path
        switch access {
        case .desk(let newEpoch, let now):
            connection = try Connection(path: path, access: .write)
            // This comes before any setting: a file that is not ours must not be changed.
            _ = try Schema.version(of: connection)
            try connection.keepWAL()
            // FULL, not NORMAL: a file leaves the inbox once its commit is done, and with NORMAL a power cut can undo
            // a commit. foreign_keys finds our own bugs. A page cache of 16 MiB bounds the desk's memory.
            try connection.script(
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = ON;
                PRAGMA journal_size_limit = \(Store.walLimit);
                PRAGMA cache_size = -16384;
                PRAGMA trusted_schema = OFF;
                """,
                doing: "set up the database \(path)"
            )
            try Schema.migrate(connection)
            try connection.run(
                "INSERT OR IGNORE INTO meta VALUES ('epoch', ?1), ('created_at', ?2), ('search_indexed', '1')",
                [.text(newEpoch), .text(now)],
                doing: "name the database \(path)"
            )
        case .beside:
            connection = try Connection(path: path, access: .writeExisting)
            try connection.script("PRAGMA query_only = ON", doing: "open \(path) once more")
        case .reader:
            connection = try Connection(path: path, access: .read)
            guard try Schema.version(of: connection) == Schema.current() else {
                throw StoreError(
                    kind: .unavailable,
                    doing: "read the database \(path)",
                    message: "it has an older schema; `copydesk run` brings it up to date"
                )
            }
        }
        let doing = "read the database \(path)"
        epoch = try connection.first("SELECT value FROM meta WHERE name = 'epoch'", doing: doing) { $0.text(0) } ?? ""
    }

    /// Runs `body` in one transaction, whose change records get `now` as their time of commit.
    ///
    /// When an error is thrown, the whole transaction is rolled back.
    package func inTransaction<Result>(at now: String, _ body: () throws(StoreError) -> Result)
        throws(StoreError) -> Result
    {
        let doing = "begin a transaction in \(path)"
        try connection.script("BEGIN IMMEDIATE", doing: doing)
        // After a rollback, SQLite may give the same keys to other texts.
        defer {
            longText = nil
            lastSource = nil
        }
        do {
            let last = try lastSeq()
            let number = try connection.first("SELECT coalesce(max(number), 0) FROM txn", doing: doing) {
                $0.integer(0)
            }
            open = OpenTransaction(number: (number ?? 0) + 1, ts: now, lastSeq: last, firstSeq: last + 1)
            let result = try body()
            if let clues = open?.clues { try write(clues) }
            try writeIndex()
            try closeTransaction()
            try connection.script("COMMIT", doing: "commit to \(path)")
            open = nil
            return result
        } catch {
            open = nil
            // After some errors (disk full, I/O error) SQLite has rolled back already.
            if connection.inTransaction { try? connection.script("ROLLBACK", doing: "roll back in \(path)") }
            throw error
        }
    }

    /// Runs the reads of `body` in one read transaction: they see one state of the database, and it is locked once for
    /// all of them.
    ///
    /// Where no read transaction can begin, the reads run one by one and report the fault themselves.
    package func inOneView<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard !connection.inTransaction, (try? connection.script("BEGIN", doing: "begin to read")) != nil else {
            return try body()
        }
        defer { try? connection.script("COMMIT", doing: "end reading") }
        return try body()
    }

    /// Gives the database a new epoch, which tells readers of the change log to start over.
    package func renewEpoch(_ epoch: String) throws(StoreError) {
        try connection.run(
            "INSERT OR REPLACE INTO meta VALUES ('epoch', ?1), ('former_epoch', ?2)",
            [.text(epoch), .text(self.epoch)],
            doing: "rename the database \(path)"
        )
        self.epoch = epoch
    }

    /// The epoch before this one; nil where the database has had only one.
    package func formerEpoch() throws(StoreError) -> String? {
        try connection.first("SELECT value FROM meta WHERE name = 'former_epoch'", doing: "read the database \(path)") {
            $0.text(0)
        }
    }

    /// The `seq` of the newest change; 0 before the first.
    package func lastSeq() throws(StoreError) -> Int64 {
        try connection.first("SELECT coalesce(max(seq), 0) FROM change", doing: "read the last change") {
            $0.integer(0)
        } ?? 0
    }

    /// Commits a change that changes nothing, to learn whether anything can be committed.
    ///
    /// SQLite leaves a page alone on which a row is set to what it is already. So the row is changed, and changed back,
    /// and the page is written.
    package func tryCommit() throws(StoreError) {
        do throws(StoreError) {
            try connection.script(
                """
                BEGIN IMMEDIATE;
                UPDATE meta SET value = value || ' ' WHERE name = 'epoch';
                UPDATE meta SET value = rtrim(value) WHERE name = 'epoch';
                COMMIT;
                """,
                doing: "commit to \(path)"
            )
        } catch {
            if connection.inTransaction { try? connection.script("ROLLBACK", doing: "roll back in \(path)") }
            throw error
        }
    }

    /// Frees the memory of the page cache.
    package func giveMemoryBack() throws(StoreError) {
        try connection.run("PRAGMA shrink_memory", doing: "let memory of \(path) go")
    }

    private func closeTransaction() throws(StoreError) {
        guard let open, open.lastSeq >= open.firstSeq else { return }
        try write(open.tally)
        try connection.run(
            "UPDATE txn SET last_seq = ?2 WHERE number = ?1",
            [.integer(open.number), .integer(open.lastSeq)],
            doing: "close the transaction's record"
        )
    }
}
