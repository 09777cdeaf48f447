"""How long something takes to answer."""

import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Timing:
    """The median of some rounds, how many lines came out, and what was wrong."""

    rounds = 3
    most = 1.0
    patience = 60

    name: str
    seconds: float
    lines: int
    fault: str
    may_be_slow: bool

    @classmethod
    def of(cls, asked):
        seconds = []
        for _ in range(cls.rounds):
            if asked.folder:
                shutil.rmtree(asked.folder, ignore_errors=True)
                asked.folder.mkdir()
            start = time.perf_counter()
            try:
                said = subprocess.run(asked.words, input=asked.script.encode(), capture_output=True, timeout=cls.patience)
            except subprocess.TimeoutExpired:
                return cls(asked.name, 0, 0, f"not answered in {cls.patience} s", asked.may_be_slow)
            seconds.append(time.perf_counter() - start)
            if said.returncode or (asked.script and said.stderr):
                words = (said.stderr.decode(errors="replace").strip() or "failed").splitlines()[0]
                return cls(asked.name, 0, 0, words, asked.may_be_slow)
        return cls(asked.name, statistics.median(seconds), said.stdout.count(b"\n"), "", asked.may_be_slow)

    @property
    def is_slow(self):
        return self.seconds > self.most and not self.may_be_slow

    @property
    def has_failed(self):
        return bool(self.fault)

    @property
    def row(self):
        name = self.name.replace("|", "\\|")
        if self.fault:
            return f"| {name} | FAILED: {self.fault.replace('|', ' ')} | |"
        return f"| {name} | {self.seconds:.3f}{' SLOW' if self.is_slow else ''} | {self.lines} |"
