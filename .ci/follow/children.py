"""Programs that the trial starts: each in a session of its own, so that it can be ended with all it started."""

import os
import pathlib
import signal
import subprocess
import time


class Late(Exception):
    """Something did not come about in the time that was given."""


def until(seconds, what, ready, every=0.05):
    """Waits until `ready()` returns something true, and returns it."""
    end = time.monotonic() + seconds
    while True:
        found = ready()
        if found:
            return found
        if time.monotonic() > end:
            raise Late(f"{what}: not within {seconds} s")
        time.sleep(every)


class Child:
    """One started program; what it says goes to a file."""

    # Those that still run, for the end of the trial however it comes.
    running = set()

    def __init__(self, words, said, stdin=subprocess.DEVNULL, cwd=None, env=None):
        self.words = [str(word) for word in words]
        self.said = pathlib.Path(said)
        with open(self.said, "ab") as output:
            self.process = subprocess.Popen(
                self.words, stdin=stdin, stdout=output, stderr=output, cwd=cwd, env=env, start_new_session=True
            )
        Child.running.add(self)

    @property
    def runs(self):
        return self.process.poll() is None

    def members(self, program):
        """Pids of this session's processes that run a program of that name (the kernel keeps 15 characters of it)."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            # The name stands in brackets and may hold anything: what follows the last bracket is numbers.
            name = stat[stat.index("(") + 1:stat.rindex(")")]
            session = int(stat[stat.rindex(")") + 2:].split()[3])
            if session == self.process.pid and name == program[:15]:
                found.append(int(entry.name))
        return found

    def kill(self):
        """kill -9 to the program and whatever runs in its group. True where it still ran."""
        ran = self.runs
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(10)
        Child.running.discard(self)
        return ran

    def stop(self, seconds=10):
        """Asks it to end, and kills it if it does not."""
        if self.runs:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                pass
        self.kill()

    def words_said(self):
        return self.said.read_text(errors="replace")

    @classmethod
    def stop_all(cls):
        for child in list(cls.running):
            child.kill()
