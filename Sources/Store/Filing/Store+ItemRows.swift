import Pages

// The rows of articles, revisions and appearances: how they are looked up and written.
extension Store {
    struct HeldArticle {
        let target: Change.Target
        /// The number of the newest revision.
        let revision: Int64
        let lastSeen: String
        let appearances: Int
        /// Its site or outlet, folded; nil while no page has told it.
        let source: String?
        /// The key of its group and its id, where it is in one.
        let group: (key: Int64, id: String)?

        var key: Int64 { target.key }

        /// The start of a query for articles; `init(_ row:)` reads its columns in this order.
        static let query = """
            SELECT a.key, a.id, a.revision, a.last_seen_at, a.appearances, a.source, s.key, s.id
            FROM article a LEFT JOIN syndication s ON s.key = a.syndication
            """

        init(_ row: Row) {
            target = Change.Target(.article, id: row.text(1), key: row.integer(0))
            revision = row.integer(2)
            lastSeen = row.text(3)
            appearances = row.int(4)
            source = row.optionalText(5)
            group = row.optionalInteger(6).map { ($0, row.text(7)) }
        }
    }

    struct HeldRevision {
        let number: Int64
        let title: String?
        let body: String
    }

    /// How a revision differs from the one before it.
    enum Nature: String {
        case first
        /// Words changed.
        case material
        /// Only case, punctuation, spacing, counters or lines round the text changed.
        case cosmetic
        /// Newer rules read the same dump otherwise.
        case reread
    }

    func insertRevision(
        _ number: Int64,
        of article: Int64,
        _ nature: Nature,
        _ filed: FiledItem,
        readingOf shown: Int64? = nil,
        at sighting: Sighting
    ) throws(StoreError) {
        let item = filed.item
        let cause = sighting.cause
        let (body, start, count): (SQLValue, SQLValue, SQLValue) =
            switch filed.place {
            case .inDump(let start, let count): (.null, .number(start), .number(count))
            case .apart: (.text(item.body), .null, .null)
            }
        try connection.run(
            """
            INSERT INTO revision (article, number, seen_at, nature, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256,
                extractor, body, body_start, body_bytes, reading_of, into_article, into_number)
            VALUES (?1, ?2, ?3, ?4, ?20, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?21,
                CASE WHEN ?21 IS NOT NULL THEN ?1 END, ?21)
            """,
            [
                .integer(article), .integer(number), .text(sighting.at), .text(nature.rawValue),
                .integer(sighting.dump), .optional(filed.title), .optional(filed.authors), .optional(filed.outlet),
                .optional(item.publishedOn), .optional(item.publishedAt), .optional(item.postedOn),
                .optional(filed.categories), .optional(item.language), .number(filed.wordCount),
                .text(filed.bodyHash), .text(Normaliser.version), body, start, count, .text(cause.rawValue),
                .optional(shown),
            ],
            doing: "file a revision"
        )
        if shown == nil { open?.tally.add(.revisions) }
        if let clues = filed.clues { open?.clues.add(clues, of: HeldText(article: article, revision: number)) }
    }

    func insertAppearance(
        of subject: Sighting.Subject,
        _ filed: FiledItem,
        known match: StoryMatch? = nil,
        at sighting: Sighting
    ) throws(StoreError) {
        let item = filed.item
        let (article, revision, teaser): (SQLValue, SQLValue, SQLValue) =
            switch subject {
            case .article(let key, let revision): (.integer(key), .integer(revision), .null)
            case .teaser(let key): (.null, .null, .integer(key))
            }
        try connection.run(
            """
            INSERT INTO appearance (dump, ordinal, article, revision, teaser, title, byline, authors_json, outlet,
                published_on, posted_on, categories_json, tag_count, comment_count, byte_start, byte_end,
                evidence_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """,
            [
                .integer(sighting.dump), .number(sighting.ordinal), article, revision, teaser,
                .optional(filed.title), .optional(filed.byline), .optional(filed.authors), .optional(filed.outlet),
                .optional(item.publishedOn), .optional(item.postedOn), .optional(filed.categories),
                .optional(item.tagCount), .optional(item.commentCount), .number(item.bytes.lowerBound),
                .number(item.bytes.upperBound), .text(filed.evidence(known: match)),
            ],
            doing: "file an appearance"
        )
    }

    /// The article that is known by an id: its own, or one by which it would be known too.
    func article(_ id: String) throws(StoreError) -> HeldArticle? {
        let doing = "look an article up"
        let held = try connection.first(
            HeldArticle.query + " WHERE a.id = ?1 AND a.merged_into IS NULL AND a.forgotten_at IS NULL",
            [.text(id)],
            doing: doing,
            HeldArticle.init
        )
        if let held { return held }
        return try connection.first(
            HeldArticle.query + " JOIN alias i ON i.article = a.key WHERE i.id = ?1",
            [.text(id)],
            doing: doing,
            HeldArticle.init
        )
    }

    func article(key: Int64) throws(StoreError) -> HeldArticle? {
        try connection.first(
            HeldArticle.query + " WHERE a.key = ?1 AND a.forgotten_at IS NULL",
            [.integer(key)],
            doing: "look an article up",
            HeldArticle.init
        )
    }

    /// The number of a revision with exactly this title and body, old or new.
    ///
    /// All revisions are looked at. Otherwise a page that switches back and forth between two texts would make a new
    /// revision each time.
    func revision(of article: Int64, title: String?, bodyHash: String) throws(StoreError) -> Int64? {
        try connection.first(
            """
            SELECT number FROM revision WHERE article = ?1 AND body_sha256 = ?2 AND title IS ?3 AND into_article IS NULL
            ORDER BY number DESC
            """,
            [.integer(article), .text(bodyHash), .optional(title)],
            doing: "look a revision up"
        ) { $0.integer(0) }
    }

    /// The greatest number that a revision of an article ever had; numbers of texts that left are not given again.
    func lastNumber(of article: Int64) throws(StoreError) -> Int64 {
        try connection.first(
            """
            SELECT max(coalesce(highest_forgotten, 0), (SELECT coalesce(max(number), 0) FROM revision WHERE article = key))
            FROM article WHERE key = ?1
            """,
            [.integer(article)],
            doing: "number a revision"
        ) { $0.integer(0) } ?? 0
    }

    /// Files another reading of a revision.
    ///
    /// - Returns: Its number, which is below zero.
    func insertReading(of shown: Int64, _ article: Int64, _ filed: FiledItem, at sighting: Sighting) throws(StoreError)
        -> Int64
    {
        let lowest = try connection.first(
            """
            SELECT min(coalesce(lowest_forgotten, 0), (SELECT coalesce(min(number), 0) FROM revision WHERE article = key))
            FROM article WHERE key = ?1
            """,
            [.integer(article)],
            doing: "number a reading"
        ) { $0.integer(0) }
        let number = min(lowest ?? 0, 0) - 1
        try insertRevision(number, of: article, .cosmetic, filed, readingOf: shown, at: sighting)
        return number
    }

    func revision(_ number: Int64, of article: Int64) throws(StoreError) -> HeldRevision? {
        try connection.first(
            "SELECT number, title, body FROM revision_text WHERE article = ?1 AND number = ?2",
            [.integer(article), .integer(number)],
            doing: "read a revision"
        ) { HeldRevision(number: $0.integer(0), title: $0.optionalText(1), body: $0.text(2)) }
    }

    func newestRevision(of held: HeldArticle) throws(StoreError) -> HeldRevision {
        try revision(held.revision, of: held.key) ?? HeldRevision(number: held.revision, title: nil, body: "")
    }

    /// How a text differs from a held revision.
    ///
    /// - Parameters:
    ///   - text: Title and body of the newer one.
    ///   - old: The older one.
    ///   - article: Its article.
    ///   - furniture: Lines that the newer page prints outside of its items; those of the older page are looked up.
    /// - Returns: `material` or `cosmetic`.
    /// - Throws: `StoreError`.
    func nature(
        of text: (title: String?, body: String),
        after old: HeldRevision,
        of article: Int64,
        furniture: [String]
    ) throws(StoreError) -> Nature {
        if Identity.folded(old.title ?? "") != Identity.folded(text.title ?? "") { return .material }
        var lines = furniture
        try connection.run(
            """
            SELECT value FROM revision r JOIN dump d ON d.key = r.dump JOIN json_each(d.boilerplate_json)
            WHERE r.article = ?1 AND r.number = ?2 LIMIT 1000
            """,
            [.integer(article), .integer(old.number)],
            doing: "read a page's lines"
        ) { lines.append($0.text(0)) }
        return RevisionNature.isCosmetic((old.title, old.body), text, furniture: lines) ? .cosmetic : .material
    }
}
