import Pages

// How the full-text index keeps step with the articles.
extension Store {
    /// What has to change in the index for one article.
    struct Unindexed {
        /// The text that the index holds; nil where it holds none.
        let held: HeldRevision?
        let title: String?
        let body: String
    }

    /// Notes that an article has another text than the index, which holds `held`.
    func index(_ key: Int64, _ filed: FiledItem, held: HeldRevision?) {
        guard indexesText else { return }
        let indexed = if let before = open?.unindexed[key] { before.held } else { held }
        open?.unindexed[key] = Unindexed(held: indexed, title: filed.title, body: filed.item.body)
    }

    /// Brings the index up to what the open transaction filed.
    ///
    /// Once, and in the order of the keys: FTS5 gathers words in memory, and writes all of them out whenever a row's key
    /// is not above the one before. One revised article among a batch of new ones had it written twice.
    func writeIndex() throws(StoreError) {
        guard let unindexed = open?.unindexed, !unindexed.isEmpty else { return }
        for (key, text) in unindexed.sorted(by: { $0.key < $1.key }) {
            if let held = text.held {
                // The index is told the old text, since with external content it cannot look it up any more.
                try connection.run(
                    "INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)",
                    [.integer(key), .optional(held.title), .text(held.body)],
                    doing: "unindex a revision"
                )
            }
            try connection.run(
                "INSERT INTO articles_fts (rowid, title, body) VALUES (?1, ?2, ?3)",
                [.integer(key), .optional(text.title), .text(text.body)],
                doing: "index an article"
            )
        }
        open?.unindexed = [:]
    }

    /// Says whether new articles go into the full-text index; switched on again, the index is made anew.
    package func setIndexing(_ isOn: Bool) throws(StoreError) {
        let doing = "set the full-text index up"
        let isWhole =
            try connection.first("SELECT value FROM meta WHERE name = 'search_indexed'", doing: doing) {
                $0.text(0) == "1"
            } ?? false
        if isOn, !isWhole {
            try connection.script("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')", doing: doing)
        }
        if isOn != isWhole {
            try connection.run(
                "UPDATE meta SET value = ?1 WHERE name = 'search_indexed'",
                [.text(isOn ? "1" : "0")],
                doing: doing
            )
        }
        indexesText = isOn
    }
}
