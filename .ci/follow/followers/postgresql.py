"""PostgreSQL, fed by `copydesk changes --follow` and psql: two desks with overlapping pages in one server."""

import collections
import json
import subprocess

from children import Child, until
from follower import Follower, differences
from postgres import PostgresServer
from union import newest, texts

# What is compared of each row: the desk's query, and the same of the rows that the server has of that desk.
COMPARED = {
    "articles": (
        "SELECT id, title, authors, outlet, site, published_on, revision, group_id, body FROM articles",
        "SELECT a.id, a.title, a.authors, a.outlet, a.site, a.published_on, a.revision, a.group_id, r.body "
        "FROM copydesk.article a JOIN copydesk.revision r "
        "ON (r.epoch, r.article_id, r.revision) = (a.epoch, a.id, a.revision) WHERE a.epoch = '{epoch}'",
    ),
    "revisions": (
        "SELECT article_id, revision, title, outlet, body_sha256, body FROM revisions",
        "SELECT article_id, revision, title, outlet, body_sha256, body FROM copydesk.revision WHERE epoch = '{epoch}'",
    ),
    "teasers": (
        "SELECT id, title, summary, site, page_on FROM teasers",
        "SELECT id, title, summary, site, page_on FROM copydesk.teaser WHERE epoch = '{epoch}'",
    ),
    "dumps": (
        "SELECT sha256, text_sha256, same_text_as, name, bytes, articles, teasers, deliveries FROM dumps",
        "SELECT sha256, text_sha256, same_text_as, name, bytes, articles, teasers, deliveries "
        "FROM copydesk.dump WHERE epoch = '{epoch}'",
    ),
    "appearances": (
        "SELECT dump_sha256, ordinal, kind, article_id, revision, title, byte_start, byte_end FROM appearances",
        "SELECT dump_sha256, ordinal, kind, article_id, revision, title, byte_start, byte_end "
        "FROM copydesk.appearance WHERE epoch = '{epoch}'",
    ),
    "groups": (
        "SELECT group_id, articles, outlets, first_published_on, likely_origin_id FROM groups",
        "SELECT g.group_id, count(*), count(DISTINCT coalesce(a.outlet, a.site)), min(a.published_on), "
        "g.likely_origin_id FROM copydesk.\"group\" g JOIN copydesk.article a "
        "ON (a.epoch, a.group_id) = (g.epoch, g.group_id) WHERE g.epoch = '{epoch}' "
        "GROUP BY g.group_id, g.likely_origin_id",
    ),
}


def compare_with_desks(server, desks):
    """Each desk's rows with those that the server has of it, and the union with what the views show."""
    rows, words = 0, []
    for desk in desks:
        epoch = desk.epoch
        for what, (ours, theirs) in COMPARED.items():
            found = server.query(theirs.format(epoch=epoch))
            more = differences(f"{desk.name}: {what}", texts(desk.rows(ours)), texts(found))
            rows, words = rows + more[0], words + more[1]
    for more in [union_of_articles(server, desks), union_of_revisions(server, desks)]:
        rows, words = rows + more[0], words + more[1]
    return rows, words


def union_of_articles(server, desks):
    """Each article once, by the desk that saw it last, and in how many places of dumps any desk saw it."""
    places = {}
    for desk in desks:
        for article, *place in desk.rows("SELECT article_id, dump_sha256, ordinal FROM appearances"):
            places.setdefault(article, set()).add(tuple(place))
    expected = [(*row, len(places.get(row[0], ()))) for row in newest(desks, "title, outlet, revision, body")]
    found = server.query("SELECT id, title, outlet, revision, body, appearances FROM copydesk.articles")
    return differences("union of articles", texts(expected), texts(found))


def union_of_revisions(server, desks):
    """Each text of an article once."""
    expected = {row for desk in desks for row in desk.rows("SELECT article_id, title, body_sha256 FROM revisions")}
    found = server.query("SELECT article_id, title, body_sha256 FROM copydesk.revisions")
    return differences("union of revisions", texts(expected), texts(found))


def quoted(record):
    """The record inside the quotes of an SQL text."""
    return json.dumps(record, ensure_ascii=False).replace("'", "''")


class PostgreSQL(Follower):
    """The server, and a feed for each desk as copydesk-postgresql@.service runs it."""

    name = "postgresql"
    desks = 2
    port = 55401

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        self.server = PostgresServer(folder / "postgresql", self.port)
        self.feeds = {}
        # Ways to kill that are still to come before any comes again, and how often each came.
        self.ways = []
        self.killed = collections.Counter()

    def missing(self):
        return PostgresServer.missing()

    def engine_version(self):
        return "PostgreSQL " + self.server.query("SHOW server_version")[0][0].split()[0]

    def start(self, desks):
        self.server.create(self.checkout)
        for desk in desks:
            self.feeds[desk] = None
        self.feed()

    def feed(self):
        """What systemd does with Restart=always: a feed that ended is started again, and what it left is ended."""
        for desk, feed in self.feeds.items():
            if feed and feed.runs:
                continue
            if feed:
                feed.kill()
            # The script calls `copydesk` by its name, as users do.
            path = f"{desk.folder}:{self.server.env['PATH']}"
            link = desk.folder / "copydesk"
            if not link.exists():
                link.symlink_to(desk.program)
            script = self.checkout / "etc" / "followers" / "copydesk-postgresql"
            self.feeds[desk] = Child([*desk.prefix, script, desk.home], self.folder / f"{desk.name}.feed.said",
                                     env={**self.server.env, "PATH": path})

    def kill(self):
        if not self.ways:
            self.ways = ["psql", "feed", "server", "immediate"]
            self.chance.shuffle(self.ways)
        way = self.ways.pop()
        feed = self.chance.choice(list(self.feeds.values()))
        if way == "server":
            killed = self.server.kill()
        elif way == "immediate":
            killed = self.server.stop_at_once()
        elif way == "feed" or not feed.members("psql"):
            way, killed = "feed", feed.kill()
        else:
            # psql alone: what feeds it lives on until it is ended with the feed.
            killed = feed.runs
            feed.process.kill()
            feed.process.wait(10)
        self.kills += killed
        self.killed[way] += killed

    def restart(self):
        self.server.start()
        self.feed()

    def wait(self, desks, seconds):
        wanted = {desk.epoch: desk.last_seq for desk in desks}

        def arrived():
            # A feed whose server was killed may learn it only now.
            self.feed()
            found = {epoch: int(seq) for epoch, seq in self.server.query("SELECT epoch, seq FROM copydesk.desk")}
            return found == wanted
        until(seconds, "PostgreSQL has all records", arrived, every=0.2)

    def compare(self, desks):
        rows, words = compare_with_desks(self.server, desks)
        log = self.folder / "log.jsonl"
        log.write_text(desks[0].command("changes"))
        # The whole of a log once more must change nothing; and who begins now, when records of what was forgotten since
        # tell no more, or with a snapshot, must come to the same.
        ways = [("again", "SELECT", log),
                ("late", f"DELETE FROM copydesk.desk WHERE epoch = '{desks[0].epoch}'", log)]
        if "--snapshot" in desks[0].command("changes", "--help"):
            snapshot = self.folder / "snapshot.jsonl"
            desks[0].command("changes", "--snapshot", snapshot)
            ways.append(("snapshot", "SELECT", snapshot))
        for way, before, path in ways:
            self.server.query(before)
            said = self.apply([json.loads(line) for line in path.read_text().splitlines()])
            again, more = compare_with_desks(self.server, desks)
            words += [f"{way}: {difference}" for difference in more + ([said] if said else [])]
            rows += again
        self.note = "killed " + ", ".join(f"{way} {count}" for way, count in sorted(self.killed.items())) + \
            "; then the whole log " + ", ".join(way for way, _, _ in ways)
        return rows, words + self.broken_rules()

    def apply(self, records):
        """Applies records in one commit; what psql says where the server refuses one."""
        calls = [f"SELECT copydesk_apply('{quoted(record)}');" for record in records]
        done = subprocess.run(["psql", "-Xq", "-1", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null"], env=self.server.env,
                              input="\n".join(calls), capture_output=True, text=True, timeout=120, check=False)
        return done.stderr if done.returncode else ""

    def broken_rules(self):
        """What must be refused or passed over, and is not. By a desk that there is not."""
        epoch = "00000000-0000-4000-8000-000000000000"

        def record(seq, event, **more):
            return {"epoch": epoch, "seq": seq, "ts": "2026-03-05T12:00:00.000Z", "txn": seq, "op": "c", "type": event,
                    "kind": "article", "id": "art_x", "before": None, "after": None, "reason": None, **more}

        def position():
            return self.server.query(f"SELECT copydesk.position('{epoch}')")[0][0].split(":")[1]

        words = []
        part = record(2, "content.part", after={"sha256": "00", "part": 1, "parts": 1, "text": "half"})
        whole = record(3, "article.created", after={"id": "art_x", "revision": 1, "body": None, "body_sha256": "00",
                                                    "body_parts": 1})
        for what, records, end, refusal in [
            ("a type of a newer desk", [record(1, "weather.changed", after={"id": "x"})], "1", ""),
            ("a line about the file", [record(9, "log.check", kind="log")], "1", ""),
            ("a gap", [record(4, "article.seen")], "1", f"epoch {epoch}: expected seq 2, found 4"),
            ("parts that are another text", [part, whole], "1", "the parts of body are not the text"),
            ("U+0000", [record(2, "weather.changed", reason="\0")], "1", "unsupported Unicode escape sequence"),
            ("the same record twice", [record(2, "weather.changed"), record(2, "weather.changed")], "2", ""),
            ("an old record", [record(1, "weather.changed")], "2", ""),
        ]:
            said = self.apply(records)
            if (refusal not in said) or (bool(said) != bool(refusal)) or position() != end:
                words.append(f"{what}: the server says {said!r} and is at {position()}")
        return words

    def stop(self):
        for feed in self.feeds.values():
            if feed:
                feed.kill()
        self.server.stop()
