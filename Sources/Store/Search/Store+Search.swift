package import Pages

// Full-text search: what a query selects, best first, counted, or row by row.
extension Store {
    /// One article or teaser that was found.
    package struct Hit: Sendable {
        package let kind: SearchQuery.Kind
        package let id: String
        package let title: String?
        package let source: String?
        package let authors: String?
        package let publishedOn: String?
        package let firstSeenAt: String
        package let excerpt: Excerpt
    }

    /// A row that was found.
    private struct Place {
        let kind: SearchQuery.Kind
        let key: Int64
    }

    /// Articles and teasers that a query selects.
    ///
    /// - Parameters:
    ///   - query: What to look for.
    ///   - order: Which come first. Where nothing is looked for in texts, the newest do.
    ///   - limit: How many at most.
    /// - Returns: What was found, with the part of its text that has most of the words.
    /// - Throws: `StoreError`.
    package func search(_ query: SearchQuery, _ order: SearchOrder = .best, limit: Int) throws(StoreError) -> [Hit] {
        let sources = try sources(of: query.kind)
        var found: [Place] = []
        let needsDay = if case .best = order { false } else { true }
        let places = Store.places(query, sources, withDay: needsDay)
        let sql =
            SearchSQL("SELECT kind, key FROM (") + places + SearchSQL(") ORDER BY ") + order.sorting
            + SearchSQL(" LIMIT ?", [.number(limit)])
        try connection.run(sql.sql, sql.values, doing: Store.searching) { row in
            found.append(Place(kind: SearchQuery.Kind(rawValue: row.text(0)) ?? .article, key: row.integer(1)))
        }
        var hits: [Hit] = []
        for place in found { if let hit = try hit(place, query) { hits.append(hit) } }
        return hits
    }

    /// How many articles and teasers a query selects.
    package func count(_ query: SearchQuery) throws(StoreError) -> Int {
        let places = Store.places(query, try sources(of: query.kind), withDay: false)
        return try connection.first(
            "SELECT count(*) FROM (\(places.sql))",
            places.values,
            doing: Store.searching
        ) { $0.int(0) } ?? 0
    }

    /// Passes each article that a query selects to `each`, as its row in the view `articles`, in the order of filing.
    ///
    /// Only the keys are held in memory, eight bytes an article.
    ///
    /// - Parameters:
    ///   - query: nil for all articles.
    ///   - each: Called with the columns of the row.
    /// - Throws: `StoreError`, and what `each` throws.
    package func articles(_ query: SearchQuery?, _ each: ([JSON.Member]) throws -> Void) throws {
        var keys: [Int64] = []
        let source = try sources(of: .article)[0].source
        let condition = query.map { source.condition($0.root) } ?? SearchSQL("1")
        try connection.run(
            "SELECT v.key FROM keyed_articles v WHERE \(condition.sql) ORDER BY v.key",
            condition.values,
            doing: Store.searching
        ) { keys.append($0.integer(0)) }
        for key in keys {
            var row: [JSON.Member]?
            try connection.run(
                "SELECT a.* FROM article k JOIN articles a ON a.id = k.id WHERE k.key = ?1",
                [.integer(key)],
                doing: "read an article"
            ) { row = $0.members }
            if let row { try each(row) }
        }
    }

    private static let searching = "search the full text"

    private func sources(of kind: SearchQuery.Kind) throws(StoreError) -> [(
        kind: SearchQuery.Kind, source: SearchSource
    )] {
        let articles = (SearchQuery.Kind.article, SearchSource.articles(bigrams: try isWhole("bigrams_indexed")))
        switch kind {
        case .article: return [articles]
        case .teaser: return [(.teaser, .teasers)]
        case .any: return [articles, (.teaser, .teasers)]
        }
    }

    /// What a query selects, as rows of `kind`, `key`, `score` and `day`.
    ///
    /// - Parameters:
    ///   - query: What to look for.
    ///   - sources: Where.
    ///   - withDay: Whether the day is needed. Where it is not and no row of the view has to be looked at, it is NULL,
    ///     and a word that stands in very many articles is found several times as fast.
    /// - Returns: A query without order.
    private static func places(
        _ query: SearchQuery,
        _ sources: [(kind: SearchQuery.Kind, source: SearchSource)],
        withDay: Bool
    ) -> SearchSQL {
        let parts = sources.map { kind, source in
            let (matched, rest) = divided(query.root)
            let rows = matched.flatMap(source.matches)
            let condition = SearchSQL.joined(rest.map(source.condition), by: " AND ", orElse: "1")
            let head = "SELECT '\(kind.rawValue)' AS kind"
            guard let rows else {
                return SearchSQL(
                    "\(head), v.key AS key, 0.0 AS score, \(source.day) AS day FROM \(source.view) v WHERE "
                )
                    + source.condition(query.root)
            }
            if rest.isEmpty, !withDay {
                return SearchSQL("\(head), key, score, NULL AS day FROM (") + rows + SearchSQL(")")
            }
            return SearchSQL("\(head), f.key AS key, f.score AS score, \(source.day) AS day FROM (") + rows
                + SearchSQL(") f JOIN \(source.view) v ON v.key = f.key WHERE ") + condition
        }
        return SearchSQL(parts.map(\.sql).joined(separator: " UNION ALL "), parts.flatMap(\.values))
    }

    /// Divides a query into what one full-text match can tell, which ranks what is found, and further conditions.
    private static func divided(_ root: SearchNode) -> (matched: SearchNode?, rest: [SearchNode]) {
        guard case .and(let parts) = root else {
            return root.match(split: false) == nil ? (nil, [root]) : (root, [])
        }
        func isMatch(_ part: SearchNode) -> Bool {
            if case .not(let inner) = part { return inner.match(split: false) != nil }
            return part.match(split: false) != nil
        }
        let matched = SearchNode.and(parts.filter(isMatch))
        guard matched.match(split: false) != nil else { return (nil, parts) }
        return (matched, parts.filter { !isMatch($0) })
    }

    private func hit(_ place: Place, _ query: SearchQuery) throws(StoreError) -> Hit? {
        let phrases = query.root.wantedPhrases.map(\.text)
        let isArticle = place.kind == .article
        let sql =
            isArticle
            ? """
            SELECT id, title, coalesce(outlet, site), authors, published_on, first_seen_at, body FROM keyed_articles
            WHERE key = ?1
            """
            : """
            SELECT id, title, site, NULL, page_on, first_seen_at, summary FROM keyed_teasers WHERE key = ?1
            """
        return try connection.first(sql, [.integer(place.key)], doing: Store.searching) { row in
            Hit(
                kind: place.kind,
                id: row.text(0),
                title: row.optionalText(1),
                source: row.optionalText(2),
                authors: row.optionalText(3),
                publishedOn: row.optionalText(4),
                firstSeenAt: row.text(5),
                excerpt: Excerpt(of: row.text(6), around: phrases)
            )
        }
    }
}
