import Pages

// Articles that an older version filed have no clues yet. They get them when the desk starts, some at a time.
extension Store {
    private static let articlesAtATime = 200

    /// Gives the next articles their clues.
    ///
    /// - Returns: Whether more articles lack them.
    /// - Throws: `StoreError`.
    package func addMissingClues() throws(StoreError) -> Bool {
        let doing = "make clues of older texts"
        let first = try connection.first("SELECT value FROM meta WHERE name = 'clues_up_to'", doing: doing) {
            $0.integer(0)
        }
        // A new database has none to make.
        guard let first, first >= 0 else { return false }
        try connection.script("BEGIN IMMEDIATE", doing: doing)
        do throws(StoreError) {
            let last = try addClues(after: first, doing)
            try connection.run(
                "UPDATE meta SET value = ?1 WHERE name = 'clues_up_to'",
                [.text(String(last ?? -1))],
                doing: doing
            )
            try connection.script("COMMIT", doing: doing)
            return last != nil
        } catch {
            if connection.inTransaction { try? connection.script("ROLLBACK", doing: doing) }
            throw error
        }
    }

    /// - Returns: The last article that got its clues; nil where none was left.
    private func addClues(after first: Int64, _ doing: String) throws(StoreError) -> Int64? {
        var texts: [(article: Int64, number: Int64, title: String?, body: String, pageKey: String?, source: String?)] =
            []
        try connection.run(
            """
            SELECT r.article, r.number, r.title, r.body, CASE WHEN d.articles = 1 THEN d.page_key END, d.site, r.outlet
            FROM revision_text r JOIN dump d ON d.key = r.dump
            WHERE r.article IN (SELECT key FROM article WHERE key > ?1 ORDER BY key LIMIT ?2)
            """,
            [.integer(first), .number(Store.articlesAtATime)],
            doing: doing
        ) { row in
            texts.append(
                (
                    row.integer(0), row.integer(1), row.optionalText(2), row.text(3), row.optionalText(4),
                    FiledItem.source(site: row.optionalText(5), outlet: row.optionalText(6))
                )
            )
        }
        var clues = NewClues()
        for text in texts {
            let folded = Identity.foldedBytes(text.body)
            clues.add(
                Clues(
                    bodyHash: SHA256.digest(of: folded.span).hex,
                    folded: folded,
                    title: text.title.map(Identity.folded) ?? "",
                    pageKey: text.pageKey
                ),
                of: HeldText(article: text.article, revision: text.number)
            )
            try connection.run(
                "UPDATE article SET source = ?2 WHERE key = ?1 AND source IS NULL",
                [.integer(text.article), .optional(text.source)],
                doing: doing
            )
        }
        try write(clues)
        return texts.map(\.article).max()
    }
}
