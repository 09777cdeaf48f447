"""A desk in a scratch home, served by the real program, which can be killed and started again."""

import os
import pathlib
import sqlite3
import subprocess

from children import Child, until

# So small that a few dozen pages fill ten files, and still larger than the longest line.
ROTATE_BYTES = 48 << 10


class Desk:
    """One desk. `prefix` is put before each of its commands: `ip netns exec NAME` makes it live in another network."""

    def __init__(self, program, folder, name, prefix=(), rotate_bytes=ROTATE_BYTES):
        self.program = str(program)
        self.name = name
        self.prefix = list(prefix)
        self.folder = pathlib.Path(folder) / name
        self.home = self.folder / "home"
        self.home.mkdir(parents=True)
        self.configuration = self.folder / "copydesk.conf"
        self.configuration.write_text(f"[desk]\nhome = {self.home}\n\n[changes]\nrotate_bytes = {rotate_bytes}\n")
        self.child = None
        self.kills = 0
        self.delivered = 0

    # Serving

    def start(self):
        if self.child and self.child.runs:
            return
        self.child = Child(self.words("run"), self.folder / "desk.said")
        until(20, f"desk {self.name} serves", lambda: self.log.exists() and self.serves())

    def serves(self):
        if not self.child.runs:
            raise RuntimeError(f"desk {self.name} ended: {self.child.words_said()[-500:]}")
        return (self.home / "inbox").is_dir() and (self.home / "copydesk.db").exists()

    def kill(self):
        """kill -9; counts only where there was something to kill."""
        if self.child and self.child.kill():
            self.kills += 1

    def stop(self):
        if self.child:
            self.child.stop()

    def words(self, command, *rest):
        return [*self.prefix, self.program, command, *map(str, rest), "--config", str(self.configuration)]

    def command(self, command, *rest, seconds=60):
        """Runs a command on this desk and returns what it prints."""
        done = subprocess.run(self.words(command, *rest), capture_output=True, text=True, timeout=seconds, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"copydesk {command} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    # Deliveries

    def deliver(self, pages):
        """Drops pages, (name, bytes) each, as the README shows: hidden first, then renamed. The desk may be down."""
        inbox = self.home / "inbox"
        for name, content in pages:
            self.delivered += 1
            hidden = inbox / f".{name}"
            hidden.write_bytes(content)
            os.rename(hidden, inbox / name)

    def drained(self):
        """Whether every delivery is in the database and its records are in the log."""
        if any(not entry.name.startswith(".") for entry in (self.home / "inbox").iterdir()):
            return False
        return self.number("SELECT count(*) FROM deliveries") >= self.delivered and self.log_end() >= self.last_seq

    def wait(self, seconds=60):
        until(seconds, f"desk {self.name} has filed all", self.drained)

    # The truth

    def rows(self, sql, *values):
        """Rows of the public views, read by another process than the desk, as a user does."""
        database = sqlite3.connect(f"file:{self.home}/copydesk.db?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def number(self, sql, *values):
        return self.rows(sql, *values)[0][0] or 0

    @property
    def epoch(self):
        return self.rows("SELECT value FROM meta WHERE name = 'epoch'")[0][0]

    @property
    def last_seq(self):
        return self.number("SELECT max(seq) FROM changes")

    @property
    def position(self):
        """What a reader that has everything answers: EPOCH:SEQ."""
        return f"{self.epoch}:{self.last_seq}"

    # The log

    @property
    def log(self):
        return self.home / "changes.jsonl"

    @property
    def segments(self):
        """The closed files, oldest first."""
        found = (self.home / "changes").glob("changes-*-*.jsonl")
        return sorted(found, key=lambda path: int(path.name.split("-")[1]))

    @property
    def rotations(self):
        return len(self.segments)

    def log_end(self):
        """The seq of the log's last whole line."""
        with open(self.log, "rb") as log:
            log.seek(max(0, os.path.getsize(self.log) - 70_000))
            lines = log.read().split(b"\n")[:-1]
        for line in reversed(lines):
            start = line.find(b'"seq":')
            if start >= 0:
                return int(line[start + 6:line.index(b",", start)])
        return -1
