-- Schema 3: a story is known again. Texts have clues by which a similar text is found; articles are merged and stay
-- reachable by every id they ever had; stories of several outlets form groups; refused files can be retried; dumps and
-- articles can be forgotten.

-- Where an article is now that turned out to be an older one. Its row and its revisions stay, since the records of its
-- changes are made of them.
ALTER TABLE article ADD COLUMN merged_into INTEGER REFERENCES article (key);
CREATE INDEX article_merged_into ON article (merged_into) WHERE merged_into IS NOT NULL;
-- Its site or outlet, folded for comparison; NULL while no page has told it.
ALTER TABLE article ADD COLUMN source TEXT;
-- When it was taken out: forgotten, which leaves only this row under another id, or read otherwise by newer rules, so
-- that no dump shows it any more.
ALTER TABLE article ADD COLUMN forgotten_at TEXT;

-- A text that is another reading of a revision: the page did not change, but other lines were taken for the story, or
-- another date was read. It has a number below zero and is no revision to the public; it is kept because what is like
-- it is the same story.
ALTER TABLE revision ADD COLUMN reading_of INTEGER;
-- Which revision this one became in the article that its article was merged into.
ALTER TABLE revision ADD COLUMN into_article INTEGER REFERENCES article (key);
ALTER TABLE revision ADD COLUMN into_number INTEGER;
CREATE INDEX revision_into ON revision (into_article) WHERE into_article IS NOT NULL;

-- When newer rules read otherwise the last dump that showed it.
ALTER TABLE teaser ADD COLUMN gone_at TEXT;
CREATE INDEX appearance_teaser ON appearance (teaser) WHERE teaser IS NOT NULL;

-- When it was forgotten: then only its hashes and the delivery that brought it are left.
ALTER TABLE dump ADD COLUMN forgotten_at TEXT;
-- The rules that read it last, and when; NULL where it was read only once. Every record of its changes names the rules
-- that first read it, so these stay.
ALTER TABLE dump ADD COLUMN reread_by TEXT;
ALTER TABLE dump ADD COLUMN reread_at TEXT;
-- How often reading it anew was begun and not ended: it may stop the process.
ALTER TABLE dump ADD COLUMN reread_tries INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dump_reader ON dump (coalesce(reread_by, extractor));

-- The rules that refused it.
ALTER TABLE rejection ADD COLUMN extractor TEXT;

-- Set where the text that the record told of was forgotten: the record says only that.
ALTER TABLE change ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
-- The article's group at the time of the change.
ALTER TABLE change ADD COLUMN group_id TEXT;
-- The newest revision and the count before the change, where they were not one less than after it.
ALTER TABLE change ADD COLUMN rev_before INTEGER;
ALTER TABLE change ADD COLUMN count_before INTEGER;
-- Rows that later changes overwrite, as they were after and before this one: {"after": {…}, "before": {…}}. Where a
-- rereading has replaced what the record tells of: {"appearance": {…}}; where other rules than the dump's made the
-- change: {"extractor": "…"}.
ALTER TABLE change ADD COLUMN state_json TEXT;
-- Why, where the change itself says it: the id an article was merged into, the reason for forgetting it.
ALTER TABLE change ADD COLUMN reason TEXT;

-- Finds the changes that a dump brought, when it is read anew or forgotten.
CREATE INDEX change_delivery ON change (delivery) WHERE delivery IS NOT NULL;

CREATE TABLE alias (
    -- Other ids by which an article would be known: those made from the titles and dates of its later revisions, and
    -- the ids of articles that were merged into it.
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (key)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_article ON alias (article);

CREATE TABLE clue (
    -- Hashes of a text by which texts like it are found: of the whole, of its title, of its page, and the smallest
    -- hashes of its shingles (a bottom-k sketch, Broder 1997). Numbers only: nothing can be read from them.
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (key),
    revision INTEGER NOT NULL,
    PRIMARY KEY (hash, article, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    -- Two articles of different sources that tell the same text: what groups are made of. The lower key comes first.
    article INTEGER NOT NULL REFERENCES article (key),
    other INTEGER NOT NULL REFERENCES article (key),
    score REAL NOT NULL,            -- the share of the shorter text that stands in the longer one, 0 to 1
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_other ON copy (other);

CREATE TABLE tombstone (
    -- What was forgotten: nothing of it but hashes, why, and when. An article has one row for each of its ids, and one
    -- for each of its texts.
    id TEXT PRIMARY KEY,            -- a dump's sha256; an article's id; the SHA-256 of an article's folded text
    kind TEXT NOT NULL CHECK (kind = 'dump' OR kind = 'article' OR kind = 'text'),
    reason TEXT NOT NULL,
    forgotten_at TEXT NOT NULL,
    blocked INTEGER NOT NULL CHECK (blocked = 0 OR blocked = 1)
) STRICT, WITHOUT ROWID;

-- Articles up to this key have their clues. Those that an older version filed get them when the desk starts.
INSERT INTO meta (name, value) VALUES ('clues_up_to', '0');

DROP VIEW articles;
CREATE VIEW articles AS
    -- The newest revision of every article.
    SELECT a.id, r.title,
        (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors, r.authors_json,
        r.outlet, a.site, r.published_on, r.published_at, r.posted_on,
        (SELECT group_concat(value, '; ') FROM json_each(r.categories_json)) AS categories, r.categories_json,
        r.language, r.word_count, r.body, r.number AS revision,
        (SELECT count(*) FROM revision WHERE article = a.key AND into_article IS NULL) AS revisions,
        a.first_seen_at, a.last_seen_at, a.appearances,
        (SELECT s.id FROM syndication s WHERE s.key = a.syndication) AS group_id
    FROM article a JOIN revision_text r ON r.article = a.key AND r.number = a.revision
    WHERE a.merged_into IS NULL AND a.forgotten_at IS NULL;

DROP VIEW article_text;
CREATE VIEW article_text AS  -- what articles_fts indexes: the newest revision of every article
    SELECT a.key, r.title, r.body FROM article a JOIN revision_text r ON r.article = a.key AND r.number = a.revision
    WHERE a.merged_into IS NULL AND a.forgotten_at IS NULL;

DROP VIEW teasers;
CREATE VIEW teasers AS
    -- Headlines with summaries. The full story is looked up, not stored: it is found whichever came first.
    SELECT t.id, t.title, t.summary, t.site, t.page_on, t.first_seen_at, t.last_seen_at,
        coalesce(
            (SELECT m.id FROM article a JOIN article m ON m.key = coalesce(a.merged_into, a.key) AND m.forgotten_at IS NULL
             WHERE a.folded_title = t.folded_title AND a.site IS t.site ORDER BY m.key LIMIT 1),
            (SELECT m.id FROM article a JOIN article m ON m.key = coalesce(a.merged_into, a.key) AND m.forgotten_at IS NULL
             WHERE a.folded_title = t.folded_title AND (a.site IS NULL OR t.site IS NULL)
             ORDER BY m.key LIMIT 1)) AS article_id
    FROM teaser t WHERE t.gone_at IS NULL;

DROP VIEW revisions;
CREATE VIEW revisions AS
    -- Every text an article ever had here.
    SELECT a.id AS article_id, r.number AS revision, r.seen_at, r.nature, r.cause, d.sha256 AS dump_sha256, r.title,
        (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors,
        r.outlet, r.published_on, r.body, r.body_sha256, r.extractor
    FROM revision_text r JOIN article a ON a.key = r.article JOIN dump d ON d.key = r.dump
        JOIN revision v ON v.article = r.article AND v.number = r.number
    WHERE v.into_article IS NULL AND a.forgotten_at IS NULL;

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
        LEFT JOIN revision_text r ON r.article = p.article AND r.number = p.revision
        LEFT JOIN teaser t ON t.key = p.teaser;

DROP VIEW dumps;
CREATE VIEW dumps AS
    -- Every distinct sequence of bytes taken in.
    SELECT d.sha256, d.text_sha256, s.sha256 AS same_text_as, v.name, d.bytes, d.encoding, d.site, d.tagline,
        d.page_on, d.page_key, d.layout, d.articles, d.teasers, d.boilerplate_json, v.received_at,
        (SELECT count(*) FROM delivery WHERE dump = d.key) AS deliveries, coalesce(d.reread_by, d.extractor) AS extractor
    FROM dump d JOIN delivery v ON v.number = d.delivery LEFT JOIN dump s ON s.key = d.same_text
    WHERE d.forgotten_at IS NULL;

DROP VIEW changes;
CREATE VIEW changes AS
    -- The change log's records without their texts.
    SELECT (SELECT value FROM meta WHERE name = 'epoch') AS epoch, c.seq, t.ts, c.txn, c.op, c.type, c.kind, c.id,
        c.rev, c.cause, coalesce(c.reason, j.reason) AS reason
    FROM change c JOIN txn t ON t.number = c.txn
        LEFT JOIN rejection j ON c.type = 'dump.rejected' AND j.delivery = c.delivery;

CREATE VIEW forgotten AS
    -- What was forgotten, and why.
    SELECT id, kind, reason, forgotten_at, blocked FROM tombstone;

INSERT INTO schema_column (view, "column", type, meaning) VALUES
    ('forgotten', 'id', 'TEXT', 'a dump''s sha256, an article''s id, or the SHA-256 of an article''s folded text'),
    ('forgotten', 'kind', 'TEXT', 'dump, article or text'),
    ('forgotten', 'reason', 'TEXT', 'the reason that was given'),
    ('forgotten', 'forgotten_at', 'TEXT', 'when'),
    ('forgotten', 'blocked', 'INTEGER', '1 where it is refused when it comes again');
UPDATE schema_column SET meaning = 'words changed: material; only spacing, punctuation, quotes, counters or lines round '
    || 'the text: cosmetic; the first: first; read anew by newer rules: reread' WHERE view = 'revisions' AND "column" = 'nature';
UPDATE schema_column SET meaning = 'grp_ and 26 characters, made from the likely origin''s id: it changes with that'
    WHERE view = 'groups' AND "column" = 'group_id';
UPDATE schema_column SET meaning = 'where each field was read: [{field, rule, bytes: [start, end], raw}]; where the '
    || 'article was known again, how: {field: "article", rule, score}' WHERE view = 'appearances' AND "column" = 'evidence_json';

DROP VIEW tally_of_rows;
CREATE VIEW tally_of_rows AS  -- the same, counted row by row: what `check` compares it with, and never by
    -- an index, which may be what is damaged; private
    SELECT 'new' AS name, count(*) AS count FROM delivery WHERE outcome = 'new'
    UNION ALL SELECT 'duplicate', count(*) FROM delivery WHERE outcome = 'duplicate'
    UNION ALL SELECT 'same_text', count(*) FROM delivery WHERE outcome = 'same_text'
    UNION ALL SELECT 'rejected', count(*) FROM delivery WHERE outcome = 'rejected'
    UNION ALL SELECT 'delivered_bytes', coalesce(sum(bytes), 0) FROM delivery
    UNION ALL SELECT 'dumps', count(*) FROM dump NOT INDEXED WHERE forgotten_at IS NULL
    UNION ALL SELECT 'articles', count(*) FROM article NOT INDEXED WHERE merged_into IS NULL AND forgotten_at IS NULL
    UNION ALL SELECT 'revisions', count(*) FROM revision NOT INDEXED WHERE into_article IS NULL
    UNION ALL SELECT 'teasers', count(*) FROM teaser NOT INDEXED WHERE gone_at IS NULL;

-- A refused file that is sent through again is taken after all, or refused anew. Its row then says the newest, so each
-- record keeps what it says of it.
-- When it was last sent through again.
ALTER TABLE rejection ADD COLUMN tried_at TEXT;
-- 1 from that commit on, until rejected/ is known to show it: the file has left, or the reason beside it is the new one.
ALTER TABLE rejection ADD COLUMN unsettled INTEGER;
CREATE INDEX rejection_unsettled ON rejection (delivery) WHERE unsettled IS NOT NULL;
CREATE INDEX rejection_kept ON rejection (kept_as) WHERE kept_as IS NOT NULL AND resolved_at IS NULL;
UPDATE change SET
    reason = (SELECT j.reason FROM rejection j WHERE j.delivery = change.key),
    state_json = (SELECT json_object('after', json_object('sha256', j.sha256, 'bytes', v.bytes, 'reason', j.reason,
            'detail', j.detail, 'attempts', j.attempts, 'resolved_at', NULL))
        FROM rejection j JOIN delivery v ON v.number = j.delivery WHERE j.delivery = change.key)
WHERE type = 'dump.rejected';

-- The highest and the lowest number that a forgotten text of an article had: they are not given again.
ALTER TABLE article ADD COLUMN highest_forgotten INTEGER;
ALTER TABLE article ADD COLUMN lowest_forgotten INTEGER;

-- change.forgotten is 2 where the row is still there, but something that stood beside it was forgotten: its place on a
-- page, the page's other lines, the text before it. Then the record is made without that.

-- Whether anything is blocked is asked for each delivery.
CREATE INDEX tombstone_blocked ON tombstone (id) WHERE blocked = 1;

