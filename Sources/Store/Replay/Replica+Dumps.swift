import Pages

// What records of deliveries and dumps do to a replica.
extension Replica {
    /// A delivery, with the dump that it brought.
    func deliver(_ record: ReplicaRecord) throws(StoreError) {
        let isWhole = try value("$.after.sha256", record) != nil
        if isWhole, record.type != "dump.duplicate" {
            try fileDump(record)
        } else if !isWhole {
            // The dump was forgotten since: what is left of it is its delivery.
            try run(
                """
                INSERT OR IGNORE INTO dump (sha256, text_sha256, delivery, bytes, encoding, articles, teasers, extractor,
                    forgotten_at) VALUES (?3, ?3, ?1 ->> '$.after.delivery', ?1 ->> '$.dump.bytes', '', 0, 0, '', ?2)
                """,
                record
            )
        }
        try run(
            """
            INSERT OR REPLACE INTO delivery (number, received_at, name, path, bytes, modified_at, outcome, dump)
            SELECT ?1 ->> '$.after.delivery', ?1 ->> '$.dump.received_at', ?1 ->> '$.dump.name', ?1 ->> '$.after.path',
                ?1 ->> '$.dump.bytes', ?1 ->> '$.after.modified_at', ?1 ->> '$.after.outcome', key
            FROM dump WHERE sha256 = ?3
            """,
            record
        )
    }

    /// A page's lines outside of items: in the record, or in parts ahead of it.
    private func lines(of record: ReplicaRecord) throws(StoreError) -> String? {
        if let sha256 = try value("$.after.boilerplate_json_sha256", record) { return try text(sha256, for: record) }
        return try value("$.after.boilerplate_json", record)
    }

    /// Files a dump's row, over the one that was there.
    func fileDump(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT INTO dump (sha256, text_sha256, same_text, delivery, bytes, encoding, site, tagline, page_on, page_key,
                layout, articles, teasers, boilerplate_json, extractor)
            SELECT ?3, r ->> 'text_sha256', (SELECT key FROM dump WHERE sha256 = r ->> 'same_text_as'), r ->> 'delivery',
                r ->> 'bytes', r ->> 'encoding', r ->> 'site', r ->> 'tagline', r ->> 'page_on', r ->> 'page_key',
                r ->> 'layout', r ->> 'articles', r ->> 'teasers', ?4, r ->> 'extractor'
            FROM (SELECT ?1 -> '$.after' AS r) WHERE true
            ON CONFLICT (sha256) DO UPDATE SET text_sha256 = excluded.text_sha256, same_text = excluded.same_text,
                delivery = excluded.delivery, bytes = excluded.bytes, encoding = excluded.encoding,
                site = excluded.site, tagline = excluded.tagline, page_on = excluded.page_on,
                page_key = excluded.page_key, layout = excluded.layout, articles = excluded.articles,
                teasers = excluded.teasers, boilerplate_json = excluded.boilerplate_json,
                extractor = excluded.extractor, reread_by = NULL, forgotten_at = NULL
            """,
            record,
            [.optional(try lines(of: record))]
        )
    }

    /// A refused file, as it stands after the record.
    func reject(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT OR REPLACE INTO delivery (number, received_at, name, path, bytes, modified_at, outcome)
            SELECT ?3, r ->> 'received_at', r ->> 'name', r ->> 'path', r ->> 'bytes', r ->> 'modified_at', r ->> 'outcome'
            FROM (SELECT ?1 -> '$.after' AS r)
            """,
            record
        )
        try run(
            """
            INSERT OR REPLACE INTO rejection (delivery, sha256, reason, detail, kept_as, attempts, resolved_at)
            SELECT ?3, r ->> 'sha256', r ->> 'reason', r ->> 'detail', r ->> 'kept_as', r ->> 'attempts',
                r ->> 'resolved_at'
            FROM (SELECT ?1 -> '$.after' AS r)
            """,
            record
        )
    }

    /// A dump that newer rules read otherwise: what it shows is told by the records after this one.
    func reread(_ record: ReplicaRecord) throws(StoreError) {
        guard record.hasRow else { return }
        try updateDump(record)
        // The page's values are those of every dump that brought the same text in other bytes.
        try run(
            """
            UPDATE dump SET (site, tagline, page_on, layout, articles, teasers, boilerplate_json, reread_by) =
                (SELECT site, tagline, page_on, layout, articles, teasers, boilerplate_json, reread_by
                FROM dump d WHERE d.sha256 = ?3)
            WHERE same_text = (SELECT key FROM dump WHERE sha256 = ?3)
            """,
            record
        )
        try run("DELETE FROM appearance WHERE dump = (SELECT key FROM dump WHERE sha256 = ?3)", record)
    }

    /// Gives a dump the values of a record, which names its lines only where they have changed.
    func updateDump(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            UPDATE dump SET text_sha256 = r ->> 'text_sha256',
                same_text = (SELECT key FROM dump s WHERE s.sha256 = r ->> 'same_text_as'), encoding = r ->> 'encoding',
                site = r ->> 'site', tagline = r ->> 'tagline', page_on = r ->> 'page_on', page_key = r ->> 'page_key',
                layout = r ->> 'layout', articles = r ->> 'articles', teasers = r ->> 'teasers',
                boilerplate_json = CASE WHEN json_type(r, '$.boilerplate_json') IS NULL THEN boilerplate_json
                    ELSE json_extract(r, '$.boilerplate_json') END,
                reread_by = r ->> 'extractor'
            FROM (SELECT ?1 -> '$.after' AS r) WHERE sha256 = ?3
            """,
            record
        )
    }

    /// A dump that was forgotten; a record that says so once more changes nothing.
    func deleteDump(_ record: ReplicaRecord) throws(StoreError) {
        guard try value("$.before.dumps_deleted", record) != "0" else { return }
        try run("DELETE FROM appearance WHERE dump = (SELECT key FROM dump WHERE sha256 = ?3)", record)
        try run("UPDATE dump SET forgotten_at = ?2, boilerplate_json = NULL WHERE sha256 = ?3", record)
    }

    /// One value of a record as text; nil where it has none.
    func value(_ path: String, _ record: ReplicaRecord) throws(StoreError) -> String? {
        try connection.first(
            "SELECT json_extract(?1, ?2)",
            [.text(record.json), .text(path)],
            doing: "replay \(record.name)"
        ) { $0.optionalText(0) }.flatMap(\.self)
    }
}
