import Pages

// Groups: near-identical stories of different sources. Two articles are in one group where a chain of copies leads from
// one to the other, so it does not matter in which order they came.
extension Store {
    /// A group and the articles in it.
    struct Group {
        let key: Int64
        let id: String
        let members: [Int64]
    }

    /// Puts an article into the group of its copies.
    ///
    /// - Parameters:
    ///   - article: Its key.
    ///   - copies: Articles of other sources that tell the same text, by key, with their scores.
    ///   - sighting: Where that was seen.
    /// - Throws: `StoreError`.
    func link(_ article: Int64, to copies: [Int64: Double], at sighting: Sighting) throws(StoreError) {
        let others = copies.filter { $0.key != article }
        guard !others.isEmpty else { return }
        for (other, score) in others.sorted(by: { $0.key < $1.key }) {
            try connection.run(
                """
                INSERT INTO copy (article, other, score) VALUES (?1, ?2, ?3)
                ON CONFLICT (article, other) DO UPDATE SET score = max(score, excluded.score)
                """,
                [
                    .integer(min(article, other)), .integer(max(article, other)),
                    .real((score * 1000).rounded() / 1000),
                ],
                doing: "file a copy"
            )
        }
        var groups: Set<Int64> = []
        var single: [Int64] = []
        for key in [article] + others.keys.sorted() {
            guard let held = try self.article(key: key) else { continue }
            if let group = held.group { groups.insert(group.key) } else { single.append(key) }
        }
        guard !single.isEmpty || groups.count > 1 else { return }
        try join(single, groups.sorted(), at: sighting)
    }

    /// Makes one group of articles and groups; the oldest group takes the others in.
    private func join(_ single: [Int64], _ groups: [Int64], at sighting: Sighting) throws(StoreError) {
        guard let first = groups.first else { return try makeGroup(single, at: sighting) }
        let before = try groupRow(first)
        var added = single
        for other in groups.dropFirst() {
            added += try members(of: other)
            try dissolve(other, at: sighting)
        }
        try setGroup(first, of: added)
        try refresh(first, before: before, added: added, removed: [], at: sighting)
    }

    private func makeGroup(_ members: [Int64], at sighting: Sighting) throws(StoreError) {
        // Its id is made from its likely origin, which is known once the members are in it.
        try connection.run(
            "INSERT INTO syndication (id) VALUES ('')",
            doing: "make a group"
        )
        let key = connection.lastKey
        try setGroup(key, of: members)
        try refresh(key, before: nil, added: members, removed: [], at: sighting)
    }

    private func dissolve(_ group: Int64, at sighting: Sighting) throws(StoreError) {
        guard let row = try groupRow(group) else { return }
        try connection.run(
            "UPDATE article SET syndication = NULL WHERE syndication = ?1",
            [.integer(group)],
            doing: "dissolve a group"
        )
        try connection.run("DELETE FROM syndication WHERE key = ?1", [.integer(group)], doing: "dissolve a group")
        try noteGroup(group, .groupDissolved, before: row, after: nil, at: sighting)
    }

    /// Takes an article out of its group, before the article goes.
    func leave(_ group: Int64, _ article: HeldArticle, at sighting: Sighting) throws(StoreError) {
        let before = try groupRow(group)
        try connection.run(
            "UPDATE article SET syndication = NULL WHERE key = ?1",
            [.integer(article.key)],
            doing: "leave a group"
        )
        if try members(of: group).count < 2 {
            try dissolve(group, at: sighting)
        } else {
            try refresh(group, before: before, added: [], removed: [article.key], at: sighting)
        }
    }

    /// Splits a group whose members are no longer joined by copies.
    func splitGroup(_ group: Int64, at sighting: Sighting) throws(StoreError) {
        let parts = try components(of: try members(of: group))
        guard parts.count > 1 || parts.contains(where: { $0.count < 2 }) else { return }
        let before = try groupRow(group)
        // The greatest part stays the group; of two as great, the one with the oldest article.
        let ordered = parts.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        let leaving = ordered.dropFirst()
        try setGroup(nil, of: leaving.flatMap(\.self))
        if let kept = ordered.first, kept.count > 1 {
            try refresh(group, before: before, added: [], removed: leaving.flatMap(\.self).sorted(), at: sighting)
        } else {
            try dissolve(group, at: sighting)
        }
        for part in leaving where part.count > 1 { try makeGroup(part, at: sighting) }
    }

    /// The articles in parts that copies join, each part in the order of its keys.
    private func components(of members: [Int64]) throws(StoreError) -> [[Int64]] {
        var left = Set(members)
        var parts: [[Int64]] = []
        while let start = left.min() {
            left.remove(start)
            var part = [start]
            var next = 0
            while next < part.count {
                for other in try copies(of: part[next]) where left.remove(other) != nil { part.append(other) }
                next += 1
            }
            parts.append(part.sorted())
        }
        return parts
    }

    private func copies(of article: Int64) throws(StoreError) -> [Int64] {
        var found: [Int64] = []
        try connection.run(
            "SELECT other FROM copy WHERE article = ?1 UNION SELECT article FROM copy WHERE other = ?1",
            [.integer(article)],
            doing: "look copies up"
        ) { found.append($0.integer(0)) }
        return found
    }

    /// The copies of an article by key, with their scores.
    func copyScores(of article: Int64) throws(StoreError) -> [Int64: Double] {
        var scores: [Int64: Double] = [:]
        try connection.run(
            """
            SELECT other, CAST(round(score * 1000) AS INTEGER) FROM copy WHERE article = ?1
            UNION ALL SELECT article, CAST(round(score * 1000) AS INTEGER) FROM copy WHERE other = ?1
            """,
            [.integer(article)],
            doing: "look copies up"
        ) { scores[$0.integer(0)] = Double($0.int(1)) / 1000 }
        return scores
    }

    func members(of group: Int64) throws(StoreError) -> [Int64] {
        var found: [Int64] = []
        try connection.run(
            "SELECT key FROM article WHERE syndication = ?1 ORDER BY key",
            [.integer(group)],
            doing: "read a group"
        ) { found.append($0.integer(0)) }
        return found
    }

    private func setGroup(_ group: Int64?, of articles: [Int64]) throws(StoreError) {
        for article in articles {
            try connection.run(
                "UPDATE article SET syndication = ?2 WHERE key = ?1",
                [.integer(article), .optional(group)],
                doing: "put an article into its group"
            )
        }
    }

    /// Finds a group's likely origin anew, names the group after it, and notes the change.
    private func refresh(
        _ group: Int64,
        before: [JSON.Member]?,
        added: [Int64],
        removed: [Int64],
        at sighting: Sighting
    ) throws(StoreError) {
        guard let origin = try GroupOrigin.find(in: self, group: group) else { return }
        try connection.run(
            "UPDATE syndication SET id = ?2, likely_origin = ?3 WHERE key = ?1",
            [.integer(group), .text(Identity.group(origin: origin.id)), .integer(origin.key)],
            doing: "name a group"
        )
        let row = try groupRow(group) ?? []
        func members(_ added: ArraySlice<Int64>, _ removed: ArraySlice<Int64>) throws(StoreError) -> [JSON.Member] {
            [.init("added", .array(try ids(of: added))), .init("removed", .array(try ids(of: removed)))]
        }
        var old = before
        var (added, removed) = (added[...], removed[...])
        repeat {
            let after = row + (try members(added.prefix(Store.mostNamed), removed.prefix(Store.mostNamed)))
            let type = old == nil ? ChangeType.groupMade : .groupChanged
            let was = try old.map { (old) throws(StoreError) in old + (try members([], [])) }
            try noteGroup(group, type, before: was, after: after, at: sighting)
            old = row
            (added, removed) = (added.dropFirst(Store.mostNamed), removed.dropFirst(Store.mostNamed))
        } while !added.isEmpty || !removed.isEmpty
    }

    /// The most ids that one record names in each list; the line of a record is short, and further ones have records of
    /// their own.
    static let mostNamed = 200

    func ids(of articles: ArraySlice<Int64>) throws(StoreError) -> [JSON] {
        var ids: [JSON] = []
        for key in articles {
            if let held = try article(key: key) { ids.append(.text(held.target.id)) }
        }
        return ids
    }

    /// A group's row in the view `groups`, which would make the rows of all groups first.
    private func groupRow(_ group: Int64) throws(StoreError) -> [JSON.Member]? {
        try connection.first(
            """
            SELECT s.id AS group_id, count(*) AS articles, count(DISTINCT coalesce(r.outlet, a.site)) AS outlets,
                min(r.published_on) AS first_published_on,
                (SELECT o.id FROM article o WHERE o.key = s.likely_origin) AS likely_origin_id
            FROM syndication s JOIN article a ON a.syndication = s.key
                JOIN revision r ON r.article = a.key AND r.number = a.revision
            WHERE s.key = ?1 GROUP BY s.key
            """,
            [.integer(group)],
            doing: "read a group"
        ) { $0.members }
    }

    private func noteGroup(
        _ group: Int64,
        _ type: ChangeType,
        before: [JSON.Member]?,
        after: [JSON.Member]?,
        at sighting: Sighting
    ) throws(StoreError) {
        guard case .text(let id)? = (after ?? before ?? []).value("group_id") else { return }
        let target = Change.Target(.group, id: id, key: group)
        var draft = ChangeDraft(type, of: target, delivery: sighting.delivery)
        draft.cause = .rule
        draft.state = ChangeState(after: after, before: before).json
        try note(draft)
    }
}
