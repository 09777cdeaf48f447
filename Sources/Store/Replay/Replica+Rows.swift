import Pages

// What records of single rows do to a replica.
extension Replica {
    func row(_ record: ReplicaRecord) throws(StoreError) {
        if record.op == "d" { return try remove(record) }
        guard record.hasRow else { return }
        switch record.type {
        case "row.revision": try put(revision: "?1 -> '$.after'", of: record, .replace)
        case "row.appearance": try put(appearance: "?1 -> '$.after'", of: record)
        // In a snapshot it is whole; in the log only what has changed.
        case "row.dump": try record.txn == 0 ? fileDump(record) : updateDump(record)
        case "row.forgotten":
            try run(
                """
                INSERT OR REPLACE INTO tombstone (id, kind, reason, forgotten_at, blocked)
                SELECT ?3, r ->> 'kind', r ->> 'reason', r ->> 'forgotten_at', r ->> 'blocked'
                FROM (SELECT ?1 -> '$.after' AS r)
                """,
                record
            )
        case "row.article": try putArticle(record)
        case "row.teaser": try fileTeaserRow(record)
        case "row.delivery": try putDelivery(record)
        case "row.group": try group(record)
        // A newer copydesk may write types that this one does not know.
        default: break
        }
    }

    private func remove(_ record: ReplicaRecord) throws(StoreError) {
        switch record.type {
        case "row.revision":
            try run(
                """
                DELETE FROM revision WHERE article = (SELECT key FROM article WHERE id = ?3) AND number = ?1 ->> '$.rev'
                """,
                record
            )
        case "row.appearance":
            try run(
                """
                DELETE FROM appearance WHERE dump = (SELECT key FROM dump WHERE sha256 = ?3)
                    AND ordinal = ?1 ->> '$.before.ordinal'
                """,
                record
            )
        case "row.forgotten": try run("DELETE FROM tombstone WHERE id = ?3", record)
        default: break
        }
    }

    /// An article of a snapshot: its texts are told by their own rows.
    private func putArticle(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT INTO article (id, folded_title, site, revision, first_seen_at, last_seen_at, appearances, merged_into)
            SELECT ?3, r ->> 'folded_title', r ->> 'site', r ->> 'revision', r ->> 'first_seen_at', r ->> 'last_seen_at',
                r ->> 'appearances', (SELECT key FROM article WHERE id = r ->> 'merged_into')
            FROM (SELECT ?1 -> '$.after' AS r)
            """,
            record
        )
    }

    /// A delivery of a snapshot; of a dump that was forgotten nothing else is left.
    private func putDelivery(_ record: ReplicaRecord) throws(StoreError) {
        guard try value("$.after.outcome", record) != "rejected" else { return try reject(record) }
        try run(
            """
            INSERT OR IGNORE INTO dump (sha256, text_sha256, delivery, bytes, encoding, articles, teasers, extractor,
                forgotten_at)
            SELECT r ->> 'sha256', r ->> 'sha256', r ->> 'delivery', r ->> 'bytes', '', 0, 0, '', ?2
            FROM (SELECT ?1 -> '$.after' AS r)
            """,
            record
        )
        try run(
            """
            INSERT INTO delivery (number, received_at, name, path, bytes, modified_at, outcome, dump)
            SELECT ?3, r ->> 'received_at', r ->> 'name', r ->> 'path', r ->> 'bytes', r ->> 'modified_at',
                r ->> 'outcome', (SELECT key FROM dump WHERE sha256 = r ->> 'sha256')
            FROM (SELECT ?1 -> '$.after' AS r)
            """,
            record
        )
    }
}
