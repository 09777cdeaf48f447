// What a report tells of groups: near-identical stories that several sources carry.
extension Store {
    /// A group and how large it is.
    package struct GroupCount: Sendable {
        package let id: String
        package let articles: Int
        package let sources: Int
        /// Sites whose pages carried them.
        package let sites: Int
        let key: Int64
    }

    /// An article of a group.
    package struct GroupMember: Sendable {
        package let id: String
        package let title: String?
        /// The outlet, or the site where no outlet is known.
        package let source: String?
        package let site: String?
        /// `YYYY-MM-DD`; nil where it is unknown.
        package let publishedOn: String?
        /// UTC: `2026-11-21T19:20:31.123Z`.
        package let firstSeenAt: String
        package let isLikelyOrigin: Bool
    }

    /// The groups with an article that came in, those of the most sources first, and how many there are in all.
    package func groups(_ window: ReportWindow, limit: Int) throws(StoreError) -> (first: [GroupCount], all: Int) {
        var first: [GroupCount] = []
        var all = 0
        try connection.run(
            """
            SELECT g.key, s.id, g.articles, g.sources, g.sites, count(*) OVER () FROM (
                SELECT a.syndication AS key, count(*) AS articles, count(DISTINCT coalesce(r.outlet, a.site)) AS sources,
                    count(DISTINCT a.site) AS sites, max(a.first_seen_at) AS newest
                FROM article a CROSS JOIN revision r ON r.article = a.key AND r.number = a.revision
                WHERE a.syndication IS NOT NULL GROUP BY a.syndication
                HAVING sum(a.first_seen_at >= ?1 AND a.first_seen_at < ?2) > 0) g
            JOIN syndication s ON s.key = g.key
            ORDER BY g.sources DESC, g.articles DESC, g.newest DESC, g.key LIMIT ?3
            """,
            window.values + [.number(limit)],
            doing: "count the groups"
        ) { row in
            first.append(
                GroupCount(
                    id: row.text(1),
                    articles: row.int(2),
                    sources: row.int(3),
                    sites: row.int(4),
                    key: row.integer(0)
                )
            )
            all = row.int(5)
        }
        return (first, all)
    }

    /// The articles of a group: the likely origin, then those that were published first.
    package func members(of group: GroupCount, limit: Int) throws(StoreError) -> [GroupMember] {
        var members: [GroupMember] = []
        try connection.run(
            """
            SELECT a.id, r.title, coalesce(r.outlet, a.site), a.site, r.published_on, a.first_seen_at,
                a.key = s.likely_origin
            FROM syndication s JOIN article a ON a.syndication = s.key
                JOIN revision r ON r.article = a.key AND r.number = a.revision
            WHERE s.key = ?1
            ORDER BY a.key IS NOT s.likely_origin, coalesce(r.published_on, substr(a.first_seen_at, 1, 10)), a.id LIMIT ?2
            """,
            [.integer(group.key), .number(limit)],
            doing: "read a group"
        ) {
            members.append(
                GroupMember(
                    id: $0.text(0),
                    title: $0.optionalText(1),
                    source: $0.optionalText(2),
                    site: $0.optionalText(3),
                    publishedOn: $0.optionalText(4),
                    firstSeenAt: $0.text(5),
                    isLikelyOrigin: $0.integer(6) == 1
                )
            )
        }
        return members
    }
}
