import Pages

// What stood where, as the records tell it.
extension Store {
    /// The appearance that came with a change, as it was then.
    ///
    /// A rereading replaces the appearances of a dump; before that, it lets each earlier change keep what it tells of.
    func appearance(of change: Change, inDump dump: Int64?) throws(StoreError) -> [JSON.Member] {
        // A dump that was forgotten and came again has other appearances than those that this change told of.
        if change.isTrimmed { return [] }
        if let state = change.state, let kept = try members(of: "appearance", in: state) { return kept }
        guard change.target.kind == .article else {
            return try members(
                """
                SELECT ordinal, title, byline, authors_json, outlet, published_on, posted_on, categories_json,
                    tag_count, comment_count, byte_start, byte_end, evidence_json
                FROM appearance WHERE dump = ?1 AND ordinal = ?2
                """,
                [.optional(dump), .optional(change.ordinal)]
            )
        }
        var appearance = try members(
            """
            SELECT ordinal, coalesce((SELECT reading_of FROM revision WHERE article = p.article AND number = p.revision),
                    revision) AS revision,
                title, byline, authors_json, outlet, published_on, posted_on, categories_json,
                tag_count, comment_count, byte_start, byte_end, evidence_json
            FROM appearance p WHERE dump = ?1 AND ordinal = ?2
            """,
            [.optional(dump), .optional(change.ordinal)]
        )
        if case .text(let number)? = try value("revision", keptBy: change) {
            appearance.set("revision", .written(number))
        }
        return appearance
    }

    /// One value that a change keeps.
    func value(_ name: String, keptBy change: Change) throws(StoreError) -> JSON? {
        guard let state = change.state else { return nil }
        return try connection.first(
            "SELECT ?1 ->> ('$.' || ?2)",
            [.text(state), .text(name)],
            doing: "read a change's rows"
        ) { $0.optionalText(0).map(JSON.text) }.flatMap(\.self)
    }

    /// Lets the earlier changes of a dump keep what they tell of, before a rereading replaces it.
    ///
    /// - Parameter dump: The dump's key.
    /// - Throws: `StoreError`.
    func keepWhatWasTold(of dump: Int64) throws(StoreError) {
        for change in try changes(
            """
             WHERE c.delivery IN (SELECT number FROM delivery WHERE dump = ?1) AND c.kind = 'dump' AND c.key = ?1
                AND c.state_json IS NULL AND c.type <> 'content.part' AND c.type NOT LIKE 'row.%' ORDER BY c.seq
            """,
            dump
        ) {
            let rows = try dumpRows(change)
            let state = ChangeState(after: rows.after.map { $0 + rows.beside }, before: rows.before)
            try setState(of: change.seq, "?2", state.json)
        }
        for change in try changes(
            """
             WHERE c.delivery IN (SELECT number FROM delivery WHERE dump = ?1) AND c.ordinal IS NOT NULL
                AND c.kind IN ('article', 'teaser') AND c.type <> 'content.part' AND c.state_json ->> '$.appearance' IS NULL
            ORDER BY c.seq
            """,
            dump
        ) {
            let appearance = JSON.object(try appearance(of: change, inDump: dump)).string
            try setState(of: change.seq, "json_set(coalesce(state_json, '{}'), '$.appearance', json(?2))", appearance)
        }
    }

    private func changes(_ condition: String, _ dump: Int64) throws(StoreError) -> [Change] {
        var found: [Change] = []
        try connection.run(Change.query + condition, [.integer(dump)], doing: "read changes") { row in
            if let change = Change(row) { found.append(change) }
        }
        return found
    }

    private func setState(of seq: Int64, _ expression: String, _ value: String) throws(StoreError) {
        try connection.run(
            "UPDATE change SET state_json = \(expression) WHERE seq = ?1",
            [.integer(seq), .text(value)],
            doing: "keep what a change told"
        )
    }
}
