import CSQLite
import Pages

/// The one database: every statement that touches it is in this room.
///
/// Not Sendable: one thread owns a store.
package final class Store {
    /// What the opener may do.
    package enum Access: Sendable {
        /// The desk, which alone writes; `newEpoch` names the database if it is made now.
        case desk(newEpoch: String, now: String)
        /// Anybody who may read the files.
        case reader
    }

    /// How many bytes of write-ahead log stay after a checkpoint.
    package static let walLimit = 64 << 20

    package let path: String
    /// The UUID that readers of the change log know this database by.
    package private(set) var epoch: String
    /// Whether new articles go into the full-text index.
    package var indexesText = true
    let connection: Connection
    /// The transaction that is open, nil between transactions.
    var open: OpenTransaction?

    /// The long text that records were made of last: the parts of one text are asked for one after the other.
    var longText: LongText?
    /// What the delivery that a record was made of last says: the changes that one delivery brought stand together.
    var source: (delivery: Int64?, members: [JSON.Member])?

    /// Counters of the transaction that is open.
    struct OpenTransaction {
        let number: Int64
        let ts: String
        var lastSeq: Int64
        let firstSeq: Int64
        /// Articles whose text in the full-text index is not their newest any more.
        var unindexed: [Int64: Unindexed] = [:]
        /// What it adds to the tally.
        var tally = Tally()
    }

    package init(path: String, access: Access) throws(StoreError) {
        self.path = path
        switch access {
        case .desk(let newEpoch, let now):
            connection = try Connection(path: path, access: .write)
            // Before anything is set: a file that is not ours must not be changed.
            _ = try Schema.version(of: connection)
            try connection.keepWAL()
            // FULL, not NORMAL: files leave the inbox on the strength of a commit, and NORMAL gives commits up at a
            // power cut. foreign_keys guards against our own bugs. A page cache of 16 MiB bounds the desk's memory.
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

    /// Runs `body` in one transaction; its change records get `now` as their time of commit.
    ///
    /// Whatever is thrown, nothing of it stays.
    package func inTransaction<Result>(at now: String, _ body: () throws(StoreError) -> Result)
        throws(StoreError) -> Result
    {
        let doing = "begin a transaction in \(path)"
        try connection.script("BEGIN IMMEDIATE", doing: doing)
        // What a rolled back transaction wrote may come again under the same key with another text.
        defer {
            longText = nil
            source = nil
        }
        do {
            let last = try lastSeq()
            let number = try connection.first("SELECT coalesce(max(number), 0) FROM txn", doing: doing) {
                $0.integer(0)
            }
            open = OpenTransaction(number: (number ?? 0) + 1, ts: now, lastSeq: last, firstSeq: last + 1)
            let result = try body()
            try writeIndex()
            try closeTransaction()
            try connection.script("COMMIT", doing: "commit to \(path)")
            open = nil
            return result
        } catch {
            open = nil
            // After some faults (disk full, I/O error) SQLite has rolled back by itself.
            if connection.inTransaction { try? connection.script("ROLLBACK", doing: "roll back in \(path)") }
            throw error
        }
    }

    /// Runs reads of `body` on one state of the database, which is locked once for all of them and not for each.
    ///
    /// Where it cannot be had the reads go on one by one, and say what is wrong.
    package func inOneView<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard !connection.inTransaction, (try? connection.script("BEGIN", doing: "begin to read")) != nil else {
            return try body()
        }
        defer { try? connection.script("COMMIT", doing: "end reading") }
        return try body()
    }

    /// Gives the database another name, by which readers of the change log know that they have to start over.
    package func renewEpoch(_ epoch: String) throws(StoreError) {
        try connection.run(
            "INSERT OR REPLACE INTO meta VALUES ('epoch', ?1), ('former_epoch', ?2)",
            [.text(epoch), .text(self.epoch)],
            doing: "rename the database \(path)"
        )
        self.epoch = epoch
    }

    /// The epoch before this one; nil where there was none.
    package func formerEpoch() throws(StoreError) -> String? {
        try connection.first("SELECT value FROM meta WHERE name = 'former_epoch'", doing: "read the database \(path)") {
            $0.text(0)
        }
    }

    /// The newest change's `seq`, 0 before the first.
    package func lastSeq() throws(StoreError) -> Int64 {
        try connection.first("SELECT coalesce(max(seq), 0) FROM change", doing: "read the last change") {
            $0.integer(0)
        } ?? 0
    }

    /// Copies the write-ahead log into the database without waiting for anybody.
    package func checkpoint() throws(StoreError) {
        try connection.run("PRAGMA wal_checkpoint(PASSIVE)", doing: "checkpoint \(path)")
    }

    /// Lets go of the pages kept for the next statement.
    package func giveMemoryBack() throws(StoreError) {
        try connection.run("PRAGMA shrink_memory", doing: "let memory of \(path) go")
    }

    /// Empties the write-ahead log, as the last thing before closing.
    package func checkpointAll() throws(StoreError) {
        try connection.run("PRAGMA optimize", doing: "optimize \(path)")
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)", doing: "checkpoint \(path)")
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
