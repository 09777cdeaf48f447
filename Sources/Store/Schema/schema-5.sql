-- Schema 5: more is found. Words of two characters are found in scripts that are written without spaces, teasers are
-- found too, and what an index finds is joined to a public view.

-- unicode61 takes a run of Chinese, Japanese or Thai for one word. Articles that hold such a run are in this index too,
-- and each character of the run is a word there with the one after it: 漁船火災 is 漁船 船火 火災 災. A word of two
-- characters is one of these, a longer one is a phrase of them. Marks belong to words here (categories), or Thai vowels
-- would part them. Contentless: title and body as they stand are in article_text.
CREATE VIRTUAL TABLE articles_bigrams USING fts5 (
    title, body, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- Teasers, with both kinds of words in one index.
CREATE VIRTUAL TABLE teasers_fts USING fts5 (
    title, summary, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- 1 while articles_bigrams, and while teasers_fts holds all it should. The desk fills them when it starts.
INSERT INTO meta SELECT 'bigrams_indexed', CASE WHEN EXISTS (SELECT 1 FROM article) THEN '0' ELSE '1' END;
INSERT INTO meta SELECT 'teasers_indexed', CASE WHEN EXISTS (SELECT 1 FROM teaser) THEN '0' ELSE '1' END;

CREATE VIEW keyed_articles AS
    -- The articles with the rowid that articles_fts and articles_bigrams know them by.
    SELECT a.*, k.key FROM article k JOIN articles a ON a.id = k.id;

CREATE VIEW keyed_teasers AS
    -- The teasers with the rowid that teasers_fts knows them by.
    SELECT t.*, k.key FROM teaser k JOIN teasers t ON t.id = k.id;

INSERT INTO schema_column (view, "column", type, meaning)
    SELECT 'keyed_' || view, "column", type, meaning FROM schema_column WHERE view = 'articles' OR view = 'teasers';
INSERT INTO schema_column (view, "column", type, meaning) VALUES
    ('keyed_articles', 'key', 'INTEGER', 'its rowid in articles_fts and articles_bigrams'),
    ('keyed_teasers', 'key', 'INTEGER', 'its rowid in teasers_fts');
