-- Copydesk's change log in ClickHouse: any number of desks, and as often as you like.
--
-- Run with chDB 4.4.0, which is the engine of ClickHouse 26.9 as a Python library (pip install chdb). Once, and again
-- as often as there is news:
--
--     from chdb.session import Session
--     engine = Session("news")                              # a folder that keeps the tables
--     engine.query("SET param_home = './desk'")             # the home of a desk; another one next time
--     engine.query(open("clickhouse.sql").read())
--     print(engine.query("SELECT title, outlet FROM copydesk.articles ORDER BY last_seen_at DESC LIMIT 10"))
--
-- A ClickHouse server was not tried, nor was clickhouse local. In a server file() reads below user_files_path only:
-- leave out the last two statements, and give it the lines by INSERT INTO copydesk.line FORMAT LineAsString.
--
-- A record has its place by epoch and seq: what comes twice, from whichever file, replaces itself, and an ingestion
-- that was killed is mended by the next. Half a last line is left out until it is whole. copydesk.gaps tells of missing
-- records, and is empty otherwise; where a desk keeps only some of its closed files, ask `copydesk changes`.
--
-- The tables hold each desk's rows, told apart by epoch; the views in the plural show each id once, as the desk tells
-- it that saw it last. What a desk forgot is in no view at once, but in its files until it clears them (copydesk forget
-- --scrub-log), and in the tables here until then these are run:
--
--     ALTER TABLE copydesk.revision DELETE WHERE (epoch, article_id, revision)
--         NOT IN (SELECT epoch, article_id, revision FROM copydesk.revision_now);
--     ALTER TABLE copydesk.article DELETE WHERE is_gone = 0
--         AND (epoch, id) NOT IN (SELECT epoch, id FROM copydesk.article_now);
--     ALTER TABLE copydesk.part DELETE WHERE (epoch, sha256)
--         NOT IN (SELECT epoch, body_sha256 FROM copydesk.revision);

CREATE DATABASE IF NOT EXISTS copydesk;

-- Keeps nothing: what is put in goes to the tables below, by the views that read it.
CREATE TABLE IF NOT EXISTS copydesk.line (line String) ENGINE = Null;

CREATE TABLE IF NOT EXISTS copydesk.record (
    epoch String, seq UInt64, ts String, txn UInt64, op String, type String, kind String, id String
) ENGINE = ReplacingMergeTree ORDER BY (epoch, seq);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_record TO copydesk.record AS
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractUInt(line, 'seq') AS seq,
        JSONExtractString(line, 'ts') AS ts, JSONExtractUInt(line, 'txn') AS txn, JSONExtractString(line, 'op') AS op,
        JSONExtractString(line, 'type') AS type, JSONExtractString(line, 'kind') AS kind,
        JSONExtractString(line, 'id') AS id
    FROM copydesk.line WHERE type NOT LIKE 'log.%';

-- Parts of long texts; which text they belong to, their hash says.
CREATE TABLE IF NOT EXISTS copydesk.part (epoch String, sha256 String, part UInt32, text String)
    ENGINE = ReplacingMergeTree ORDER BY (epoch, sha256, part);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_part TO copydesk.part AS
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractString(line, 'after', 'sha256') AS sha256,
        JSONExtractUInt(line, 'after', 'part') AS part, JSONExtractString(line, 'after', 'text') AS text
    FROM copydesk.line WHERE JSONExtractString(line, 'type') = 'content.part' AND sha256 <> '';

-- Since when an article is no more: nothing that was told before counts.
CREATE TABLE IF NOT EXISTS copydesk.gone (epoch String, id String, seq UInt64)
    ENGINE = ReplacingMergeTree(seq) ORDER BY (epoch, id);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_gone TO copydesk.gone AS
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractString(line, 'id') AS id,
        JSONExtractUInt(line, 'seq') AS seq
    FROM copydesk.line WHERE JSONExtractString(line, 'type') IN ('article.merged', 'article.deleted');

-- The last record of an article holds all that is to be known of it; the greatest seq wins, whatever comes first.
CREATE TABLE IF NOT EXISTS copydesk.article (
    epoch String, id String, title Nullable(String), authors Nullable(String), outlet Nullable(String),
    site Nullable(String), published_on Nullable(Date32), posted_on Nullable(Date32), categories Nullable(String),
    language Nullable(String), word_count UInt32, revision UInt32, first_seen_at String, last_seen_at String,
    appearances UInt32, seq UInt64, is_gone UInt8
) ENGINE = ReplacingMergeTree(seq, is_gone) ORDER BY (epoch, id);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_article TO copydesk.article AS
    WITH JSONExtractRaw(line, 'after') AS after, JSONExtractString(line, 'type') AS type
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractString(line, 'id') AS id,
        JSONExtract(after, 'title', 'Nullable(String)') AS title,
        JSONExtract(after, 'authors', 'Nullable(String)') AS authors,
        JSONExtract(after, 'outlet', 'Nullable(String)') AS outlet,
        JSONExtract(after, 'site', 'Nullable(String)') AS site,
        toDate32OrNull(JSONExtractString(after, 'published_on')) AS published_on,
        toDate32OrNull(JSONExtractString(after, 'posted_on')) AS posted_on,
        JSONExtract(after, 'categories', 'Nullable(String)') AS categories,
        JSONExtract(after, 'language', 'Nullable(String)') AS language,
        JSONExtractUInt(after, 'word_count') AS word_count, JSONExtractUInt(after, 'revision') AS revision,
        JSONExtractString(after, 'first_seen_at') AS first_seen_at,
        JSONExtractString(after, 'last_seen_at') AS last_seen_at, JSONExtractUInt(after, 'appearances') AS appearances,
        JSONExtractUInt(line, 'seq') AS seq, JSONExtractString(line, 'op') = 'd' AS is_gone
    FROM copydesk.line
    -- Where a text was forgotten, after is null: a later record tells what is left.
    WHERE (type LIKE 'article.%' OR type = 'row.article') AND (is_gone OR after LIKE '{%');

CREATE TABLE IF NOT EXISTS copydesk.revision (
    epoch String, article_id String, revision UInt32, seen_at String, nature String, cause String, dump_sha256 String,
    title Nullable(String), authors Nullable(String), outlet Nullable(String), published_on Nullable(Date32),
    language Nullable(String), word_count UInt32, short Nullable(String), body_sha256 String, seq UInt64, is_gone UInt8
) ENGINE = ReplacingMergeTree(seq, is_gone) ORDER BY (epoch, article_id, revision);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_revision TO copydesk.revision AS
    WITH JSONExtractRaw(line, 'after') AS after, JSONExtractString(line, 'type') AS type,
        type = 'row.revision' AS is_row
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractString(line, 'id') AS article_id,
        JSONExtractUInt(line, 'rev') AS revision,
        if(is_row, JSONExtractString(after, 'seen_at'), JSONExtractString(line, 'dump', 'received_at')) AS seen_at,
        JSONExtractString(after, 'nature') AS nature,
        if(is_row, JSONExtractString(after, 'cause'), JSONExtractString(line, 'cause')) AS cause,
        if(is_row, JSONExtractString(after, 'dump_sha256'), JSONExtractString(line, 'dump', 'sha256')) AS dump_sha256,
        JSONExtract(after, 'title', 'Nullable(String)') AS title,
        JSONExtract(after, 'authors', 'Nullable(String)') AS authors,
        JSONExtract(after, 'outlet', 'Nullable(String)') AS outlet,
        toDate32OrNull(JSONExtractString(after, 'published_on')) AS published_on,
        JSONExtract(after, 'language', 'Nullable(String)') AS language,
        JSONExtractUInt(after, 'word_count') AS word_count, JSONExtract(after, 'body', 'Nullable(String)') AS short,
        JSONExtractString(after, 'body_sha256') AS body_sha256, JSONExtractUInt(line, 'seq') AS seq,
        JSONExtractString(line, 'op') = 'd' AS is_gone
    FROM copydesk.line
    -- Not article.seen, which shows the same text again at another time.
    WHERE type IN ('article.created', 'article.revised', 'article.reread') AND after LIKE '{%' OR is_row;

CREATE TABLE IF NOT EXISTS copydesk.teaser (
    epoch String, id String, title Nullable(String), summary Nullable(String), site Nullable(String),
    page_on Nullable(Date32), first_seen_at String, last_seen_at String, seq UInt64, is_gone UInt8
) ENGINE = ReplacingMergeTree(seq, is_gone) ORDER BY (epoch, id);
CREATE MATERIALIZED VIEW IF NOT EXISTS copydesk.to_teaser TO copydesk.teaser AS
    WITH JSONExtractRaw(line, 'after') AS after, JSONExtractString(line, 'type') AS type
    SELECT JSONExtractString(line, 'epoch') AS epoch, JSONExtractString(line, 'id') AS id,
        JSONExtract(after, 'title', 'Nullable(String)') AS title,
        JSONExtract(after, 'summary', 'Nullable(String)') AS summary,
        JSONExtract(after, 'site', 'Nullable(String)') AS site,
        toDate32OrNull(JSONExtractString(after, 'page_on')) AS page_on,
        JSONExtractString(after, 'first_seen_at') AS first_seen_at,
        JSONExtractString(after, 'last_seen_at') AS last_seen_at, JSONExtractUInt(line, 'seq') AS seq,
        JSONExtractString(line, 'op') = 'd' AS is_gone
    FROM copydesk.line WHERE (type LIKE 'teaser.%' OR type = 'row.teaser') AND (is_gone OR after LIKE '{%');

CREATE OR REPLACE VIEW copydesk.position AS SELECT epoch, max(seq) AS seq FROM copydesk.record GROUP BY epoch;

CREATE OR REPLACE VIEW copydesk.gaps AS
    -- Numbers that are missing, counted from the first record of a desk.
    SELECT epoch, before + 1 AS first_seq, seq - 1 AS last_seq FROM (
        SELECT epoch, seq, lagInFrame(seq, 1, 0) OVER (
            PARTITION BY epoch ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
        FROM copydesk.record FINAL
    ) WHERE seq > before + 1;

CREATE OR REPLACE VIEW copydesk.text AS
    -- Long texts put together; only those that are whole and what they should be.
    SELECT epoch, sha256, arrayStringConcat(arrayMap(part -> part.2, arraySort(groupArray((part, text))))) AS whole
    FROM copydesk.part FINAL GROUP BY epoch, sha256 HAVING lower(hex(SHA256(whole))) = sha256;

CREATE OR REPLACE VIEW copydesk.revision_now AS
    -- Each desk's revisions, with their whole texts, and without those of articles that are no more.
    SELECT r.epoch AS epoch, r.article_id AS article_id, r.revision AS revision, r.seen_at AS seen_at,
        r.nature AS nature, r.cause AS cause, r.dump_sha256 AS dump_sha256, r.title AS title, r.authors AS authors,
        r.outlet AS outlet, r.published_on AS published_on, r.language AS language, r.word_count AS word_count,
        ifNull(r.short, x.whole) AS body, r.body_sha256 AS body_sha256
    FROM (SELECT * FROM copydesk.revision FINAL) AS r
        LEFT JOIN (SELECT * FROM copydesk.gone FINAL) AS g ON g.epoch = r.epoch AND g.id = r.article_id
        LEFT JOIN copydesk.text AS x ON x.epoch = r.epoch AND x.sha256 = r.body_sha256
    WHERE r.seq > g.seq;

CREATE OR REPLACE VIEW copydesk.article_now AS
    SELECT a.epoch AS epoch, a.id AS id, a.title AS title, a.authors AS authors, a.outlet AS outlet, a.site AS site,
        a.published_on AS published_on, a.posted_on AS posted_on, a.categories AS categories, a.language AS language,
        a.word_count AS word_count, r.body AS body, r.body_sha256 AS body_sha256, a.revision AS revision,
        a.first_seen_at AS first_seen_at, a.last_seen_at AS last_seen_at, a.appearances AS appearances
    FROM (SELECT * FROM copydesk.article FINAL) AS a LEFT JOIN copydesk.revision_now AS r
        ON r.epoch = a.epoch AND r.article_id = a.id AND r.revision = a.revision;

CREATE OR REPLACE VIEW copydesk.articles AS
    SELECT * FROM copydesk.article_now ORDER BY last_seen_at DESC, epoch DESC LIMIT 1 BY id;

CREATE OR REPLACE VIEW copydesk.teasers AS
    SELECT * EXCEPT (seq, is_gone) FROM (SELECT * FROM copydesk.teaser FINAL)
    ORDER BY last_seen_at DESC, epoch DESC LIMIT 1 BY id;

-- The live file first: whatever is closed meanwhile is then found among the closed ones. By a pattern, since there is
-- none for a moment when a log was closed and no new one begun.
INSERT INTO copydesk.line
    SELECT line FROM file({home:String} || '/changes*.jsonl', LineAsString, 'line String') WHERE isValidJSON(line);
INSERT INTO copydesk.line
    SELECT line FROM file({home:String} || '/changes/changes-*.jsonl', LineAsString, 'line String')
    WHERE isValidJSON(line);
