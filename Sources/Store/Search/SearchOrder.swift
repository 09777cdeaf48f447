/// In what order articles that were found come.
package enum SearchOrder: Sendable {
    /// The best first, by BM25 (sqlite.org/fts5.html, "The bm25() function").
    case best
    /// The best first, but the older the less: after 30 days the score counts a half, after 60 a third. Days are counted
    /// up to `today`, as `YYYY-MM-DD`.
    case recent(today: String)
    case newest

    /// SQL by which rows with `score`, `day` and `key` are sorted.
    var sorting: SearchSQL {
        switch self {
        case .best: SearchSQL("score, day DESC, key DESC")
        case .recent(let today):
            SearchSQL(
                "score / (1 + max(0, coalesce(julianday(?) - julianday(day), 0)) / 30.0), day DESC, key DESC",
                [.text(today)]
            )
        case .newest: SearchSQL("day DESC, key DESC")
        }
    }
}
