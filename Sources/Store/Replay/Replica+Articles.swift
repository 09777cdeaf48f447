import Pages

// What records of articles do to a replica.
extension Replica {
    /// An article that was filed, revised, seen again or read anew.
    func file(_ record: ReplicaRecord) throws(StoreError) {
        guard record.hasRow else {
            // Its text was forgotten since. Its place among the articles is kept, for a later record that has a row.
            return try run(
                """
                INSERT OR IGNORE INTO article (id, revision, first_seen_at, last_seen_at, appearances, forgotten_at)
                VALUES (?3, 0, ?2, ?2, 0, ?2)
                """,
                record
            )
        }
        try fileArticle(record)
        // A text that came by a merge or an erasure has a record of its own.
        guard record.cause == "source" || record.cause == "extractor" else { return }
        if record.type != "article.seen" { try fileRevision(record) }
        try fileAppearance(record)
    }

    private func fileArticle(_ record: ReplicaRecord) throws(StoreError) {
        var isNamedAnew = record.cause == "operator"
        if record.type == "article.reread", try hasChanged("revision", record) { isNamedAnew = true }
        try run(
            """
            INSERT INTO article (id, folded_title, site, revision, first_seen_at, last_seen_at, appearances)
            SELECT ?3, ?4, r ->> 'site', r ->> 'revision', r ->> 'first_seen_at', r ->> 'last_seen_at', r ->> 'appearances'
            FROM (SELECT ?1 -> '$.after' AS r) WHERE true
            ON CONFLICT (id) DO UPDATE SET site = excluded.site, revision = excluded.revision,
                first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at,
                appearances = excluded.appearances, merged_into = NULL, forgotten_at = NULL,
                folded_title = CASE WHEN ?5 THEN excluded.folded_title ELSE folded_title END
            """,
            record,
            [.optional(try value("$.after.title", record).map(Identity.folded)), .number(isNamedAnew ? 1 : 0)]
        )
    }

    private func hasChanged(_ field: String, _ record: ReplicaRecord) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM json_each(?1, '$.changed') WHERE value = ?2",
            [.text(record.json), .text(field)],
            doing: "replay \(record.name)"
        ) { _ in true } ?? false
    }

    /// The revision that a record tells as the newest, unless it is there already.
    private func fileRevision(_ record: ReplicaRecord) throws(StoreError) {
        // What the row of a revision has, the record of its article has in other places.
        let row = """
            json_set(?1 -> '$.after', '$.seen_at', ?1 ->> '$.dump.received_at', '$.cause', ?1 ->> '$.cause',
                '$.dump_sha256', ?1 ->> '$.dump.sha256', '$.extractor', ?1 ->> '$.extractor')
            """
        try put(revision: row, of: record, .ignore)
    }

    /// What becomes of a row that is there already.
    enum Conflict: String {
        case ignore = "IGNORE"
        case replace = "REPLACE"
    }

    /// Files a revision.
    ///
    /// - Parameters:
    ///   - row: SQL that makes its row as JSON of the record, ?1.
    ///   - record: It names the article.
    ///   - conflict: What becomes of a revision of that number that is there already.
    /// - Throws: `StoreError`.
    func put(revision row: String, of record: ReplicaRecord, _ conflict: Conflict) throws(StoreError) {
        try run(
            """
            INSERT OR \(conflict.rawValue) INTO revision (article, number, seen_at, nature, cause, dump, title,
                authors_json, outlet, published_on, published_at, posted_on, categories_json, language, word_count,
                body_sha256, extractor, body)
            SELECT a.key, r ->> 'revision', r ->> 'seen_at', r ->> 'nature', r ->> 'cause',
                (SELECT key FROM dump WHERE sha256 = r ->> 'dump_sha256'), r ->> 'title',
                json_extract(r, '$.authors_json'), r ->> 'outlet', r ->> 'published_on', r ->> 'published_at',
                r ->> 'posted_on', json_extract(r, '$.categories_json'), r ->> 'language', r ->> 'word_count',
                r ->> 'body_sha256', r ->> 'extractor', ?4
            FROM (SELECT \(row) AS r), article a WHERE a.id = ?3
            """,
            record,
            [.text(try body(of: record))]
        )
    }

    /// A record's text: in it, or in parts ahead of it.
    func body(of record: ReplicaRecord) throws(StoreError) -> String {
        if try value("$.after.body_parts", record) != nil {
            return try text(try value("$.after.body_sha256", record) ?? "", for: record)
        }
        return try value("$.after.body", record) ?? ""
    }

    /// The place where a record says that an article or a teaser was seen.
    func fileAppearance(_ record: ReplicaRecord) throws(StoreError) {
        guard try value("$.after.appearance.ordinal", record) != nil else { return }
        let id = record.type.hasPrefix("article.") ? "article_id" : "teaser_id"
        let row = """
            json_set(?1 -> '$.after.appearance', '$.dump_sha256', ?1 ->> '$.dump.sha256', '$.\(id)', ?1 ->> '$.id')
            """
        try put(appearance: row, of: record)
    }

    /// Files what stands at a place; `row` is SQL that makes its row as JSON of the record, ?1.
    func put(appearance row: String, of record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT OR REPLACE INTO appearance (dump, ordinal, article, revision, teaser, title, byline, authors_json, outlet,
                published_on, posted_on, categories_json, tag_count, comment_count, byte_start, byte_end, evidence_json)
            SELECT d.key, p ->> 'ordinal', (SELECT key FROM article WHERE id = p ->> 'article_id'), p ->> 'revision',
                (SELECT key FROM teaser WHERE id = p ->> 'teaser_id'),
                p ->> 'title', p ->> 'byline', json_extract(p, '$.authors_json'), p ->> 'outlet', p ->> 'published_on',
                p ->> 'posted_on', json_extract(p, '$.categories_json'), p ->> 'tag_count', p ->> 'comment_count',
                p ->> 'byte_start', p ->> 'byte_end', json_extract(p, '$.evidence_json')
            FROM (SELECT \(row) AS p), dump d WHERE d.sha256 = p ->> 'dump_sha256'
            """,
            record
        )
    }

    /// An article that turned out to be an older one; where its texts are now is told by the records after this one.
    func merge(_ record: ReplicaRecord) throws(StoreError) {
        let older = String(record.reason.split(separator: " ").last ?? "")
        try run(
            "DELETE FROM revision WHERE article = (SELECT key FROM article WHERE id = ?3)",
            record
        )
        try run(
            """
            UPDATE article SET merged_into = (SELECT key FROM article WHERE id = ?4), syndication = NULL
            WHERE id = ?3 OR merged_into = (SELECT key FROM article WHERE id = ?3)
            """,
            record,
            [.text(older)]
        )
    }

    /// An article that was forgotten, or that newer rules do not read; a record that says so once more changes nothing.
    func deleteArticle(_ record: ReplicaRecord) throws(StoreError) {
        guard try value("$.before.articles_deleted", record) != "0" else { return }
        let key = "(SELECT key FROM article WHERE id = ?3)"
        try run("DELETE FROM revision WHERE article = \(key)", record)
        try run("DELETE FROM appearance WHERE article = \(key)", record)
        let isForgotten = record.cause == "operator"
        try run(
            """
            UPDATE article SET forgotten_at = ?2, syndication = NULL,
                id = CASE WHEN ?4 THEN 'forgotten:' || key ELSE id END,
                folded_title = CASE WHEN NOT ?4 THEN folded_title END
            WHERE key = \(key) OR ?4 AND merged_into = \(key)
            """,
            record,
            [.number(isForgotten ? 1 : 0)]
        )
    }
}
