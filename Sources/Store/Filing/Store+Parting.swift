import Pages

// How texts whose source is unknown leave one article for another. Such a text goes with the source that comes first in
// the alphabet (`StoryClaim`). When an article of that source comes later than another one, it takes them over.
extension Store {
    /// A text on its way from one article to another.
    private struct Parting {
        let article: Int64
        let number: Int64
        let title: String?
        let bodyHash: String
    }

    /// Moves texts of one article whose source is unknown to another article: those that are like a text, and those
    /// that are like one of these.
    ///
    /// - Returns: The article that has them now: where all texts would leave the one, both are one.
    func takeUnknown(
        from giver: HeldArticle,
        to key: Int64,
        like filed: FiledItem,
        at sighting: Sighting
    ) throws(StoreError) -> Int64 {
        // Both can have changed since the item was compared.
        guard let giver = try article(key: giver.key), let taker = try article(key: key) else { return key }
        let texts = try chain(from: filed.story, among: try unknownTexts(of: giver.key))
        guard !texts.isEmpty else { return key }
        if try texts.count == textCount(of: giver.key) {
            let both = giver.key < taker.key ? [giver, taker] : [taker, giver]
            let merged = try merge(both, for: filed, at: sighting)
            // The one that gives up its texts has none of a source any more by which it could be known.
            try connection.run(
                "UPDATE article SET source = coalesce(?2, source) WHERE key = ?1",
                [.integer(merged.key), .optional(taker.source)],
                doing: "name an article's source"
            )
            return merged.key
        }
        try touch(article: giver.key)
        try touch(article: taker.key)
        let seen = try appearanceCount(of: texts)
        let before = try revisionCount(of: giver.key) + revisionCount(of: taker.key)
        let copied = open?.tally[.revisions] ?? 0
        let givers = try newestRevision(of: giver)
        let takers = try newestRevision(of: taker)
        let left = Set(texts.filter { $0.article == giver.key && $0.number > 0 }.map(\.number))
        let taken = try place(texts, in: taker)
        // Readings whose revision has left are shown by themselves.
        let kept = try place(try readings(ofAny: left, of: giver.key), in: giver, but: left)
        let after = try revisionCount(of: giver.key) + revisionCount(of: taker.key)
        let counted = (open?.tally[.revisions] ?? 0) - copied
        open?.tally.add(.revisions, after - before - counted)
        try setNewest(of: taker, taken, appearances: taker.appearances + seen)
        try setNewest(of: giver, kept, appearances: giver.appearances - seen)
        try noteParting(taker, held: takers, at: sighting)
        try noteParting(giver, held: givers, at: sighting)
        try noteMovedRows(sighting.delivery, .rule)
        return key
    }

    /// How many texts an article shows, its readings among them.
    private func textCount(of article: Int64) throws(StoreError) -> Int {
        try connection.first(
            """
            SELECT count(*) FROM revision
            WHERE article = ?1 AND (into_article IS NULL OR into_article = ?1) OR into_article = ?1
            """,
            [.integer(article)],
            doing: "count texts"
        ) { $0.int(0) } ?? 0
    }

    private func unknownTexts(of article: Int64) throws(StoreError) -> [Parting] {
        try partings(
            """
            SELECT r.article, r.number, r.title, r.body_sha256 FROM revision r JOIN dump d ON d.key = r.dump
            WHERE (r.article = ?1 AND (r.into_article IS NULL OR r.into_article = ?1) OR r.into_article = ?1)
                AND d.site IS NULL AND r.outlet IS NULL
            ORDER BY r.article, r.number
            """,
            article
        )
    }

    /// The texts that a chain of texts of one story leads to, in their order.
    private func chain(from text: StoryText, among texts: [Parting]) throws(StoreError) -> [Parting] {
        var left: [(parting: Parting, story: StoryText)] = []
        for parting in texts {
            if let held = try compared(parting.article, parting.number) { left.append((parting, held.story)) }
        }
        var found: [Parting] = []
        var next = [text]
        while let text = next.popLast() {
            for index in left.indices.reversed() {
                guard case .story = text.kinship(with: left[index].story) else { continue }
                let (parting, story) = left.remove(at: index)
                found.append(parting)
                next.append(story)
            }
        }
        return found.sorted { ($0.article, $0.number) < ($1.article, $1.number) }
    }

    private func readings(ofAny numbers: Set<Int64>, of article: Int64) throws(StoreError) -> [Parting] {
        var found: [Parting] = []
        for number in numbers.sorted() {
            found += try partings(
                """
                SELECT article, number, title, body_sha256 FROM revision WHERE into_article = ?1 AND into_number = ?2
                """,
                article,
                number
            )
        }
        return found
    }

    private func partings(_ sql: String, _ article: Int64, _ number: Int64? = nil) throws(StoreError) -> [Parting] {
        var found: [Parting] = []
        try connection.run(
            sql,
            [.integer(article)] + (number.map { [.integer($0)] } ?? []),
            doing: "read texts of an unknown source"
        ) {
            found.append(
                Parting(
                    article: $0.integer(0),
                    number: $0.integer(1),
                    title: $0.optionalText(2),
                    bodyHash: $0.text(3)
                )
            )
        }
        return found
    }

    private func appearanceCount(of texts: [Parting]) throws(StoreError) -> Int {
        var count = 0
        for text in texts {
            try connection.run(
                "SELECT count(*) FROM appearance WHERE article = ?1 AND revision = ?2",
                [.integer(text.article), .integer(text.number)],
                doing: "count appearances"
            ) { count += $0.int(0) }
        }
        return count
    }

    /// Shows texts as revisions of an article: as one that says the same, or as new ones.
    ///
    /// - Returns: The number of the last new revision; nil where there is none.
    private func place(_ texts: [Parting], in held: HeldArticle, but left: Set<Int64> = []) throws(StoreError) -> Int64?
    {
        var newest: Int64?
        for text in texts {
            let target: Int64
            if let same = try revision(of: held.key, title: text.title, bodyHash: text.bodyHash), !left.contains(same) {
                target = same
            } else {
                target = try lastNumber(of: held.key) + 1
                try copyRevision(text.number, of: text.article, to: held.key, as: target, .material)
                newest = target
            }
            try connection.run(
                "UPDATE revision SET into_article = ?3, into_number = ?4 WHERE article = ?1 AND number = ?2",
                [.integer(text.article), .integer(text.number), .integer(held.key), .integer(target)],
                doing: "move a revision"
            )
        }
        return newest
    }

    private func revisionCount(of article: Int64) throws(StoreError) -> Int64 {
        try connection.first(
            "SELECT count(*) FROM revision WHERE article = ?1 AND into_article IS NULL",
            [.integer(article)],
            doing: "count revisions"
        ) { $0.integer(0) } ?? 0
    }

    private func setNewest(of held: HeldArticle, _ added: Int64?, appearances: Int) throws(StoreError) {
        try connection.run(
            """
            UPDATE article SET appearances = ?2, revision = coalesce(?3, (
                SELECT max(number) FROM revision WHERE article = ?1 AND number > 0 AND into_article IS NULL), revision)
            WHERE key = ?1
            """,
            [.integer(held.key), .number(appearances), .optional(added)],
            doing: "move a revision"
        )
    }

    /// Notes that an article has other texts than before.
    private func noteParting(_ before: HeldArticle, held: HeldRevision, at sighting: Sighting) throws(StoreError) {
        guard let after = try article(key: before.key) else { return }
        if after.revision != before.revision {
            let newest = try newestRevision(of: after)
            index(after.key, (title: newest.title, body: newest.body), held: held)
        }
        try connection.run(
            "UPDATE article SET last_seen_at = ?2 WHERE key = ?1",
            [.integer(before.key), .text(sighting.at)],
            doing: "move a revision"
        )
        let old = (rev: before.revision, count: before.appearances, seen: before.lastSeen)
        try noteRevision(after.revision, of: before, count: after.appearances, before: old, at: sighting)
    }
}
