-- How many bytes of new words the index gathers before it writes them. It was six times as much, which is more than
-- the processor's nearer caches hold: each word then waits for memory. Less than this makes more work of joining what
-- was written.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 2097152);
