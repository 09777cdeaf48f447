import Pages

// Whether the database still is what it was written as, and what can be made anew from the rows that are the truth.
extension Store {
    /// What SQLite finds wrong with the file, its references and its indexes; empty when all is well.
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
            "SELECT count(*), coalesce(max(seq), 0) FROM change",
            doing: "check the changes"
        ) { $0.integer(1) - $0.integer(0) }
        if let gap, gap != 0 { found.append(Defect(.changes, "changes: \(gap) of the seq numbers are missing")) }
        return found + (try tallyFaults().map { Defect(.tally, $0) })
    }

    /// Compares the full-text index with the articles; nil when they agree.
    ///
    /// FTS5's own check is an INSERT, so it needs a connection that may write; `integrity_check` does not see this.
    package func indexDefect() throws(StoreError) -> Defect? {
        do throws(StoreError) {
            try connection.run(
                "INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)",
                doing: "check the full-text index"
            )
            return nil
        } catch  where error.kind == .damaged {
            return Defect(.index, "full-text index: it is out of step with the articles")
        }
    }

    /// One dump's bytes with the hash they must have.
    package struct Original: Sendable {
        package let key: Int64
        package let sha256: String
        package let bytes: [UInt8]
    }

    /// The next kept original after a key.
    package func original(after key: Int64) throws(StoreError) -> Original? {
        try connection.first(
            """
            SELECT d.key, d.sha256, o.bytes FROM dump d LEFT JOIN original o ON o.dump = d.key
            WHERE d.key > ?1 ORDER BY d.key LIMIT 1
            """,
            [.integer(key)],
            doing: "read a kept original"
        ) { Original(key: $0.integer(0), sha256: $0.text(1), bytes: $0.blob(2)) }
    }

    /// How many dumps are kept.
    package func dumpCount() throws(StoreError) -> Int {
        try connection.first("SELECT count(*) FROM dump", doing: "count the dumps") { $0.int(0) } ?? 0
    }

    /// Writes a compact, consistent copy to a file that must not exist yet, while others read and write.
    ///
    /// `VACUUM INTO` and not the backup interface: its copy has no write-ahead log, so it is one file that anybody
    /// who may read it can open, and it starts over for no writer.
    package func backup(to path: String) throws(StoreError) {
        try connection.run("VACUUM INTO ?1", [.text(path)], doing: "write the backup \(path)")
    }

    // MARK: Repair

    /// Makes the full-text index anew from the articles.
    package func rebuildIndex() throws(StoreError) {
        try connection.script(
            "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')",
            doing: "make the full-text index anew"
        )
    }

    /// Makes the indexes of all tables anew; a table's own rows are not touched.
    package func rebuildKeys() throws(StoreError) {
        try connection.script("REINDEX", doing: "make the indexes anew")
    }
}
