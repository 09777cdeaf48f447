import Pages

// The records that told of what is gone, and those that tell that it is gone.
extension RemovalWork {
    /// Marks the changes whose records told of what is gone, so that records made from now on do not.
    ///
    /// Each statement goes through all changes once: they have no index but their number.
    func forgetRecords() throws(StoreError) {
        let dead = SQLValue.text(RemovalWork.list(deadDumps))
        let places = places.sorted { ($0.dump, $0.ordinal) < ($1.dump, $1.ordinal) }.map {
            JSON.array([.integer($0.dump), .integer($0.ordinal)])
        }
        try run(
            """
            WITH gone (delivery, ordinal) AS MATERIALIZED (
                SELECT v.number, json_extract(j.value, '$[1]') FROM json_each(?2) j
                    JOIN delivery v ON v.dump = json_extract(j.value, '$[0]'))
            UPDATE change SET forgotten = 2 WHERE forgotten = 0 AND ordinal IS NOT NULL AND op <> 'd'
                AND type <> 'content.part' AND (kind = 'article' OR kind = 'teaser')
                AND (delivery IN (SELECT number FROM delivery WHERE dump IN (SELECT value FROM json_each(?1)))
                    OR (delivery, ordinal) IN (SELECT delivery, ordinal FROM gone))
            """,
            [dead, .text(JSON.array(places).string)]
        )
        try run(
            """
            UPDATE change SET forgotten = CASE WHEN type = 'content.part' OR key IN (SELECT value FROM json_each(?1))
                THEN 1 ELSE max(forgotten, 2 - (forgotten = 1)) END, parts = NULL
            WHERE kind = 'dump' AND op <> 'd' AND type <> 'row.appearance' AND key IN (SELECT value FROM json_each(?2))
            """,
            [dead, .text(RemovalWork.list(deadDumps.union(trimmedDumps)))]
        )
        try run(
            """
            WITH gone (dump, ordinal) AS MATERIALIZED
                (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?2))
            UPDATE change SET forgotten = 1 WHERE type = 'row.appearance' AND op = 'r'
                AND (key IN (SELECT value FROM json_each(?1)) OR (key, ordinal) IN (SELECT dump, ordinal FROM gone))
            """,
            [dead, .text(JSON.array(places).string)]
        )
        let pairs = gone.sorted { ($0.article, $0.number) < ($1.article, $1.number) }.map {
            JSON.array([.integer($0.article), .integer($0.number)])
        }
        try run(
            """
            WITH gone (article, number) AS MATERIALIZED
                (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?1))
            UPDATE change SET forgotten =
                CASE WHEN forgotten = 1 OR (key, rev) IN (SELECT article, number FROM gone) THEN 1 ELSE 2 END
            WHERE kind = 'article' AND type <> 'article.deleted' AND ((key, rev) IN (SELECT article, number FROM gone)
                OR (key, coalesce(rev_before, CASE WHEN type = 'article.revised' THEN rev - 1 ELSE rev END))
                    IN (SELECT article, number FROM gone))
            """,
            [.text(JSON.array(pairs).string)]
        )
        try run(
            """
            UPDATE change SET forgotten = 1 WHERE type <> 'article.deleted'
                AND (kind = 'article' AND key IN (SELECT value FROM json_each(?1))
                    OR kind = 'teaser' AND key IN (SELECT value FROM json_each(?2)))
            """,
            [.text(RemovalWork.list(deadArticles)), .text(RemovalWork.list(Set(deadTeasers.keys)))]
        )
        try run(
            """
            UPDATE change SET state_json = NULL, parts = NULL
            WHERE forgotten = 1 AND (state_json IS NOT NULL OR parts IS NOT NULL)
            """,
            []
        )
        // What a rereading let changes keep would stand in their rows.
        try run(
            """
            UPDATE change SET state_json = CASE
                WHEN type = 'dump.reread'
                    THEN json_remove(state_json, '$.after.boilerplate_json', '$.before.boilerplate_json')
                WHEN kind = 'dump' THEN NULL ELSE json_remove(state_json, '$.appearance') END
            WHERE forgotten = 2 AND state_json IS NOT NULL AND kind IN ('dump', 'article', 'teaser')
                AND type <> 'row.dump'
            """,
            []
        )
        store.longText = nil
        store.lastSource = nil
    }

    /// Brings a teaser up to date that stood in a dump that is gone.
    func settle(_ teaser: Int64, seenBefore: String) throws(StoreError) {
        let last = try connection.first(
            """
            SELECT d.key, d.delivery, p.ordinal, v.received_at, t.id FROM appearance p JOIN teaser t ON t.key = p.teaser
                JOIN dump d ON d.key = p.dump JOIN delivery v ON v.number = d.delivery
            WHERE p.teaser = ?1 ORDER BY d.delivery DESC, p.ordinal DESC LIMIT 1
            """,
            [.integer(teaser)],
            doing: doing
        ) { row in
            (
                id: row.text(4),
                sighting: Sighting(dump: row.integer(0), delivery: row.integer(1), ordinal: row.int(2), at: row.text(3))
            )
        }
        guard let last, last.sighting.at != seenBefore else { return }
        try run(
            "UPDATE teaser SET last_seen_at = ?2 WHERE key = ?1",
            [.integer(teaser), .text(last.sighting.at)]
        )
        var draft = ChangeDraft(.teaserSeen, of: Change.Target(.teaser, id: last.id, key: teaser), at: last.sighting)
        draft.ordinal = nil
        draft.cause = .operator
        draft.reason = removal.reason
        draft.seenBefore = seenBefore
        try store.note(draft)
    }
}

extension RemovalWork.Former {
    /// The article's row as the record of its deletion has it: nothing of its text.
    var members: [JSON.Member] { [.init("id", .text(held.target.id)), .init("revision", .integer(held.revision))] }
}
