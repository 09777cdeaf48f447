import Pages

// How an item of a page becomes an article, a revision of one, another sighting of one, or a teaser.
extension Store {
    /// Two texts under one id are different stories where they share less than this part of their word runs.
    static let sameStory = 0.2

    func place(_ filed: FiledItem, on page: Page, at sighting: Sighting) throws(StoreError) {
        switch filed.item.kind {
        case .article: try placeArticle(filed, on: page, at: sighting)
        case .teaser: try placeTeaser(filed, on: page, at: sighting)
        }
    }

    private func placeArticle(_ filed: FiledItem, on page: Page, at sighting: Sighting) throws(StoreError) {
        var id = filed.id
        var held = try article(id)
        if let found = held, try !isSameStory(found, filed) {
            // A weekly column or a "Weather" page: the same title, no date, another text. A revision would hide the
            // first story under the second, so the text gets an article of its own.
            id = Identity.unlike(filed.id, body: filed.item.body)
            held = try article(id)
        }
        guard let held else { return try createArticle(filed, id: id, on: page, at: sighting) }
        if let number = try revision(of: held, saying: filed) {
            try insertAppearance(of: .article(key: held.key, revision: number), filed, at: sighting)
            try see(held, .articleSeen, newest: held.revision, at: sighting)
        } else {
            try revise(held, filed, at: sighting)
        }
    }

    private func createArticle(
        _ filed: FiledItem,
        id: String,
        on page: Page,
        at sighting: Sighting
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO article (id, folded_title, site, revision, first_seen_at, last_seen_at, appearances)
            VALUES (?1, ?2, ?3, 1, ?4, ?4, 1)
            """,
            [
                .text(id), .optional(filed.foldedTitle), .optional(TextForm.cut(page.site, to: 500)),
                .text(sighting.at),
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
    }

    private func revise(_ held: HeldArticle, _ filed: FiledItem, at sighting: Sighting) throws(StoreError) {
        let item = filed.item
        let newest = try newestRevision(of: held)
        let number = held.revision + 1
        let isCosmetic =
            Identity.folded(newest.title ?? "") == Identity.folded(item.title ?? "")
            && Identity.folded(newest.body) == Identity.folded(item.body)
        try insertRevision(number, of: held.key, isCosmetic ? .cosmetic : .material, filed, at: sighting)
        try connection.run(
            "UPDATE article SET revision = ?2 WHERE key = ?1",
            [.integer(held.key), .integer(number)],
            doing: "file a revision"
        )
        index(held.key, filed, held: newest)
        try insertAppearance(of: .article(key: held.key, revision: number), filed, at: sighting)
        try see(held, .articleRevised, newest: number, at: sighting)
    }

    /// Counts a sighting of an article and notes the change.
    private func see(
        _ held: HeldArticle,
        _ type: ChangeType,
        newest: Int64,
        at sighting: Sighting
    ) throws(StoreError) {
        try connection.run(
            "UPDATE article SET last_seen_at = ?2, appearances = appearances + 1 WHERE key = ?1",
            [.integer(held.key), .text(sighting.at)],
            doing: "file a sighting"
        )
        var draft = ChangeDraft(type, of: held.target, at: sighting)
        draft.rev = newest
        draft.count = held.appearances + 1
        draft.seenBefore = held.lastSeen
        try note(draft)
    }

    private func placeTeaser(_ filed: FiledItem, on page: Page, at sighting: Sighting) throws(StoreError) {
        let held = try connection.first(
            "SELECT key, last_seen_at FROM teaser WHERE id = ?1",
            [.text(filed.id)],
            doing: "look a teaser up"
        ) { (key: $0.integer(0), lastSeen: $0.text(1)) }
        guard let held else { return try createTeaser(filed, on: page, at: sighting) }
        try connection.run(
            "UPDATE teaser SET last_seen_at = ?2 WHERE key = ?1",
            [.integer(held.key), .text(sighting.at)],
            doing: "file a teaser's sighting"
        )
        try insertAppearance(of: .teaser(key: held.key), filed, at: sighting)
        var draft = ChangeDraft(.teaserSeen, of: Change.Target(.teaser, id: filed.id, key: held.key), at: sighting)
        draft.seenBefore = held.lastSeen
        try note(draft)
    }

    private func createTeaser(_ filed: FiledItem, on page: Page, at sighting: Sighting) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO teaser (id, title, folded_title, summary, site, page_on, first_seen_at, last_seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
            """,
            [
                .text(filed.id), .optional(filed.title), .optional(filed.foldedTitle),
                .optional(TextForm.cut(filed.item.body, to: 4000)), .optional(TextForm.cut(page.site, to: 500)),
                .optional(page.pageOn), .text(sighting.at),
            ],
            doing: "file a teaser"
        )
        open?.tally.add(.teasers)
        let key = connection.lastKey
        try insertAppearance(of: .teaser(key: key), filed, at: sighting)
        try note(ChangeDraft(.teaserCreated, of: Change.Target(.teaser, id: filed.id, key: key), at: sighting))
    }
}
