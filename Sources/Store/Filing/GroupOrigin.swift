import Pages

/// Finds the article that the others of a group were likely copied from.
///
/// That is the one whose source most of the others credit, as papers do with a text of an agency; then the one that was
/// published first; then, so that the answer does not depend on the order of arrival, the one with the smallest id.
enum GroupOrigin {
    /// So many members are looked at; a text that more outlets carry is told by these.
    private static let mostMembers = 200
    /// A credit stands in a text's first or last so many bytes.
    private static let reach: Int64 = 300

    struct Member {
        let key: Int64
        let id: String
        let source: String?
        let publishedOn: String?
        /// Where a credit can stand, folded: the outlet and the authors, the first and the last of the text.
        let credits: String
    }

    static func find(in store: Store, group: Int64) throws(StoreError) -> Member? {
        var members: [Member] = []
        try store.connection.run(
            """
            SELECT a.key, a.id, a.source, r.published_on,
                coalesce(r.outlet, '') || ' ' || coalesce(r.authors_json, '') || ' ' || substr(r.body, 1, ?2) || ' '
                    || substr(r.body, -?2)
            FROM article a JOIN revision_text r ON r.article = a.key AND r.number = a.revision
            WHERE a.syndication = ?1 ORDER BY a.id LIMIT ?3
            """,
            [.integer(group), .integer(reach), .number(mostMembers)],
            doing: "read a group"
        ) { row in
            members.append(
                Member(
                    key: row.integer(0),
                    id: row.text(1),
                    source: row.optionalText(2),
                    publishedOn: row.optionalText(3),
                    credits: " " + Identity.folded(row.text(4)) + " "
                )
            )
        }
        func credits(_ member: Member) -> Int {
            guard let source = member.source else { return 0 }
            return members.count { $0.source != source && $0.credits.contains(" \(source) ") }
        }
        return members.map { ($0, credits($0)) }.min { one, other in
            if one.1 != other.1 { return one.1 > other.1 }
            let (day, otherDay) = (one.0.publishedOn ?? "9", other.0.publishedOn ?? "9")
            return day != otherDay ? day < otherDay : one.0.id < other.0.id
        }?.0
    }
}
