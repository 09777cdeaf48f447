-- 1. README.md, below "What you see"
SELECT published_on, outlet, title FROM articles ORDER BY 2 DESC, 1 LIMIT 2;
--> published_on|outlet|title
--> 2026-01-27|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay
--> 2026-02-03|The Brackish Review|A second life for the dredger nobody could sell

-- 2. README.md, below "Four queries"
SELECT first_seen_at, coalesce(outlet, site) AS source, title FROM articles
WHERE first_seen_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day') ORDER BY first_seen_at DESC LIMIT 20;
--> first_seen_at|source|title

-- 3. README.md, below "Four queries"
SELECT article.id, articles_fts.title, snippet(articles_fts, 1, '[', ']', '…', 12) AS found
FROM articles_fts JOIN article ON article.key = articles_fts.rowid
WHERE articles_fts MATCH 'ferry OR harbour' ORDER BY rank LIMIT 5;
--> id|title|found
--> art_6mlctvkxgn63r325pvpf33ub6z|Pellworth council votes to keep the Thursday ferry — Survey|The Thursday [ferry] between Pellworth and Gannet Island will run for at…
--> art_de7fehdjat5ulwnx67rxt5g2sc|Lost bell of Gannet Island found under the football pitch|…The bell will be shown in the [ferry] hall until Easter. After…
--> art_5u57knvos4yqa7ohmccizftlnr|A second life for the dredger nobody could sell|…On Monday the [harbour] board stopped trying to be rid of her…
--> art_52cszkanek3tim4g6dfv5pszqg|Nobody should need a telescope to see the Milky Way – Ostrander|…The [harbour] master has agreed to dim the lights along the promenade…
--> art_5pt4mcrcpxcpngtf7zhmw6vu6c|Snow goose that missed its turning settles in with the swans|[HARBOUR] TOWN (Coast Wire) — A snow goose that should by now have…

-- 4. README.md, below "Four queries"
SELECT r.article_id, r.revision, r.seen_at, r.nature, length(r.body) - length(earlier.body) AS grown_by, r.title
FROM revisions r JOIN revisions earlier ON earlier.article_id = r.article_id AND earlier.revision = r.revision - 1;
--> article_id|revision|seen_at|nature|grown_by|title

-- 5. README.md, below "Four queries"
SELECT v.received_at, v.name, v.outcome, p.dump_sha256, p.byte_start, p.byte_end, p.revision,
    (SELECT value ->> '$.rule' FROM json_each(p.evidence_json) WHERE value ->> '$.field' = 'article') AS known_by
FROM appearances p JOIN dumps d ON p.dump_sha256 IN (d.sha256, d.same_text_as) JOIN deliveries v ON v.sha256 = d.sha256
WHERE p.article_id = (SELECT article_id FROM revisions WHERE revision = 2 LIMIT 1) ORDER BY v.delivery;
--> received_at|name|outcome|dump_sha256|byte_start|byte_end|revision|known_by

-- 6. README.md, below "A story is known again"
SELECT article_id FROM revisions WHERE revision = 2 LIMIT 1;
--> article_id

-- 7. etc/man/copydesk-changes.5, below "The store from its log"
SELECT count(*) FROM articles;
--> count(*)
--> 15

-- 8. etc/man/copydesk-schema.5, below "DESCRIPTION"
SELECT "column", type, meaning FROM schema_column WHERE view = 'articles';
--> column|type|meaning

-- 9. etc/man/copydesk-schema.5, below "Full text"
SELECT article.id, snippet(articles_fts, 1, '[', ']', '...', 12)
FROM articles_fts JOIN article ON article.key = articles_fts.rowid
WHERE articles_fts MATCH 'ferry' ORDER BY rank LIMIT 5;
--> id|snippet(articles_fts, 1, '[', ']', '...', 12)
--> art_6mlctvkxgn63r325pvpf33ub6z|The Thursday [ferry] between Pellworth and Gannet Island will run for at...
--> art_de7fehdjat5ulwnx67rxt5g2sc|...The bell will be shown in the [ferry] hall until Easter. After...

-- 10. etc/man/copydesk-schema.5, below "EXAMPLES"
SELECT p.title, e.value ->> 'rule' AS rule, e.value ->> 'raw' AS raw,
    e.value ->> '$.bytes[0]' AS from_byte, e.value ->> '$.bytes[1]' AS to_byte
FROM appearances p, json_each(p.evidence_json) e
WHERE e.value ->> 'field' = 'published_on' ORDER BY p.dump_name, p.ordinal;
--> title|rule|raw|from_byte|to_byte
--> How Pellworth’s empty ice house became the warmest room on the quay|byline.by|January 27, 2026|171|187
--> Pellworth council votes to keep the Thursday ferry — Survey|byline.outlet-date|24.01.2026|2779|2789
--> Nobody should need a telescope to see the Milky Way – Ostrander|byline.outlet-date|January 23, 2026|4078|4094
--> Lost bell of Gannet Island found under the football pitch|byline.outlet-date|05.01.2026|5643|5653
--> The Museum That Counts Its Visitors in Herrings|byline.by|November 12, 2025|6915|6932
--> A second life for the dredger nobody could sell|byline.by|February 3, 2026|148|164
--> Saltmarsh Rovers win at home for the first time since the roof blew off|byline.outlet-date|February 1, 2026|1959|1975
--> How Pellworth’s empty ice house became the warmest room on the quay|byline.by|January 27, 2026|3234|3250
--> Pellworth council votes to keep the Thursday ferry — Survey|byline.outlet-date|24.01.2026|5842|5852
--> Nobody should need a telescope to see the Milky Way – Ostrander|byline.outlet-date|January 23, 2026|7215|7231
--> Lost bell of Gannet Island found under the football pitch|byline.outlet-date|05.01.2026|8780|8790
--> The Museum That Counts Its Visitors in Herrings|byline.by|November 12, 2025|10052|10069
--> Lighthouse keeper’s diary puts the great fog on the wrong day|byline.date|February 19, 2026|104|121
--> Altes Stellwerk wird zur kleinsten Bücherei am Fluss|byline.date|12. März 2026|80|94
--> The café that waits for the last train|byline.by|3 March 2026|63|75
--> Saltmarsh astronomers build an observatory out of a grain bin|byline.date|March 1, 2026|94|107
--> Council spends an evening on a bench and calls it well spent|byline.date|2026-03-05|106|116
--> 솔내읍 옛 우체국, 주민이 함께 쓰는 마을 부엌으로 다시 문 열어|byline.date|2026년 3월 5일|88|105

-- 11. etc/man/copydesk-schema.5, below "EXAMPLES"
SELECT id FROM articles LIMIT 1;
--> id

-- 12. etc/man/copydesk-schema.5, below "EXAMPLES"
SELECT v.name, v.outcome, d.name AS first_came_as
FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256 WHERE v.outcome <> 'new';
--> name|outcome|first_came_as
--> 009_18b5c7d3e96f4a02.txt|same_text|009_18b5c7d3e96f4a02.txt
--> 011_5d90c3eb7a21f846.txt|duplicate|003_5d90c3eb7a21f846.txt

-- 13. etc/man/copydesk-schema.5, below "EXAMPLES"
SELECT sha256 FROM dumps LIMIT 1;
--> sha256

-- 14. etc/man/copydesk-service.7, below "Who may do what"
SELECT outcome, name FROM deliveries;
--> outcome|name
--> new|000_7c1e90b4d35fa268.txt
--> new|001_7c1e90b4d35fa268.txt
--> new|002_e2a84f0619c7db53.txt
--> new|003_5d90c3eb7a21f846.txt
--> new|004_b8f2176ad40e3c95.txt
--> new|005_0f63ad928e5b14c7.txt
--> new|006_94d7e05c1b3a82f6.txt
--> new|007_3ab6f81d70c9e254.txt
--> new|008_c64e25f9078bd1a3.txt
--> same_text|009_18b5c7d3e96f4a02.txt
--> new|010_f7093b6e2dc8a415.txt
--> duplicate|011_5d90c3eb7a21f846.txt
--> new|012_6e3d19a7f5b0c482.txt
--> rejected|packed.txt

-- 15. systemd/install, its last words
SELECT published_on, outlet, title FROM articles;
--> published_on|outlet|title
--> 2026-01-27|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay
--> 2026-01-23|Radio Saltmarsh|Nobody should need a telescope to see the Milky Way – Ostrander
--> 2026-01-05|Coast Wire|Lost bell of Gannet Island found under the football pitch
--> 2025-11-12|Estuary Quarterly|The Museum That Counts Its Visitors in Herrings
--> 2026-02-03|The Brackish Review|A second life for the dredger nobody could sell
--> 2026-02-01|Radio Saltmarsh|Saltmarsh Rovers win at home for the first time since the roof blew off
--> 2026-01-24|Coast Wire|Pellworth council votes to keep the Thursday ferry — Survey
--> NULL|NULL|Crane Driver, 91, Gets One Last Lift: Town Turns Out for ‘Old Gertrud’ as Lights Go On Across the Basin
--> 2026-02-19|NULL|Lighthouse keeper’s diary puts the great fog on the wrong day
--> 2026-03-12|NULL|Altes Stellwerk wird zur kleinsten Bücherei am Fluss
--> 2026-03-03|NULL|The café that waits for the last train
--> 2026-03-01|NULL|Saltmarsh astronomers build an observatory out of a grain bin
--> 2026-03-05|NULL|Council spends an evening on a bench and calls it well spent
--> 2026-03-05|NULL|솔내읍 옛 우체국, 주민이 함께 쓰는 마을 부엌으로 다시 문 열어
--> NULL|Coast Wire|Snow goose that missed its turning settles in with the swans

-- 16. etc/cookbook.sql, "What is there on a topic? The best match first, with the words around what was found."
.parameter set :words "'ferry OR harbour'"
SELECT a.published_on, coalesce(a.outlet, a.site) AS source, a.title,
    snippet(articles_fts, 1, '[', ']', '…', 8) AS found
FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
WHERE articles_fts MATCH :words ORDER BY rank LIMIT 5;
--> published_on|source|title|found
--> 2026-01-24|Coast Wire|Pellworth council votes to keep the Thursday ferry — Survey|The Thursday [ferry] between Pellworth and Gannet Island…
--> 2026-01-05|Coast Wire|Lost bell of Gannet Island found under the football pitch|…The bell will be shown in the [ferry]…
--> 2026-02-03|The Brackish Review|A second life for the dredger nobody could sell|…On Monday the [harbour] board stopped trying to…
--> 2026-01-23|Radio Saltmarsh|Nobody should need a telescope to see the Milky Way – Ostrander|…The [harbour] master has agreed to dim the…
--> NULL|Coast Wire|Snow goose that missed its turning settles in with the swans|[HARBOUR] TOWN (Coast Wire) — A snow goose that…

-- 17. etc/cookbook.sql, "The same, but what is newer comes before what is older and as good."
.parameter set :words "'ferry OR harbour'"
.parameter set :today "'2026-03-10'"
WITH best AS (SELECT rowid AS key, rank FROM articles_fts WHERE articles_fts MATCH :words ORDER BY rank LIMIT 1000)
SELECT a.published_on, a.title,
    round(best.rank / (1 + coalesce(max(julianday(:today) - julianday(a.published_on), 0), 365) / 30.0), 2) AS worth
FROM best JOIN keyed_articles a ON a.key = best.key ORDER BY worth LIMIT 5;
--> published_on|title|worth
--> 2026-01-24|Pellworth council votes to keep the Thursday ferry — Survey|-1.21
--> 2026-01-05|Lost bell of Gannet Island found under the football pitch|-0.62
--> 2026-03-05|Council spends an evening on a bench and calls it well spent|-0.3
--> 2026-02-03|A second life for the dredger nobody could sell|-0.28
--> 2026-01-23|Nobody should need a telescope to see the Milky Way – Ostrander|-0.16

-- 18. etc/cookbook.sql, "Where are words of two or more characters in Chinese, Japanese or Thai, which are written without spaces?"
WITH RECURSIVE ask(word) AS (VALUES ('渔船'), ('見張り'), ('ตลาด')),
pair(word, n, two) AS (
    SELECT word, 1, substr(word, 1, 2) FROM ask
    UNION ALL SELECT word, n + 1, substr(word, n + 1, 2) FROM pair WHERE n < length(word) - 1
),
phrase AS (SELECT word, '"' || group_concat(two, ' ') || '"' AS pairs FROM pair GROUP BY word)
SELECT word, pairs, a.language, substr(a.body, max(instr(a.body, word) - 6, 1), 16) AS found
FROM phrase JOIN articles_bigrams ON articles_bigrams MATCH pairs
    JOIN keyed_articles a ON a.key = articles_bigrams.rowid
ORDER BY a.language DESC, a.key;
--> word|pairs|language|found

-- 19. etc/cookbook.sql, "Which short items, of which there is only a headline and a summary, speak of it?"
.parameter set :words "'bridge OR clock'"
SELECT t.page_on, t.site, t.title FROM teasers_fts JOIN keyed_teasers t ON t.key = teasers_fts.rowid
WHERE teasers_fts MATCH :words ORDER BY rank LIMIT 5;
--> page_on|site|title
--> 2026-03-05|The Saltmarsh Courier|Town clock to be right twice as often
--> 2026-03-05|The Saltmarsh Courier|New bridge opens a day early because the ribbon blew away

-- 20. etc/cookbook.sql, "What has this author written?"
.parameter set :author "'Mirela Sandvoort'"
SELECT a.published_on, a.outlet, a.title FROM articles a, json_each(a.authors_json) author
WHERE author.value = :author ORDER BY a.published_on DESC, a.id;
--> published_on|outlet|title
--> 2026-01-27|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay

-- 21. etc/cookbook.sql, "I stopped at this article: what came after it, in the order of filing?"
.parameter set :last "'art_tcjdnh4o7ixknnjpxcwf4arxqu'"
SELECT id, title FROM keyed_articles
WHERE key > (SELECT key FROM keyed_articles WHERE id = :last) ORDER BY key LIMIT 3;
--> id|title

-- 22. etc/cookbook.sql, "All articles as a table for a spreadsheet."
SELECT id, published_on, outlet, authors, title FROM articles ORDER BY published_on DESC, id LIMIT 3;
--> id|published_on|outlet|authors|title
--> art_5eaa4a2tru7ddbi2n2zvj3m2gz|2026-03-12|NULL|Annegret Tühlmeyer|Altes Stellwerk wird zur kleinsten Bücherei am Fluss
--> art_ehpvt3h7ibtjur2t5ykocdxa6g|2026-03-05|NULL|NULL|솔내읍 옛 우체국, 주민이 함께 쓰는 마을 부엌으로 다시 문 열어
--> art_wzcn7ltr5akyuan3dqkcjwodyp|2026-03-05|NULL|Leontyne Farrowdale; Ambrose Kittering|Council spends an evening on a bench and calls it well spent

-- 23. etc/cookbook.sql, "How many articles are there by outlet and month?"
SELECT coalesce(outlet, site, '(unknown)') AS source, coalesce(substr(published_on, 1, 7), '(no date)') AS month,
    count(*) AS articles, sum(word_count) AS words
FROM articles GROUP BY source, month ORDER BY articles DESC, source, month LIMIT 8;
--> source|month|articles|words
--> (unknown)|2026-03|5|1681
--> Coast Wire|2026-01|2|432
--> (unknown)|(no date)|1|386
--> (unknown)|2026-02|1|450
--> Coast Wire|(no date)|1|289
--> Estuary Quarterly|2025-11|1|397
--> Radio Saltmarsh|2026-01|1|259
--> Radio Saltmarsh|2026-02|1|208

-- 24. etc/cookbook.sql, "Which languages are they in?"
SELECT language, count(*) AS articles, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM articles GROUP BY language ORDER BY articles DESC, language;
--> language|articles|percent
--> en|13|86.7
--> de|1|6.7
--> ko|1|6.7

-- 25. etc/cookbook.sql, "Which authors wrote for which outlets, and from when to when?"
SELECT author.value AS author, a.outlet, count(*) AS articles, min(a.published_on) AS first, max(a.published_on) AS last
FROM articles a, json_each(a.authors_json) author WHERE a.outlet IS NOT NULL
GROUP BY author, a.outlet ORDER BY articles DESC, author, a.outlet LIMIT 6;
--> author|outlet|articles|first|last
--> Mirela Sandvoort|The Brackish Review|1|2026-01-27|2026-01-27
--> Odalys Pemberwick|The Brackish Review|1|2026-02-03|2026-02-03
--> Tobias Wrenfield|Estuary Quarterly|1|2025-11-12|2025-11-12

-- 26. etc/cookbook.sql, "Which authors are found under several outlets?"
SELECT author, count(*) AS outlets, group_concat(outlet, '; ') AS names FROM (
    SELECT DISTINCT author.value AS author, a.outlet FROM articles a, json_each(a.authors_json) author
    WHERE a.outlet IS NOT NULL ORDER BY author, a.outlet)
GROUP BY author HAVING outlets > 1 ORDER BY outlets DESC, author;
--> author|outlets|names

-- 27. etc/cookbook.sql, "Which articles are the longest?"
SELECT word_count, coalesce(outlet, site) AS source, title FROM articles ORDER BY word_count DESC, id LIMIT 5;
--> word_count|source|title
--> 450|NULL|Lighthouse keeper’s diary puts the great fog on the wrong day
--> 446|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay
--> 417|NULL|The café that waits for the last train
--> 397|Estuary Quarterly|The Museum That Counts Its Visitors in Herrings
--> 396|NULL|Saltmarsh astronomers build an observatory out of a grain bin

-- 28. etc/cookbook.sql, "At which hours of the day (UTC) do sites publish?"
SELECT substr(published_at, 12, 2) || ' h' AS hour, count(*) AS articles FROM articles
WHERE published_at IS NOT NULL GROUP BY hour ORDER BY articles DESC, hour;
--> hour|articles

-- 29. etc/cookbook.sql, "In which of the last 48 hours did most dumps come in?"
SELECT CAST((julianday('now') - julianday(received_at)) * 24 AS INTEGER) AS hours_ago, count(*) AS dumps,
    sum(bytes) AS bytes, sum(outcome = 'rejected') AS refused
FROM deliveries WHERE received_at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-48 hours')
GROUP BY hours_ago ORDER BY dumps DESC LIMIT 5;
--> hours_ago|dumps|bytes|refused
--> 0|14|48000|1

-- 30. etc/cookbook.sql, "What are the posts about, by the categories that blogs file them under?"
SELECT category.value AS category, count(*) AS articles FROM articles a, json_each(a.categories_json) category
GROUP BY category ORDER BY articles DESC, category LIMIT 6;
--> category|articles
--> Town Life|3
--> Harbour Works|2
--> Football|1
--> Museums|1
--> Night Sky|1
--> Tidewater Notebook|1

-- 31. etc/cookbook.sql, "Which posts have most comments, and how many more than at the first visit?"
SELECT a.title, max(p.comment_count) AS comments, max(p.comment_count) - min(p.comment_count) AS more
FROM appearances p JOIN articles a ON a.id = p.article_id WHERE p.comment_count IS NOT NULL
GROUP BY p.article_id ORDER BY comments DESC, a.id LIMIT 5;
--> title|comments|more
--> Pellworth council votes to keep the Thursday ferry — Survey|2|0
--> Lost bell of Gannet Island found under the football pitch|1|0
--> Saltmarsh Rovers win at home for the first time since the roof blew off|1|0
--> Nobody should need a telescope to see the Milky Way – Ostrander|0|0
--> A second life for the dredger nobody could sell|0|0

-- 32. etc/cookbook.sql, "Which texts were edited in silence during the last week, and where does the new text begin to differ?"
WITH RECURSIVE edit AS (
    SELECT article_id, revision FROM revisions
    WHERE nature = 'material' AND cause = 'source' AND seen_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-7 days')
    ORDER BY seen_at DESC, article_id LIMIT 20
),
text AS (
    SELECT e.article_id, e.revision, older.body AS old, newer.body AS new
    FROM edit e JOIN revisions newer ON newer.article_id = e.article_id AND newer.revision = e.revision
        JOIN revisions older ON older.article_id = e.article_id AND older.revision = e.revision - 1
    WHERE older.body <> newer.body
),
half(article_id, revision, low, high) AS (
    SELECT article_id, revision, 0, min(length(old), length(new)) FROM text
    UNION ALL
    SELECT h.article_id, h.revision,
        iif(substr(old, 1, (low + high + 1) / 2) = substr(new, 1, (low + high + 1) / 2), (low + high + 1) / 2, low),
        iif(substr(old, 1, (low + high + 1) / 2) = substr(new, 1, (low + high + 1) / 2), high, (low + high + 1) / 2 - 1)
    FROM half h JOIN text USING (article_id, revision) WHERE low < high
)
SELECT article_id, revision, replace(substr(old, max(low - 24, 1), 60), char(10), ' ') AS before,
    replace(substr(new, max(low - 24, 1), 60), char(10), ' ') AS after
FROM half JOIN text USING (article_id, revision) WHERE low = high ORDER BY article_id, revision;
--> article_id|revision|before|after
--> art_6mlctvkxgn63r325pvpf33ub6z|2|d.  The ferry carried 4,112 passengers last year, six pianos|d.  The ferry carried 4,121 passengers last year, six pianos

-- 33. etc/cookbook.sql, "Which headlines were changed?"
SELECT newer.article_id, older.title AS before, newer.title AS after
FROM revisions newer JOIN revisions older ON older.article_id = newer.article_id AND older.revision = newer.revision - 1
WHERE newer.revision > 1 AND newer.title IS NOT older.title AND newer.cause = 'source' ORDER BY newer.article_id;
--> article_id|before|after

-- 34. etc/cookbook.sql, "What has vanished from an archive page between its last two visits?"
WITH visit AS (
    SELECT d.page_key, d.site, coalesce(d.same_text_as, d.sha256) AS shown,
        row_number() OVER (PARTITION BY d.page_key ORDER BY v.delivery DESC) AS ago
    FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256 WHERE d.page_key IS NOT NULL
),
page AS (
    SELECT page_key, max(site) AS site, max(iif(ago = 1, shown, NULL)) AS now, max(iif(ago = 2, shown, NULL)) AS before
    FROM visit WHERE ago <= 2 GROUP BY page_key HAVING now <> before
),
item AS (
    SELECT page.site, page.page_key, p.ordinal, p.title,
        EXISTS (SELECT 1 FROM appearances n WHERE n.dump_sha256 = page.now AND n.article_id = p.article_id) AS is_left
    FROM page JOIN appearances p ON p.dump_sha256 = page.before WHERE p.kind = 'article'
)
SELECT site, title, iif(ordinal < (SELECT max(ordinal) FROM item i WHERE i.page_key = item.page_key AND is_left),
        'between others', 'at the end') AS stood
FROM item WHERE NOT is_left ORDER BY site, page_key, ordinal;
--> site|title|stood

-- 35. etc/cookbook.sql, "And what is new on it?"
WITH visit AS (
    SELECT d.page_key, d.site, coalesce(d.same_text_as, d.sha256) AS shown,
        row_number() OVER (PARTITION BY d.page_key ORDER BY v.delivery DESC) AS ago
    FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256 WHERE d.page_key IS NOT NULL
)
SELECT latest.site, p.published_on, p.title
FROM visit latest JOIN visit earlier ON earlier.page_key = latest.page_key AND earlier.ago = 2
    JOIN appearances p ON p.dump_sha256 = latest.shown
WHERE latest.ago = 1 AND latest.shown <> earlier.shown AND p.kind = 'article' AND NOT EXISTS (
    SELECT 1 FROM appearances e WHERE e.dump_sha256 = earlier.shown AND e.article_id = p.article_id)
ORDER BY latest.site, p.ordinal;
--> site|published_on|title
--> Tidewater Notebook|2026-02-03|A second life for the dredger nobody could sell
--> Tidewater Notebook|2026-02-01|Saltmarsh Rovers win at home for the first time since the roof blew off

-- 36. etc/cookbook.sql, "Which pages were visited most, and how often had they changed?"
SELECT d.page_key, max(d.site) AS site, count(*) AS visits, sum(v.outcome = 'new') - 1 AS changes
FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256
GROUP BY d.page_key HAVING visits > 1 ORDER BY visits DESC, d.page_key LIMIT 5;
--> page_key|site|visits|changes
--> 5d90c3eb7a21f846|NULL|2|0
--> 7c1e90b4d35fa268|Tidewater Notebook|2|1

-- 37. etc/cookbook.sql, "Which stories did several outlets carry, and who was first?"
WITH member AS (
    SELECT group_id, id, coalesce(outlet, site) AS source, published_on,
        row_number() OVER (PARTITION BY group_id
            ORDER BY published_on IS NULL, published_on, first_seen_at, id) AS place
    FROM articles WHERE group_id IS NOT NULL
)
SELECT g.articles, g.outlets, m.source AS first, m.published_on, m.id = g.likely_origin_id AS is_likely_origin
FROM groups g JOIN member m ON m.group_id = g.group_id AND m.place = 1 ORDER BY g.articles DESC, g.group_id LIMIT 10;
--> articles|outlets|first|published_on|is_likely_origin

-- 38. etc/cookbook.sql, "Who carried this agency's story, how many days later, and under which headline?"
.parameter set :words "'title : (tug AND organ)'"
WITH found AS (
    SELECT a.group_id FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
    WHERE articles_fts MATCH :words AND a.group_id IS NOT NULL ORDER BY rank LIMIT 1
)
SELECT coalesce(a.outlet, a.site) AS source, a.published_on,
    CAST(julianday(a.published_on) - min(julianday(a.published_on)) OVER () AS INTEGER) AS days_later, a.title
FROM articles a WHERE a.group_id = (SELECT group_id FROM found) ORDER BY a.published_on, a.id;
--> source|published_on|days_later|title

-- 39. etc/cookbook.sql, "Which outlets take most from others?"
SELECT coalesce(a.outlet, a.site) AS source, count(*) AS grouped, sum(a.id <> g.likely_origin_id) AS taken
FROM articles a JOIN groups g ON g.group_id = a.group_id
GROUP BY source ORDER BY taken DESC, source LIMIT 5;
--> source|grouped|taken

-- 40. etc/cookbook.sql, "How much of what came in was there before?"
SELECT outcome, count(*) AS deliveries, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent,
    sum(bytes) AS bytes
FROM deliveries GROUP BY outcome ORDER BY deliveries DESC, outcome;
--> outcome|deliveries|percent|bytes
--> new|11|78.6|40815
--> duplicate|1|7.1|2491
--> rejected|1|7.1|6
--> same_text|1|7.1|4688

-- 41. etc/cookbook.sql, "Which headlines were only seen as teasers: what was never delivered as a story?"
SELECT page_on, site, title FROM teasers WHERE article_id IS NULL ORDER BY page_on DESC, id LIMIT 5;
--> page_on|site|title
--> 2026-03-05|The Saltmarsh Courier|Town clock to be right twice as often
--> 2026-03-05|The Saltmarsh Courier|Rain stops play, then starts it again
--> 2026-03-05|The Saltmarsh Courier|Football club sells its hill
--> 2026-03-05|The Saltmarsh Courier|Chess club beats itself by post
--> 2026-03-05|The Saltmarsh Courier|Who painted the harbour wall blue?

-- 42. etc/cookbook.sql, "How many days after its teaser was a story published, and did it come in later than the teaser?"
SELECT t.page_on AS teased_on, a.published_on,
    CAST(julianday(a.published_on) - julianday(t.page_on) AS INTEGER) AS days, a.title,
    a.first_seen_at >= t.first_seen_at AS came_later
FROM teasers t JOIN articles a ON a.id = t.article_id ORDER BY days DESC, a.id LIMIT 5;
--> teased_on|published_on|days|title|came_later

-- 43. etc/cookbook.sql, "Where does an article come from: which deliveries, which dumps, which bytes?"
.parameter set :article "'art_6mlctvkxgn63r325pvpf33ub6z'"
WITH place AS MATERIALIZED (SELECT * FROM appearances WHERE article_id = :article),
came AS MATERIALIZED (SELECT delivery, name, outcome, sha256 FROM deliveries)
SELECT came.delivery, came.name, came.outcome, substr(d.sha256, 1, 12) AS dump, p.byte_start + 1 AS start,
    p.byte_end - p.byte_start AS bytes, p.ordinal, p.revision
FROM place p JOIN dumps first ON first.sha256 = p.dump_sha256 JOIN dumps d ON d.text_sha256 = first.text_sha256
    JOIN came ON came.sha256 = d.sha256
ORDER BY came.delivery;
--> delivery|name|outcome|dump|start|bytes|ordinal|revision
--> 1|000_7c1e90b4d35fa268.txt|new|c3fe937de18c|2700|1292|2|1
--> 2|001_7c1e90b4d35fa268.txt|new|55fe104495f9|5763|1366|4|2

-- 44. etc/cookbook.sql, "And each of its fields: from which bytes, as they stand there, and by which rule?"
.parameter set :article "'art_6mlctvkxgn63r325pvpf33ub6z'"
SELECT p.dump_name, e.value ->> '$.field' AS field, e.value ->> '$.rule' AS rule, e.value ->> '$.bytes[0]' AS start,
    e.value ->> '$.bytes[1]' AS end, substr(replace(e.value ->> '$.raw', char(10), ' '), 1, 40) AS raw
FROM appearances p, json_each(p.evidence_json) e
WHERE p.article_id = :article AND p.revision = 2 ORDER BY p.dump_name, start, field;
--> dump_name|field|rule|start|end|raw
--> 001_7c1e90b4d35fa268.txt|article|same-id|5762|7128|NULL
--> 001_7c1e90b4d35fa268.txt|title|headline|5762|5825|Pellworth council votes to keep the Thur
--> 001_7c1e90b4d35fa268.txt|byline|byline.outlet-date|5827|5852|Coast Wire – 24.01.2026
--> 001_7c1e90b4d35fa268.txt|outlet|byline.outlet-date|5827|5837|Coast Wire
--> 001_7c1e90b4d35fa268.txt|published_on|byline.outlet-date|5842|5852|24.01.2026
--> 001_7c1e90b4d35fa268.txt|body|body|5854|7062|The Thursday ferry between Pellworth and
--> 001_7c1e90b4d35fa268.txt|posted_on|posted-by:21|7064|7080|January 24, 2026
--> 001_7c1e90b4d35fa268.txt|categories|posted-by:21|7093|7111|Tidewater Notebook
--> 001_7c1e90b4d35fa268.txt|tag_count|posted-by:21|7114|7115|,
--> 001_7c1e90b4d35fa268.txt|comment_count|posted-by:21|7118|7128|2 Comments

-- 45. etc/cookbook.sql, "Which articles have no date, and what did their pages offer instead?"
WITH undated AS MATERIALIZED (
    SELECT id, title, coalesce(outlet, site) AS source, posted_on FROM articles
    WHERE published_on IS NULL ORDER BY id LIMIT 5
),
place AS MATERIALIZED (
    SELECT article_id, dump_sha256, evidence_json FROM appearances WHERE article_id IN (SELECT id FROM undated)
)
SELECT u.title, u.source, d.page_on AS date_of_page, u.posted_on,
    (SELECT group_concat(e.value ->> '$.field', ', ') FROM json_each(p.evidence_json) e) AS fields_found
FROM undated u JOIN place p ON p.article_id = u.id JOIN dumps d ON d.sha256 = p.dump_sha256
GROUP BY u.id ORDER BY u.id;
--> title|source|date_of_page|posted_on|fields_found
--> Snow goose that missed its turning settles in with the swans|Coast Wire|NULL|NULL|title, outlet, body
--> Crane Driver, 91, Gets One Last Lift: Town Turns Out for ‘Old Gertrud’ as Lights Go On Across the Basin|NULL|2025-12-05|NULL|title, categories, body

-- 46. etc/cookbook.sql, "By which rules were dates read, and how often?"
SELECT e.value ->> '$.rule' AS rule, count(*) AS dates FROM appearances p, json_each(p.evidence_json) e
WHERE e.value ->> '$.field' = 'published_on' GROUP BY rule ORDER BY dates DESC, rule LIMIT 8;
--> rule|dates
--> byline.outlet-date|7
--> byline.by|6
--> byline.date|5

-- 47. etc/cookbook.sql, "Which layouts were used, on how many pages of which sites?"
SELECT layout, count(*) AS dumps, sum(articles) AS articles, group_concat(DISTINCT site) AS sites
FROM dumps GROUP BY layout ORDER BY dumps DESC, layout;
--> layout|dumps|articles|sites
--> NULL|10|9|The Saltmarsh Courier
--> posted-by|2|12|Tidewater Notebook

-- 48. etc/cookbook.sql, "What did older rules read, and what do today's read otherwise?"
SELECT d.name, d.layout, r.title, older.published_on AS date_before, r.published_on AS date_after,
    length(r.body) - length(older.body) AS letters_more
FROM revisions r JOIN revisions older ON older.article_id = r.article_id AND older.revision = r.revision - 1
    JOIN dumps d ON d.sha256 = r.dump_sha256
WHERE r.nature = 'reread' ORDER BY r.article_id;
--> name|layout|title|date_before|date_after|letters_more

-- 49. etc/cookbook.sql, "Which rules have read what is there; is there something to reread?"
SELECT iif(extractor = max(extractor) OVER (), 'the newest', 'older') AS rules, count(*) AS dumps,
    sum(articles) AS articles, sum(teasers) AS teasers
FROM dumps GROUP BY extractor ORDER BY extractor DESC;
--> rules|dumps|articles|teasers
--> the newest|12|21|13

-- 50. etc/cookbook.sql, "Which files were refused, why, and what is to be done?"
SELECT name, reason, detail, kept_as IS NOT NULL AS is_kept FROM rejections WHERE resolved_at IS NULL ORDER BY delivery;
--> name|reason|detail|is_kept
--> packed.txt|compressed|This is gzip data; unpack it and drop the text.|1

-- 51. etc/cookbook.sql, "What was forgotten, and for which reason?"
SELECT kind, count(*) AS entries, reason, sum(blocked) AS blocked FROM forgotten
GROUP BY kind, reason ORDER BY kind, reason;
--> kind|entries|reason|blocked

-- 52. etc/cookbook.sql, "What happened here, by day and type of change?"
SELECT iif(ts >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 day'), 'last day', substr(ts, 1, 10)) AS day, type,
    count(*) AS changes
FROM changes GROUP BY day, type ORDER BY day DESC, changes DESC, type;
--> day|type|changes
--> last day|article.created|15
--> last day|teaser.created|13
--> last day|dump.received|11
--> last day|article.seen|4
--> last day|article.revised|1
--> last day|dump.duplicate|1
--> last day|dump.rejected|1
--> last day|dump.same_text|1

-- 53. etc/cookbook.sql, "What happened to one article, from first to last?"
.parameter set :article "'art_6mlctvkxgn63r325pvpf33ub6z'"
SELECT op, type, rev, cause, reason FROM changes WHERE kind = 'article' AND id = :article ORDER BY seq;
--> op|type|rev|cause|reason
--> c|article.created|1|source|NULL
--> u|article.revised|2|source|NULL

-- 54. etc/cookbook.sql, "Which lines stand on many pages and belong to no item?"
SELECT line.value AS line, count(*) AS dumps FROM dumps d, json_each(d.boilerplate_json) line
GROUP BY line.value ORDER BY dumps DESC, line.value LIMIT 5;
--> line|dumps
--> Advertisement|2
--> Most Read|2
--> Share this story|2
--> Browse Other Topics:|1
--> More From Our Notebook|1

-- 55. etc/cookbook.sql, "What does a column mean?"
SELECT "column", type, meaning FROM schema_column WHERE view = 'groups' ORDER BY "column";
--> column|type|meaning

-- 56. etc/man/copydesk-schema.5, below "Full text"
SELECT a.id, a.title, snippet(articles_fts, 1, '[', ']', '...', 12)
FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
WHERE articles_fts MATCH 'ferry' ORDER BY rank LIMIT 5;
--> id|title|snippet(articles_fts, 1, '[', ']', '...', 12)
--> art_6mlctvkxgn63r325pvpf33ub6z|Pellworth council votes to keep the Thursday ferry — Survey|The Thursday [ferry] between Pellworth and Gannet Island will run for at...
--> art_de7fehdjat5ulwnx67rxt5g2sc|Lost bell of Gannet Island found under the football pitch|...The bell will be shown in the [ferry] hall until Easter. After...

-- 57. etc/man/copydesk-schema.5, below "Full text"
SELECT t.page_on, t.site, t.title
FROM teasers_fts JOIN keyed_teasers t ON t.key = teasers_fts.rowid
WHERE teasers_fts MATCH 'bridge' ORDER BY rank LIMIT 5;
--> page_on|site|title
--> 2026-03-05|The Saltmarsh Courier|New bridge opens a day early because the ribbon blew away

-- 58. README.md, below "What you see"
SELECT published_on, outlet, title FROM articles ORDER BY 2 DESC, 1 LIMIT 1;
--> published_on|outlet|title
--> 2026-01-27|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay

-- 59. README.md, below "Five queries"
-- Full text, best match first.
SELECT a.id, a.published_on, a.title, snippet(articles_fts, 1, '[', ']', '…', 8) AS found
FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
WHERE articles_fts MATCH 'ferry OR harbour' ORDER BY rank LIMIT 5;
--> id|published_on|title|found
--> art_6mlctvkxgn63r325pvpf33ub6z|2026-01-24|Pellworth council votes to keep the Thursday ferry — Survey|The Thursday [ferry] between Pellworth and Gannet Island…
--> art_de7fehdjat5ulwnx67rxt5g2sc|2026-01-05|Lost bell of Gannet Island found under the football pitch|…The bell will be shown in the [ferry]…
--> art_5u57knvos4yqa7ohmccizftlnr|2026-02-03|A second life for the dredger nobody could sell|…On Monday the [harbour] board stopped trying to…
--> art_52cszkanek3tim4g6dfv5pszqg|2026-01-23|Nobody should need a telescope to see the Milky Way – Ostrander|…The [harbour] master has agreed to dim the…
--> art_5pt4mcrcpxcpngtf7zhmw6vu6c|NULL|Snow goose that missed its turning settles in with the swans|[HARBOUR] TOWN (Coast Wire) — A snow goose that…

-- 60. README.md, below "Five queries"
-- By outlet and month.
SELECT coalesce(outlet, site, '(unknown)') AS source, substr(published_on, 1, 7) AS month, count(*) AS articles
FROM articles GROUP BY source, month ORDER BY articles DESC, source, month LIMIT 8;
--> source|month|articles
--> (unknown)|2026-03|5
--> Coast Wire|2026-01|2
--> (unknown)|NULL|1
--> (unknown)|2026-02|1
--> Coast Wire|NULL|1
--> Estuary Quarterly|2025-11|1
--> Radio Saltmarsh|2026-01|1
--> Radio Saltmarsh|2026-02|1

-- 61. README.md, below "Five queries"
-- Stories whose words were changed after they were first seen.
SELECT r.article_id, r.revision, r.seen_at, length(r.body) - length(earlier.body) AS grown_by, earlier.title, r.title
FROM revisions r JOIN revisions earlier ON earlier.article_id = r.article_id AND earlier.revision = r.revision - 1
WHERE r.nature = 'material' AND r.cause = 'source' ORDER BY r.seen_at DESC LIMIT 20;
--> article_id|revision|seen_at|grown_by|title|title:1

-- 62. README.md, below "Five queries"
-- How much of what came in was there before.
SELECT outcome, count(*) AS deliveries, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM deliveries GROUP BY outcome ORDER BY deliveries DESC;
--> outcome|deliveries|percent
--> new|11|78.6
--> duplicate|1|7.1
--> rejected|1|7.1
--> same_text|1|7.1

-- 63. README.md, below "Five queries"
-- The dumps that an article came from, and where it stands in them.
SELECT d.received_at, d.name, d.deliveries, p.revision, p.dump_sha256, p.byte_start, p.byte_end
FROM appearances p JOIN dumps d ON d.sha256 = p.dump_sha256
WHERE p.article_id = (SELECT article_id FROM revisions WHERE revision = 2 LIMIT 1) ORDER BY d.received_at;
--> received_at|name|deliveries|revision|dump_sha256|byte_start|byte_end
