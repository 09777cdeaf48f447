-- Copydesk's change log in PostgreSQL: any number of desks, one schema.
--
-- Run with PostgreSQL 15. Once for a server, and again after an update of these files:
--
--     createdb news && psql -d news -X -v ON_ERROR_STOP=1 -f postgresql.sql
--
-- Then a feed for each desk, on its machine (PGHOST, PGUSER and so on tell psql where): this line, which the script
-- copydesk-postgresql runs and copydesk-postgresql@.service keeps running:
--
--     copydesk changes --home HOME --since "$(psql -d news -XAtc "SELECT copydesk.position('EPOCH')")" --follow |
--     stdbuf -oL sed "s/'/''/g; s/.*/SELECT copydesk_apply('&');/; /\"txn_last\":true/s/\$/ COMMIT;/" |
--     psql -d news -Xq -v ON_ERROR_STOP=1 -v AUTOCOMMIT=off -o /dev/null
--
-- Each commit of the desk is one commit here, and the position in it: whichever of desk, feed and server is killed,
-- the feed goes on where the server is. A record that is here is skipped; where one is missing, the next is refused, so
-- that the feed ends, and begun again asks for it. Types that are not named below only move the position.
--
-- Every row belongs to a desk, named by its epoch, and no feed touches another desk's rows: in which order desks come
-- makes no difference. The views (postgresql-views.sql) show what all hold, each id once. Each desk merges and forgets
-- for itself: what one has forgotten is shown as long as another holds it. To take a desk away (one put back from a
-- backup has a new epoch, and comes a second time): DELETE FROM copydesk.desk WHERE epoch = 'EPOCH'.
--
-- A snapshot (copydesk changes --snapshot FILE) takes the place of all that is here of its desk, in one commit, and the
-- feed goes on from it:
--
--     sed "s/'/''/g; s/.*/SELECT copydesk_apply('&');/" FILE | psql -d news -Xq1 -v ON_ERROR_STOP=1 -o /dev/null
--
-- jsonb refuses U+0000. A desk takes that character out of what it reads, so no record has it; one that had would end
-- the feed with "unsupported Unicode escape sequence", and is never dropped in silence.
--
-- Seen to apply a fifteenth of the records a second that psql's COPY puts into a table with one column. Full text:
--
--     SELECT article_id, title FROM copydesk.words WHERE words @@ websearch_to_tsquery('simple', 'ferry OR harbour');

BEGIN;
-- Two may install this at the same time.
SELECT pg_advisory_xact_lock(hashtext('copydesk'));
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS copydesk;

CREATE TABLE IF NOT EXISTS copydesk.desk (
    epoch uuid PRIMARY KEY,
    seq bigint NOT NULL,            -- of the last record applied
    ts timestamptz                  -- when the desk committed it
);
CREATE TABLE IF NOT EXISTS copydesk.part (
    -- Parts of a long text, until the record they belong to has come.
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    sha256 text, part int, txn bigint NOT NULL, text text NOT NULL, PRIMARY KEY (epoch, sha256, part)
);
CREATE TABLE IF NOT EXISTS copydesk.dump (
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    sha256 text, text_sha256 text, same_text_as text, name text, bytes bigint, encoding text, site text, tagline text,
    page_on date, page_key text, layout text, articles int, teasers int, boilerplate_json jsonb,
    received_at timestamptz, deliveries int, extractor text,
    PRIMARY KEY (epoch, sha256)
);
CREATE TABLE IF NOT EXISTS copydesk.article (
    -- An article as it stands at a desk; its text is that of the revision it names.
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    id text, title text, authors text, authors_json jsonb, outlet text, site text, published_on date,
    published_at timestamptz, posted_on date, categories text, categories_json jsonb, language text, word_count int,
    revision int, first_seen_at timestamptz, last_seen_at timestamptz, group_id text,
    PRIMARY KEY (epoch, id)
);
CREATE TABLE IF NOT EXISTS copydesk.revision (
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    article_id text, revision int, seen_at timestamptz, nature text, cause text, dump_sha256 text, title text,
    authors text, authors_json jsonb, outlet text, published_on date, published_at timestamptz, posted_on date,
    categories_json jsonb, language text, word_count int, body text, body_sha256 text, extractor text,
    PRIMARY KEY (epoch, article_id, revision)
);
CREATE TABLE IF NOT EXISTS copydesk.teaser (
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    id text, title text, summary text, site text, page_on date, first_seen_at timestamptz, last_seen_at timestamptz,
    PRIMARY KEY (epoch, id)
);
CREATE TABLE IF NOT EXISTS copydesk.appearance (
    -- What stood where in which dump. The revision is null from a merge until the desk tells which it is now.
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    dump_sha256 text, ordinal int, kind text, article_id text, teaser_id text, revision int, title text, byline text,
    authors_json jsonb, outlet text, published_on date, posted_on date, categories_json jsonb, tag_count int,
    comment_count int, byte_start bigint, byte_end bigint, evidence_json jsonb,
    PRIMARY KEY (epoch, dump_sha256, ordinal)
);
CREATE TABLE IF NOT EXISTS copydesk."group" (
    epoch uuid NOT NULL REFERENCES copydesk.desk ON DELETE CASCADE,
    group_id text, likely_origin_id text, PRIMARY KEY (epoch, group_id)
);
CREATE INDEX IF NOT EXISTS article_id ON copydesk.article (id);
CREATE INDEX IF NOT EXISTS article_group ON copydesk.article (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS appearance_article ON copydesk.appearance (article_id);
CREATE INDEX IF NOT EXISTS appearance_teaser ON copydesk.appearance (teaser_id) WHERE teaser_id IS NOT NULL;

CREATE OR REPLACE FUNCTION copydesk.position(epoch uuid) RETURNS text LANGUAGE sql STABLE AS $$
    -- What to ask a desk for: EPOCH:SEQ, with 0 where nothing came yet.
    SELECT $1 || ':' || coalesce((SELECT d.seq FROM copydesk.desk d WHERE d.epoch = $1), 0)
$$;

CREATE OR REPLACE FUNCTION copydesk_apply(record jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    desk CONSTANT uuid := record ->> 'epoch';
    number CONSTANT bigint := record -> 'seq';
    event CONSTANT text := record ->> 'type';
    subject CONSTANT text := record ->> 'id';
    is_snapshot CONSTANT boolean := record ->> 'txn' = '0';
    before CONSTANT jsonb := nullif(record -> 'before', 'null');
    line jsonb := nullif(record -> 'after', 'null');
    shown jsonb;
    known bigint;
    field text;
    long_text text;
BEGIN
    IF event = 'log.snapshot' THEN
        DELETE FROM copydesk.desk d WHERE d.epoch = desk;
        INSERT INTO copydesk.desk VALUES (desk, number, (record ->> 'ts')::timestamptz);
    END IF;
    -- Lines about the file and not about the store.
    IF event LIKE 'log.%' THEN RETURN; END IF;
    UPDATE copydesk.desk d SET seq = number, ts = (record ->> 'ts')::timestamptz
        WHERE d.epoch = desk AND d.seq = number - 1 AND NOT is_snapshot;
    -- Rows of a snapshot belong to no commit, and all stand at the position of its first line.
    IF NOT FOUND AND NOT (is_snapshot AND EXISTS (SELECT FROM copydesk.desk d WHERE (d.epoch, d.seq) = (desk, number)))
    THEN
        INSERT INTO copydesk.desk VALUES (desk, 0) ON CONFLICT DO NOTHING;
        SELECT d.seq INTO known FROM copydesk.desk d WHERE d.epoch = desk FOR UPDATE;
        IF number <= known THEN RETURN; END IF;
        IF number > known + 1 THEN
            RAISE EXCEPTION 'copydesk: epoch %: expected seq %, found %', desk, known + 1, number
                USING HINT = format('copydesk changes --since %s:%s', desk, known);
        END IF;
        UPDATE copydesk.desk d SET seq = number, ts = (record ->> 'ts')::timestamptz WHERE d.epoch = desk;
    END IF;

    IF event = 'content.part' THEN
        -- Parts of earlier commits have been put together by now.
        DELETE FROM copydesk.part p WHERE p.epoch = desk AND p.txn <> (record -> 'txn')::bigint;
        INSERT INTO copydesk.part
            SELECT desk, line ->> 'sha256', (line -> 'part')::int, (record -> 'txn')::bigint, line ->> 'text'
            WHERE line IS NOT NULL
            ON CONFLICT (epoch, sha256, part) DO NOTHING;
        RETURN;
    END IF;

    FOREACH field IN ARRAY ARRAY['body', 'boilerplate_json'] LOOP
        CONTINUE WHEN line ->> (field || '_parts') IS NULL;
        SELECT string_agg(p.text, '' ORDER BY p.part) INTO long_text
            FROM copydesk.part p WHERE p.epoch = desk AND p.sha256 = line ->> (field || '_sha256');
        IF encode(sha256(convert_to(long_text, 'UTF8')), 'hex') IS DISTINCT FROM line ->> (field || '_sha256') THEN
            RAISE EXCEPTION 'copydesk: epoch %, seq %: the parts of % are not the text they should be',
                desk, number, field;
        END IF;
        line := line || jsonb_build_object(field,
            CASE field WHEN 'body' THEN to_jsonb(long_text) ELSE long_text::jsonb END);
    END LOOP;

    IF event IN ('article.merged', 'article.deleted') THEN
        DELETE FROM copydesk.article a WHERE a.epoch = desk AND a.id = subject;
        DELETE FROM copydesk.revision r WHERE r.epoch = desk AND r.article_id = subject;
        IF event = 'article.merged' THEN
            UPDATE copydesk.appearance p
                SET article_id = substring(record ->> 'reason' FROM 'merged into (art_\w+)'), revision = NULL
                WHERE p.epoch = desk AND p.article_id = subject;
        ELSE
            DELETE FROM copydesk.appearance p WHERE p.epoch = desk AND p.article_id = subject;
        END IF;
    ELSIF event = 'dump.deleted' OR event = 'row.dump' AND line IS NULL THEN
        DELETE FROM copydesk.dump d WHERE d.epoch = desk AND d.sha256 = subject;
        DELETE FROM copydesk.appearance p WHERE p.epoch = desk AND p.dump_sha256 = subject AND event = 'dump.deleted';
    ELSIF event = 'teaser.deleted' OR event = 'row.teaser' AND line IS NULL THEN
        DELETE FROM copydesk.teaser t WHERE t.epoch = desk AND t.id = subject;
        DELETE FROM copydesk.appearance p WHERE p.epoch = desk AND p.teaser_id = subject AND event = 'teaser.deleted';
    ELSIF event = 'row.article' AND (line IS NULL OR line ->> 'merged_into' IS NOT NULL) THEN
        DELETE FROM copydesk.article a WHERE a.epoch = desk AND a.id = subject;
    ELSIF event = 'row.revision' THEN
        DELETE FROM copydesk.revision r
            WHERE r.epoch = desk AND r.article_id = subject AND r.revision = (record -> 'rev')::int;
        shown := line;
    ELSIF event = 'row.appearance' THEN
        DELETE FROM copydesk.appearance p WHERE p.epoch = desk
            AND p.dump_sha256 = coalesce(line, before) ->> 'dump_sha256'
            AND p.ordinal = (coalesce(line, before) -> 'ordinal')::int;
        INSERT INTO copydesk.appearance SELECT (jsonb_populate_record(NULL::copydesk.appearance,
            line || jsonb_build_object('epoch', desk))).* WHERE line IS NOT NULL;
    ELSIF event IN ('group.changed', 'row.group') THEN
        -- A group is named after its likely origin, so its name may change.
        DELETE FROM copydesk."group" g
            WHERE g.epoch = desk AND g.group_id IN (subject, before ->> 'group_id', line ->> 'group_id');
        INSERT INTO copydesk."group" SELECT desk, line ->> 'group_id', line ->> 'likely_origin_id'
            WHERE line IS NOT NULL;
        UPDATE copydesk.article a SET group_id = NULL
            WHERE a.epoch = desk AND a.id IN (SELECT jsonb_array_elements_text(line -> 'removed'));
        UPDATE copydesk.article a SET group_id = line ->> 'group_id' WHERE a.epoch = desk
            AND (a.group_id IN (subject, before ->> 'group_id')
                OR a.id IN (SELECT jsonb_array_elements_text(line -> 'added')));
    ELSIF line IS NULL THEN
        -- What it told of was forgotten; what follows tells what is left.
        NULL;
    ELSIF event IN ('dump.received', 'dump.duplicate', 'dump.same_text', 'dump.reread', 'row.dump') THEN
        -- Of a dump that was forgotten only its deliveries are told.
        IF NOT line ? 'sha256' THEN RETURN; END IF;
        IF NOT line ? 'boilerplate_json' THEN
            line := line || jsonb_build_object('boilerplate_json',
                (SELECT d.boilerplate_json FROM copydesk.dump d WHERE d.epoch = desk AND d.sha256 = subject));
        END IF;
        DELETE FROM copydesk.dump d WHERE d.epoch = desk AND d.sha256 = subject;
        INSERT INTO copydesk.dump SELECT (jsonb_populate_record(NULL::copydesk.dump,
            line || jsonb_build_object('epoch', desk))).*;
    ELSIF event IN ('teaser.created', 'teaser.seen', 'row.teaser') THEN
        DELETE FROM copydesk.teaser t WHERE t.epoch = desk AND t.id = subject;
        INSERT INTO copydesk.teaser SELECT (jsonb_populate_record(NULL::copydesk.teaser,
            line || jsonb_build_object('epoch', desk))).*;
    ELSIF event IN ('article.created', 'article.revised', 'article.seen', 'article.reread', 'row.article') THEN
        DELETE FROM copydesk.article a WHERE a.epoch = desk AND a.id = subject;
        INSERT INTO copydesk.article SELECT (jsonb_populate_record(NULL::copydesk.article,
            line || jsonb_build_object('epoch', desk))).*;
        IF event <> 'row.article' THEN
            shown := line || jsonb_build_object('article_id', subject, 'seen_at', record #> '{dump,received_at}',
                'cause', record -> 'cause', 'dump_sha256', record #> '{dump,sha256}',
                'extractor', record -> 'extractor');
        END IF;
    END IF;

    -- The text that an article shows. A revision never changes: only row.revision, above, puts another in its place.
    INSERT INTO copydesk.revision SELECT (jsonb_populate_record(NULL::copydesk.revision,
        shown || jsonb_build_object('epoch', desk))).* WHERE shown ? 'revision'
        ON CONFLICT (epoch, article_id, revision) DO NOTHING;
    IF event = 'row.revision' THEN
        -- The row of an article in a snapshot leaves to its revision what that says.
        UPDATE copydesk.article a SET title = r.title, authors = r.authors, authors_json = r.authors_json,
                outlet = r.outlet, published_on = r.published_on, published_at = r.published_at,
                posted_on = r.posted_on, categories = line ->> 'categories', categories_json = r.categories_json,
                language = r.language, word_count = r.word_count
            FROM copydesk.revision r WHERE a.epoch = desk AND a.id = subject
                AND (r.epoch, r.article_id, r.revision) = (a.epoch, a.id, (record -> 'rev')::int)
                AND r.revision = a.revision;
    END IF;
    -- Where it stood on the page. When something is forgotten no page shows anything new: row.appearance tells it.
    IF event NOT LIKE 'row.%' AND line -> 'appearance' ? 'ordinal' AND record ->> 'cause' <> 'operator' THEN
        INSERT INTO copydesk.appearance AS p SELECT (jsonb_populate_record(NULL::copydesk.appearance,
            line -> 'appearance' || jsonb_build_object('epoch', desk, 'dump_sha256', record #> '{dump,sha256}',
                'kind', record -> 'kind', record ->> 'kind' || '_id', subject))).*
            ON CONFLICT (epoch, dump_sha256, ordinal) DO UPDATE SET kind = excluded.kind,
                article_id = excluded.article_id, teaser_id = excluded.teaser_id, revision = excluded.revision;
    END IF;
END
$$;

\ir postgresql-views.sql
COMMIT;
