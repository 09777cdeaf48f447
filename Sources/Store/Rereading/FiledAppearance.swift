import Pages

/// An item of a dump as it was filed, with what a new reading of it is compared by.
struct FiledAppearance {
    let ordinal: Int
    /// The text as it was filed, and where it is now.
    let article: Int64?
    let revision: Int64?
    let nowArticle: Int64?
    let nowRevision: Int64?
    let teaser: Int64?
    let bytes: Range<Int>
    /// The values of its columns, in the order of `FiledAppearance.fields`.
    let values: [String]

    static let fields = [
        "title", "byline", "authors", "outlet", "published_on", "posted_on", "categories", "tag_count", "comment_count",
        "published_at", "language", "body",
    ]

    /// `init(_ row:)` reads the columns in this order.
    static let query = """
        SELECT p.ordinal, p.article, p.revision, coalesce(r.into_article, p.article), coalesce(r.into_number, p.revision),
            p.teaser, p.byte_start, p.byte_end, p.title, p.byline, p.authors_json, p.outlet, p.published_on, p.posted_on,
            p.categories_json, p.tag_count, p.comment_count, r.published_at, r.language,
            coalesce(r.body_sha256, t.summary)
        FROM appearance p LEFT JOIN revision r ON r.article = p.article AND r.number = p.revision
            LEFT JOIN teaser t ON t.key = p.teaser
        WHERE p.dump = ?1 ORDER BY p.ordinal
        """

    init(_ row: Row) {
        ordinal = row.int(0)
        article = row.optionalInteger(1)
        revision = row.optionalInteger(2)
        nowArticle = row.optionalInteger(3)
        nowRevision = row.optionalInteger(4)
        teaser = row.optionalInteger(5)
        bytes = row.int(6)..<max(row.int(6), row.int(7))
        values = (8..<20).map { row.text($0) }
    }

    /// How an item read now differs from this one; empty where it does not.
    func differences(from item: FiledItem) -> [String] {
        guard (item.item.kind == .teaser) == (teaser != nil) else {
            return ["item \(ordinal): was \(teaser == nil ? "an article, is a teaser" : "a teaser, is an article")"]
        }
        let now = item.values
        return FiledAppearance.fields.indices.filter { values[$0] != now[$0] }.map { index in
            let name = FiledAppearance.fields[index]
            guard name != "body" else { return "item \(ordinal): the \(teaser == nil ? "body" : "summary") differs" }
            func shown(_ value: String) -> String { value.isEmpty ? "unknown" : "“\(value.prefix(60))”" }
            return "item \(ordinal): \(name) was \(shown(values[index])), is \(shown(now[index]))"
        }
    }
}

extension FiledItem {
    /// The values of its columns, as `FiledAppearance.values` has them.
    fileprivate var values: [String] {
        let isArticle = item.kind == .article
        return [
            title ?? "", byline ?? "", authors ?? "", outlet ?? "", item.publishedOn ?? "", item.postedOn ?? "",
            categories ?? "", item.tagCount.map(String.init) ?? "", item.commentCount.map(String.init) ?? "",
            isArticle ? item.publishedAt ?? "" : "", isArticle ? item.language ?? "" : "",
            isArticle ? bodyHash : TextForm.cut(item.body, to: 4000) ?? "",
        ]
    }
}
