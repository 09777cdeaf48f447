-- A cookbook: questions to a desk, and what it answers.
--
-- Each question stands by itself: what is asked, what to mind, the query, and its answer on lines that begin with
-- "-->". The stock sqlite3 shell, from version 3.40 on, runs all of them, or any one that is copied into it:
--
--     sqlite3 -readonly desk/copydesk.db < cookbook.sql
--
-- The answers are those of a desk that anybody can make, from invented pages that come with copydesk. These three lines
-- make it, typed in /usr/share/doc/copydesk/examples/cookbook, or in etc/cookbook of the sources:
--
--     copydesk run --once --home ~/cookbook --deliver ../../seeds dumps
--     copydesk reread --all --home ~/cookbook --config copydesk.conf
--     copydesk forget art_xgmsos --home ~/cookbook --reason 'wish of the writer'
--
-- In it are two visits to an archive page, three copies of an agency's story, a page that a new layout file reads
-- better, and a letter that was to be forgotten. Where an answer would tell when the desk was made, it tells something
-- else that stays. Unknown is NULL, lists are joined by "; ", times are UTC, and copydesk-schema(5) explains each
-- column. Values to change stand in a line ".parameter set", or in a table "ask" at the top of a query.

.mode list
.headers on
.nullvalue NULL

-- == To find =========================================================================================================

-- 1. What is there on a topic? The best match first, with the words around what was found.
-- Mind: in words of MATCH, a space means AND; OR, NOT, NEAR(a b, 5), "a phrase" and prefix* are understood. Words are
-- folded: ferry finds Ferry, cafe finds café. The words of a title count as much as those of a body.
-- Datasette: articles_on_a_topic
.parameter set :words "'ferry OR harbour'"
SELECT a.published_on, coalesce(a.outlet, a.site) AS source, a.title,
    snippet(articles_fts, 1, '[', ']', '…', 8) AS found
FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
WHERE articles_fts MATCH :words ORDER BY rank LIMIT 5;
--> published_on|source|title|found
--> 2026-01-24|Coast Wire|Pellworth council votes to keep the Thursday ferry — Survey|The Thursday [ferry] between Pellworth and Gannet Island…
--> 2026-03-02|The Saltmarsh Courier|Ferry company counts its gulls and finds one too many|The company that runs the Gannet Island [ferry]…
--> 2026-01-05|Coast Wire|Lost bell of Gannet Island found under the football pitch|…The bell will be shown in the [ferry]…
--> 2026-02-03|The Brackish Review|A second life for the dredger nobody could sell|…On Monday the [harbour] board stopped trying to…
--> 2026-02-20|The Gannet Bell|Lost accordion comes home by lifeboat|The accordion that went overboard at the [harbour]…

-- 2. The same, but what is newer comes before what is older and as good.
-- Mind: rank is below zero, and the lower the better. After thirty days a match is worth half, after sixty a third, and
-- so on; an article without a date counts as a year old. Put 'now' for the day to count from. Only the thousand best
-- matches are weighed.
.parameter set :words "'ferry OR harbour'"
.parameter set :today "'2026-03-10'"
WITH best AS (SELECT rowid AS key, rank FROM articles_fts WHERE articles_fts MATCH :words ORDER BY rank LIMIT 1000)
SELECT a.published_on, a.title,
    round(best.rank / (1 + coalesce(max(julianday(:today) - julianday(a.published_on), 0), 365) / 30.0), 2) AS worth
FROM best JOIN keyed_articles a ON a.key = best.key ORDER BY worth LIMIT 5;
--> published_on|title|worth
--> 2026-03-02|Ferry company counts its gulls and finds one too many|-2.7
--> 2026-01-24|Pellworth council votes to keep the Thursday ferry — Survey|-1.42
--> 2026-02-20|Lost accordion comes home by lifeboat|-0.9
--> 2026-02-24|Visitors to pay for a night at the old pier, and residents too|-0.78
--> 2026-02-03|A second life for the dredger nobody could sell|-0.69

-- 3. Where are words of two or more characters in Chinese, Japanese or Thai, which are written without spaces?
-- Mind: articles_bigrams holds each such character with the one after it, so a word of n characters is a phrase of the
-- n - 1 pairs in it. The query makes them; `copydesk search` does the same by itself. Several words: several rows.
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
--> 渔船|"渔船"|zh|最后一艘木制渔船举行告别仪式。这
--> ตลาด|"ตล ลา าด"|th|พื่อดูตลาดน้ำเก่
--> 見張り|"見張 張り"|ja|曜日に正式な見張り番に任命された

-- 4. Which short items, of which there is only a headline and a summary, speak of it?
.parameter set :words "'bridge OR clock'"
SELECT t.page_on, t.site, t.title FROM teasers_fts JOIN keyed_teasers t ON t.key = teasers_fts.rowid
WHERE teasers_fts MATCH :words ORDER BY rank LIMIT 5;
--> page_on|site|title
--> 2026-03-05|The Saltmarsh Courier|Town clock to be right twice as often
--> 2026-03-05|The Saltmarsh Courier|New bridge opens a day early because the ribbon blew away

-- 5. What has this author written?
-- Mind: an article may have several authors; authors_json has them one by one.
-- Datasette: articles_of_an_author
.parameter set :author "'Mirela Sandvoort'"
SELECT a.published_on, a.outlet, a.title FROM articles a, json_each(a.authors_json) author
WHERE author.value = :author ORDER BY a.published_on DESC, a.id;
--> published_on|outlet|title
--> 2026-03-02|The Saltmarsh Courier|Ferry company counts its gulls and finds one too many
--> 2026-02-20|The Gannet Bell|Lost accordion comes home by lifeboat
--> 2026-01-27|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay

-- 6. I stopped at this article: what came after it, in the order of filing?
-- Mind: the key grows and is never used again. A program that follows all changes reads the log instead, by its seq.
.parameter set :last "'art_tcjdnh4o7ixknnjpxcwf4arxqu'"
SELECT id, title FROM keyed_articles
WHERE key > (SELECT key FROM keyed_articles WHERE id = :last) ORDER BY key LIMIT 3;
--> id|title
--> art_jo3e2nipcapwg3wwz4fcquugbu|港口小镇为老渔船举行告别仪式
--> art_bmmk4emsvihlsocn4mjzipwiny|灯台の猫、百年目の見張り番に任命される
--> art_zzanu55wywfjuinoddu3xskjvq|ตลาดน้ำเก่าเปิดอีกครั้งหลังปิดมาเจ็ดปี

-- 7. All articles as a table for a spreadsheet.
-- Mind: put ".once articles.csv" before the query to have it in a file; `copydesk export` also writes other formats.
.mode csv
.separator , "\n"
.nullvalue ''
SELECT id, published_on, outlet, authors, title FROM articles ORDER BY published_on DESC, id LIMIT 3;
--> id,published_on,outlet,authors,title
--> art_5eaa4a2tru7ddbi2n2zvj3m2gz,2026-03-12,,"Annegret Tühlmeyer","Altes Stellwerk wird zur kleinsten Bücherei am Fluss"
--> art_tcjdnh4o7ixknnjpxcwf4arxqu,2026-03-08,,"Quillon Abernethy-Voss","Meteorite turns out to be part of a bus"
--> art_jo3e2nipcapwg3wwz4fcquugbu,2026-03-07,,,"港口小镇为老渔船举行告别仪式"
.mode list
.nullvalue NULL

-- == To count ========================================================================================================

-- 8. How many articles are there by outlet and month?
-- Mind: outlet is what a byline names; where none does, the page's site stands in.
-- Datasette: articles_by_outlet_and_month
SELECT coalesce(outlet, site, '(unknown)') AS source, coalesce(substr(published_on, 1, 7), '(no date)') AS month,
    count(*) AS articles, sum(word_count) AS words
FROM articles GROUP BY source, month ORDER BY articles DESC, source, month LIMIT 8;
--> source|month|articles|words
--> (unknown)|2026-03|9|2309
--> (unknown)|(no date)|4|671
--> The Gannet Bell|2026-02|3|287
--> Coast Wire|2026-01|2|432
--> The Saltmarsh Courier|2026-03|2|327
--> (unknown)|2026-02|1|450
--> Coast Wire|(no date)|1|289
--> Coast Wire|2026-03|1|213

-- 9. Which languages are they in?
SELECT language, count(*) AS articles, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent
FROM articles GROUP BY language ORDER BY articles DESC, language;
--> language|articles|percent
--> en|26|83.9
--> de|1|3.2
--> ja|1|3.2
--> ko|1|3.2
--> th|1|3.2
--> zh|1|3.2

-- 10. Which authors wrote for which outlets, and from when to when?
SELECT author.value AS author, a.outlet, count(*) AS articles, min(a.published_on) AS first, max(a.published_on) AS last
FROM articles a, json_each(a.authors_json) author WHERE a.outlet IS NOT NULL
GROUP BY author, a.outlet ORDER BY articles DESC, author, a.outlet LIMIT 6;
--> author|outlet|articles|first|last
--> Teodor Quillfeather|The Gannet Bell|2|2026-02-24|2026-02-27
--> Coast Wire|Coast Wire|1|2026-03-04|2026-03-04
--> Coast Wire|The Pellworth Lamp|1|2026-03-05|2026-03-05
--> Mirela Sandvoort|The Brackish Review|1|2026-01-27|2026-01-27
--> Mirela Sandvoort|The Gannet Bell|1|2026-02-20|2026-02-20
--> Mirela Sandvoort|The Saltmarsh Courier|1|2026-03-02|2026-03-02

-- 11. Which authors are found under several outlets?
-- Mind: two people may have one name, and an agency's story carries its author everywhere.
SELECT author, count(*) AS outlets, group_concat(outlet, '; ') AS names FROM (
    SELECT DISTINCT author.value AS author, a.outlet FROM articles a, json_each(a.authors_json) author
    WHERE a.outlet IS NOT NULL ORDER BY author, a.outlet)
GROUP BY author HAVING outlets > 1 ORDER BY outlets DESC, author;
--> author|outlets|names
--> Mirela Sandvoort|3|The Brackish Review; The Gannet Bell; The Saltmarsh Courier
--> Coast Wire|2|Coast Wire; The Pellworth Lamp

-- 12. Which articles are the longest?
SELECT word_count, coalesce(outlet, site) AS source, title FROM articles ORDER BY word_count DESC, id LIMIT 5;
--> word_count|source|title
--> 450|NULL|Lighthouse keeper’s diary puts the great fog on the wrong day
--> 446|The Brackish Review|How Pellworth’s empty ice house became the warmest room on the quay
--> 417|NULL|The café that waits for the last train
--> 397|Estuary Quarterly|The Museum That Counts Its Visitors in Herrings
--> 396|NULL|Saltmarsh astronomers build an observatory out of a grain bin

-- 13. At which hours of the day (UTC) do sites publish?
-- Mind: only pages that give a time and a zone say it.
SELECT substr(published_at, 12, 2) || ' h' AS hour, count(*) AS articles FROM articles
WHERE published_at IS NOT NULL GROUP BY hour ORDER BY articles DESC, hour;
--> hour|articles
--> 07 h|1
--> 17 h|1

-- 14. In which of the last 48 hours did most dumps come in?
-- Mind: the desk of this cookbook was filled a moment before it was asked. For hours of the day, group by
-- substr(received_at, 12, 2).
SELECT CAST((julianday('now') - julianday(received_at)) * 24 AS INTEGER) AS hours_ago, count(*) AS dumps,
    sum(bytes) AS bytes, sum(outcome = 'rejected') AS refused
FROM deliveries WHERE received_at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-48 hours')
GROUP BY hours_ago ORDER BY dumps DESC LIMIT 5;
--> hours_ago|dumps|bytes|refused
--> 0|28|66554|2

-- 15. What are the posts about, by the categories that blogs file them under?
SELECT category.value AS category, count(*) AS articles FROM articles a, json_each(a.categories_json) category
GROUP BY category ORDER BY articles DESC, category LIMIT 6;
--> category|articles
--> Town Life|3
--> Ferries|2
--> Harbour Works|2
--> Birds|1
--> Boats|1
--> Council|1

-- 16. Which posts have most comments, and how many more than at the first visit?
-- Mind: the counts are those that pages showed, visit by visit.
SELECT a.title, max(p.comment_count) AS comments, max(p.comment_count) - min(p.comment_count) AS more
FROM appearances p JOIN articles a ON a.id = p.article_id WHERE p.comment_count IS NOT NULL
GROUP BY p.article_id ORDER BY comments DESC, a.id LIMIT 5;
--> title|comments|more
--> Island school wins the tide table competition again|12|0
--> Ferry company counts its gulls and finds one too many|9|6
--> Pellworth council votes to keep the Thursday ferry — Survey|2|0
--> Visitors to pay for a night at the old pier, and residents too|2|2
--> Lost accordion comes home by lifeboat|1|0

-- == To see what was changed =========================================================================================

-- 17. Which texts were edited in silence during the last week, and where does the new text begin to differ?
-- Mind: an edit is a revision of the nature "material"; "cosmetic" ones change signs only, "reread" ones were made by
-- newer rules and never by the publisher. The query finds the first place that differs by halving the text again and
-- again. `copydesk show ID --diff 1 2` shows all places, in colour.
-- Datasette: silent_edits
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
--> art_6nbikkhcnhxvdhb3hhkpbs5grq|2|t the old pier will cost 40 crowns from the first of May, th|t the old pier will cost 60 crowns from the first of May, th

-- 18. Which headlines were changed?
-- Mind: IS NOT, since an unknown headline is NULL. What newer rules read otherwise is left out.
-- Datasette: changed_headlines
SELECT newer.article_id, older.title AS before, newer.title AS after
FROM revisions newer JOIN revisions older ON older.article_id = newer.article_id AND older.revision = newer.revision - 1
WHERE newer.revision > 1 AND newer.title IS NOT older.title AND newer.cause = 'source' ORDER BY newer.article_id;
--> article_id|before|after
--> art_6nbikkhcnhxvdhb3hhkpbs5grq|Council puts a price on a night at the old pier|Visitors to pay for a night at the old pier, and residents too

-- 19. What has vanished from an archive page between its last two visits?
-- Mind: visits to one page have one page_key. A page that came again unchanged is a delivery, but no new dump, so
-- visits are counted by deliveries. What stood below everything that is left has most likely moved to an older page;
-- what vanished from between others was taken out.
-- Datasette: vanished_from_archive_pages
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
--> Gannet Island Log|Island school wins the tide table competition again|between others

-- 20. And what is new on it?
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
--> Gannet Island Log|2026-03-06|Post office opens its window two minutes earlier
--> Tidewater Notebook|2026-02-03|A second life for the dredger nobody could sell
--> Tidewater Notebook|2026-02-01|Saltmarsh Rovers win at home for the first time since the roof blew off

-- 21. Which pages were visited most, and how often had they changed?
-- Mind: a visit that brought the same bytes or the same text brought no change.
SELECT d.page_key, max(d.site) AS site, count(*) AS visits, sum(v.outcome = 'new') - 1 AS changes
FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256
GROUP BY d.page_key HAVING visits > 1 ORDER BY visits DESC, d.page_key LIMIT 5;
--> page_key|site|visits|changes
--> 4be90a73c1f5d826|Gannet Island Log|2|1
--> 5d90c3eb7a21f846|NULL|2|0
--> 62a0c8f917be43d5|NULL|2|0
--> 7c1e90b4d35fa268|Tidewater Notebook|2|1

-- == To see who has it from whom =====================================================================================

-- 22. Which stories did several outlets carry, and who was first?
-- Mind: a group holds near-identical texts of different sources. Its likely origin is the one that most of the others
-- name as their source; where none is named, the one that was published first.
-- Datasette: stories_of_several_outlets
WITH member AS (
    SELECT group_id, id, coalesce(outlet, site) AS source, published_on,
        row_number() OVER (PARTITION BY group_id
            ORDER BY published_on IS NULL, published_on, first_seen_at, id) AS place
    FROM articles WHERE group_id IS NOT NULL
)
SELECT g.articles, g.outlets, m.source AS first, m.published_on, m.id = g.likely_origin_id AS is_likely_origin
FROM groups g JOIN member m ON m.group_id = g.group_id AND m.place = 1 ORDER BY g.articles DESC, g.group_id LIMIT 10;
--> articles|outlets|first|published_on|is_likely_origin
--> 3|3|Coast Wire|2026-03-04|1

-- 23. Who carried this agency's story, how many days later, and under which headline?
-- Mind: the words may find any of its copies; the group brings the others.
.parameter set :words "'title : (tug AND organ)'"
WITH found AS (
    SELECT a.group_id FROM articles_fts JOIN keyed_articles a ON a.key = articles_fts.rowid
    WHERE articles_fts MATCH :words AND a.group_id IS NOT NULL ORDER BY rank LIMIT 1
)
SELECT coalesce(a.outlet, a.site) AS source, a.published_on,
    CAST(julianday(a.published_on) - min(julianday(a.published_on)) OVER () AS INTEGER) AS days_later, a.title
FROM articles a WHERE a.group_id = (SELECT group_id FROM found) ORDER BY a.published_on, a.id;
--> source|published_on|days_later|title
--> Coast Wire|2026-03-04|0|Tug with a church organ in tow follows a cow through the fog
--> The Pellworth Lamp|2026-03-05|1|Church organ crosses the bay behind a lost tug
--> The Northmere Gazette|2026-03-06|2|Tug steers by the voice of a cow

-- 24. Which outlets take most from others?
-- Mind: an article counts as taken where another of its group is the likely origin.
SELECT coalesce(a.outlet, a.site) AS source, count(*) AS grouped, sum(a.id <> g.likely_origin_id) AS taken
FROM articles a JOIN groups g ON g.group_id = a.group_id
GROUP BY source ORDER BY taken DESC, source LIMIT 5;
--> source|grouped|taken
--> The Northmere Gazette|1|1
--> The Pellworth Lamp|1|1
--> Coast Wire|1|0

-- 25. How much of what came in was there before?
-- Mind: a duplicate has the same bytes, same_text the same text in other bytes or with other space.
SELECT outcome, count(*) AS deliveries, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent,
    sum(bytes) AS bytes
FROM deliveries GROUP BY outcome ORDER BY deliveries DESC, outcome;
--> outcome|deliveries|percent|bytes
--> new|23|82.1|58044
--> duplicate|2|7.1|3405
--> rejected|2|7.1|417
--> same_text|1|3.6|4688

-- 26. Which headlines were only seen as teasers: what was never delivered as a story?
SELECT page_on, site, title FROM teasers WHERE article_id IS NULL ORDER BY page_on DESC, id LIMIT 5;
--> page_on|site|title
--> 2026-03-05|The Saltmarsh Courier|Town clock to be right twice as often
--> 2026-03-05|The Saltmarsh Courier|Rain stops play, then starts it again
--> 2026-03-05|The Saltmarsh Courier|Football club sells its hill
--> 2026-03-05|The Saltmarsh Courier|Chess club beats itself by post
--> 2026-03-05|The Saltmarsh Courier|Who painted the harbour wall blue?

-- 27. How many days after its teaser was a story published, and did it come in later than the teaser?
SELECT t.page_on AS teased_on, a.published_on,
    CAST(julianday(a.published_on) - julianday(t.page_on) AS INTEGER) AS days, a.title,
    a.first_seen_at >= t.first_seen_at AS came_later
FROM teasers t JOIN articles a ON a.id = t.article_id ORDER BY days DESC, a.id LIMIT 5;
--> teased_on|published_on|days|title|came_later
--> 2026-03-05|2026-03-08|3|Meteorite turns out to be part of a bus|1

-- == To trust it =====================================================================================================

-- 28. Where does an article come from: which deliveries, which dumps, which bytes?
-- Mind: dumps of the same text in other bytes have no appearances of their own: theirs are those of the first, which has
-- the same text_sha256. `copydesk original SHA256 | tail -c +START | head -c BYTES` prints the article's own bytes.
-- Datasette: where_an_article_comes_from
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

-- 29. And each of its fields: from which bytes, as they stand there, and by which rule?
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

-- 30. Which articles have no date, and what did their pages offer instead?
-- Mind: a date without evidence is no date. A page's own date is not its story's; posted_on is the site's, not the
-- author's.
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
--> Mail boat is given a second bell so that it can answer the first|NULL|NULL|2026-02-28|title, posted_on, authors, categories, body
--> Keeper finds the spare key after nineteen years|NULL|NULL|2026-03-04|title, posted_on, authors, categories, body
--> Crane Driver, 91, Gets One Last Lift: Town Turns Out for ‘Old Gertrud’ as Lights Go On Across the Basin|NULL|2025-12-05|NULL|title, categories, body
--> Weather for the coming week will be looked at again|NULL|NULL|2026-02-25|title, posted_on, authors, categories, body

-- 31. By which rules were dates read, and how often?
SELECT e.value ->> '$.rule' AS rule, count(*) AS dates FROM appearances p, json_each(p.evidence_json) e
WHERE e.value ->> '$.field' = 'published_on' GROUP BY rule ORDER BY dates DESC, rule LIMIT 8;
--> rule|dates
--> byline.by|16
--> byline.date|10
--> byline.outlet-date|8

-- 32. Which layouts were used, on how many pages of which sites?
-- Mind: NULL is a page that the general rules read.
SELECT layout, count(*) AS dumps, sum(articles) AS articles, group_concat(DISTINCT site) AS sites
FROM dumps GROUP BY layout ORDER BY dumps DESC, layout;
--> layout|dumps|articles|sites
--> NULL|18|17|The Saltmarsh Courier
--> posted-by|4|20|Tidewater Notebook,Gannet Island Log
--> skerrow|1|3|The Skerrow Log

-- 33. What did older rules read, and what do today's read otherwise?
-- Mind: a revision of the nature "reread" is another reading of the same bytes. `copydesk reread` makes it; here a
-- layout file that was added later did.
SELECT d.name, d.layout, r.title, older.published_on AS date_before, r.published_on AS date_after,
    length(r.body) - length(older.body) AS letters_more
FROM revisions r JOIN revisions older ON older.article_id = r.article_id AND older.revision = r.revision - 1
    JOIN dumps d ON d.sha256 = r.dump_sha256
WHERE r.nature = 'reread' ORDER BY r.article_id;
--> name|layout|title|date_before|date_after|letters_more
--> 030_3f8e61b2097ad5c4.txt|skerrow|Mail boat is given a second bell so that it can answer the first|2026-02-28|NULL|0
--> 030_3f8e61b2097ad5c4.txt|skerrow|Keeper finds the spare key after nineteen years|2026-03-04|NULL|0
--> 030_3f8e61b2097ad5c4.txt|skerrow|Weather for the coming week will be looked at again|2026-02-25|NULL|0

-- 34. Which rules have read what is there; is there something to reread?
-- Mind: put the column extractor itself to see the numbers, as `copydesk --version` names them.
SELECT iif(extractor = max(extractor) OVER (), 'the newest', 'older') AS rules, count(*) AS dumps,
    sum(articles) AS articles, sum(teasers) AS teasers
FROM dumps GROUP BY extractor ORDER BY extractor DESC;
--> rules|dumps|articles|teasers
--> the newest|23|40|13

-- 35. Which files were refused, why, and what is to be done?
SELECT name, reason, detail, kept_as IS NOT NULL AS is_kept FROM rejections WHERE resolved_at IS NULL ORDER BY delivery;
--> name|reason|detail|is_kept
--> 031_c7d20f5ea8b31496.txt|pdf|This is a PDF document; save its text, for instance with pdftotext, and drop that.|1
--> 032_5e4a9b0c8d7f1362.txt|html|This is an HTML page; save the page as text, for instance with w3m -dump, and drop that.|1

-- 36. What was forgotten, and for which reason?
-- Mind: an article leaves one row for its id and one for each of its texts, and nothing that could be read.
SELECT kind, count(*) AS entries, reason, sum(blocked) AS blocked FROM forgotten
GROUP BY kind, reason ORDER BY kind, reason;
--> kind|entries|reason|blocked
--> article|1|wish of the writer|0
--> dump|1|wish of the writer|0
--> text|1|wish of the writer|0

-- == To follow it ====================================================================================================

-- 37. What happened here, by day and type of change?
-- Mind: the log of changes itself is a file that programs follow (copydesk-changes(5)); this is its table.
SELECT iif(ts >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 day'), 'last day', substr(ts, 1, 10)) AS day, type,
    count(*) AS changes
FROM changes GROUP BY day, type ORDER BY day DESC, changes DESC, type;
--> day|type|changes
--> last day|article.created|32
--> last day|dump.received|23
--> last day|teaser.created|13
--> last day|article.seen|6
--> last day|article.reread|3
--> last day|row.forgotten|3
--> last day|article.revised|2
--> last day|dump.duplicate|2
--> last day|dump.rejected|2
--> last day|group.changed|2
--> last day|article.deleted|1
--> last day|dump.deleted|1
--> last day|dump.reread|1
--> last day|dump.same_text|1

-- 38. What happened to one article, from first to last?
.parameter set :article "'art_6mlctvkxgn63r325pvpf33ub6z'"
SELECT op, type, rev, cause, reason FROM changes WHERE kind = 'article' AND id = :article ORDER BY seq;
--> op|type|rev|cause|reason
--> c|article.created|1|source|NULL
--> u|article.revised|2|source|NULL

-- 39. Which lines stand on many pages and belong to no item?
SELECT line.value AS line, count(*) AS dumps FROM dumps d, json_each(d.boilerplate_json) line
GROUP BY line.value ORDER BY dumps DESC, line.value LIMIT 5;
--> line|dumps
--> Share this story|3
--> Advertisement|2
--> Most Read|2
--> Browse Other Topics:|1
--> More From Our Notebook|1

-- 40. What does a column mean?
SELECT "column", type, meaning FROM schema_column WHERE view = 'groups' ORDER BY "column";
--> column|type|meaning
--> articles|INTEGER|articles in the group
--> first_published_on|TEXT|earliest publication date
--> group_id|TEXT|grp_ and 26 characters, made from the likely origin's id: it changes with that
--> likely_origin_id|TEXT|articles.id of the likely origin
--> outlets|INTEGER|distinct outlets or sites among them
