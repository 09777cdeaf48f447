-- What all desks hold together: the views of postgresql.sql, which reads this file.
--
-- Each id stands here once, as the desk tells it that saw it last; of desks that saw it at the same time, the one with
-- the greater epoch. That does not depend on the order in which feeds bring their records. An update of this file adds
-- columns at the end only, so that views built on these stay.

CREATE OR REPLACE VIEW copydesk.articles AS
    SELECT DISTINCT ON (a.id) a.id, a.title, a.authors, a.authors_json, a.outlet, a.site, a.published_on,
        a.published_at, a.posted_on, a.categories, a.categories_json, a.language, a.word_count, r.body, r.body_sha256,
        a.revision, min(a.first_seen_at) OVER desks AS first_seen_at, max(a.last_seen_at) OVER desks AS last_seen_at,
        (SELECT count(DISTINCT (p.dump_sha256, p.ordinal)) FROM copydesk.appearance p WHERE p.article_id = a.id)
            AS appearances,
        a.group_id, a.epoch, count(*) OVER desks AS desks
    FROM copydesk.article a LEFT JOIN copydesk.revision r
        ON (r.epoch, r.article_id, r.revision) = (a.epoch, a.id, a.revision)
    WINDOW desks AS (PARTITION BY a.id)
    ORDER BY a.id, a.last_seen_at DESC, a.epoch DESC;

CREATE OR REPLACE VIEW copydesk.revisions AS
    -- Each text of an article once, numbered as the desk numbers it that saw it first.
    SELECT DISTINCT ON (article_id, title, body_sha256) article_id, revision, seen_at, nature, cause, dump_sha256,
        title, authors, authors_json, outlet, published_on, published_at, posted_on, categories_json, language,
        word_count, body, body_sha256, extractor, epoch
    FROM copydesk.revision ORDER BY article_id, title, body_sha256, seen_at, epoch, revision;

CREATE OR REPLACE VIEW copydesk.teasers AS
    SELECT DISTINCT ON (id) id, title, summary, site, page_on, min(first_seen_at) OVER desks AS first_seen_at,
        max(last_seen_at) OVER desks AS last_seen_at, epoch
    FROM copydesk.teaser WINDOW desks AS (PARTITION BY id) ORDER BY id, copydesk.teaser.last_seen_at DESC, epoch DESC;

CREATE OR REPLACE VIEW copydesk.dumps AS
    SELECT DISTINCT ON (sha256) sha256, text_sha256, same_text_as, name, bytes, encoding, site, tagline, page_on,
        page_key, layout, articles, teasers, boilerplate_json, min(received_at) OVER desks AS received_at,
        sum(deliveries) OVER desks AS deliveries, extractor, epoch
    FROM copydesk.dump WINDOW desks AS (PARTITION BY sha256)
    ORDER BY sha256, copydesk.dump.received_at DESC, epoch DESC;

CREATE OR REPLACE VIEW copydesk.appearances AS
    SELECT DISTINCT ON (dump_sha256, ordinal) dump_sha256, ordinal, kind, article_id, teaser_id, revision, title,
        byline, authors_json, outlet, published_on, posted_on, categories_json, tag_count, comment_count, byte_start,
        byte_end, evidence_json, epoch
    FROM copydesk.appearance ORDER BY dump_sha256, ordinal, epoch DESC;

CREATE OR REPLACE VIEW copydesk.groups AS
    -- Each desk makes its own groups; those with one likely origin have one id.
    SELECT g.group_id, count(DISTINCT a.id) AS articles, count(DISTINCT coalesce(a.outlet, a.site)) AS outlets,
        min(a.published_on) AS first_published_on, max(g.likely_origin_id) AS likely_origin_id
    FROM copydesk."group" g JOIN copydesk.article a ON (a.epoch, a.group_id) = (g.epoch, g.group_id)
    GROUP BY g.group_id;

-- Words are taken from the beginning of long texts only: PostgreSQL refuses to list more than 1 MB of them.
CREATE INDEX IF NOT EXISTS revision_words ON copydesk.revision
    USING gin (to_tsvector('simple', coalesce(title, '') || ' ' || left(body, 100000)));
CREATE OR REPLACE VIEW copydesk.words AS
    SELECT epoch, article_id, revision, title,
        to_tsvector('simple', coalesce(title, '') || ' ' || left(body, 100000)) AS words
    FROM copydesk.revision;
