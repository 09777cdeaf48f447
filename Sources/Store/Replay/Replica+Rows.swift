import Pages

// What records of single rows do to a replica.
extension Replica {
    func row(_ record: ReplicaRecord) throws(StoreError) {
        if record.op == "d" { return try remove(record) }
        guard record.hasRow else { return }
        switch record.type {
        case "row.revision": try putRevision(record)
        case "row.appearance": try putAppearance(record)
        case "row.dump": try putDump(record)
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

    private func putRevision(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT OR REPLACE INTO revision (article, number, seen_at, nature, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256, extractor, body)
            SELECT a.key, r ->> 'revision', r ->> 'seen_at', r ->> 'nature', r ->> 'cause',
                (SELECT key FROM dump WHERE sha256 = r ->> 'dump_sha256'), r ->> 'title',
                json_extract(r, '$.authors_json'), r ->> 'outlet', r ->> 'published_on', r ->> 'published_at',
                r ->> 'posted_on', json_extract(r, '$.categories_json'), r ->> 'language', r ->> 'word_count',
                r ->> 'body_sha256', r ->> 'extractor', ?4
            FROM (SELECT ?1 -> '$.after' AS r), article a WHERE a.id = ?3
            """,
            record,
            [.text(try body(of: record))]
        )
    }

    private func putAppearance(_ record: ReplicaRecord) throws(StoreError) {
        try run(
            """
            INSERT OR REPLACE INTO appearance (dump, ordinal, article, revision, teaser, title, byline, authors_json, outlet,
                published_on, posted_on, categories_json, tag_count, comment_count, byte_start, byte_end, evidence_json)
            SELECT d.key, p ->> 'ordinal', (SELECT key FROM article WHERE id = p ->> 'article_id'), p ->> 'revision',
                (SELECT key FROM teaser WHERE id = p ->> 'teaser_id'),
                p ->> 'title', p ->> 'byline', json_extract(p, '$.authors_json'), p ->> 'outlet', p ->> 'published_on',
                p ->> 'posted_on', json_extract(p, '$.categories_json'), p ->> 'tag_count', p ->> 'comment_count',
                p ->> 'byte_start', p ->> 'byte_end', json_extract(p, '$.evidence_json')
            FROM (SELECT ?1 -> '$.after' AS p), dump d WHERE d.sha256 = ?3
            """,
            record
        )
    }

    private func putDump(_ record: ReplicaRecord) throws(StoreError) {
        guard record.txn == 0 else { return try updateDump(record) }
        let long = try value("$.after.boilerplate_json_sha256", record)
        let lines = if let long { try text(long, for: record) } else { try value("$.after.boilerplate_json", record) }
        try fileDump(record, "after", lines: lines)
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
