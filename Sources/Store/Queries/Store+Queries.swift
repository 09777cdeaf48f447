package import Pages

// What the commands ask for. The queries use the public views where these have the answer.
extension Store {
    /// Counts for `status`.
    package struct Totals: Sendable {
        package var tally = Tally()
        package var openRejections: [(reason: String, count: Int)] = []
        package var lastSeq: Int64 = 0
        package var lastChange: String?
        /// Files that are filed but cannot be removed from the inbox, with the reason.
        package var stuck: [(path: [UInt8], fault: String)] = []
        /// Files that stay in the inbox, because another tool mirrors it.
        package var staying = 0
        /// Dumps that other rules than this version's read last.
        package var readByOthers = 0

        /// How many deliveries had each outcome, by its name; outcomes that never occurred are left out.
        package var outcomes: [(name: String, count: Int64)] {
            Delivery.Receipt.Outcome.allCases.map { ($0.rawValue, tally[$0]) }.filter { $0.1 > 0 }.sorted {
                $0.0 < $1.0
            }
        }
    }

    package func totals() throws(StoreError) -> Totals {
        let doing = "count what the desk holds"
        var totals = Totals()
        totals.tally = try tally()
        try connection.run(
            "SELECT reason, count(*) FROM rejection WHERE resolved_at IS NULL GROUP BY reason ORDER BY 1",
            doing: doing
        ) { totals.openRejections.append(($0.text(0), $0.int(1))) }
        try connection.run(
            """
            SELECT (SELECT coalesce(max(seq), 0) FROM change), (SELECT ts FROM txn ORDER BY number DESC LIMIT 1),
                (SELECT count(*) FROM taken WHERE destiny = 'stay')
            """,
            doing: doing
        ) {
            totals.lastSeq = $0.integer(0)
            totals.lastChange = $0.optionalText(1)
            totals.staying = $0.int(2)
        }
        try connection.run("SELECT path, fault FROM taken WHERE fault IS NOT NULL ORDER BY path", doing: doing) {
            totals.stuck.append(($0.blob(0), $0.text(1)))
        }
        totals.readByOthers = try dumpsReadByOthers()
        return totals
    }

    /// A question about one id: its row in `articles`, `teasers` or `groups`, or its rows in another public view.
    package enum Lookup: Sendable {
        case article, teaser, revisions, appearances, group
        /// The articles of a group, with the greatest share of its text that each has in common with another.
        case members
    }

    /// The rows of a view that belong to one article or teaser id, in order.
    package func rows(_ lookup: Lookup, id: String) throws(StoreError) -> [[JSON.Member]] {
        let sql =
            switch lookup {
            case .article: "SELECT * FROM articles WHERE id = ?1"
            case .teaser: "SELECT * FROM teasers WHERE id = ?1"
            case .revisions: "SELECT * FROM revisions WHERE article_id = ?1 ORDER BY revision"
            case .appearances:
                """
                SELECT p.*, (SELECT json_extract(value, '$.rule') FROM json_each(p.evidence_json)
                    WHERE json_extract(value, '$.field') = 'article') AS known_by
                FROM appearances p JOIN dumps d ON d.sha256 = p.dump_sha256
                WHERE p.article_id = ?1 ORDER BY d.received_at, p.dump_sha256, p.ordinal
                """
            case .group: "SELECT * FROM groups WHERE group_id = ?1"
            case .members:
                """
                SELECT a.id, a.title, coalesce(a.outlet, a.site) AS source, a.published_on,
                    (SELECT CAST(round(100 * max(c.score)) AS INTEGER) FROM article k JOIN copy c
                        ON c.article = k.key OR c.other = k.key WHERE k.id = a.id) AS percent, a.body
                FROM articles a WHERE a.group_id = ?1 ORDER BY a.published_on IS NULL, a.published_on, a.id
                """
            }
        var rows: [[JSON.Member]] = []
        try connection.run(sql, [.text(id)], doing: "look \(id) up") { rows.append($0.members) }
        return rows
    }

    /// Ids of articles, teasers and groups that are known by an id beginning with these characters.
    ///
    /// At most three of each. An article that is known by another id comes with its own.
    package func ids(startingWith prefix: String) throws(StoreError) -> [String] {
        var found: [String] = []
        for query in [
            """
            SELECT id FROM article WHERE id >= ?1 AND id < ?1 || '~' AND merged_into IS NULL AND forgotten_at IS NULL
            ORDER BY id LIMIT 3
            """,
            """
            SELECT DISTINCT a.id FROM alias i JOIN article a ON a.key = i.article WHERE i.id >= ?1 AND i.id < ?1 || '~'
            ORDER BY i.id LIMIT 3
            """,
            "SELECT id FROM teaser WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 3",
            "SELECT id FROM syndication WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 3",
        ] {
            try connection.run(query, [.text(prefix)], doing: "look \(prefix) up") { row in
                if !found.contains(row.text(0)) { found.append(row.text(0)) }
            }
        }
        return found
    }

    /// The bytes of the dumps whose SHA-256 begins with these digits.
    ///
    /// At most two: enough to know whether the digits name just one.
    package func original(_ sha256: String) throws(StoreError) -> [[UInt8]] {
        var found: [[UInt8]] = []
        try connection.run(
            """
            SELECT o.bytes FROM dump d JOIN original o ON o.dump = d.key
            WHERE d.sha256 >= ?1 AND d.sha256 < ?1 || 'g' LIMIT 2
            """,
            [.text(sha256)],
            doing: "read the dump \(sha256)"
        ) { found.append($0.blob(0)) }
        return found
    }

    /// The receipt of the first delivery after `number` that came from a path below the inbox.
    package func receipt(path: String, after number: Int64) throws(StoreError) -> Delivery.Receipt? {
        try connection.first(
            """
            SELECT v.delivery, v.outcome, v.sha256, coalesce(d.articles, 0), coalesce(d.teasers, 0),
                (SELECT max(c.seq) FROM change c WHERE c.delivery = v.delivery)
            FROM deliveries v LEFT JOIN dumps d ON d.sha256 = v.sha256
            WHERE v.delivery > ?1 AND v.path = ?2 ORDER BY v.delivery LIMIT 1
            """,
            [.integer(number), .text(TextForm.path(path))],
            doing: "look a delivery up"
        ) { row in
            Delivery.Receipt(
                delivery: row.integer(0),
                outcome: Delivery.Receipt.Outcome(rawValue: row.text(1)) ?? .rejected,
                sha256: row.optionalText(2),
                articles: row.int(3),
                teasers: row.int(4),
                seq: row.integer(5)
            )
        }
    }

    /// Why a delivery was rejected, as `reason: detail`.
    package func reason(ofDelivery number: Int64) throws(StoreError) -> String? {
        try connection.first(
            "SELECT reason || ': ' || detail FROM rejections WHERE delivery = ?1",
            [.integer(number)],
            doing: "look a rejection up"
        ) { $0.text(0) }
    }

    /// The number of the last delivery; 0 before the first.
    package func lastDelivery() throws(StoreError) -> Int64 {
        try connection.first("SELECT coalesce(max(delivery), 0) FROM deliveries", doing: "look deliveries up") {
            $0.integer(0)
        } ?? 0
    }
}
