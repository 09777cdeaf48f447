import Pages

// The rows of articles, revisions and appearances: how they are looked up and written.
extension Store {
    struct HeldArticle {
        let target: Change.Target
        /// The number of the newest revision.
        let revision: Int64
        let lastSeen: String
        let appearances: Int

        var key: Int64 { target.key }
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
        /// Only case, punctuation or spacing changed.
        case cosmetic
    }

    func insertRevision(
        _ number: Int64,
        of article: Int64,
        _ nature: Nature,
        _ filed: FiledItem,
        at sighting: Sighting
    ) throws(StoreError) {
        let item = filed.item
        let (body, start, count): (SQLValue, SQLValue, SQLValue) =
            switch filed.place {
            case .inDump(let start, let count): (.null, .number(start), .number(count))
            case .apart: (.text(item.body), .null, .null)
            }
        try connection.run(
            """
            INSERT INTO revision (article, number, seen_at, nature, cause, dump, title, authors_json, outlet,
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256,
                extractor, body, body_start, body_bytes)
            VALUES (?1, ?2, ?3, ?4, 'source', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """,
            [
                .integer(article), .integer(number), .text(sighting.at), .text(nature.rawValue),
                .integer(sighting.dump), .optional(filed.title), .optional(filed.authors), .optional(filed.outlet),
                .optional(item.publishedOn), .optional(item.publishedAt), .optional(item.postedOn),
                .optional(filed.categories), .optional(item.language), .number(filed.wordCount),
                .text(filed.bodyHash), .text(Normaliser.version), body, start, count,
            ],
            doing: "file a revision"
        )
        open?.tally.add(.revisions)
    }

    func insertAppearance(
        of subject: Sighting.Subject,
        _ filed: FiledItem,
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
                .number(item.bytes.upperBound), .text(filed.evidence),
            ],
            doing: "file an appearance"
        )
    }

    func article(_ id: String) throws(StoreError) -> HeldArticle? {
        try connection.first(
            "SELECT key, id, revision, last_seen_at, appearances FROM article WHERE id = ?1",
            [.text(id)],
            doing: "look an article up"
        ) {
            HeldArticle(
                target: Change.Target(.article, id: $0.text(1), key: $0.integer(0)),
                revision: $0.integer(2),
                lastSeen: $0.text(3),
                appearances: $0.int(4)
            )
        }
    }

    /// The number of a revision with exactly this title and body, old or new.
    ///
    /// All revisions are looked at. Otherwise a page that switches back and forth between two texts would make a new
    /// revision each time.
    func revision(of held: HeldArticle, saying filed: FiledItem) throws(StoreError) -> Int64? {
        try connection.first(
            "SELECT number FROM revision WHERE article = ?1 AND body_sha256 = ?2 AND title IS ?3 ORDER BY number DESC",
            [.integer(held.key), .text(filed.bodyHash), .optional(filed.title)],
            doing: "look a revision up"
        ) { $0.integer(0) }
    }

    func newestRevision(of held: HeldArticle) throws(StoreError) -> HeldRevision {
        try connection.first(
            "SELECT number, title, body FROM revision_text WHERE article = ?1 AND number = ?2",
            [.integer(held.key), .integer(held.revision)],
            doing: "read a revision"
        ) { HeldRevision(number: $0.integer(0), title: $0.optionalText(1), body: $0.text(2)) }
            ?? HeldRevision(number: held.revision, title: nil, body: "")
    }

    func isSameStory(_ held: HeldArticle, _ filed: FiledItem) throws(StoreError) -> Bool {
        if try revision(of: held, saying: filed) != nil { return true }
        return Similarity.overlap(try newestRevision(of: held).body, filed.item.body) >= Store.sameStory
    }
}
