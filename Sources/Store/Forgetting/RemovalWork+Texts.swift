import Pages

// The texts that a removal takes away, or brings to another place.
extension RemovalWork {
    /// All texts that an article shows, its readings among them.
    func texts(ofStory key: Int64) throws(StoreError) -> [Text] {
        var found: [Text] = []
        try connection.run(
            """
            SELECT \(Text.columns) FROM revision r WHERE r.article = ?1 AND (r.into_article IS NULL OR r.into_article = ?1)
            UNION SELECT \(Text.columns) FROM revision r WHERE r.into_article = ?1 ORDER BY 1, 2
            """,
            [.integer(key)],
            doing: doing
        ) { found.append(Text($0)) }
        return found
    }

    /// The texts that are kept as those of a dump.
    ///
    /// Each of them is shown by an article that the dump shows, so these are asked, and not all revisions.
    func texts(ofDump key: Int64) throws(StoreError) -> [Text] {
        let stories = try keys(
            """
            SELECT DISTINCT coalesce(r.into_article, r.article) FROM appearance p
                JOIN revision r ON r.article = p.article AND r.number = p.revision WHERE p.dump = ?1
            """,
            [.integer(key)]
        )
        var found: Set<Text> = []
        for story in stories { found.formUnion(try texts(ofStory: story).filter { $0.dump == key }) }
        return found.sorted { ($0.article, $0.number) < ($1.article, $1.number) }
    }

    /// Another dump that shows just this text; the one that came first.
    func otherDump(showing text: Text, than dump: Int64) throws(StoreError) -> Int64? {
        var first: (delivery: Int64, dump: Int64)?
        for twin in try texts(ofStory: text.story) where twin.title == text.title && twin.bodyHash == text.bodyHash {
            try connection.run(
                """
                SELECT d.delivery, d.key FROM appearance p JOIN dump d ON d.key = p.dump
                WHERE p.article = ?1 AND p.revision = ?2 AND p.dump <> ?3 ORDER BY d.delivery LIMIT 1
                """,
                [.integer(twin.article), .integer(twin.number), .integer(dump)],
                doing: doing
            ) { row in
                let found = (delivery: row.integer(0), dump: row.integer(1))
                if first.map({ found.delivery < $0.delivery }) ?? true { first = found }
            }
        }
        return first?.dump
    }

    /// Gives a text a place of its own, outside of its dump, and lets it be another dump's where one is named.
    func keepApart(_ text: Text, as dump: Int64? = nil) throws(StoreError) {
        let old = try clues(of: text)
        try run(
            """
            UPDATE revision SET body_start = NULL, body_bytes = NULL, dump = coalesce(?3, dump), body =
                (SELECT t.body FROM revision_text t WHERE t.article = ?1 AND t.number = ?2)
            WHERE article = ?1 AND number = ?2
            """,
            [.integer(text.article), .integer(text.number), .optional(dump)]
        )
        guard dump != nil, let old, try hasClues(text, old), let new = try clues(of: text), new.page != old.page else {
            return
        }
        if let page = old.page { try removeClue(page, of: text) }
        guard let page = new.page else { return }
        try run(
            "INSERT OR IGNORE INTO clue (hash, article, revision) VALUES (?1, ?2, ?3)",
            [.integer(page), .integer(text.article), .integer(text.number)]
        )
    }

    /// Removes a text with its clues.
    mutating func remove(_ text: Text) throws(StoreError) {
        if let clues = try clues(of: text) { for clue in clues.all { try removeClue(clue, of: text) } }
        let place: [SQLValue] = [.integer(text.article), .integer(text.number)]
        let body = try connection.first(
            "SELECT body FROM revision_text WHERE article = ?1 AND number = ?2",
            place,
            doing: doing
        ) { $0.text(0) }
        if let body { foldedHashes.insert(Identity.foldedHash(body)) }
        try run("DELETE FROM revision WHERE article = ?1 AND number = ?2", place)
        try run(
            """
            UPDATE article SET highest_forgotten = max(coalesce(highest_forgotten, 0), ?2),
                lowest_forgotten = min(coalesce(lowest_forgotten, 0), ?2) WHERE key = ?1
            """,
            place
        )
        gone.insert(text)
        guard text.isShown else { return }
        store.open?.tally.add(.revisions, -1)
        count.revisions += 1
    }

    /// The clues of a text, made anew: the table of clues has no index by article.
    private func clues(of text: Text) throws(StoreError) -> Clues? {
        try connection.first(
            """
            SELECT r.title, r.body, CASE WHEN d.articles = 1 THEN d.page_key END
            FROM revision_text r JOIN dump d ON d.key = r.dump WHERE r.article = ?1 AND r.number = ?2
            """,
            [.integer(text.article), .integer(text.number)],
            doing: doing
        ) { row in
            let folded = Identity.foldedBytes(row.text(1))
            return Clues(
                bodyHash: SHA256.digest(of: folded.span).hex,
                folded: folded,
                title: row.optionalText(0).map(Identity.folded) ?? "",
                pageKey: row.optionalText(2)
            )
        }
    }

    private func hasClues(_ text: Text, _ clues: Clues) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM clue WHERE hash = ?1 AND article = ?2 AND revision = ?3",
            [.integer(clues.text), .integer(text.article), .integer(text.number)],
            doing: doing
        ) { _ in true } ?? false
    }

    private func removeClue(_ hash: Int64, of text: Text) throws(StoreError) {
        try run(
            "DELETE FROM clue WHERE hash = ?1 AND article = ?2 AND revision = ?3",
            [.integer(hash), .integer(text.article), .integer(text.number)]
        )
    }
}
