// The rows of the public views as records tell them: with the lists as JSON, and without what is worked out from other
// rows.
extension Store {
    /// The revision ?2 of the article with the key ?1, in the dump ?3.
    static let revisionRow = """
        SELECT a.id AS article_id, r.number AS revision, r.seen_at, r.nature, r.cause, ?3 AS dump_sha256, r.title,
            (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors, r.authors_json, r.outlet,
            r.published_on, r.published_at, r.posted_on,
            (SELECT group_concat(value, '; ') FROM json_each(r.categories_json)) AS categories, r.categories_json,
            r.language, r.word_count, r.body, r.body_sha256, r.extractor
        FROM article a JOIN revision_text r ON r.article = a.key WHERE a.key = ?1 AND r.number = ?2
        """

    private static let appearanceColumns = """
        d.sha256 AS dump_sha256, p.ordinal, CASE WHEN p.teaser IS NULL THEN 'article' ELSE 'teaser' END AS kind,
            a.id AS article_id, t.id AS teaser_id, coalesce(w.into_number, p.revision) AS revision, p.title, p.byline,
            p.authors_json, p.outlet, p.published_on, p.posted_on, p.categories_json, p.tag_count, p.comment_count,
            p.byte_start, p.byte_end, p.evidence_json
        FROM appearance p JOIN dump d ON d.key = p.dump
            LEFT JOIN revision w ON w.article = p.article AND w.number = p.revision
            LEFT JOIN article a ON a.key = coalesce(w.into_article, p.article) LEFT JOIN teaser t ON t.key = p.teaser
        """

    /// What stands in the dump with the key ?1 at the place ?2.
    static let appearanceRow = "SELECT \(appearanceColumns) WHERE p.dump = ?1 AND p.ordinal = ?2"

    /// The dump with the key ?1.
    static let dumpRow = """
        SELECT d.sha256, d.text_sha256, s.sha256 AS same_text_as, v.name, d.bytes, d.encoding, d.site,
            d.tagline, d.page_on, d.page_key, d.layout, d.articles, d.teasers,
            v.received_at, (SELECT count(*) FROM delivery WHERE dump = d.key) AS deliveries,
            coalesce(d.reread_by, d.extractor) AS extractor, d.delivery
        FROM dump d JOIN delivery v ON v.number = d.delivery LEFT JOIN dump s ON s.key = d.same_text
        WHERE d.key = ?1 AND d.forgotten_at IS NULL
        """

    /// The teaser with the key ?1.
    static let teaserRow = """
        SELECT id, title, summary, site, page_on, first_seen_at, last_seen_at FROM teaser WHERE key = ?1
        """

    /// What is left of the thing with the id ?1 that was forgotten.
    static let tombstoneRow = "SELECT id, kind, reason, forgotten_at, blocked FROM tombstone WHERE id = ?1"

    // MARK: snapshots

    // Each query gives the key first, takes the last key as ?1 and how many rows to read as ?2.

    static let nextDump = """
        SELECT key, boilerplate_json FROM dump WHERE key > ?1 AND forgotten_at IS NULL AND same_text IS NULL
        ORDER BY key LIMIT 1
        """

    static let nextTwin = """
        SELECT key, boilerplate_json FROM dump WHERE key > ?1 AND forgotten_at IS NULL AND same_text IS NOT NULL
        ORDER BY key LIMIT 1
        """

    static let deliveryRows = """
        SELECT v.number, v.number AS delivery, v.received_at, v.name, v.path, v.bytes, v.modified_at,
            coalesce(d.sha256, j.sha256) AS sha256, v.outcome, j.reason, j.detail, j.kept_as, j.attempts, j.resolved_at
        FROM delivery v LEFT JOIN dump d ON d.key = v.dump LEFT JOIN rejection j ON j.delivery = v.number
        WHERE v.number > ?1 ORDER BY v.number LIMIT ?2
        """

    /// Articles without their texts, which are in their revisions; `folded_title` is what joins teasers to them.
    static let articleRows = """
        SELECT key, id, folded_title, site, revision, first_seen_at, last_seen_at, appearances, NULL AS merged_into
        FROM article WHERE key > ?1 AND merged_into IS NULL AND forgotten_at IS NULL ORDER BY key LIMIT ?2
        """

    /// Ids and titles that lead to another article.
    static let mergedRows = """
        SELECT a.key, a.id, a.folded_title, a.site, a.revision, a.first_seen_at, a.last_seen_at, a.appearances,
            m.id AS merged_into
        FROM article a JOIN article m ON m.key = a.merged_into
        WHERE a.key > ?1 AND a.forgotten_at IS NULL ORDER BY a.key LIMIT ?2
        """

    /// The revision after number ?2 of the article ?1, with its dump.
    static let nextRevision = """
        SELECT r.article, r.number, d.sha256 FROM revision r JOIN article a ON a.key = r.article
            JOIN dump d ON d.key = r.dump
        WHERE (r.article, r.number) > (?1, ?2) AND r.into_article IS NULL AND a.merged_into IS NULL
            AND a.forgotten_at IS NULL ORDER BY r.article, r.number LIMIT 1
        """

    static let teaserRows = """
        SELECT key, id, title, summary, site, page_on, first_seen_at, last_seen_at FROM teaser
        WHERE key > ?1 AND gone_at IS NULL ORDER BY key LIMIT ?2
        """

    static let appearanceRows =
        "SELECT p.rowid, \(appearanceColumns) WHERE p.rowid > ?1 ORDER BY p.rowid LIMIT ?2"

    static let groupRows = """
        SELECT s.key, s.id AS group_id, count(*) AS articles, count(DISTINCT coalesce(r.outlet, a.site)) AS outlets,
            min(r.published_on) AS first_published_on,
            (SELECT o.id FROM article o WHERE o.key = s.likely_origin) AS likely_origin_id
        FROM syndication s JOIN article a ON a.syndication = s.key
            JOIN revision r ON r.article = a.key AND r.number = a.revision
        WHERE s.key > ?1 GROUP BY s.key ORDER BY s.key LIMIT ?2
        """

    static let tombstoneRows = """
        SELECT rowid, id, kind, reason, forgotten_at, blocked FROM
            (SELECT row_number() OVER (ORDER BY id) AS rowid, * FROM tombstone) WHERE rowid > ?1 ORDER BY rowid LIMIT ?2
        """
}
