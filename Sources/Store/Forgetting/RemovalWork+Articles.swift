import Pages

// What becomes of the articles whose texts or appearances go.
extension RemovalWork {
    func former(_ key: Int64) throws(StoreError) -> Former? {
        guard let held = try store.article(key: key) else { return nil }
        return Former(held: held, newest: try store.newestRevision(of: held))
    }

    /// Lets an article leave its group, before its texts go.
    func leaveGroup(_ former: Former, at sighting: Sighting) throws(StoreError) {
        // It can be in another group by now, since one that went before it can have split the first.
        guard let held = try store.article(key: former.held.key), let group = held.group else { return }
        try store.leave(group.key, held, at: sighting)
        try run("DELETE FROM copy WHERE article = ?1 OR other = ?1", [.integer(held.key)])
        try store.splitGroup(group.key, at: sighting)
    }

    /// Leaves a shell of an article whose texts are gone, and of those that were merged into it: the records of its
    /// changes name its key.
    mutating func bury(_ former: Former, blocks: Bool) throws(StoreError) {
        let held = former.held
        let key = SQLValue.integer(held.key)
        store.index(held.key, nil, held: former.newest)
        var ids = [held.target.id]
        try connection.run("SELECT id FROM alias WHERE article = ?1", [key], doing: doing) { ids.append($0.text(0)) }
        for id in ids { try bury(id, .article, blocks: blocks) }
        try run("DELETE FROM alias WHERE article = ?1", [key])
        try run("DELETE FROM copy WHERE article = ?1 OR other = ?1", [key])
        let family = try keys("SELECT key FROM article WHERE key = ?1 OR merged_into = ?1", [key])
        deadArticles.formUnion(family)
        try run(
            """
            UPDATE article SET id = 'forgotten:' || key, folded_title = NULL, site = NULL, source = NULL,
                syndication = NULL, appearances = 0, forgotten_at = ?2 WHERE key = ?1 OR merged_into = ?1
            """,
            [key, .text(removal.now)]
        )
        store.open?.tally.add(.articles, -1)
        count.articles += 1
    }

    /// Whether another dump shows an article.
    func isSeen(_ article: Int64, outside dump: Int64) throws(StoreError) -> Bool {
        try connection.first(
            """
            SELECT 1 FROM revision r JOIN appearance p ON p.article = r.article AND p.revision = r.number
            WHERE (r.article = ?1 AND (r.into_article IS NULL OR r.into_article = ?1) OR r.into_article = ?1)
                AND p.dump <> ?2 LIMIT 1
            """,
            [.integer(article), .integer(dump)],
            doing: doing
        ) { _ in true } ?? false
    }

    /// Shows readings whose revision is gone by themselves.
    func showReadings(of story: Int64) throws(StoreError) {
        let left = try texts(ofStory: story)
        let shown = Set(left.filter(\.isShown).map(\.number))
        for text in left where !text.isShown {
            let place: [SQLValue] = [.integer(text.article), .integer(text.number)]
            let number = try connection.first(
                "SELECT into_number FROM revision WHERE article = ?1 AND number = ?2",
                place,
                doing: doing
            ) { $0.integer(0) }
            guard let number, !shown.contains(number) else { continue }
            let target: Int64
            if let same = try store.revision(of: story, title: text.title, bodyHash: text.bodyHash) {
                target = same
            } else {
                target = try store.lastNumber(of: story) + 1
                try store.copyRevision(text.number, of: text.article, to: story, as: target, .material)
            }
            try run(
                "UPDATE revision SET into_article = ?3, into_number = ?4 WHERE article = ?1 AND number = ?2",
                place + [.integer(story), .integer(target)]
            )
        }
    }

    /// Brings an article up to date that has lost texts or appearances, and notes that.
    func settle(_ former: Former) throws(StoreError) {
        let held = former.held
        let key = SQLValue.integer(held.key)
        let newest = try connection.first(
            """
            SELECT max(number) FROM revision WHERE article = ?1 AND number > 0 AND into_article IS NULL
                AND (number = ?2 OR NOT EXISTS (SELECT 1 FROM revision WHERE article = ?1 AND number = ?2
                    AND into_article IS NULL))
            """,
            [key, .integer(held.revision)],
            doing: doing
        ) { $0.optionalInteger(0) }
        guard let newest = newest.flatMap({ $0 }), let last = try lastSighting(of: held.key) else { return }
        guard newest != held.revision || last.count != held.appearances else { return }
        try run(
            "UPDATE article SET revision = ?2, appearances = ?3, last_seen_at = ?4, folded_title = ?5 WHERE key = ?1",
            [
                key, .integer(newest), .number(last.count), .text(last.sighting.at),
                // The text that gave the article its title can be the one that is gone.
                .optional(try store.revision(newest, of: held.key)?.title.map(Identity.folded)),
            ]
        )
        if newest != held.revision, let text = try store.revision(newest, of: held.key) {
            store.index(held.key, (title: text.title, body: text.body), held: former.newest)
        }
        let type: ChangeType = newest == held.revision ? .articleSeen : .articleRevised
        var draft = ChangeDraft(type, of: held.target, at: last.sighting)
        // It was not seen anew: records of single rows tell where it is shown now.
        draft.ordinal = nil
        draft.cause = .operator
        draft.reason = removal.reason
        draft.rev = newest
        draft.revBefore = held.revision
        draft.count = last.count
        draft.countBefore = held.appearances
        draft.seenBefore = held.lastSeen
        draft.group = try store.article(key: held.key)?.group?.id
        try store.note(draft)
    }

    /// Where an article was seen last, and how often in all.
    private func lastSighting(of story: Int64) throws(StoreError) -> (sighting: Sighting, count: Int)? {
        try connection.first(
            """
            SELECT d.key, d.delivery, p.ordinal, v.received_at, count(*) OVER ()
            FROM revision r JOIN appearance p ON p.article = r.article AND p.revision = r.number
                JOIN dump d ON d.key = p.dump JOIN delivery v ON v.number = d.delivery
            WHERE r.article = ?1 AND (r.into_article IS NULL OR r.into_article = ?1) OR r.into_article = ?1
            ORDER BY d.delivery DESC, p.ordinal DESC LIMIT 1
            """,
            [.integer(story)],
            doing: doing
        ) { row in
            let sighting = Sighting(
                dump: row.integer(0),
                delivery: row.integer(1),
                ordinal: row.int(2),
                at: row.text(3)
            )
            return (sighting, row.int(4))
        }
    }
}
