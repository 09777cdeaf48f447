import Pages

// How the full-text index is kept equal to the articles' newest texts.
extension Store {
    /// A change that the index still needs, for one article.
    struct Unindexed {
        /// The revision that is in the index now; nil where none is.
        let held: HeldRevision?
        /// What it is to hold; nil where the article is to leave it.
        let text: (title: String?, body: String)?
    }

    /// Notes that an article has a new text; the index holds `held` so far.
    func index(_ key: Int64, _ filed: FiledItem, held: HeldRevision?) {
        index(key, (title: filed.title, body: filed.item.body), held: held)
    }

    /// Notes that an article has another text, or none any more.
    func index(_ key: Int64, _ text: (title: String?, body: String)?, held: HeldRevision?) {
        guard indexesText else { return }
        // If this transaction has noted the article before, the index still holds the revision of that note.
        let indexed = if let before = open?.unindexed[key] { before.held } else { held }
        open?.unindexed[key] = Unindexed(held: indexed, text: text)
    }

    /// Writes the texts of the open transaction into the index.
    ///
    /// This happens once, in the order of the keys. FTS5 gathers words in memory and writes all of them out whenever a
    /// row's key is not greater than the one before. When articles were indexed as they came, one revised article in a
    /// batch of new ones made FTS5 write twice.
    func writeIndex() throws(StoreError) {
        guard let unindexed = open?.unindexed, !unindexed.isEmpty else { return }
        for (key, change) in unindexed.sorted(by: { $0.key < $1.key }) {
            if let held = change.held {
                // With external content, FTS5 needs the old text to delete it, and the article's row has the new one
                // by now.
                try connection.run(
                    "INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)",
                    [.integer(key), .optional(held.title), .text(held.body)],
                    doing: "unindex a revision"
                )
            }
            guard let text = change.text else { continue }
            try connection.run(
                "INSERT INTO articles_fts (rowid, title, body) VALUES (?1, ?2, ?3)",
                [.integer(key), .optional(text.title), .text(text.body)],
                doing: "index an article"
            )
        }
        open?.unindexed = [:]
    }

    /// Switches indexing on or off.
    ///
    /// When it is switched on again, the whole index is rebuilt.
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
