"""ClickHouse's engine as the library chDB: two desks' logs ingested again and again, and killed meanwhile."""

import importlib.util
import json
import subprocess
import sys
import time

from children import Child, until
from follower import Follower
from union import compare_articles


class ClickHouse(Follower):
    """One process at a time opens the store: the one that ingests, until it is killed."""

    name = "clickhouse"
    desks = 2

    def missing(self):
        return "" if importlib.util.find_spec("chdb") else "the Python package chdb is not installed"

    def words(self, *rest):
        script = self.checkout / "etc" / "followers" / "clickhouse.sql"
        program = self.checkout / ".ci" / "follow" / "ask_clickhouse.py"
        return [str(word) for word in [sys.executable, program, script, self.folder / "store", *rest]]

    def ask(self, *queries, homes=()):
        asked = [word for query in queries for word in ["--query", query]]
        done = subprocess.run(self.words(*homes, *asked), capture_output=True, text=True, timeout=120, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"chDB: {done.stderr.strip()[-500:]}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]

    def engine_version(self):
        # Asked without a store: the one that ingests has it open.
        program = "import chdb; print('chDB', chdb.__version__, '=', str(chdb.query('SELECT version()')).strip())"
        return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60,
                              check=True).stdout.strip().replace('"', "")

    def start(self, desks):
        self.homes = [desk.home for desk in desks]
        self.ingest()

    def ingest(self):
        self.child = Child(self.words(*self.homes, "--for-ever"), self.folder / "ingest.said")
        self.begun = self.ingestions()

    def ingestions(self):
        return self.child.words_said().count("ingested")

    def kill(self):
        # Killed before it was up, it has killed nothing: let it begin, then strike anywhere in its work.
        until(30, "chDB ingests", lambda: not self.child.runs or self.ingestions() > self.begun)
        time.sleep(self.chance.uniform(0, 0.3))
        self.kills += self.child.kill()

    def restart(self):
        if not self.child.runs:
            self.child.kill()
            self.ingest()

    def wait(self, desks, seconds):
        self.child.kill()
        wanted = {desk.epoch: desk.last_seq for desk in desks}
        # Twice over the same files, and then what is asked.
        self.ask(homes=self.homes)
        found, = self.ask("SELECT epoch, seq FROM copydesk.position", homes=self.homes)
        if {epoch: int(seq) for epoch, seq in found} != wanted:
            raise RuntimeError(f"chDB has {found}, the desks {wanted}")

    def compare(self, desks):
        articles, revisions, union, outlets, gaps = self.ask(
            "SELECT epoch, id, title, authors, outlet, site, published_on, revision, appearances, body "
            "FROM copydesk.article_now",
            "SELECT epoch, article_id, revision, title, outlet, body_sha256, body FROM copydesk.revision_now",
            "SELECT id, title, outlet, body FROM copydesk.articles",
            "SELECT coalesce(outlet, site) AS outlet, count() FROM copydesk.articles GROUP BY outlet",
            "SELECT epoch, first_seq, last_seq FROM copydesk.gaps",
        )
        rows, words = compare_articles(desks, articles, revisions, union, outlets)
        words += [f"records {first} to {last} of {epoch} are missing" for epoch, first, last in gaps]
        faults = [line for line in self.child.words_said().splitlines() if "Exception" in line or "Error" in line]
        return rows, words + [f"an ingestion ended: {fault}" for fault in faults[:3]]

    def stop(self):
        if hasattr(self, "child"):
            self.child.kill()
