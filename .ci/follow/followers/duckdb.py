"""DuckDB, which reads the files where they lie, while two desks write them and are killed."""

import importlib.util
import json
import subprocess
import sys

from children import Child, until
from follower import Follower, differences
from union import compare_articles

NEEDED = "the Python package duckdb is not installed"


class DuckDB(Follower):
    """A reader that asks again and again, and is killed: there is nothing that it could leave half done."""

    name = "duckdb"
    desks = 2

    def missing(self):
        # By its path: `duckdb` alone would name this file.
        return "" if importlib.util.find_spec("duckdb") else NEEDED

    def words(self, *queries):
        script = self.checkout / "etc" / "followers" / "duckdb.sql"
        return [sys.executable, self.checkout / ".ci" / "follow" / "ask_duckdb.py", script, self.homes, *queries]

    def ask(self, *queries):
        """Rows of each query, by a process of its own, as a user's is."""
        done = subprocess.run([str(word) for word in self.words(*queries)], capture_output=True, text=True, timeout=60,
                              check=False)
        if done.returncode != 0:
            raise RuntimeError(f"DuckDB: {done.stderr.strip()[-500:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def engine_version(self):
        return "DuckDB " + self.ask("SELECT version()")[0][0][0].removeprefix("v")

    def start(self, desks):
        self.homes = desks[0].folder.parent / "*" / "home"
        self.read()

    def read(self):
        self.reader = Child(self.words(), self.folder / "reader.said")
        self.looked = self.looks()

    def looks(self):
        return self.reader.words_said().count("\n")

    def kill(self):
        # Killed before it was up, it has killed nothing: let it look once, then strike anywhere.
        until(30, "DuckDB reads", lambda: not self.reader.runs or self.looks() > self.looked)
        self.kills += self.reader.kill()

    def restart(self):
        if not self.reader.runs:
            self.reader.kill()
            self.read()

    def wait(self, desks, seconds):
        wanted = {desk.epoch: desk.last_seq for desk in desks}
        until(seconds, "DuckDB reads all records",
              lambda: dict(self.ask("SELECT epoch, seq FROM copydesk.position")[0]) == wanted, every=0.5)

    def compare(self, desks):
        articles, revisions, union, outlets, gaps, edits = self.ask(
            "SELECT epoch, id, title, authors, outlet, site, published_on::VARCHAR, revision, appearances, body "
            "FROM copydesk.article",
            "SELECT epoch, article_id, revision, title, outlet, body_sha256, body FROM copydesk.revision",
            "SELECT id, title, outlet, body FROM copydesk.articles",
            "SELECT outlet, articles FROM copydesk.outlets",
            "SELECT * FROM copydesk.gaps",
            "SELECT epoch, article_id, revision FROM copydesk.edits",
        )
        rows, words = compare_articles(desks, articles, revisions, union, outlets)
        for desk in desks:
            expected = desk.rows("SELECT article_id, revision FROM revisions r WHERE cause = 'source' "
                                 "AND nature IN ('material', 'cosmetic') AND EXISTS (SELECT 1 FROM revisions e "
                                 "WHERE e.article_id = r.article_id AND e.revision = r.revision - 1)")
            more = differences(f"{desk.name}: edits", expected, [row[1:] for row in edits if row[0] == desk.epoch])
            rows, words = rows + more[0], words + more[1]
        words += [f"records {first} to {last} of {epoch} are missing" for epoch, first, last in gaps]
        return rows, words + self.unsound()

    def unsound(self):
        """What the reader saw while desks wrote, and should not have."""
        looks = [line for line in self.reader.words_said().splitlines() if line.startswith("[")]
        self.note = f"read {len(looks)} times while the desks wrote"
        again = self.reader.words_said().count("asked again")
        if again:
            self.note += f", and asked again {again} times, since a log was just closed"
        words = [f"a reader saw texts that are none: {look}" for look in looks if json.loads(look)[0][1]]
        faults = [line for line in self.reader.words_said().splitlines()
                  if "Error" in line and not line.startswith("asked again")]
        return words + [f"a reader ended: {fault}" for fault in faults[:3]] + ([] if looks else ["nobody read"])

    def stop(self):
        if hasattr(self, "reader"):
            self.reader.kill()
