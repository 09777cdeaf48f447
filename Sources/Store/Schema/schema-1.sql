-- Copydesk's database, schema 1.
--
-- The views are the public contract: within a major version, columns are only added, at the end. The tables are
-- private and may change with any version. The views use no custom function, collation or module, so that any user can
-- read them with the stock sqlite3 shell.
--
-- Columns named *_at are times in UTC, as text like 2026-11-21T19:20:31.123Z. Columns named *_on are dates, YYYY-MM-DD.
-- Both sort and compare as text. An unknown value is NULL, never an empty string. A list is a JSON array; an unknown or
-- empty list is NULL.
--
-- A CHECK for one of several values joins them by OR. For IN with three values or more, SQLite fills a temporary table
-- at each insert.
--
-- A comment inside a CREATE statement is part of the schema in every database. Change no such comment: a new database
-- would then differ from one that an older version made.

CREATE TABLE meta (
    -- What is true of the whole database: epoch (the UUID that change log readers know it by), created_at,
    -- former_epoch (the one before, where a backup was put back), search_indexed (1 while articles_fts holds every article).
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
    -- One arrival of one file in the inbox. AUTOINCREMENT: a number that a reader saw is never used again.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at TEXT NOT NULL,
    name TEXT NOT NULL,             -- last part of the path; bytes that are no printable UTF-8 shown as \xNN
    path TEXT NOT NULL,             -- below the inbox, shown likewise
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    modified_at TEXT,               -- the file's own modification time
    outcome TEXT NOT NULL CHECK (
        outcome = 'new' OR outcome = 'duplicate' OR outcome = 'same_text' OR outcome = 'rejected'
    ),
    dump INTEGER REFERENCES dump (key),
    CHECK ((outcome = 'rejected') = (dump IS NULL))
) STRICT;
CREATE INDEX delivery_dump ON delivery (dump);

CREATE TABLE rejection (
    -- A delivery that was refused. The file itself is kept, in rejected/ or where it was.
    delivery INTEGER PRIMARY KEY REFERENCES delivery (number),
    sha256 TEXT,                    -- NULL where the file could not be read
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    kept_as TEXT,                   -- its name in rejected/, shown; NULL while it stays in the inbox
    attempts INTEGER NOT NULL DEFAULT 1 CHECK (attempts >= 1),
    resolved_at TEXT
) STRICT;

CREATE TABLE dump (
    -- The bytes of a delivered file, known by their SHA-256; many deliveries may bring one dump.
    key INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
    same_text INTEGER REFERENCES dump (key),  -- the first dump that brought this text in other bytes
    delivery INTEGER NOT NULL,      -- the first delivery, whose name and time are the dump's
    bytes INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    undecodable INTEGER NOT NULL DEFAULT 0,   -- byte sequences that meant nothing in that encoding
    site TEXT, tagline TEXT, page_on TEXT, page_key TEXT, layout TEXT,
    articles INTEGER NOT NULL,
    teasers INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    -- Long texts stand last here and elsewhere: to reach a column, SQLite reads every page of those before it, and each
    -- record of a large dump's articles asks for its extractor.
    boilerplate_json TEXT,
    evidence_json TEXT
) STRICT;
CREATE INDEX dump_text ON dump (text_sha256);

CREATE TABLE original (
    -- The dump exactly as delivered: this is the only copy the desk promises to keep. A table of its own, so that
    -- nothing else ever has to step over the bytes.
    dump INTEGER PRIMARY KEY REFERENCES dump (key),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE syndication (
    -- Near-identical stories carried by several outlets.
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    likely_origin INTEGER REFERENCES article (key)
) STRICT;

CREATE TABLE article (
    -- One story of one source; what it says is in its revisions. The key is articles_fts's rowid and is never reused.
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    folded_title TEXT,              -- joins teasers to their full story
    site TEXT,
    revision INTEGER NOT NULL,      -- the newest
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    appearances INTEGER NOT NULL,
    syndication INTEGER REFERENCES syndication (key)
) STRICT;
CREATE INDEX article_folded_title ON article (folded_title);
CREATE INDEX article_syndication ON article (syndication) WHERE syndication IS NOT NULL;

CREATE TABLE revision (
    -- One text of an article, never changed once written: change records are made from it at any later time.
    article INTEGER NOT NULL REFERENCES article (key),
    number INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature = 'first' OR nature = 'material' OR nature = 'cosmetic' OR nature = 'reread'),
    cause TEXT NOT NULL CHECK (cause = 'source' OR cause = 'extractor' OR cause = 'operator'),
    dump INTEGER NOT NULL REFERENCES dump (key),
    title TEXT, authors_json TEXT, outlet TEXT,
    published_on TEXT, published_at TEXT, posted_on TEXT,
    categories_json TEXT, language TEXT,
    word_count INTEGER NOT NULL,
    body_sha256 TEXT NOT NULL,
    extractor TEXT NOT NULL,
    -- Most bodies stand in their dump word for word, in UTF-8: then only where is kept, for a text kept twice makes
    -- the database half as large again. Otherwise the text itself; revision_text gives it either way.
    body_start INTEGER, body_bytes INTEGER,
    body TEXT,
    UNIQUE (article, number),
    CHECK ((body IS NULL) = (body_start IS NOT NULL)),
    CHECK ((body_start IS NULL) = (body_bytes IS NULL))
) STRICT;

CREATE TABLE teaser (
    -- A headline and summary that point to a story elsewhere.
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT, folded_title TEXT, summary TEXT,
    site TEXT, page_on TEXT,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE appearance (
    -- One revision or teaser seen in one dump, with the fields as that page gave them.
    dump INTEGER NOT NULL REFERENCES dump (key),
    ordinal INTEGER NOT NULL,       -- from 1, page order
    article INTEGER REFERENCES article (key),
    revision INTEGER,
    teaser INTEGER REFERENCES teaser (key),
    title TEXT, byline TEXT, authors_json TEXT, outlet TEXT,
    published_on TEXT, posted_on TEXT, categories_json TEXT,
    tag_count INTEGER, comment_count INTEGER,
    byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL,
    evidence_json TEXT NOT NULL,
    -- With a rowid: rows are long, and a table without one leaves a third of its pages empty for them.
    UNIQUE (dump, ordinal),
    CHECK ((article IS NULL) <> (teaser IS NULL)),
    CHECK ((article IS NULL) = (revision IS NULL))
) STRICT;
CREATE INDEX appearance_article ON appearance (article) WHERE article IS NOT NULL;

CREATE TABLE txn (
    -- One commit that changed something. The change log's ts, txn and txn_last come from here.
    number INTEGER PRIMARY KEY,
    ts TEXT NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
    -- The outbox of the change log, written in the transaction of the data it tells of. It holds no text: a record
    -- is a pure function of this row and of rows that never change. seq has no gaps: the one writer counts it.
    seq INTEGER PRIMARY KEY CHECK (seq BETWEEN 1 AND 9007199254740991),
    txn INTEGER NOT NULL REFERENCES txn (number),
    op TEXT NOT NULL CHECK (op = 'c' OR op = 'u' OR op = 'd' OR op = 'r'),
    type TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'dump' OR kind = 'delivery' OR kind = 'article' OR kind = 'teaser' OR kind = 'group'
    ),
    id TEXT NOT NULL,
    key INTEGER NOT NULL,           -- of the table that kind names
    rev INTEGER,                    -- the article's newest revision after the change
    cause TEXT NOT NULL CHECK (cause = 'source' OR cause = 'extractor' OR cause = 'operator' OR cause = 'rule'),
    delivery INTEGER REFERENCES delivery (number),
    ordinal INTEGER,                -- of the appearance it came with; of the part
    count INTEGER,                  -- appearances of the article, deliveries of the dump, after the change
    parts INTEGER,                  -- in how many content.part records its long text goes ahead
    seen_before TEXT                -- last_seen_at before the change
) STRICT;

CREATE TABLE taken (
    -- Files that stand in the inbox although the database already holds what they brought: those whose removal is
    -- not yet known to be durable, those that stay (after = keep), those that could not be removed. Looking here
    -- first is what makes a second pass after a crash change nothing. The inode change time is part of it because
    -- a file system hands a freed inode number out again at once.
    path BLOB PRIMARY KEY,
    device INTEGER NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, changed INTEGER NOT NULL,  -- nanoseconds since 1970
    delivery INTEGER NOT NULL REFERENCES delivery (number),
    destiny TEXT NOT NULL CHECK (destiny = 'remove' OR destiny = 'set_aside' OR destiny = 'stay'),
    kept_as BLOB,                   -- with set_aside: the name in rejected/, as bytes
    fault TEXT                      -- why it could not be removed
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_kept_as ON taken (kept_as) WHERE kept_as IS NOT NULL;

CREATE VIEW revision_text AS  -- every revision with its body, wherever that is kept; private
    SELECT r.article, r.number, r.seen_at, r.nature, r.cause, r.dump, r.title, r.authors_json, r.outlet,
        r.published_on, r.published_at, r.posted_on, r.categories_json, r.language, r.word_count,
        coalesce(r.body, (SELECT CAST(substr(o.bytes, r.body_start + 1, r.body_bytes) AS TEXT)
            FROM original o WHERE o.dump = r.dump)) AS body,
        r.body_sha256, r.extractor
    FROM revision r;

CREATE VIEW article_text AS  -- what articles_fts indexes: the newest revision of every article
    SELECT a.key, r.title, r.body FROM article a JOIN revision_text r ON r.article = a.key AND r.number = a.revision;

-- External content: the text is stored once, in original or revision, and the index refers to it. Copydesk updates the
-- index itself and not by triggers, because an article's newest text moves to another row with each revision.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, body, content='article_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);

-- Under load, one commit holds some megabytes of text. With FTS5's defaults (it gathers 1 MiB of words in memory and
-- merges four segments at once) the same words are written and merged several times, which takes a fifth more processor
-- time in all.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 12582912), ('automerge', 8);

CREATE TABLE schema_column (
    -- What each column of each public view means.
    view TEXT NOT NULL,
    "column" TEXT NOT NULL,
    type TEXT NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (view, "column")
) STRICT, WITHOUT ROWID;

CREATE VIEW articles AS
    -- The newest revision of every article.
    SELECT a.id, r.title,
        (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors, r.authors_json,
        r.outlet, a.site, r.published_on, r.published_at, r.posted_on,
        (SELECT group_concat(value, '; ') FROM json_each(r.categories_json)) AS categories, r.categories_json,
        r.language, r.word_count, r.body, r.number AS revision,
        (SELECT count(*) FROM revision WHERE article = a.key) AS revisions,
        a.first_seen_at, a.last_seen_at, a.appearances,
        (SELECT s.id FROM syndication s WHERE s.key = a.syndication) AS group_id
    FROM article a JOIN revision_text r ON r.article = a.key AND r.number = a.revision;

CREATE VIEW teasers AS
    -- Headlines with summaries. The full story is looked up, not stored: it is found whichever came first.
    SELECT t.id, t.title, t.summary, t.site, t.page_on, t.first_seen_at, t.last_seen_at,
        coalesce(
            (SELECT a.id FROM article a WHERE a.folded_title = t.folded_title AND a.site IS t.site
             ORDER BY a.key LIMIT 1),
            (SELECT a.id FROM article a WHERE a.folded_title = t.folded_title AND (a.site IS NULL OR t.site IS NULL)
             ORDER BY a.key LIMIT 1)) AS article_id
    FROM teaser t;

CREATE VIEW revisions AS
    -- Every text an article ever had here.
    SELECT a.id AS article_id, r.number AS revision, r.seen_at, r.nature, r.cause, d.sha256 AS dump_sha256, r.title,
        (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors,
        r.outlet, r.published_on, r.body, r.body_sha256, r.extractor
    FROM revision_text r JOIN article a ON a.key = r.article JOIN dump d ON d.key = r.dump;

CREATE VIEW appearances AS
    -- What stood where in which dump.
    SELECT d.sha256 AS dump_sha256, v.name AS dump_name, p.ordinal,
        CASE WHEN p.teaser IS NULL THEN 'article' ELSE 'teaser' END AS kind,
        a.id AS article_id, p.revision, p.title, p.byline,
        (SELECT group_concat(value, '; ') FROM json_each(p.authors_json)) AS authors, p.authors_json,
        p.outlet, p.published_on, p.posted_on,
        (SELECT group_concat(value, '; ') FROM json_each(p.categories_json)) AS categories, p.categories_json,
        p.tag_count, p.comment_count, coalesce(r.body, t.summary) AS body, p.byte_start, p.byte_end, p.evidence_json
    FROM appearance p JOIN dump d ON d.key = p.dump JOIN delivery v ON v.number = d.delivery
        LEFT JOIN article a ON a.key = p.article
        LEFT JOIN revision_text r ON r.article = p.article AND r.number = p.revision
        LEFT JOIN teaser t ON t.key = p.teaser;

CREATE VIEW dumps AS
    -- Every distinct sequence of bytes taken in.
    SELECT d.sha256, d.text_sha256, s.sha256 AS same_text_as, v.name, d.bytes, d.encoding, d.site, d.tagline,
        d.page_on, d.page_key, d.layout, d.articles, d.teasers, d.boilerplate_json, v.received_at,
        (SELECT count(*) FROM delivery WHERE dump = d.key) AS deliveries, d.extractor
    FROM dump d JOIN delivery v ON v.number = d.delivery LEFT JOIN dump s ON s.key = d.same_text;

CREATE VIEW deliveries AS
    -- Every arrival, with what became of it.
    SELECT v.number AS delivery, v.received_at, v.name, v.path, v.bytes, v.modified_at,
        coalesce(d.sha256, j.sha256) AS sha256, v.outcome, j.reason
    FROM delivery v LEFT JOIN dump d ON d.key = v.dump LEFT JOIN rejection j ON j.delivery = v.number;

CREATE VIEW rejections AS
    -- Every refusal, with its reason.
    SELECT j.delivery, v.received_at, v.name, j.reason, j.detail, j.kept_as, j.attempts, j.resolved_at
    FROM rejection j JOIN delivery v ON v.number = j.delivery;

CREATE VIEW groups AS
    -- Near-identical stories carried by several outlets.
    SELECT s.id AS group_id, count(*) AS articles, count(DISTINCT coalesce(r.outlet, a.site)) AS outlets,
        min(r.published_on) AS first_published_on,
        (SELECT o.id FROM article o WHERE o.key = s.likely_origin) AS likely_origin_id
    FROM syndication s JOIN article a ON a.syndication = s.key
        JOIN revision r ON r.article = a.key AND r.number = a.revision
    GROUP BY s.key;

CREATE VIEW changes AS
    -- The change log's records without their texts.
    SELECT (SELECT value FROM meta WHERE name = 'epoch') AS epoch, c.seq, t.ts, c.txn, c.op, c.type, c.kind, c.id,
        c.rev, c.cause, j.reason
    FROM change c JOIN txn t ON t.number = c.txn
        LEFT JOIN rejection j ON c.type = 'dump.rejected' AND j.delivery = c.delivery;

INSERT INTO schema_column (view, "column", type, meaning) VALUES
    ('articles', 'id', 'TEXT', 'art_ and 26 characters, made from site or outlet, title and publication date: equal on every desk'),
    ('articles', 'title', 'TEXT', 'headline; NULL where the page gave none'),
    ('articles', 'authors', 'TEXT', 'authors joined by "; "'),
    ('articles', 'authors_json', 'TEXT', 'authors as a JSON array'),
    ('articles', 'outlet', 'TEXT', 'who published it, as the byline says'),
    ('articles', 'site', 'TEXT', 'the site whose page carried it'),
    ('articles', 'published_on', 'TEXT', 'publication date, YYYY-MM-DD'),
    ('articles', 'published_at', 'TEXT', 'publication time in UTC, where the page gave a time and a zone'),
    ('articles', 'posted_on', 'TEXT', 'the day the site posted it, where it says so'),
    ('articles', 'categories', 'TEXT', 'categories joined by "; "'),
    ('articles', 'categories_json', 'TEXT', 'categories as a JSON array'),
    ('articles', 'language', 'TEXT', 'ISO 639-1 code'),
    ('articles', 'word_count', 'INTEGER', 'words of the body'),
    ('articles', 'body', 'TEXT', 'paragraphs and sub-headings, joined by blank lines'),
    ('articles', 'revision', 'INTEGER', 'number of the revision shown: the newest'),
    ('articles', 'revisions', 'INTEGER', 'how many revisions are held'),
    ('articles', 'first_seen_at', 'TEXT', 'when it was first taken in'),
    ('articles', 'last_seen_at', 'TEXT', 'when a dump last brought it'),
    ('articles', 'appearances', 'INTEGER', 'in how many places of dumps it was seen'),
    ('articles', 'group_id', 'TEXT', 'the group of near-identical stories it belongs to'),
    ('teasers', 'id', 'TEXT', 'tea_ and 26 characters, made from site, title and summary'),
    ('teasers', 'title', 'TEXT', 'headline'),
    ('teasers', 'summary', 'TEXT', 'the text under it'),
    ('teasers', 'site', 'TEXT', 'the site whose page carried it'),
    ('teasers', 'page_on', 'TEXT', 'the date of the page that first carried it, YYYY-MM-DD'),
    ('teasers', 'first_seen_at', 'TEXT', 'when it was first taken in'),
    ('teasers', 'last_seen_at', 'TEXT', 'when a dump last brought it'),
    ('teasers', 'article_id', 'TEXT', 'the full story, where the desk holds it'),
    ('revisions', 'article_id', 'TEXT', 'articles.id'),
    ('revisions', 'revision', 'INTEGER', 'from 1'),
    ('revisions', 'seen_at', 'TEXT', 'when it was taken in'),
    ('revisions', 'nature', 'TEXT', 'first; material (words changed); cosmetic (only case, punctuation or spacing changed); reread'),
    ('revisions', 'cause', 'TEXT', 'source (the page changed), extractor (read better), operator'),
    ('revisions', 'dump_sha256', 'TEXT', 'the dump that brought it'),
    ('revisions', 'title', 'TEXT', 'headline of this revision'),
    ('revisions', 'authors', 'TEXT', 'authors joined by "; "'),
    ('revisions', 'outlet', 'TEXT', 'who published it'),
    ('revisions', 'published_on', 'TEXT', 'publication date, YYYY-MM-DD'),
    ('revisions', 'body', 'TEXT', 'the text'),
    ('revisions', 'body_sha256', 'TEXT', 'SHA-256 of the body in UTF-8'),
    ('revisions', 'extractor', 'TEXT', 'the rules that read it'),
    ('appearances', 'dump_sha256', 'TEXT', 'dumps.sha256'),
    ('appearances', 'dump_name', 'TEXT', 'dumps.name'),
    ('appearances', 'ordinal', 'INTEGER', 'place on the page, from 1'),
    ('appearances', 'kind', 'TEXT', 'article or teaser'),
    ('appearances', 'article_id', 'TEXT', 'articles.id; NULL for a teaser'),
    ('appearances', 'revision', 'INTEGER', 'the revision seen; NULL for a teaser'),
    ('appearances', 'title', 'TEXT', 'headline as this page gave it'),
    ('appearances', 'byline', 'TEXT', 'the byline as it stands on the page'),
    ('appearances', 'authors', 'TEXT', 'authors joined by "; "'),
    ('appearances', 'authors_json', 'TEXT', 'authors as a JSON array'),
    ('appearances', 'outlet', 'TEXT', 'who published it, as this page says'),
    ('appearances', 'published_on', 'TEXT', 'publication date, YYYY-MM-DD'),
    ('appearances', 'posted_on', 'TEXT', 'the day the site posted it'),
    ('appearances', 'categories', 'TEXT', 'categories joined by "; "'),
    ('appearances', 'categories_json', 'TEXT', 'categories as a JSON array'),
    ('appearances', 'tag_count', 'INTEGER', 'how many tags the page shows for it'),
    ('appearances', 'comment_count', 'INTEGER', 'how many comments the page shows for it'),
    ('appearances', 'body', 'TEXT', 'the revision''s body; a teaser''s summary'),
    ('appearances', 'byte_start', 'INTEGER', 'offset of its first byte in the dump'),
    ('appearances', 'byte_end', 'INTEGER', 'offset after its last byte in the dump'),
    ('appearances', 'evidence_json', 'TEXT', 'where each field was read: [{field, rule, bytes: [start, end], raw}]'),
    ('dumps', 'sha256', 'TEXT', 'SHA-256 of the bytes, as sha256sum prints it'),
    ('dumps', 'text_sha256', 'TEXT', 'SHA-256 of the decoded text in house form'),
    ('dumps', 'same_text_as', 'TEXT', 'sha256 of the dump that first brought this text in other bytes'),
    ('dumps', 'name', 'TEXT', 'file name of the first delivery'),
    ('dumps', 'bytes', 'INTEGER', 'size'),
    ('dumps', 'encoding', 'TEXT', 'the encoding it was read in'),
    ('dumps', 'site', 'TEXT', 'site name as the page gives it'),
    ('dumps', 'tagline', 'TEXT', 'the site''s tagline'),
    ('dumps', 'page_on', 'TEXT', 'the page''s own date, YYYY-MM-DD'),
    ('dumps', 'page_key', 'TEXT', 'the key in the file name NNN_<16 hex>.txt: equal for visits to one page'),
    ('dumps', 'layout', 'TEXT', 'the layout that matched; NULL where the general rules read it'),
    ('dumps', 'articles', 'INTEGER', 'articles on the page'),
    ('dumps', 'teasers', 'INTEGER', 'teasers on the page'),
    ('dumps', 'boilerplate_json', 'TEXT', 'lines that belong to no item, as a JSON array'),
    ('dumps', 'received_at', 'TEXT', 'when it was first taken in'),
    ('dumps', 'deliveries', 'INTEGER', 'how many deliveries brought it'),
    ('dumps', 'extractor', 'TEXT', 'the rules that read it'),
    ('deliveries', 'delivery', 'INTEGER', 'running number, never reused'),
    ('deliveries', 'received_at', 'TEXT', 'when the desk read the file'),
    ('deliveries', 'name', 'TEXT', 'file name; bytes that are no printable UTF-8 as \xNN'),
    ('deliveries', 'path', 'TEXT', 'path below the inbox'),
    ('deliveries', 'bytes', 'INTEGER', 'size'),
    ('deliveries', 'modified_at', 'TEXT', 'the file''s modification time'),
    ('deliveries', 'sha256', 'TEXT', 'SHA-256 of the bytes; NULL where they could not be read'),
    ('deliveries', 'outcome', 'TEXT', 'new, duplicate, same_text, rejected'),
    ('deliveries', 'reason', 'TEXT', 'why it was rejected'),
    ('rejections', 'delivery', 'INTEGER', 'deliveries.delivery'),
    ('rejections', 'received_at', 'TEXT', 'when the desk refused it'),
    ('rejections', 'name', 'TEXT', 'file name'),
    ('rejections', 'reason', 'TEXT', 'reason code'),
    ('rejections', 'detail', 'TEXT', 'what was found and what to do'),
    ('rejections', 'kept_as', 'TEXT', 'the file''s name in rejected/; NULL where it stayed in the inbox'),
    ('rejections', 'attempts', 'INTEGER', 'how often the desk tried'),
    ('rejections', 'resolved_at', 'TEXT', 'when it was settled; NULL while it is open'),
    ('groups', 'group_id', 'TEXT', 'grp_ and 26 characters'),
    ('groups', 'articles', 'INTEGER', 'articles in the group'),
    ('groups', 'outlets', 'INTEGER', 'distinct outlets or sites among them'),
    ('groups', 'first_published_on', 'TEXT', 'earliest publication date'),
    ('groups', 'likely_origin_id', 'TEXT', 'articles.id of the likely origin'),
    ('changes', 'epoch', 'TEXT', 'UUID of this database'),
    ('changes', 'seq', 'INTEGER', 'from 1, without gaps'),
    ('changes', 'ts', 'TEXT', 'when it was committed'),
    ('changes', 'txn', 'INTEGER', 'number of the commit'),
    ('changes', 'op', 'TEXT', 'c created, u updated, d deleted, r read'),
    ('changes', 'type', 'TEXT', 'what happened: article.created, dump.duplicate …'),
    ('changes', 'kind', 'TEXT', 'what it happened to: dump, delivery, article, teaser, group'),
    ('changes', 'id', 'TEXT', 'its id'),
    ('changes', 'rev', 'INTEGER', 'the article''s newest revision after the change'),
    ('changes', 'cause', 'TEXT', 'source, extractor, operator, rule'),
    ('changes', 'reason', 'TEXT', 'why, where there is a reason code');
