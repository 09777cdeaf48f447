-- Takes a desk's records into PostgreSQL from a shipper that sends them twice or out of order, and applies each once.
--
-- Run with PostgreSQL 15. postgresql.sql beside this file goes first:
--
--     psql -d news -X -v ON_ERROR_STOP=1 -f postgresql.sql -f postgresql-landing.sql
--
-- A shipper calls copydesk_land(line) for each line of a log, in any order and as often as it likes. The record that
-- follows the desk's position is applied; one that came before is skipped; one that comes too early waits in
-- copydesk.landed until those before it have come. rsyslog-postgresql.conf beside this file is such a shipper. From a
-- feed in order, `copydesk changes --follow`, postgresql.sql alone is simpler, and faster: by a tenth where each record
-- is a commit, and four times where thousands are one.
--
-- Whether something is missing, and what to ask the desk for:
--
--     SELECT * FROM copydesk.waiting;
--     copydesk changes --since EPOCH:SEQ |
--     sed "s/'/''/g; s/.*/SELECT copydesk_land('&');/" | psql -d news -Xq -o /dev/null
--
-- A desk that is first met in the middle of its history waits from its first record on, so that nothing is applied
-- without what it builds upon. A record that copydesk_apply refuses keeps its place, with the reason in `refused`, and
-- what follows waits; the shipper goes on. It is tried again with the next line of that desk.

BEGIN;
SELECT pg_advisory_xact_lock(hashtext('copydesk'));
SET LOCAL client_min_messages = warning;

CREATE TABLE IF NOT EXISTS copydesk.landed (
    epoch uuid NOT NULL,
    seq bigint NOT NULL,
    record jsonb NOT NULL,
    refused text,                   -- why copydesk_apply did not take it
    PRIMARY KEY (epoch, seq)
);

CREATE OR REPLACE FUNCTION copydesk_land(line text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    record jsonb;
    desk uuid;
    number bigint;
    next bigint;
BEGIN
    BEGIN
        record := line;
        desk := record ->> 'epoch';
        number := record -> 'seq';
    EXCEPTION WHEN invalid_text_representation THEN
        -- A line that was cut off: the whole one comes too.
        RETURN;
    END;
    IF number IS NULL OR desk IS NULL OR record ->> 'type' LIKE 'log.%' THEN RETURN; END IF;
    -- One at a time for each desk: two that land neighbours at once would each wait for the other's.
    PERFORM pg_advisory_xact_lock(hashtext('copydesk'), hashtext(desk::text));
    next := split_part(copydesk.position(desk), ':', 2)::bigint + 1;
    IF number < next THEN RETURN; END IF;
    IF number > next THEN
        INSERT INTO copydesk.landed VALUES (desk, number, record) ON CONFLICT DO NOTHING;
        -- Only one that was refused can wait at the place that is due. It is tried again.
        SELECT l.record INTO record FROM copydesk.landed l WHERE l.epoch = desk AND l.seq = next;
        IF NOT FOUND THEN RETURN; END IF;
    END IF;
    LOOP
        BEGIN
            PERFORM copydesk_apply(record);
        EXCEPTION WHEN data_exception OR raise_exception OR integrity_constraint_violation THEN
            INSERT INTO copydesk.landed VALUES (desk, next, record, SQLERRM)
                ON CONFLICT (epoch, seq) DO UPDATE SET refused = excluded.refused;
            RETURN;
        END;
        DELETE FROM copydesk.landed l WHERE l.epoch = desk AND l.seq = next;
        next := next + 1;
        SELECT l.record INTO record FROM copydesk.landed l WHERE l.epoch = desk AND l.seq = next;
        EXIT WHEN NOT FOUND;
    END LOOP;
END
$$;

CREATE OR REPLACE VIEW copydesk.waiting AS
    -- Desks of which a record is missing that others wait for.
    SELECT l.epoch, copydesk.position(l.epoch) AS since, min(l.seq) AS waiting_from, count(*) AS waiting,
        min(l.refused) AS refused
    FROM copydesk.landed l GROUP BY l.epoch;
COMMIT;
