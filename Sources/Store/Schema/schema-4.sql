-- Schema 4: the change log alone rebuilds the store. Records tell of every row that the views show, so what no record
-- could tell is no longer shown otherwise.

DROP VIEW appearances;
CREATE VIEW appearances AS
    -- What stood where in which dump.
    SELECT d.sha256 AS dump_sha256, v.name AS dump_name, p.ordinal,
        CASE WHEN p.teaser IS NULL THEN 'article' ELSE 'teaser' END AS kind,
        a.id AS article_id, coalesce(w.into_number, p.revision) AS revision, p.title, p.byline,
        (SELECT group_concat(value, '; ') FROM json_each(p.authors_json)) AS authors, p.authors_json,
        p.outlet, p.published_on, p.posted_on,
        (SELECT group_concat(value, '; ') FROM json_each(p.categories_json)) AS categories, p.categories_json,
        p.tag_count, p.comment_count, coalesce(r.body, t.summary) AS body, p.byte_start, p.byte_end, p.evidence_json
    FROM appearance p JOIN dump d ON d.key = p.dump JOIN delivery v ON v.number = d.delivery
        LEFT JOIN revision w ON w.article = p.article AND w.number = p.revision
        LEFT JOIN article a ON a.key = coalesce(w.into_article, p.article)
        LEFT JOIN revision_text r ON r.article = coalesce(w.into_article, p.article)
            AND r.number = coalesce(w.into_number, p.revision)
        LEFT JOIN teaser t ON t.key = p.teaser;

-- A record whose text was forgotten says so itself; a reason that the change has stays.
UPDATE change SET reason = NULL WHERE forgotten = 1 AND reason = 'forgotten';
