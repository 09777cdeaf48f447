import Pages

// How two articles become one. The younger one's row and revisions stay where they are, since the records of its
// changes are made of them; they say which article and which revisions they are now.
extension Store {
    /// Makes several articles one: the oldest takes the others in.
    ///
    /// - Parameters:
    ///   - articles: The oldest first; at least one.
    ///   - filed: The item that showed that they are one.
    ///   - sighting: Where.
    /// - Returns: The oldest, as it is afterwards.
    /// - Throws: `StoreError`.
    func merge(_ articles: [HeldArticle], for filed: FiledItem, at sighting: Sighting) throws(StoreError) -> HeldArticle
    {
        guard var oldest = articles.first else { preconditionFailure("no article to merge into") }
        if articles.count > 1 { for article in articles { try touch(article: article.key) } }
        for younger in articles.dropFirst() {
            try merge(younger, into: oldest, at: sighting)
            oldest = try article(key: oldest.key) ?? oldest
        }
        guard articles.count > 1 else { return oldest }
        if let group = oldest.group { try splitGroup(group.key, at: sighting) }
        // The others' copies are the oldest one's now, and so is their group.
        try link(oldest.key, to: try copyScores(of: oldest.key), at: sighting)
        try noteMovedRows(sighting.delivery, .rule)
        return try article(key: oldest.key) ?? oldest
    }

    private func merge(_ younger: HeldArticle, into older: HeldArticle, at sighting: Sighting) throws(StoreError) {
        if let group = younger.group { try leave(group.key, younger, at: sighting) }
        try noteMerge(of: younger, into: older, at: sighting)
        let held = try newestRevision(of: older)
        index(younger.key, nil, held: try newestRevision(of: younger))
        let moved = try moveRevisions(of: younger, to: older, after: held, at: sighting)
        try connection.run(
            """
            UPDATE article SET revision = ?2, appearances = appearances + ?3, last_seen_at = max(last_seen_at, ?4),
                source = coalesce(source, ?5) WHERE key = ?1
            """,
            [
                .integer(older.key), .integer(moved.last?.number ?? older.revision), .number(younger.appearances),
                .text(younger.lastSeen), .optional(younger.source),
            ],
            doing: "merge articles"
        )
        try connection.run(
            "UPDATE article SET merged_into = ?2, syndication = NULL WHERE key = ?1 OR merged_into = ?1",
            [.integer(younger.key), .integer(older.key)],
            doing: "merge articles"
        )
        open?.tally.add(.articles, -1)
        try moveAliasesAndCopies(of: younger, to: older)
        if let newest = moved.last {
            index(older.key, (title: newest.title, body: newest.body), held: held)
        }
        try noteRevisions(moved, of: older, with: younger, at: sighting)
    }

    /// Gives an article the texts of another that it does not have yet.
    ///
    /// - Returns: The new revisions, in order.
    private func moveRevisions(
        of younger: HeldArticle,
        to older: HeldArticle,
        after newest: HeldRevision,
        at sighting: Sighting
    ) throws(StoreError) -> [HeldRevision] {
        var texts: [(number: Int64, title: String?, bodyHash: String)] = []
        try connection.run(
            """
            SELECT number, title, body_sha256 FROM revision WHERE article = ?1 AND into_article IS NULL ORDER BY number
            """,
            [.integer(younger.key)],
            doing: "read an article's revisions"
        ) { texts.append(($0.integer(0), $0.optionalText(1), $0.text(2))) }
        var moved: [HeldRevision] = []
        for text in texts {
            let target: Int64
            if let same = try revision(of: older.key, title: text.title, bodyHash: text.bodyHash) {
                target = same
            } else {
                target = try lastNumber(of: older.key) + 1
                guard let held = try revision(text.number, of: younger.key) else { continue }
                let nature = try nature(
                    of: (held.title, held.body),
                    after: moved.last ?? newest,
                    of: older.key,
                    furniture: []
                )
                try copyRevision(text.number, of: younger.key, to: older.key, as: target, nature)
                moved.append(HeldRevision(number: target, title: held.title, body: held.body))
            }
            try connection.run(
                """
                UPDATE revision SET into_article = ?3, into_number = ?4
                WHERE article = ?1 AND number = ?2 OR into_article = ?1 AND into_number = ?2
                """,
                [.integer(younger.key), .integer(text.number), .integer(older.key), .integer(target)],
                doing: "move a revision"
            )
            open?.tally.add(.revisions, -1)
        }
        return moved
    }

    func copyRevision(
        _ number: Int64,
        of article: Int64,
        to other: Int64,
        as target: Int64,
        _ nature: Nature
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO revision (article, number, seen_at, nature, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256,
                extractor, body, body_start, body_bytes)
            SELECT ?3, ?4, seen_at, ?5, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256,
                extractor, body, body_start, body_bytes
            FROM revision WHERE article = ?1 AND number = ?2
            """,
            [.integer(article), .integer(number), .integer(other), .integer(target), .text(nature.rawValue)],
            doing: "move a revision"
        )
        open?.tally.add(.revisions)
    }

    private func moveAliasesAndCopies(of younger: HeldArticle, to older: HeldArticle) throws(StoreError) {
        let keys: [SQLValue] = [.integer(younger.key), .integer(older.key)]
        try connection.run(
            "UPDATE alias SET article = ?2 WHERE article = ?1",
            keys,
            doing: "move an article's ids"
        )
        try connection.run(
            "INSERT OR REPLACE INTO alias (id, article) VALUES (?1, ?2)",
            [.text(younger.target.id), .integer(older.key)],
            doing: "move an article's ids"
        )
        try connection.run(
            """
            INSERT INTO copy (article, other, score)
            SELECT min(third, ?2), max(third, ?2), score FROM (
                SELECT other AS third, score FROM copy WHERE article = ?1
                UNION ALL SELECT article, score FROM copy WHERE other = ?1
            ) WHERE third <> ?2
            ON CONFLICT (article, other) DO UPDATE SET score = max(score, excluded.score)
            """,
            keys,
            doing: "move an article's copies"
        )
        try connection.run(
            "DELETE FROM copy WHERE article = ?1 OR other = ?1",
            [.integer(younger.key)],
            doing: "move an article's copies"
        )
    }

    private func noteMerge(of younger: HeldArticle, into older: HeldArticle, at sighting: Sighting) throws(StoreError) {
        var draft = ChangeDraft(.articleMerged, of: younger.target, at: sighting)
        draft.cause = .rule
        draft.rev = younger.revision
        draft.revBefore = younger.revision
        draft.count = younger.appearances
        draft.countBefore = younger.appearances
        draft.seenBefore = younger.lastSeen
        draft.reason = "merged into \(older.target.id)"
        // A row that goes has no text that could go ahead in parts.
        draft.textSize = 0
        try note(draft)
    }

    /// Notes the revisions that an article got from another, and that it was seen where the other was.
    private func noteRevisions(
        _ moved: [HeldRevision],
        of older: HeldArticle,
        with younger: HeldArticle,
        at sighting: Sighting
    ) throws(StoreError) {
        var before = (rev: older.revision, count: older.appearances, seen: older.lastSeen)
        let count = older.appearances + younger.appearances
        for number in moved.isEmpty ? [older.revision] : moved.map(\.number) {
            try noteRevision(number, of: older, count: count, before: before, at: sighting)
            before = (number, count, sighting.at)
        }
    }

    /// Notes that an article has other texts, because of what was read elsewhere and of no change of its page.
    func noteRevision(
        _ number: Int64,
        of held: HeldArticle,
        count: Int,
        before: (rev: Int64, count: Int, seen: String),
        at sighting: Sighting
    ) throws(StoreError) {
        var draft = ChangeDraft(.articleRevised, of: held.target, delivery: sighting.delivery)
        draft.cause = .rule
        draft.rev = number
        draft.revBefore = before.rev
        draft.count = count
        draft.countBefore = before.count
        draft.seenBefore = before.seen
        draft.group = held.group?.id
        try note(draft)
    }
}
