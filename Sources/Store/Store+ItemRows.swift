import Pages

// The rows behind an item: looked up, and written.
extension Store {
    struct HeldArticle {
        let key: Int64
        let id: String
        let revision: Int64
        let lastSeen: String
        let appearances: Int
    }

    struct HeldRevision {
        let number: Int64
        let title: String?
        let body: String
    }

    func insertRevision(
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
                published_on, published_at, posted_on, categories_json, language, word_count, body_sha256,
                extractor, body, body_start, body_bytes)
            VALUES (?1, ?2, ?3, ?4, 'source', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """,
            [
                .integer(article), .integer(number), .text(sighting.at), .text(nature), .integer(sighting.dump),
                .optional(TextForm.cut(item.title, to: 2000)), TextForm.list(item.authors),
                .optional(TextForm.cut(item.outlet, to: 500)), .optional(item.publishedOn),
                .optional(item.publishedAt), .optional(item.postedOn), TextForm.list(item.categories),
                .optional(item.language), .number(item.wordCount), .text(bodyHash), .text(Normaliser.version),
            ] + Store.place(of: item, in: sighting.bytes),
            doing: "file a revision"
        )
    }

    /// Body, start and length for a revision's row: the place where the body stands in the dump word for word, or the
    /// body itself.
    ///
    /// A reader of one body fetches the whole original, so a large dump of many stories keeps their texts apart.
    private static func place(of item: Item, in bytes: [UInt8]) -> [SQLValue] {
        let body = item.body.utf8.span
        if let start = item.evidence.first(where: { $0.field == "body" })?.bytes.lowerBound,
            bytes.count <= cheapOriginal || body.count >= bytes.count / 4,
            stands(body, at: start, in: bytes.span)
        {
            return [.null, .number(start), .number(body.count)]
        }
        return [.text(item.body), .null, .null]
    }

    private static func stands(_ text: Span<UInt8>, at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard text.count > 0, start + text.count <= bytes.count else { return false }
        for index in text.indices where text[index] != bytes[start &+ index] { return false }
        return true
    }

    /// Bytes of an original that is fetched as fast as a body of its own would be.
    private static let cheapOriginal = 1 << 16

    func appear(
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

    func index(_ key: Int64, _ item: Item) throws(StoreError) {
        guard indexesText else { return }
        try connection.run(
            "INSERT INTO articles_fts (rowid, title, body) VALUES (?1, ?2, ?3)",
            [.integer(key), .optional(TextForm.cut(item.title, to: 2000)), .text(item.body)],
            doing: "index an article"
        )
    }

    func article(_ id: String) throws(StoreError) -> HeldArticle? {
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
    func revision(of held: HeldArticle, title: String?, bodyHash: String) throws(StoreError) -> Int64? {
        try connection.first(
            "SELECT number FROM revision WHERE article = ?1 AND body_sha256 = ?2 AND title IS ?3 ORDER BY number DESC",
            [.integer(held.key), .text(bodyHash), .optional(TextForm.cut(title, to: 2000))],
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

    func isSameStory(_ held: HeldArticle, _ item: Item, _ bodyHash: String) throws(StoreError) -> Bool {
        if try revision(of: held, title: item.title, bodyHash: bodyHash) != nil { return true }
        return Similarity.overlap(try newestRevision(of: held).body, item.body) >= Store.sameStory
    }
}

extension String {
    /// The text's UTF-8, owned.
    var utf8Bytes: [UInt8] { Array(utf8) }
}
