-- Copydesk's change log in DuckDB: the files read where they lie, nothing is loaded.
--
-- Run with DuckDB 2.0.1 as a Python library (pip install duckdb), and by hand with the shell of 1.5.6 (duckdb-cli). Say
-- where the homes are, then read this file; a pattern may name several desks:
--
--     $ duckdb
--     SET VARIABLE copydesk_home = './desk';
--     .read etc/followers/duckdb.sql
--     SELECT title, outlet, published_on FROM copydesk.articles ORDER BY last_seen_at DESC LIMIT 10;   -- articles
--     SELECT seen_at, title, grown_by FROM copydesk.edits ORDER BY seen_at DESC LIMIT 10;              -- silent edits
--     SELECT * FROM copydesk.outlets ORDER BY articles DESC;                                           -- outlets
--
-- Each query reads the files anew, also while a desk writes: a last line that is half there is left out until the next
-- query. The list of files is made by this file: read it again after the log was closed and begun anew. Until then,
-- and where a desk keeps only some of its closed files, records are missing: copydesk.gaps tells, and is empty
-- otherwise. In the moment in which a log is closed and no new one begun, a query can fail for want of changes.jsonl:
-- ask again.
--
-- Tables of one desk are told apart by epoch (copydesk.article, .revision); the views in the plural show each id once,
-- as the desk tells it that saw it last. What a desk forgot is in no view, but in the files until it clears them.

CREATE SCHEMA IF NOT EXISTS copydesk;

SET VARIABLE copydesk_files = (
    SELECT list(file ORDER BY file) FROM (
        FROM glob(getvariable('copydesk_home') || '/changes.jsonl')
        UNION ALL FROM glob(getvariable('copydesk_home') || '/changes/changes-*.jsonl')
    )
);

CREATE OR REPLACE VIEW copydesk.record AS
    SELECT * FROM read_ndjson(
        getvariable('copydesk_files'),
        -- Named here, so that no file is read to guess them. A record has no line longer than 32,000 bytes.
        columns = {
            epoch: 'VARCHAR', seq: 'BIGINT', ts: 'TIMESTAMPTZ', txn: 'BIGINT', op: 'VARCHAR', type: 'VARCHAR',
            kind: 'VARCHAR', id: 'VARCHAR', rev: 'INTEGER', cause: 'VARCHAR', extractor: 'VARCHAR', dump: 'JSON',
            before: 'JSON', after: 'JSON', reason: 'VARCHAR'
        },
        ignore_errors = true
    )
    -- Lines that speak of the file, and half a last line.
    WHERE type NOT LIKE 'log.%' AND seq IS NOT NULL;

CREATE OR REPLACE VIEW copydesk.position AS
    SELECT epoch, max(seq) AS seq, max(ts) AS ts FROM copydesk.record GROUP BY epoch;

CREATE OR REPLACE VIEW copydesk.gaps AS
    -- Numbers that are missing in the files, counted from the first record of a desk.
    SELECT epoch, before + 1 AS first_seq, seq - 1 AS last_seq FROM (
        SELECT epoch, seq, lag(seq, 1, 0) OVER (PARTITION BY epoch ORDER BY seq) AS before FROM copydesk.record
    ) WHERE seq > before + 1;

CREATE OR REPLACE VIEW copydesk.text AS
    -- Long texts put together; only those that are whole and what they should be.
    SELECT epoch, sha256, text FROM (
        SELECT epoch, sha256, string_agg(part_text, '' ORDER BY part) AS text FROM (
            SELECT DISTINCT epoch, after ->> 'sha256' AS sha256, (after ->> 'part')::INTEGER AS part,
                after ->> 'text' AS part_text
            FROM copydesk.record WHERE type = 'content.part' AND (after ->> 'sha256') IS NOT NULL
        ) GROUP BY epoch, sha256
    ) WHERE sha256(text) = sha256;

CREATE OR REPLACE VIEW copydesk.gone AS
    -- Since when an article is no more: nothing that was told before counts.
    SELECT epoch, id, max(seq) AS seq FROM copydesk.record
    WHERE type IN ('article.merged', 'article.deleted') GROUP BY epoch, id;

CREATE OR REPLACE VIEW copydesk.revision AS
    -- Each text an article has at a desk: as the desk told its row last, or else as it was first seen.
    WITH told AS (
        SELECT epoch, id AS article_id, rev AS revision, seq, op, after, dump,
            max(CASE WHEN type = 'row.revision' THEN seq ELSE 0 END) OVER (PARTITION BY epoch, id, rev) AS row_seq,
            coalesce(after ->> 'cause', cause) AS cause
        FROM copydesk.record
        WHERE type = 'row.revision' OR json_type(after) = 'OBJECT'
            AND type IN ('article.created', 'article.revised', 'article.seen', 'article.reread')
    )
    SELECT t.epoch, t.article_id, t.revision,
        coalesce(t.after ->> 'seen_at', t.dump ->> 'received_at')::TIMESTAMPTZ AS seen_at,
        t.after ->> 'nature' AS nature, t.cause,
        coalesce(t.after ->> 'dump_sha256', t.dump ->> 'sha256') AS dump_sha256,
        t.after ->> 'title' AS title, t.after ->> 'authors' AS authors, t.after ->> 'outlet' AS outlet,
        (t.after ->> 'published_on')::DATE AS published_on, t.after ->> 'language' AS language,
        (t.after ->> 'word_count')::INTEGER AS word_count, coalesce(t.after ->> 'body', x.text) AS body,
        t.after ->> 'body_sha256' AS body_sha256
    FROM told t LEFT JOIN copydesk.gone g ON g.epoch = t.epoch AND g.id = t.article_id
        LEFT JOIN copydesk.text x ON x.epoch = t.epoch AND x.sha256 = (t.after ->> 'body_sha256')
    -- A row that is gone counts for nothing, and what was told before it neither.
    WHERE t.seq > coalesce(g.seq, 0) AND t.seq >= t.row_seq AND t.op <> 'd'
    QUALIFY row_number() OVER (PARTITION BY t.epoch, t.article_id, t.revision ORDER BY t.seq) = 1;

CREATE OR REPLACE VIEW copydesk.article AS
    -- Each desk's articles as they stand there. What a merge or forgetting took away has op d as its last record.
    WITH last AS (
        SELECT * FROM copydesk.record
        WHERE (type LIKE 'article.%' OR type = 'row.article') AND (op = 'd' OR json_type(after) = 'OBJECT')
        QUALIFY row_number() OVER (PARTITION BY epoch, id ORDER BY seq DESC) = 1
    )
    SELECT l.epoch, l.id, l.after ->> 'title' AS title, l.after ->> 'authors' AS authors,
        l.after ->> 'outlet' AS outlet, l.after ->> 'site' AS site, (l.after ->> 'published_on')::DATE AS published_on,
        (l.after ->> 'posted_on')::DATE AS posted_on, l.after ->> 'categories' AS categories,
        l.after ->> 'language' AS language, (l.after ->> 'word_count')::INTEGER AS word_count, r.body, r.body_sha256,
        (l.after ->> 'revision')::INTEGER AS revision, (l.after ->> 'first_seen_at')::TIMESTAMPTZ AS first_seen_at,
        (l.after ->> 'last_seen_at')::TIMESTAMPTZ AS last_seen_at, (l.after ->> 'appearances')::INTEGER AS appearances
    FROM last l LEFT JOIN copydesk.revision r
        ON r.epoch = l.epoch AND r.article_id = l.id AND r.revision = (l.after ->> 'revision')::INTEGER
    WHERE l.op <> 'd' AND (l.after ->> 'merged_into') IS NULL;

CREATE OR REPLACE VIEW copydesk.articles AS
    SELECT * FROM copydesk.article
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY last_seen_at DESC, epoch DESC) = 1;

CREATE OR REPLACE VIEW copydesk.edits AS
    -- Stories whose text their publisher changed after it was first seen: no rereading, and no merge.
    SELECT r.article_id, r.epoch, r.revision, r.seen_at, r.nature, length(r.body) - length(earlier.body) AS grown_by,
        r.title, r.outlet
    FROM copydesk.revision r JOIN copydesk.revision earlier
        ON earlier.epoch = r.epoch AND earlier.article_id = r.article_id AND earlier.revision = r.revision - 1
    WHERE r.cause = 'source' AND r.nature IN ('material', 'cosmetic');

CREATE OR REPLACE VIEW copydesk.outlets AS
    SELECT coalesce(outlet, site) AS outlet, count(*) AS articles, sum(word_count) AS words,
        min(published_on) AS first_published_on, max(published_on) AS last_published_on,
        count(*) FILTER (revision > 1) AS changed
    FROM copydesk.articles GROUP BY ALL;
