import Pages

// What records of teasers and groups do to a replica.
extension Replica {
    func fileTeaser(_ record: ReplicaRecord) throws(StoreError) {
        guard record.hasRow else { return }
        try fileTeaserRow(record)
        guard record.cause == "source" || record.cause == "extractor" else { return }
        try fileAppearance(record)
    }

    func fileTeaserRow(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT INTO teaser (id, title, folded_title, summary, site, page_on, first_seen_at, last_seen_at)
            SELECT ?3, r ->> 'title', ?4, r ->> 'summary', r ->> 'site', r ->> 'page_on', r ->> 'first_seen_at',
                r ->> 'last_seen_at'
            FROM (SELECT ?1 -> '$.after' AS r) WHERE true
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, folded_title = excluded.folded_title,
                summary = excluded.summary, site = excluded.site, page_on = excluded.page_on,
                first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at, gone_at = NULL
            """,
            record,
            [.optional(try value("$.after.title", record).map(Identity.folded))]
        )
    }

    /// A group that was made, changed, renamed or dissolved.
    func group(_ record: ReplicaRecord) throws(StoreError) {
        let name = try value("$.before.group_id", record) ?? record.id
        if record.op == "c" || record.op == "r" {
            try run("INSERT OR IGNORE INTO syndication (id) VALUES (?3)", record)
        } else if record.op == "d" {
            try run(
                "UPDATE article SET syndication = NULL WHERE syndication = (SELECT key FROM syndication WHERE id = ?3)",
                record
            )
            return try run("DELETE FROM syndication WHERE id = ?3", record)
        }
        try run(
            """
            UPDATE syndication SET id = ?3,
                likely_origin = (SELECT key FROM article WHERE id = ?1 ->> '$.after.likely_origin_id')
            WHERE id = ?4
            """,
            record,
            [.text(name)]
        )
        try run(
            """
            UPDATE article SET syndication = NULL WHERE id IN (SELECT value FROM json_each(?1, '$.after.removed'))
                AND syndication = (SELECT key FROM syndication WHERE id = ?3)
            """,
            record
        )
        try run(
            """
            UPDATE article SET syndication = (SELECT key FROM syndication WHERE id = ?3)
            WHERE id IN (SELECT value FROM json_each(?1, '$.after.added'))
            """,
            record
        )
    }
}
