import Pages

/// One place on a page at which an item was seen.
struct Sighting {
    let dump: Int64
    let delivery: Int64
    let ordinal: Int
    /// When the desk read the dump.
    let at: String
}

// How an item of a page becomes an article, a revision of one, a further sighting, or a teaser.
extension Store {
    /// Less than this share of common word runs, and two texts under one id are different stories.
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
            // A weekly column, a "Weather" page: one title, no date, another text. Filing it as a revision would
            // bury the first story under the second.
            id = Identity.unlike(filed.id, body: filed.item.body)
            held = try article(id)
        }
        guard let held else { return try createArticle(id, filed, page, sighting) }
        if let number = try revision(of: held, saying: filed) {
            try appear(filed, at: sighting, article: held.key, revision: number)
            try see(held, sighting, newest: held.revision, type: "article.seen")
        } else {
            try revise(held, filed, sighting)
        }
    }

    private func createArticle(
        _ id: String,
        _ filed: FiledItem,
        _ page: Page,
        _ sighting: Sighting
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
        try insertRevision(1, of: key, filed, nature: "first", sighting)
        index(key, filed, held: nil)
        try appear(filed, at: sighting, article: key, revision: 1)
        try note(
            "c",
            "article.created",
            .article,
            id: id,
            key: key,
            rev: 1,
            delivery: sighting.delivery,
            ordinal: sighting.ordinal,
            count: 1,
            textSize: filed.bodySize
        )
    }

    private func revise(
        _ held: HeldArticle,
        _ filed: FiledItem,
        _ sighting: Sighting
    ) throws(StoreError) {
        let item = filed.item
        let newest = try newestRevision(of: held)
        let number = held.revision + 1
        let isCosmetic =
            Identity.folded(newest.title ?? "") == Identity.folded(item.title ?? "")
            && Identity.folded(newest.body) == Identity.folded(item.body)
        try insertRevision(number, of: held.key, filed, nature: isCosmetic ? "cosmetic" : "material", sighting)
        try connection.run(
            "UPDATE article SET revision = ?2 WHERE key = ?1",
            [.integer(held.key), .integer(number)],
            doing: "file a revision"
        )
        index(held.key, filed, held: newest)
        try appear(filed, at: sighting, article: held.key, revision: number)
        try see(held, sighting, newest: number, type: "article.revised")
    }

    private func see(
        _ held: HeldArticle,
        _ sighting: Sighting,
        newest: Int64,
        type: String
    ) throws(StoreError) {
        try connection.run(
            "UPDATE article SET last_seen_at = ?2, appearances = appearances + 1 WHERE key = ?1",
            [.integer(held.key), .text(sighting.at)],
            doing: "file a sighting"
        )
        try note(
            "u",
            type,
            .article,
            id: held.id,
            key: held.key,
            rev: newest,
            delivery: sighting.delivery,
            ordinal: sighting.ordinal,
            count: held.appearances + 1,
            seenBefore: held.lastSeen
        )
    }

    private func placeTeaser(_ filed: FiledItem, on page: Page, at sighting: Sighting) throws(StoreError) {
        let id = filed.id
        let held = try connection.first(
            "SELECT key, last_seen_at FROM teaser WHERE id = ?1",
            [.text(id)],
            doing: "look a teaser up"
        ) { (key: $0.integer(0), lastSeen: $0.text(1)) }
        if let held {
            try connection.run(
                "UPDATE teaser SET last_seen_at = ?2 WHERE key = ?1",
                [.integer(held.key), .text(sighting.at)],
                doing: "file a teaser's sighting"
            )
            try appear(filed, at: sighting, teaser: held.key)
            try note(
                "u",
                "teaser.seen",
                .teaser,
                id: id,
                key: held.key,
                delivery: sighting.delivery,
                ordinal: sighting.ordinal,
                seenBefore: held.lastSeen
            )
            return
        }
        try connection.run(
            """
            INSERT INTO teaser (id, title, folded_title, summary, site, page_on, first_seen_at, last_seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
            """,
            [
                .text(id), .optional(filed.title), .optional(filed.foldedTitle),
                .optional(TextForm.cut(filed.item.body, to: 4000)), .optional(TextForm.cut(page.site, to: 500)),
                .optional(page.pageOn), .text(sighting.at),
            ],
            doing: "file a teaser"
        )
        open?.tally.add(.teasers)
        let key = connection.lastKey
        try appear(filed, at: sighting, teaser: key)
        try note(
            "c",
            "teaser.created",
            .teaser,
            id: id,
            key: key,
            delivery: sighting.delivery,
            ordinal: sighting.ordinal
        )
    }
}
