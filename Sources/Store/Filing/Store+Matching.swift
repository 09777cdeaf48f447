import Pages

// How an item is known again. Clues lead to the few texts that are like it, and each of these is compared with it. The
// usual case, a text that is held already to the letter, ends after one look-up.
extension Store {
    /// The most texts that one clue leads to, and that one item is compared with.
    ///
    /// A story that more outlets carry is
    /// still found through any of these.
    private static let mostOfClue = 128
    private static let mostCompared = 48
    /// The newest revisions of an article of the same id that are compared where no clue leads to them.
    private static let revisionsOfID = 8

    /// A held text with what it is compared by.
    struct Compared {
        let story: StoryText
        /// Where the text is now: in the article it was filed with, or in the one that this was merged into.
        let article: Int64
    }

    /// The articles that an item is, or is a copy of.
    func matches(of filed: FiledItem) throws(StoreError) -> StoryMatches {
        var found = StoryMatches()
        guard let clues = filed.clues else { return found }
        let same = try texts(behind: clues.text)
        if let exact = try exactMatch(filed, among: same) {
            found.exact = exact
            return found
        }
        let candidates = try candidates(filed, clues, same)
        // Most items are new and like nothing: the text is prepared for comparing only where there is one to compare.
        guard !candidates.isEmpty else { return found }
        let mine = filed.story
        for text in candidates {
            guard let held = try compared(text.article, text.revision), let kinship = mine.kinship(with: held.story),
                let article = try article(key: held.article)
            else { continue }
            found.add(article, kinship, of: held.story.source)
        }
        return found
    }

    /// The revision that says exactly what an item says: nothing has to be compared, for all that is like it was found
    /// when this revision was filed.
    private func exactMatch(_ filed: FiledItem, among texts: [HeldText]) throws(StoreError)
        -> (match: StoryMatch, revision: Int64, isMoved: Bool)?
    {
        var moved: (match: StoryMatch, revision: Int64, isMoved: Bool)?
        for text in texts {
            let row = try connection.first(
                """
                SELECT coalesce(r.into_article, r.article),
                    CASE WHEN r.into_article <> r.article THEN r.into_number ELSE r.number END,
                    d.site, r.outlet, d.page_key
                FROM revision r JOIN dump d ON d.key = r.dump
                WHERE r.article = ?1 AND r.number = ?2 AND r.body_sha256 = ?3 AND r.title IS ?4 AND r.published_on IS ?5
                """,
                [
                    .integer(text.article), .integer(text.revision), .text(filed.bodyHash), .optional(filed.title),
                    .optional(filed.item.publishedOn),
                ],
                doing: "look a text up"
            ) {
                (
                    article: $0.integer(0), revision: $0.integer(1),
                    source: FiledItem.source(site: $0.optionalText(2), outlet: $0.optionalText(3)),
                    pageKey: $0.optionalText(4)
                )
            }
            guard let row, row.source == filed.source, filed.pageKey == nil || row.pageKey == filed.pageKey,
                let article = try article(key: row.article)
            else { continue }
            let match = StoryMatch(article: article, rule: .sameID, score: 1)
            if row.article == text.article { return (match, row.revision, false) }
            moved = moved ?? (match, row.revision, true)
        }
        return moved
    }

    /// The texts to compare an item with, those with most shared clues first.
    private func candidates(_ filed: FiledItem, _ clues: Clues, _ same: [HeldText]) throws(StoreError) -> [HeldText] {
        var shared: [HeldText: Int] = [:]
        // One clue of the first kind is reason enough.
        for text in same { shared[text, default: 0] += Clues.sketchSize * 2 }
        for clue in [clues.title, clues.page].compactMap(\.self) {
            for text in try texts(behind: clue) { shared[text, default: 0] += Clues.leastShared }
        }
        for text in try texts(behindAny: clues.sketch) { shared[text, default: 0] += 1 }
        if let held = try article(filed.id) {
            for number in max(1, held.revision - Int64(Store.revisionsOfID) + 1)...held.revision {
                shared[HeldText(article: held.key, revision: number), default: 0] += Clues.leastShared
            }
        }
        let least = min(Clues.leastShared, max(1, clues.sketch.count / 2))
        let ordered = shared.filter { $0.value >= least }.sorted { one, other in
            one.value != other.value
                ? one.value > other.value
                : (one.key.article, one.key.revision) < (other.key.article, other.key.revision)
        }
        return ordered.prefix(Store.mostCompared).map(\.key)
    }

    private func texts(behind clue: Int64) throws(StoreError) -> [HeldText] {
        var found: [HeldText] = []
        try connection.run(
            "SELECT article, revision FROM clue WHERE hash = ?1 LIMIT ?2",
            [.integer(clue), .number(Store.mostOfClue)],
            doing: "look for texts like one"
        ) { found.append(HeldText(article: $0.integer(0), revision: $0.integer(1))) }
        let new = open?.clues.texts(behind: clue) ?? []
        return new.isEmpty ? found : Array((found + new).sorted().prefix(Store.mostOfClue))
    }

    /// The texts behind each hash of a sketch, those behind several of them several times.
    ///
    /// One statement asks for all of a whole sketch: an article has one, and most of them lead nowhere.
    private func texts(behindAny sketch: [Int64]) throws(StoreError) -> [HeldText] {
        guard sketch.count == Clues.sketchSize else {
            var found: [HeldText] = []
            for clue in sketch { found += try texts(behind: clue) }
            return found
        }
        var found: [Int64: [HeldText]] = [:]
        try connection.run(
            Store.queryOfSketch,
            sketch.map(SQLValue.integer) + [.number(Store.mostOfClue)],
            doing: "look for texts like one"
        ) { found[$0.integer(0), default: []].append(HeldText(article: $0.integer(1), revision: $0.integer(2))) }
        for clue in sketch {
            let new = open?.clues.texts(behind: clue) ?? []
            guard !new.isEmpty else { continue }
            found[clue] = Array((found[clue, default: []] + new).sorted().prefix(Store.mostOfClue))
        }
        return found.values.flatMap(\.self)
    }

    /// The parameters are the hashes, and last the most texts that one of them leads to.
    private static let queryOfSketch = (1...Clues.sketchSize).map { place in
        "SELECT * FROM (SELECT hash, article, revision FROM clue WHERE hash = ?\(place) LIMIT ?\(Clues.sketchSize + 1))"
    }.joined(separator: " UNION ALL ")

    /// A text that is held, by the article and the number under which it was filed.
    func compared(_ article: Int64, _ revision: Int64) throws(StoreError) -> Compared? {
        try connection.first(
            """
            SELECT r.title, r.body, r.published_on, d.site, r.outlet, d.page_key, d.articles,
                coalesce(v.into_article, v.article)
            FROM revision_text r JOIN revision v ON v.article = r.article AND v.number = r.number
                JOIN dump d ON d.key = r.dump
            WHERE r.article = ?1 AND r.number = ?2
            """,
            [.integer(article), .integer(revision)],
            doing: "read a text to compare"
        ) { row in
            let title = row.optionalText(0)
            let body = row.text(1)
            let site = row.optionalText(3)
            let outlet = row.optionalText(4)
            let folded = Identity.foldedBytes(body)
            let story = StoryText(
                id: Identity.article(
                    source: site ?? outlet,
                    title: title,
                    publishedOn: row.optionalText(2),
                    body: body
                ),
                source: FiledItem.source(site: site, outlet: outlet),
                title: title.map(Identity.folded) ?? "",
                publishedOn: row.optionalText(2),
                pageKey: row.int(6) == 1 ? row.optionalText(5) : nil,
                bodyHash: SHA256.digest(of: folded.span).hex,
                shingles: Shingles(folded: folded)
            )
            return Compared(story: story, article: row.integer(7))
        }
    }

    /// Writes clues.
    ///
    /// Hashes lie anywhere in the table. In their order, and many by one statement, they cost half as much as text by
    /// text.
    func write(_ clues: NewClues) throws(StoreError) {
        let rows = clues.rows
        var start = 0
        while start < rows.count {
            let isWhole = rows.count - start >= Store.cluesAtATime
            let end = start + (isWhole ? Store.cluesAtATime : 1)
            try connection.run(
                isWhole ? Store.insertionOfClues : Store.insertionOfClue,
                rows[start..<end].flatMap { row in
                    [.integer(row.hash), .integer(row.text.article), .integer(row.text.revision)]
                },
                doing: "file texts' clues"
            )
            start = end
        }
    }

    private static let cluesAtATime = 64
    private static let insertionOfClue = "INSERT INTO clue (hash, article, revision) VALUES (?, ?, ?)"
    private static let insertionOfClues =
        insertionOfClue + String(repeating: ", (?, ?, ?)", count: cluesAtATime - 1)
}
