/// The public names that users and their scripts rely on (design, sections 5 and 6), written out once more.
///
/// On purpose not taken from the program: a column renamed by mistake has to fail here.
enum Contract {
    static let views: [String: [String]] = {
        var views = plainViews
        for name in ["articles", "teasers"] { views["keyed_" + name] = (plainViews[name] ?? []) + ["key"] }
        return views
    }()

    private static let plainViews: [String: [String]] = [
        "articles": [
            "id", "title", "authors", "authors_json", "outlet", "site", "published_on", "published_at", "posted_on",
            "categories", "categories_json", "language", "word_count", "body", "revision", "revisions",
            "first_seen_at", "last_seen_at", "appearances", "group_id",
        ],
        "teasers": [
            "id", "title", "summary", "site", "page_on", "first_seen_at", "last_seen_at", "article_id",
        ],
        "revisions": [
            "article_id", "revision", "seen_at", "nature", "cause", "dump_sha256", "title", "authors", "outlet",
            "published_on", "body", "body_sha256", "extractor",
        ],
        "appearances": [
            "dump_sha256", "dump_name", "ordinal", "kind", "article_id", "revision", "title", "byline", "authors",
            "authors_json", "outlet", "published_on", "posted_on", "categories", "categories_json", "tag_count",
            "comment_count", "body", "byte_start", "byte_end", "evidence_json",
        ],
        "dumps": [
            "sha256", "text_sha256", "same_text_as", "name", "bytes", "encoding", "site", "tagline", "page_on",
            "page_key", "layout", "articles", "teasers", "boilerplate_json", "received_at", "deliveries", "extractor",
        ],
        "deliveries": [
            "delivery", "received_at", "name", "path", "bytes", "modified_at", "sha256", "outcome", "reason",
        ],
        "rejections": [
            "delivery", "received_at", "name", "reason", "detail", "kept_as", "attempts", "resolved_at",
        ],
        "groups": ["group_id", "articles", "outlets", "first_published_on", "likely_origin_id"],
        "forgotten": ["id", "kind", "reason", "forgotten_at", "blocked"],
        "changes": ["epoch", "seq", "ts", "txn", "op", "type", "kind", "id", "rev", "cause", "reason"],
    ]

    /// The keys of every line of the change log, in order.
    static let recordKeys = [
        "v", "epoch", "seq", "ts", "txn", "txn_last", "op", "type", "kind", "id", "rev", "cause", "extractor", "dump",
        "changed", "before", "after", "reason",
    ]

    /// What may stand in a home, and nothing else.
    static let home: Set<String> = [
        "inbox", "rejected", "changes", "copydesk.db", "copydesk.db-wal", "copydesk.db-shm", "copydesk.lock",
        "copydesk.orders", "copydesk.work", "changes.jsonl",
    ]
}
