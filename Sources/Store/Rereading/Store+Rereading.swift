import Pages

// What newer rules make of a dump that was filed. Where they give the same, nothing is told. Where they do not, the
// articles get revisions whose cause is the extractor, so that nobody takes them for edits of the publisher.
extension Store {
    /// How what this version reads in a dump differs from what was filed; empty where it does not.
    package func differences(of dump: RereadDump, _ page: FiledPage) throws(StoreError) -> [String] {
        let filed = try filedAppearances(of: dump.key)
        var differences = try pageDifferences(of: dump, page)
        for (old, item) in Store.paired(filed, page.items) {
            switch (old, item) {
            case (let old?, let item?): differences += old.differences(from: item)
            case (let old?, nil): differences.append("item \(old.ordinal): is none any more")
            case (nil, let item?): differences.append("a new item: “\((item.title ?? "").prefix(60))”")
            case (nil, nil): break
            }
        }
        return differences
    }

    /// Files what this version reads in a dump, in the open transaction.
    package func reread(_ dump: RereadDump, _ page: FiledPage, at now: String) throws(StoreError) -> RereadResult {
        let result = RereadResult(differences: try differences(of: dump, page))
        guard !result.isSame else {
            try endRereading(dump, at: now)
            return result
        }
        try keepWhatWasTold(of: dump.key)
        let filed = try filedAppearances(of: dump.key)
        try connection.run(
            "DELETE FROM appearance WHERE dump = ?1",
            [.integer(dump.key)],
            doing: "replace what a dump shows"
        )
        try rereadPage(dump, page, at: now)
        var ordinal = 0
        for (old, item) in Store.paired(filed, page.items) {
            guard let item else { continue }
            ordinal += 1
            let sighting = Sighting(
                dump: dump.key,
                delivery: dump.delivery,
                ordinal: ordinal,
                at: dump.receivedAt,
                cause: .extractor
            )
            if let key = old?.nowArticle, let held = try article(key: key), item.item.kind == .article, let old {
                try reread(held, old, item, of: page, at: sighting)
            } else {
                try place(item, of: page, at: sighting)
            }
        }
        for (old, item) in Store.paired(filed, page.items) {
            guard let old, item == nil || item?.item.kind != (old.teaser == nil ? .article : .teaser) else { continue }
            try drop(old, of: dump, at: now)
        }
        return result
    }

    private func filedAppearances(of dump: Int64) throws(StoreError) -> [FiledAppearance] {
        var filed: [FiledAppearance] = []
        try connection.run(FiledAppearance.query, [.integer(dump)], doing: "look at what was filed from a dump") {
            filed.append(FiledAppearance($0))
        }
        return filed
    }

    /// Items as they were filed beside those that are read now from the same bytes: in page order of the new ones, and
    /// after these the old ones that are none any more.
    private static func paired(_ filed: [FiledAppearance], _ items: [FiledItem]) -> [(FiledAppearance?, FiledItem?)] {
        var left = filed
        var pairs: [(FiledAppearance?, FiledItem?)] = items.map { item in
            // Items do not overlap, so the first that shares most bytes is found in one look at those that are left.
            let best = left.indices.max { overlap(left[$0], item) < overlap(left[$1], item) }
            guard let best, overlap(left[best], item) > 0 else { return (nil, item) }
            return (left.remove(at: best), item)
        }
        pairs += left.map { ($0, nil) }
        return pairs
    }

    private static func overlap(_ old: FiledAppearance, _ item: FiledItem) -> Int {
        max(
            0,
            min(old.bytes.upperBound, item.item.bytes.upperBound)
                - max(old.bytes.lowerBound, item.item.bytes.lowerBound)
        )
    }

    /// Gives an article what newer rules read of it.
    private func reread(
        _ held: HeldArticle,
        _ old: FiledAppearance,
        _ item: FiledItem,
        of page: FiledPage,
        at sighting: Sighting
    ) throws(StoreError) {
        guard !old.differences(from: item).isEmpty, let was = old.nowRevision else {
            // This item is the same; the dump's others differ. Its place is told again with theirs.
            try insertAppearance(
                of: .article(key: old.article ?? held.key, revision: old.revision ?? held.revision),
                item,
                at: sighting
            )
            let place = MovedRows.Place(dump: sighting.dump, ordinal: Int64(sighting.ordinal))
            return try noteRow(.rowAppearance, at: place, sighting.delivery, .extractor)
        }
        var found = try matches(of: item)
        found.exact = nil
        found.add(held, .story(.sameID, score: 1), of: nil)
        let claim = StoryClaim(found, source: item.source ?? held.source)
        let now = try merge(claim.articles.isEmpty ? [held] : claim.articles, for: item, at: sighting)
        let number: Int64
        if let same = try rereadRevision(of: now.key, saying: item) {
            number = same
        } else {
            number = try lastNumber(of: now.key) + 1
            try insertRevision(number, of: now.key, .reread, item, at: sighting)
        }
        try insertAppearance(of: .article(key: now.key, revision: number), item, at: sighting)
        try keep(alias: item.id, of: now)
        // A later edit by the publisher stays the newest, and the record below tells only of that.
        let isNewest = was == held.revision || now.key != held.key
        if !isNewest { try noteRow(ofRevision: number, of: now.key, sighting.delivery, .extractor) }
        if isNewest, number != now.revision { try setNewest(number, of: now, item) }
        try noteReread(now, rev: isNewest ? number : now.revision, at: sighting)
        try link(now.key, to: claim.copies, at: sighting)
    }

    /// A revision that a rereading made, with these very values.
    private func rereadRevision(of article: Int64, saying item: FiledItem) throws(StoreError) -> Int64? {
        try connection.first(
            """
            SELECT number FROM revision WHERE article = ?1 AND into_article IS NULL AND body_sha256 = ?2 AND title IS ?3
                AND authors_json IS ?4 AND outlet IS ?5 AND published_on IS ?6 AND published_at IS ?7 AND posted_on IS ?8
                AND categories_json IS ?9 AND language IS ?10
            ORDER BY number DESC
            """,
            [
                .integer(article), .text(item.bodyHash), .optional(item.title), .optional(item.authors),
                .optional(item.outlet), .optional(item.item.publishedOn), .optional(item.item.publishedAt),
                .optional(item.item.postedOn), .optional(item.categories), .optional(item.item.language),
            ],
            doing: "look a revision up"
        ) { $0.integer(0) }
    }

    private func setNewest(_ number: Int64, of held: HeldArticle, _ item: FiledItem) throws(StoreError) {
        let newest = try newestRevision(of: held)
        try connection.run(
            "UPDATE article SET revision = ?2, folded_title = ?3 WHERE key = ?1",
            [.integer(held.key), .integer(number), .optional(item.foldedTitle)],
            doing: "file a revision"
        )
        index(held.key, item, held: newest)
    }
}
