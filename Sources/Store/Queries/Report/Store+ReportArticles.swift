// What a report tells of articles. Both queries walk through the revisions in the order in which they stand in the file
// and look their articles up beside them: the other way round, a desk of a million articles is read in leaps.
extension Store {
    /// A source and how many articles it has; the source is the outlet, or the site where no outlet is known.
    package struct SourceCount: Sendable {
        /// Nil for the articles of no known source.
        package let name: String?
        package let articles: Int
    }

    /// The sources with the most articles that came in, the greatest first, and how many sources there are in all.
    package func sources(_ window: ReportWindow, limit: Int) throws(StoreError) -> (first: [SourceCount], all: Int) {
        var first: [SourceCount] = []
        var all = 0
        try connection.run(
            """
            SELECT source, articles, count(source) OVER () FROM (
                SELECT coalesce(r.outlet, a.site) AS source, count(*) AS articles
                FROM revision r CROSS JOIN article a ON a.key = r.article AND a.revision = r.number
                WHERE a.merged_into IS NULL AND a.forgotten_at IS NULL
                    AND a.first_seen_at >= ?1 AND a.first_seen_at < ?2
                GROUP BY 1)
            ORDER BY source IS NULL, articles DESC, source LIMIT ?3
            """,
            window.values + [.number(limit)],
            doing: "count the sources"
        ) {
            first.append(SourceCount(name: $0.optionalText(0), articles: $0.int(1)))
            all = $0.int(2)
        }
        return (first.filter { $0.name != nil }, all)
    }

    /// Counts the articles that came in, and the revisions that were seen.
    ///
    /// - Parameters:
    ///   - window: When.
    ///   - sources: By which sources the articles are told apart.
    ///   - mostEdits: How many of the newest edits to remember.
    /// - Returns: The counts.
    /// - Throws: `StoreError`.
    package func articleCounts(_ window: ReportWindow, sources: [String], mostEdits: Int) throws(StoreError)
        -> ArticleCounts
    {
        var counts = ArticleCounts(sources: sources.count, mostEdits: mostEdits)
        let whens = sources.indices.map { "WHEN ?\($0 + 3) THEN \($0) " }.joined()
        // An article is counted with its newest revision. `is_new` tells whether it came in within the window.
        let source =
            sources.isEmpty ? "\(sources.count)" : "CASE coalesce(r.outlet, a.site) \(whens) ELSE \(sources.count) END"
        try connection.run(
            """
            SELECT a.revision = r.number AND a.first_seen_at >= ?1 AND a.first_seen_at < ?2 AS is_new,
                substr(a.first_seen_at, 1, 10), r.published_on,
                CASE WHEN coalesce(r.outlet, a.site) IS NULL THEN \(sources.count + 1) ELSE \(source) END,
                (r.title IS NOT NULL) + 2 * (r.authors_json IS NOT NULL) + 4 * (r.published_on IS NOT NULL)
                    + 8 * (r.outlet IS NOT NULL) + 16 * (r.language IS NOT NULL),
                a.appearances,
                CASE WHEN r.nature = 'first' OR r.seen_at < ?1 OR r.seen_at >= ?2 THEN 0
                    WHEN r.cause <> 'source' THEN 3 WHEN r.nature = 'material' THEN 1 ELSE 2 END AS edit,
                r.seen_at, r.article, r.number
            FROM revision r CROSS JOIN article a ON a.key = r.article
            WHERE r.into_article IS NULL AND r.number > 0 AND a.merged_into IS NULL AND a.forgotten_at IS NULL
            """,
            window.values + sources.map(SQLValue.text),
            doing: "count the articles"
        ) { row in
            if row.integer(0) == 1 {
                counts.add(
                    arrivedOn: row.text(1),
                    publishedOn: row.optionalText(2),
                    source: row.int(3),
                    fields: row.int(4),
                    appearances: row.int(5)
                )
            }
            switch row.integer(6) {
            case 1: counts.addMaterial(seenAt: row.text(7), article: row.integer(8), revision: row.integer(9))
            case 2: counts.addCosmetic(on: String(row.text(7).prefix(10)))
            case 3: counts.addReread()
            default: break
            }
        }
        return counts
    }

    /// A revision and the one before it.
    package struct EditedText: Sendable {
        package let id: String
        package let source: String?
        /// The older revision; nil where it was forgotten.
        package let from: RevisionText?
        package let to: RevisionText
    }

    /// One text of an article.
    package struct RevisionText: Sendable {
        package let number: Int
        package let seenAt: String
        package let nature: String
        package let cause: String
        package let title: String?
        /// Nil where it is longer than was asked for.
        package let body: String?
        package let bodyBytes: Int64
    }

    /// The text of a revision, with the one that the article had before; nil where there is no such revision.
    ///
    /// A body of more than `mostBytes` is left out.
    package func editedText(_ article: Int64, _ revision: Int64, mostBytes: Int64) throws(StoreError) -> EditedText? {
        var texts: [RevisionText] = []
        var about: (id: String, source: String?)?
        // The length is asked for first, so that SQLite need not make a text that nobody wants.
        try connection.run(
            """
            SELECT a.id, coalesce(r.outlet, a.site), r.number, r.seen_at, r.nature, r.cause, r.title,
                CASE WHEN coalesce(v.body_bytes, octet) <= ?3 THEN r.body END, coalesce(v.body_bytes, octet)
            FROM (SELECT v.*, length(CAST(v.body AS BLOB)) AS octet FROM revision v
                WHERE v.article = ?1 AND v.number <= ?2 AND v.number > 0 AND v.into_article IS NULL
                ORDER BY v.number DESC LIMIT 2) v
            JOIN revision_text r ON r.article = v.article AND r.number = v.number
            JOIN article a ON a.key = v.article ORDER BY v.number DESC
            """,
            [.integer(article), .integer(revision), .integer(mostBytes)],
            doing: "read an edit"
        ) { row in
            about = about ?? (row.text(0), row.optionalText(1))
            texts.append(
                RevisionText(
                    number: row.int(2),
                    seenAt: row.text(3),
                    nature: row.text(4),
                    cause: row.text(5),
                    title: row.optionalText(6),
                    body: row.optionalText(7),
                    bodyBytes: row.integer(8)
                )
            )
        }
        guard let about, let to = texts.first, to.number == Int(revision) else { return nil }
        return EditedText(id: about.id, source: about.source, from: texts.count > 1 ? texts[1] : nil, to: to)
    }
}
