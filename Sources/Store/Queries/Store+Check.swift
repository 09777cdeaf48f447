import Pages

// Whether the database still holds what was written to it, and how indexes are rebuilt from the tables.
extension Store {
    /// What is wrong with the file, its references, its indexes, the changes' numbers and the tally; empty when nothing
    /// is.
    package func structuralDefects() throws(StoreError) -> [Defect] {
        var found: [Defect] = []
        try connection.run("PRAGMA integrity_check", doing: "check the database's pages") {
            if $0.text(0) != "ok" { found.append(Defect(.database, "database: \($0.text(0))")) }
        }
        try connection.run("PRAGMA foreign_key_check", doing: "check the database's references") {
            let row = "row \($0.integer(1)) of \($0.text(0))"
            found.append(Defect(.reference, "reference: \(row) points to nothing in \($0.text(2))"))
        }
        let gap = try connection.first(
            """
            SELECT count(*), coalesce(max(seq), 0), coalesce((SELECT CAST(value AS INTEGER) FROM meta
                WHERE name = 'replayed_from'), 1) FROM change
            """,
            doing: "check the changes"
        ) { $0.integer(0) == 0 ? 0 : $0.integer(1) - $0.integer(2) + 1 - $0.integer(0) }
        if let gap, gap != 0 { found.append(Defect(.changes, "changes: \(gap) of the seq numbers are missing")) }
        return found + (try tallyFaults().map { Defect(.tally, $0) })
    }

    /// One dump's bytes with the SHA-256 they must have.
    package struct Original: Sendable {
        package let key: Int64
        package let sha256: String
        package let bytes: [UInt8]
    }

    /// The first original whose key is greater than `key`.
    package func original(after key: Int64) throws(StoreError) -> Original? {
        try connection.first(
            """
            SELECT d.key, d.sha256, o.bytes FROM dump d LEFT JOIN original o ON o.dump = d.key
            WHERE d.key > ?1 AND (o.dump IS NOT NULL OR d.forgotten_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = d.sha256))
            ORDER BY d.key LIMIT 1
            """,
            [.integer(key)],
            doing: "read a kept original"
        ) { Original(key: $0.integer(0), sha256: $0.text(1), bytes: $0.blob(2)) }
    }

    /// The number of dumps.
    package func dumpCount() throws(StoreError) -> Int {
        try connection.first("SELECT count(*) FROM original", doing: "count the dumps") { $0.int(0) } ?? 0
    }

    /// Writes a compact, consistent copy to a file that must not exist yet.
    ///
    /// Others may read and write meanwhile.
    ///
    /// This is `VACUUM INTO` and not SQLite's backup interface. Its copy has no write-ahead log, so it is one file that
    /// anybody who may read it can open. And it does not start over when another connection writes.
    package func backup(to path: String) throws(StoreError) {
        try connection.run("VACUUM INTO ?1", [.text(path)], doing: "write the backup \(path)")
    }

    // MARK: Repair

    /// Rebuilds the indexes of all tables; the rows of the tables stay as they are.
    package func rebuildKeys() throws(StoreError) {
        try connection.script("REINDEX", doing: "make the indexes anew")
    }
}
