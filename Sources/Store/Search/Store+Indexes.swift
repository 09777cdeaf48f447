import Pages

// How the full-text indexes are switched on and off, made anew and checked.
extension Store {
    private static let settingUp = "set the full-text index up"
    private static let textsAtATime = 500

    /// Switches indexing on or off.
    ///
    /// An index that was off lacks what came meanwhile. Switched on, it is made anew by calls of `fillIndexes`; the index
    /// of articles is made here, since FTS5 does that by itself.
    ///
    /// - Parameters:
    ///   - isOn: Whether articles and teasers are found at all.
    ///   - bigrams: Whether words inside a run of a script without spaces are found.
    /// - Throws: `StoreError`.
    package func setIndexing(_ isOn: Bool, bigrams: Bool = true) throws(StoreError) {
        if isOn, try !isWhole(TextIndex.articles.mark) {
            try connection.script(TextIndex.articles.order("rebuild"), doing: Store.settingUp)
        }
        try setWhole(.articles, isOn)
        if !isOn { try setWhole(.teasers, false) }
        if !isOn || !bigrams, try isWhole(TextIndex.bigrams.mark) {
            try setWhole(.bigrams, false)
            // Whoever switches it off wants the room for something else.
            try connection.script(TextIndex.bigrams.order("delete-all"), doing: Store.settingUp)
        }
        indexesText = isOn
        indexesBigrams = isOn && bigrams
    }

    /// Makes the next part of an index that is switched on and not whole.
    ///
    /// When this is cut short, the index is begun again.
    ///
    /// - Returns: Whether there is more to do.
    /// - Throws: `StoreError`.
    package func fillIndexes() throws(StoreError) -> Bool {
        guard indexesText else { return false }
        for index in [TextIndex.bigrams, .teasers] where index != .bigrams || indexesBigrams {
            guard try !isWhole(index.mark) else { continue }
            let last = fillings[index]
            fillings[index] = try inOneStep { () throws(StoreError) in
                if last == nil { try connection.script(index.order("delete-all"), doing: Store.settingUp) }
                guard let end = try fill(index, after: last ?? 0) else {
                    try setWhole(index, true)
                    return nil
                }
                return end
            }
            return true
        }
        return false
    }

    /// Makes all indexes anew that the desk has switched on.
    package func rebuildIndex() throws(StoreError) {
        try connection.script(TextIndex.articles.order("rebuild"), doing: "make the full-text index anew")
        indexesBigrams = try isWhole(TextIndex.bigrams.mark)
        for index in [TextIndex.bigrams, .teasers] where try isWhole(index.mark) { try setWhole(index, false) }
        while try fillIndexes() {}
    }

    /// Whether the index of articles holds every article.
    package func isSearchable() throws(StoreError) -> Bool { try isWhole(TextIndex.articles.mark) }

    /// Whether `meta` says so.
    func isWhole(_ mark: String) throws(StoreError) -> Bool {
        try connection.first("SELECT value FROM meta WHERE name = ?1", [.text(mark)], doing: "look at the index") {
            $0.text(0) == "1"
        } ?? false
    }

    private func setWhole(_ index: TextIndex, _ isWhole: Bool) throws(StoreError) {
        guard try self.isWhole(index.mark) != isWhole else { return }
        try connection.run(
            "INSERT OR REPLACE INTO meta VALUES (?1, ?2)",
            [.text(index.mark), .text(isWhole ? "1" : "0")],
            doing: Store.settingUp
        )
    }

    /// - Returns: The last key looked at; nil where none was left.
    private func fill(_ index: TextIndex, after key: Int64) throws(StoreError) -> Int64? {
        // Keys first, texts one by one: a text may have 64 MiB.
        var keys: [Int64] = []
        let (table, sql) =
            index == .teasers
            ? ("teaser WHERE gone_at IS NULL AND", "SELECT title, summary FROM teaser WHERE key = ?1")
            : (
                "article WHERE merged_into IS NULL AND forgotten_at IS NULL AND",
                "SELECT title, body FROM article_text WHERE key = ?1"
            )
        try connection.run(
            "SELECT key FROM \(table) key > ?1 ORDER BY key LIMIT \(Store.textsAtATime)",
            [.integer(key)],
            doing: Store.settingUp
        ) { keys.append($0.integer(0)) }
        for key in keys {
            let text = try connection.first(sql, [.integer(key)], doing: Store.settingUp) {
                IndexedText(title: $0.optionalText(0), text: $0.optionalText(1))
            }
            try write(nil, index == .teasers ? text?.split : text?.bigrams, to: index, key)
        }
        return keys.last
    }

    private func inOneStep<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try connection.script("BEGIN IMMEDIATE", doing: Store.settingUp)
        do throws(StoreError) {
            let result = try body()
            try connection.script("COMMIT", doing: Store.settingUp)
            return result
        } catch {
            if connection.inTransaction { try? connection.script("ROLLBACK", doing: Store.settingUp) }
            throw error
        }
    }

    // MARK: Check

    /// Compares the indexes with the articles and teasers; nil when they agree.
    ///
    /// `integrity_check` does not compare them. FTS5's own check does for an index whose texts it can read; it is an
    /// INSERT and so needs a connection that may write. Of the others it tells whether they agree with themselves, and
    /// here it is compared which texts they hold.
    package func indexDefect() throws(StoreError) -> Defect? {
        do throws(StoreError) {
            for index in TextIndex.allCases where try isWhole(index.mark) {
                try connection.run(
                    "INSERT INTO \(index.rawValue) (\(index.rawValue), rank) VALUES ('integrity-check', 1)",
                    doing: "check the full-text index"
                )
            }
        } catch  where error.kind == .damaged {
            return Defect(.index, "full-text index: it is out of step with the articles")
        }
        if try isWhole(TextIndex.teasers.mark), try keysDiffer(.teasers, { _ in true }) {
            return Defect(.index, "full-text index: it is out of step with the teasers")
        }
        if try isWhole(TextIndex.bigrams.mark), try keysDiffer(.bigrams, { $0.bigrams != nil }) {
            return Defect(.index, "index of two-character words: it is out of step with the articles")
        }
        return nil
    }

    /// Whether an index holds other rows than those whose texts belong there.
    private func keysDiffer(_ index: TextIndex, _ belongs: (IndexedText) -> Bool) throws(StoreError) -> Bool {
        var differ = false
        try connection.run(
            index == .teasers
                ? """
                SELECT t.title, t.summary, EXISTS (SELECT 1 FROM teasers_fts f WHERE f.rowid = t.key)
                FROM teaser t WHERE t.gone_at IS NULL
                """
                : """
                SELECT t.title, t.body, EXISTS (SELECT 1 FROM articles_bigrams f WHERE f.rowid = t.key)
                FROM article_text t
                """,
            doing: "check the full-text index"
        ) { row in
            let text = IndexedText(title: row.optionalText(0), text: row.optionalText(1))
            if belongs(text) != (row.int(2) == 1) { differ = true }
        }
        let strangers = try connection.first(
            index == .teasers
                ? "SELECT count(*) FROM teasers_fts WHERE rowid NOT IN (SELECT key FROM teaser WHERE gone_at IS NULL)"
                : "SELECT count(*) FROM articles_bigrams WHERE rowid NOT IN (SELECT key FROM article_text)",
            doing: "check the full-text index"
        ) { $0.int(0) }
        return differ || strangers != 0
    }
}
