import Testing

/// A view of the public contract with its columns in their order.
struct PublicView: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: [String]

    init(_ name: String, _ columns: String) {
        self.name = name
        self.columns = columns.split(separator: " ").map(String.init)
    }

    var testDescription: String { name }

    static let all = [
        PublicView(
            "articles",
            """
            id title authors authors_json outlet site published_on published_at posted_on categories \
            categories_json language word_count body revision revisions first_seen_at last_seen_at appearances \
            group_id
            """
        ),
        PublicView("teasers", "id title summary site page_on first_seen_at last_seen_at article_id"),
        PublicView(
            "revisions",
            """
            article_id revision seen_at nature cause dump_sha256 title authors outlet published_on body body_sha256 \
            extractor
            """
        ),
        PublicView(
            "appearances",
            """
            dump_sha256 dump_name ordinal kind article_id revision title byline authors authors_json outlet \
            published_on posted_on categories categories_json tag_count comment_count body byte_start byte_end \
            evidence_json
            """
        ),
        PublicView(
            "dumps",
            """
            sha256 text_sha256 same_text_as name bytes encoding site tagline page_on page_key layout articles \
            teasers boilerplate_json received_at deliveries extractor
            """
        ),
        PublicView("deliveries", "delivery received_at name path bytes modified_at sha256 outcome reason"),
        PublicView("rejections", "delivery received_at name reason detail kept_as attempts resolved_at"),
        PublicView("groups", "group_id articles outlets first_published_on likely_origin_id"),
        PublicView("forgotten", "id kind reason forgotten_at blocked"),
        PublicView("changes", "epoch seq ts txn op type kind id rev cause reason"),
        PublicView(
            "keyed_articles",
            """
            id title authors authors_json outlet site published_on published_at posted_on categories \
            categories_json language word_count body revision revisions first_seen_at last_seen_at appearances \
            group_id key
            """
        ),
        PublicView("keyed_teasers", "id title summary site page_on first_seen_at last_seen_at article_id key"),
    ]
}
