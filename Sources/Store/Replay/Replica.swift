import Pages

/// A database that is built from a change log alone.
///
/// It has every row that the views show, and no more: no original bytes, nothing by which stories are matched. So it
/// can be asked, but no desk serves it.
///
/// Records are applied in the order of their numbers. Each says which rows there are afterwards, under their public ids;
/// the SQL here reads the values from the record's own JSON. Nothing is decided again that the desk decided.
package final class Replica {
    let store: Store
    /// The `seq` of the last record that was applied.
    package private(set) var seq: Int64
    /// Texts that go ahead of their record in parts, by SHA-256.
    var texts = LongTexts()
    /// The commit of the last record.
    private var txn: Int64 = 0

    var connection: Connection { store.connection }

    /// Makes the file, which must not exist.
    ///
    /// - Parameters:
    ///   - path: Where.
    ///   - epoch: That of the log.
    ///   - seq: The number before the first record: 0, or the one that a snapshot stands at.
    ///   - now: UTC.
    /// - Throws: `StoreError`.
    package init(path: String, epoch: String, after seq: Int64, now: String) throws(StoreError) {
        store = try Store(path: path, access: .desk(newEpoch: epoch, now: now))
        self.seq = seq
        // If the machine stops, the file is of no use and is made again. Records come in the order of their commits, and
        // inside one commit a row can be told before the one that it points to.
        try store.connection.script(
            """
            PRAGMA synchronous = OFF;
            PRAGMA foreign_keys = OFF;
            INSERT OR REPLACE INTO meta VALUES ('replayed_from', '\(seq + 1)');
            """,
            doing: "set up the database \(path)"
        )
    }

    /// Applies records in one transaction.
    ///
    /// - Parameter lines: Records in the order of their numbers, without their newline. Those up to the last one that was
    ///   applied are passed over.
    /// - Throws: `StoreError` of kind `refused` where one is missing or cannot be applied.
    package func apply(_ lines: [String]) throws(StoreError) {
        try connection.script("BEGIN", doing: "replay records")
        do throws(StoreError) {
            for line in lines { try apply(line) }
            try connection.script("COMMIT", doing: "replay records")
        } catch {
            try? connection.script("ROLLBACK", doing: "replay records")
            throw error
        }
    }

    private func apply(_ line: String) throws(StoreError) {
        guard let record = try ReplicaRecord(line, connection) else { return }
        // The rows of a snapshot belong to no commit.
        if record.txn > 0 {
            guard record.seq > seq else { return }
            guard record.seq == seq + 1 else {
                throw refused(record, "the record before it has seq \(seq): \(record.seq - seq - 1) are missing")
            }
            seq = record.seq
            // Parts belong to a record of their own commit. Some of these need no text, which is known already.
            if record.txn != txn { texts = LongTexts() }
            txn = record.txn
            try note(record)
        }
        switch record.type {
        case "content.part": try gather(record)
        case "dump.received", "dump.same_text", "dump.duplicate": try deliver(record)
        case "dump.rejected", "dump.released": try reject(record)
        case "dump.reread": try reread(record)
        case "dump.deleted": try deleteDump(record)
        case "article.created", "article.revised", "article.seen", "article.reread": try file(record)
        case "article.merged": try merge(record)
        case "article.deleted": try deleteArticle(record)
        case "teaser.created", "teaser.seen": try fileTeaser(record)
        case "teaser.deleted": try run("UPDATE teaser SET gone_at = ?2 WHERE id = ?3", record)
        case "group.changed": try group(record)
        default: try row(record)
        }
    }

    /// Notes the record itself, for the view `changes`.
    ///
    /// That its text was forgotten is the record's reason only where the change has none.
    private func note(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT INTO txn (number, ts, last_seq) VALUES (?1 ->> '$.txn', ?2, ?1 ->> '$.seq')
            ON CONFLICT (number) DO UPDATE SET last_seq = excluded.last_seq
            """,
            record
        )
        try run(
            """
            INSERT INTO change (seq, txn, op, type, kind, id, key, rev, cause, reason)
            SELECT ?1 ->> '$.seq', ?1 ->> '$.txn', ?1 ->> '$.op', ?1 ->> '$.type', ?1 ->> '$.kind', ?3, 0,
                ?1 ->> '$.rev', ?1 ->> '$.cause',
                iif(?1 ->> '$.reason' = 'forgotten' AND (?1 ->> '$.cause' <> 'operator' OR ?1 ->> '$.type' LIKE 'row.%'),
                    NULL, ?1 ->> '$.reason')
            """,
            record
        )
    }

    private func gather(_ record: ReplicaRecord) throws(StoreError) {
        let part = try connection.first(
            """
            SELECT ?1 ->> '$.after.sha256', ?1 ->> '$.after.part', ?1 ->> '$.after.parts', ?1 ->> '$.after.text'
            """,
            [.text(record.json)],
            doing: "replay a part of a text"
        ) { (sha256: $0.text(0), part: $0.int(1), parts: $0.int(2), text: $0.text(3)) }
        // A part whose text was forgotten says nothing.
        guard let part, !part.sha256.isEmpty else { return }
        guard texts.add(part.text, part.part, of: part.parts, sha256: part.sha256) else {
            throw refused(record, "part \(part.part) of \(part.parts) is not the one that is due")
        }
    }

    /// A text that went ahead in parts, checked against its SHA-256.
    func text(_ sha256: String, for record: ReplicaRecord) throws(StoreError) -> String {
        if let text = texts.take(sha256) { return text }
        throw refused(record, "the text \(sha256) did not come whole before it")
    }

    /// Makes what is worked out from the rows, and writes the file anew with nothing else.
    ///
    /// - Parameter path: A file that must not exist.
    /// - Throws: `StoreError`.
    package func finish(into path: String) throws(StoreError) {
        try store.rebuildIndex()
        try store.recount()
        try connection.run(
            "INSERT OR REPLACE INTO meta VALUES ('replayed_to', ?1)",
            [.text(String(seq))],
            doing: "name the database \(path)"
        )
        try store.backup(to: path)
    }

    /// Runs SQL whose parameter 1 is the record, 2 its time, 3 its id; more values follow.
    func run(_ sql: String, _ record: ReplicaRecord, _ more: [SQLValue] = []) throws(StoreError) {
        var values: [SQLValue] = [.text(record.json), .text(record.ts), .text(record.id)]
        // SQLite refuses a value for a parameter beyond the last one that the SQL has.
        if more.isEmpty, !sql.contains("?3") {
            values = Array(values.prefix(sql.contains("?2") ? 2 : 1))
        }
        try connection.run(sql, values + more, doing: "replay \(record.name)")
    }

    func refused(_ record: ReplicaRecord, _ why: String) -> StoreError {
        StoreError(kind: .refused, doing: "replay \(record.name)", message: why)
    }
}
