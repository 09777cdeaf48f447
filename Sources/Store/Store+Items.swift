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

    func place(_ item: Item, on page: Page, at sighting: Sighting) throws(StoreError) {
        switch item.kind {
        case .article: try placeArticle(item, on: page, at: sighting)
        case .teaser: try placeTeaser(item, on: page, at: sighting)
        }
    }

    private struct HeldArticle {
        let key: Int64
        let id: String
        let revision: Int64
        let lastSeen: String
        let appearances: Int
    }

    private struct HeldRevision {
        let number: Int64
        let title: String?
        let body: String
    }

    private func placeArticle(_ item: Item, on page: Page, at sighting: Sighting) throws(StoreError) {
        let bodyHash = SHA256.digest(of: item.body.utf8Bytes.span).hex
        let base = Identity.article(
            source: page.site ?? item.outlet,
            title: item.title,
            publishedOn: item.publishedOn,
            body: item.body
        )
        var id = base
        var held = try article(id)
        if let found = held, try !isSameStory(found, item, bodyHash) {
            // A weekly column, a "Weather" page: one title, no date, another text. Filing it as a revision would
            // bury the first story under the second.
            id = Identity.unlike(base, body: item.body)
            held = try article(id)
        }
        guard let held else { return try createArticle(id, item, bodyHash, page, sighting) }
        if let number = try revision(of: held, title: item.title, bodyHash: bodyHash) {
            try appear(item, at: sighting, article: held.key, revision: number)
            try see(held, sighting, newest: held.revision, type: "article.seen")
        } else {
            try revise(held, item, bodyHash, sighting)
        }
    }

    private func createArticle(
        _ id: String,
        _ item: Item,
        _ bodyHash: String,
        _ page: Page,
        _ sighting: Sighting
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO article (id, folded_title, site, revision, first_seen_at, last_seen_at, appearances)
            VALUES (?1, ?2, ?3, 1, ?4, ?4, 1)
            """,
            [
                .text(id), .optional(item.title.map(Identity.folded)), .optional(TextForm.cut(page.site, to: 500)),
                .text(sighting.at),
            ],
            doing: "file an article"
        )
        let key = connection.lastKey
        try insertRevision(1, of: key, item, bodyHash, nature: "first", sighting)
        try index(key, item)
        try appear(item, at: sighting, article: key, revision: 1)
        try note(
            "c",
            "article.created",
            .article,
            id: id,
            key: key,
            rev: 1,
            delivery: sighting.delivery,
            ordinal: sighting.ordinal,
            count: 1
        )
    }

    private func revise(
        _ held: HeldArticle,
        _ item: Item,
        _ bodyHash: String,
        _ sighting: Sighting
    ) throws(StoreError) {
        let newest = try newestRevision(of: held)
        let number = held.revision + 1
        let isCosmetic =
            Identity.folded(newest.title ?? "") == Identity.folded(item.title ?? "")
            && Identity.folded(newest.body) == Identity.folded(item.body)
        try insertRevision(number, of: held.key, item, bodyHash, nature: isCosmetic ? "cosmetic" : "material", sighting)
        if indexesText {
            // The index is told the old text, since with external content it cannot look it up any more.
            try connection.run(
                "INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)",
                [.integer(held.key), .optional(newest.title), .text(newest.body)],
                doing: "unindex a revision"
            )
        }
        try connection.run(
            "UPDATE article SET revision = ?2 WHERE key = ?1",
            [.integer(held.key), .integer(number)],
            doing: "file a revision"
        )
        try index(held.key, item)
        try appear(item, at: sighting, article: held.key, revision: number)
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

    private func placeTeaser(_ item: Item, on page: Page, at sighting: Sighting) throws(StoreError) {
        let id = Identity.teaser(site: page.site, title: item.title, summary: item.body)
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
            try appear(item, at: sighting, teaser: held.key)
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
                .text(id), .optional(TextForm.cut(item.title, to: 2000)), .optional(item.title.map(Identity.folded)),
                .optional(TextForm.cut(item.body, to: 4000)), .optional(TextForm.cut(page.site, to: 500)),
                .optional(page.pageOn), .text(sighting.at),
            ],
            doing: "file a teaser"
        )
        let key = connection.lastKey
        try appear(item, at: sighting, teaser: key)
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

    private func insertRevision(
        _ number: Int64,
        of article: Int64,
        _ item: Item,
        _ bodyHash: String,
        nature: String,
        _ sighting: Sighting
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO revision (article, number, seen_at, nature, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body, body_sha256,
                extractor)
            VALUES (?1, ?2, ?3, ?4, 'source', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """,
            [
                .integer(article), .integer(number), .text(sighting.at), .text(nature), .integer(sighting.dump),
                .optional(TextForm.cut(item.title, to: 2000)), TextForm.list(item.authors),
                .optional(TextForm.cut(item.outlet, to: 500)), .optional(item.publishedOn),
                .optional(item.publishedAt), .optional(item.postedOn), TextForm.list(item.categories),
                .optional(item.language), .number(item.wordCount), .text(item.body), .text(bodyHash),
                .text(Normaliser.version),
            ],
            doing: "file a revision"
        )
    }

    private func appear(
        _ item: Item,
        at sighting: Sighting,
        article: Int64? = nil,
        revision: Int64? = nil,
        teaser: Int64? = nil
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO appearance (dump, ordinal, article, revision, teaser, title, byline, authors_json, outlet,
                published_on, posted_on, categories_json, tag_count, comment_count, byte_start, byte_end,
                evidence_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """,
            [
                .integer(sighting.dump), .number(sighting.ordinal), .optional(article), .optional(revision),
                .optional(teaser), .optional(TextForm.cut(item.title, to: 2000)),
                .optional(TextForm.cut(item.byline, to: 1000)), TextForm.list(item.authors),
                .optional(TextForm.cut(item.outlet, to: 500)), .optional(item.publishedOn), .optional(item.postedOn),
                TextForm.list(item.categories), .optional(item.tagCount), .optional(item.commentCount),
                .number(item.bytes.lowerBound), .number(item.bytes.upperBound),
                .text(TextForm.evidence(item.evidence)),
            ],
            doing: "file an appearance"
        )
    }

    private func index(_ key: Int64, _ item: Item) throws(StoreError) {
        guard indexesText else { return }
        try connection.run(
            "INSERT INTO articles_fts (rowid, title, body) VALUES (?1, ?2, ?3)",
            [.integer(key), .optional(TextForm.cut(item.title, to: 2000)), .text(item.body)],
            doing: "index an article"
        )
    }

    private func article(_ id: String) throws(StoreError) -> HeldArticle? {
        try connection.first(
            "SELECT key, id, revision, last_seen_at, appearances FROM article WHERE id = ?1",
            [.text(id)],
            doing: "look an article up"
        ) {
            HeldArticle(
                key: $0.integer(0),
                id: $0.text(1),
                revision: $0.integer(2),
                lastSeen: $0.text(3),
                appearances: $0.int(4)
            )
        }
    }

    /// The revision that says just this, whichever it is.
    ///
    /// Looking at all of them keeps a page that flips between two texts from making a revision each time.
    private func revision(of held: HeldArticle, title: String?, bodyHash: String) throws(StoreError) -> Int64? {
        try connection.first(
            "SELECT number FROM revision WHERE article = ?1 AND body_sha256 = ?2 AND title IS ?3 ORDER BY number DESC",
            [.integer(held.key), .text(bodyHash), .optional(TextForm.cut(title, to: 2000))],
            doing: "look a revision up"
        ) { $0.integer(0) }
    }

    private func newestRevision(of held: HeldArticle) throws(StoreError) -> HeldRevision {
        try connection.first(
            "SELECT number, title, body FROM revision WHERE article = ?1 AND number = ?2",
            [.integer(held.key), .integer(held.revision)],
            doing: "read a revision"
        ) { HeldRevision(number: $0.integer(0), title: $0.optionalText(1), body: $0.text(2)) }
            ?? HeldRevision(number: held.revision, title: nil, body: "")
    }

    private func isSameStory(_ held: HeldArticle, _ item: Item, _ bodyHash: String) throws(StoreError) -> Bool {
        if try revision(of: held, title: item.title, bodyHash: bodyHash) != nil { return true }
        return Similarity.overlap(try newestRevision(of: held).body, item.body) >= Store.sameStory
    }
}

extension String {
    /// The text's UTF-8, owned.
    var utf8Bytes: [UInt8] { Array(utf8) }
}
