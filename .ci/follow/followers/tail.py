"""`tail -F` and `copydesk changes --follow` side by side, while the log is closed sixty times as fast as it can be."""

import subprocess

from children import Child, until
from desk import ROTATE_BYTES
from follower import Follower
from pages import Newsroom
from records import Arrived, of_logs, record

# At least so many closings without a pause, and how many pages are delivered at once until there were. The files are so
# small that each holds a record or two, and are closed faster than any real ones would be.
BURST = 60
PAGES = 60
SMALL = 2048


class Tail(Follower):
    """What tail skips is counted and told, and no failure; `changes --follow` must have every record once."""

    name = "tail"

    def start(self, desks):
        [self.desk] = desks
        self.tailed, self.followed = self.folder / "tailed.jsonl", self.folder / "followed.jsonl"
        self.tail = self.follow = None
        self.restart()

    def engine_version(self):
        said = subprocess.run(["tail", "--version"], capture_output=True, text=True, check=True).stdout
        return "GNU tail " + said.split("\n")[0].split()[-1]

    def restart(self):
        if not (self.tail and self.tail.runs):
            self.tail = self.into(self.tailed, ["tail", "-n", "+1", "-F", self.desk.log])
        if not (self.follow and self.follow.runs):
            self.follow = self.into(self.followed, self.desk.words("changes", *self.position(), "--follow"))

    def into(self, file, words):
        return Child(["bash", "-c", 'exec "${@:2}" >> "$1"', "into", file, *words], self.folder / "tail.said")

    def position(self):
        """What a reader has to do after its end: take out a line that was cut off, and go on after the last one."""
        if not self.followed.exists():
            return []
        whole = self.followed.read_bytes()
        whole = whole[: whole.rfind(b"\n") + 1]
        self.followed.write_bytes(whole)
        if not whole:
            return []
        last = record(whole.splitlines()[-1])
        return ["--since", f"{last['epoch']}:{last['seq']}"]

    def kill(self):
        # tail itself has no way to go on where it was, so that only the one with a position is killed.
        self.kills += self.follow.kill()

    def wait(self, desks, seconds):
        newsroom = Newsroom(self.chance.random())
        rotations = self.desk.rotations
        before = self.desk.last_seq
        self.desk.stop()
        settings = self.desk.configuration.read_text()
        settings = settings.replace(f"rotate_bytes = {ROTATE_BYTES}", f"rotate_bytes = {SMALL}")
        self.desk.configuration.write_text(settings)
        while self.desk.rotations < rotations + BURST:
            # A desk that finds many files files them in large batches, and writes their records without a pause.
            self.desk.stop()
            self.desk.deliver([(f"burst-{name}", page) for name, page in newsroom.portion(PAGES)])
            self.desk.start()
            self.desk.wait()
        self.burst = (self.desk.rotations - rotations, before + 1)
        until(seconds, "changes --follow has all records",
              lambda: Arrived([self.followed]).has(desks))
        # tail looks once a second.
        last = (self.desk.epoch, self.desk.last_seq)
        until(seconds, "tail has come to the end", lambda: last in Arrived([self.tailed], ordered=False).lines)

    def compare(self, desks):
        followed, tailed = Arrived([self.followed]), Arrived([self.tailed], ordered=False)
        rows, words = followed.compare(desks)
        if followed.repeated:
            words.append(f"doubled: {followed.repeated}")
        rotations, first = self.burst
        burst = [key for key in of_logs(desks) if key[1] >= first]
        missed = [key for key in burst if key not in tailed.lines]
        self.note = f"in {rotations} rotations at full speed tail -F missed {len(missed)} of {len(burst)} records, " \
            f"changes --follow {len([key for key in burst if key not in followed.lines])}"
        return rows, words

    def stop(self):
        for child in [self.tail, self.follow]:
            if child:
                child.stop()
