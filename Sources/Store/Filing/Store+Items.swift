import Pages

// How an item of a page becomes an article, a revision of one, another sighting of one, or a teaser.
extension Store {
    func place(_ filed: FiledItem, of dump: FiledPage, at sighting: Sighting) throws(StoreError) {
        switch filed.item.kind {
        case .article: try placeArticle(filed, of: dump, at: sighting)
        case .teaser: try placeTeaser(filed, of: dump, at: sighting)
        }
    }

    private func placeArticle(_ filed: FiledItem, of dump: FiledPage, at sighting: Sighting) throws(StoreError) {
        let found = try matches(of: filed)
        if let (match, revision, isMoved) = found.exact {
            // The revision that shows the text can be one of a known source, and the text leave it: it needs its own
            // place to leave from.
            let place = isMoved ? try insertReading(of: revision, match.article.key, filed, at: sighting) : revision
            return try see(match.article, in: place, filed, known: match, at: sighting)
        }
        let claim = StoryClaim(found, source: filed.source)
        var key: Int64
        if let match = claim.match {
            let held = try merge(claim.articles, for: filed, at: sighting)
            try add(filed, to: held, known: match, of: dump, at: sighting)
            key = held.key
        } else {
            key = try createArticle(filed, of: dump, at: sighting)
        }
        for giver in claim.givers { key = try takeUnknown(from: giver, to: key, like: filed, at: sighting) }
        try link(key, to: claim.copies, at: sighting)
    }

    /// Adds a text to an article: as a sighting where one of its revisions says the same, otherwise as a new revision.
    private func add(
        _ filed: FiledItem,
        to held: HeldArticle,
        known match: StoryMatch,
        of dump: FiledPage,
        at sighting: Sighting
    ) throws(StoreError) {
        // What is like another reading of a text is the same story too, so each reading is kept with its clues.
        var shown = try revision(of: held.key, title: filed.title, bodyHash: filed.bodyHash)
        if shown == nil { shown = try revision(of: held, onSameLinesAs: filed, in: dump.bytes) }
        if let shown {
            let reading = try insertReading(of: shown, held.key, filed, at: sighting)
            try see(held, in: reading, filed, known: match, at: sighting)
        } else {
            try revise(held, filed, known: match, of: dump, at: sighting)
        }
        try keep(alias: filed.id, of: held)
        if held.source == nil, let source = filed.source {
            try connection.run(
                "UPDATE article SET source = ?2 WHERE key = ?1",
                [.integer(held.key), .text(source)],
                doing: "name an article's source"
            )
        }
    }

    /// Lets another id lead to an article, unless it is another article's.
    func keep(alias id: String, of held: HeldArticle) throws(StoreError) {
        guard id != held.target.id else { return }
        try connection.run(
            """
            INSERT OR IGNORE INTO alias (id, article)
            SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = ?1)
            """,
            [.text(id), .integer(held.key)],
            doing: "keep an article's other id"
        )
    }

    /// A new article's id: the item's own, unless another story has it.
    ///
    /// A weekly column, or "Letters", gives several texts of one day the same source, title and date. A revision would
    /// hide the first story under the second, so the text gets an article of its own.
    private func freeID(_ filed: FiledItem) throws(StoreError) -> String {
        var id = filed.id
        while try isTaken(id) { id = Identity.unlike(id, body: filed.item.body) }
        return id
    }

    private func isTaken(_ id: String) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM article WHERE id = ?1 UNION ALL SELECT 1 FROM alias WHERE id = ?1",
            [.text(id)],
            doing: "look an id up"
        ) { _ in true } ?? false
    }

    private func createArticle(_ filed: FiledItem, of dump: FiledPage, at sighting: Sighting) throws(StoreError)
        -> Int64
    {
        let id = try freeID(filed)
        try connection.run(
            """
            INSERT INTO article (id, folded_title, site, source, revision, first_seen_at, last_seen_at, appearances)
            VALUES (?1, ?2, ?3, ?5, 1, ?4, ?4, 1)
            """,
            [
                .text(id), .optional(filed.foldedTitle), .optional(TextForm.cut(dump.page.site, to: 500)),
                .text(sighting.at), .optional(filed.source),
            ],
            doing: "file an article"
        )
        open?.tally.add(.articles)
        let key = connection.lastKey
        try insertRevision(1, of: key, .first, filed, at: sighting)
        index(key, filed, held: nil)
        try insertAppearance(of: .article(key: key, revision: 1), filed, at: sighting)
        var draft = ChangeDraft(.articleCreated, of: Change.Target(.article, id: id, key: key), at: sighting)
        draft.rev = 1
        draft.count = 1
        draft.textSize = filed.bodySize
        try note(draft)
        return key
    }

    private func revise(
        _ held: HeldArticle,
        _ filed: FiledItem,
        known match: StoryMatch,
        of dump: FiledPage,
        at sighting: Sighting
    ) throws(StoreError) {
        let newest = try newestRevision(of: held)
        let number = try lastNumber(of: held.key) + 1
        let text = (title: filed.title, body: filed.item.body)
        // A difference that newer rules made is no edit by the publisher.
        let isReread = sighting.cause == .extractor
        let nature: Nature =
            try isReread ? .reread : nature(of: text, after: newest, of: held.key, furniture: dump.page.boilerplate)
        try insertRevision(number, of: held.key, nature, filed, at: sighting)
        try connection.run(
            "UPDATE article SET revision = ?2, folded_title = iif(?3, ?4, folded_title) WHERE key = ?1",
            [.integer(held.key), .integer(number), .number(isReread ? 1 : 0), .optional(filed.foldedTitle)],
            doing: "file a revision"
        )
        index(held.key, filed, held: newest)
        try insertAppearance(of: .article(key: held.key, revision: number), filed, known: match, at: sighting)
        try count(held, isReread ? .articleReread : .articleRevised, newest: number, at: sighting)
    }

    /// Files a sighting of a revision that is held, or of another reading of one.
    private func see(
        _ held: HeldArticle,
        in revision: Int64,
        _ filed: FiledItem,
        known match: StoryMatch,
        at sighting: Sighting
    ) throws(StoreError) {
        try insertAppearance(of: .article(key: held.key, revision: revision), filed, known: match, at: sighting)
        let shown = try movedNumber(of: revision, of: held.key)
        try count(held, .articleSeen, newest: held.revision, shown: shown, at: sighting)
    }

    /// The number under which a reading is shown, where its revision has left since the reading was filed; else nil.
    private func movedNumber(of reading: Int64, of article: Int64) throws(StoreError) -> Int64? {
        try connection.first(
            """
            SELECT into_number FROM revision WHERE article = ?1 AND number = ?2 AND into_article = ?1
                AND into_number <> coalesce(reading_of, number)
            """,
            [.integer(article), .integer(reading)],
            doing: "look a reading up"
        ) { $0.integer(0) }
    }

    /// Counts a sighting of an article and notes the change.
    private func count(
        _ held: HeldArticle,
        _ type: ChangeType,
        newest: Int64,
        shown: Int64? = nil,
        at sighting: Sighting
    ) throws(StoreError) {
        try connection.run(
            "UPDATE article SET last_seen_at = max(last_seen_at, ?2), appearances = appearances + 1 WHERE key = ?1",
            [.integer(held.key), .text(sighting.at)],
            doing: "file a sighting"
        )
        var draft = ChangeDraft(type, of: held.target, at: sighting)
        draft.rev = newest
        draft.revBefore = held.revision
        draft.count = held.appearances + 1
        draft.countBefore = held.appearances
        draft.seenBefore = held.lastSeen
        draft.group = held.group?.id
        if let shown { draft.keep(revision: shown) }
        try note(draft)
    }

    private func placeTeaser(_ filed: FiledItem, of dump: FiledPage, at sighting: Sighting) throws(StoreError) {
        let held = try connection.first(
            "SELECT key, last_seen_at FROM teaser WHERE id = ?1",
            [.text(filed.id)],
            doing: "look a teaser up"
        ) { (key: $0.integer(0), lastSeen: $0.text(1)) }
        guard let held else { return try createTeaser(filed, of: dump, at: sighting) }
        try connection.run(
            "UPDATE teaser SET gone_at = NULL WHERE key = ?1 AND gone_at IS NOT NULL",
            [.integer(held.key)],
            doing: "file a teaser's sighting"
        )
        if connection.changedRows > 0, let text = try indexedText(ofTeaser: held.key) {
            open?.tally.add(.teasers)
            index(teaser: held.key, text)
        }
        try connection.run(
            "UPDATE teaser SET last_seen_at = max(last_seen_at, ?2) WHERE key = ?1",
            [.integer(held.key), .text(sighting.at)],
            doing: "file a teaser's sighting"
        )
        try insertAppearance(of: .teaser(key: held.key), filed, at: sighting)
        var draft = ChangeDraft(.teaserSeen, of: Change.Target(.teaser, id: filed.id, key: held.key), at: sighting)
        draft.seenBefore = held.lastSeen
        try note(draft)
    }

    private func createTeaser(_ filed: FiledItem, of dump: FiledPage, at sighting: Sighting) throws(StoreError) {
        let summary = TextForm.cut(filed.item.body, to: 4000)
        try connection.run(
            """
            INSERT INTO teaser (id, title, folded_title, summary, site, page_on, first_seen_at, last_seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
            """,
            [
                .text(filed.id), .optional(filed.title), .optional(filed.foldedTitle),
                .optional(summary), .optional(TextForm.cut(dump.page.site, to: 500)),
                .optional(dump.page.pageOn), .text(sighting.at),
            ],
            doing: "file a teaser"
        )
        open?.tally.add(.teasers)
        let key = connection.lastKey
        index(teaser: key, IndexedText(title: filed.title, text: summary))
        try insertAppearance(of: .teaser(key: key), filed, at: sighting)
        try note(ChangeDraft(.teaserCreated, of: Change.Target(.teaser, id: filed.id, key: key), at: sighting))
    }
}
