"""Takes one follower through deliveries, kills of both sides and rotations, and compares what came out."""

import dataclasses
import random
import time

from children import Child
from desk import Desk
from pages import Newsroom

# The table's numbers mean nothing if little happened: what must have, at least.
ROTATIONS = 10
KILLS = 3


@dataclasses.dataclass
class Result:
    name: str
    engine: str = "?"
    records: int = 0
    desk_kills: int = 0
    follower_kills: int = 0
    rotations: int = 0
    compared: int = 0
    differences: list = dataclasses.field(default_factory=list)
    note: str = ""
    error: str = ""
    seconds: float = 0


class Trial:
    """One run with one follower: everything by chance that repeats with its seed, except when the kernel kills."""

    def __init__(self, program, folder, follower, seed, rounds, portion):
        self.follower = follower
        self.rounds, self.portion = rounds, portion
        self.chance = random.Random(seed)
        self.newsroom = Newsroom(seed)
        self.desks = [
            Desk(program, folder, f"desk{number + 1}", follower.desk_prefix(number))
            for number in range(follower.desks)
        ]

    def run(self):
        result = Result(self.follower.name)
        began = time.monotonic()
        try:
            self.script(result)
        except Exception as error:  # Whatever went wrong with one follower, the others are still tried.
            result.error = f"{type(error).__name__}: {error}"
        finally:
            try:
                self.follower.stop()
            finally:
                for desk in self.desks:
                    desk.stop()
                Child.stop_all()
        result.desk_kills = sum(desk.kills for desk in self.desks)
        result.follower_kills = self.follower.kills
        result.note = self.follower.note
        result.seconds = time.monotonic() - began
        return result

    def script(self, result):
        for desk in self.desks:
            desk.start()
        self.follower.start(self.desks)
        result.engine = self.follower.engine_version()
        for number in range(self.rounds):
            self.round(number)
        # Where the pages did not fill enough files, more do.
        while min(desk.rotations for desk in self.desks) < ROTATIONS:
            self.deliver()
            self.settle()
        self.settle()
        self.follower.wait(self.desks, 90)
        result.records = self.follower.applied(self.desks)
        result.rotations = sum(desk.rotations for desk in self.desks)
        result.compared, result.differences = self.follower.compare(self.desks)
        if result.compared == 0:
            result.differences.append("nothing was compared")
        for side, kills in [("desks", sum(desk.kills for desk in self.desks)), ("follower", self.follower.kills)]:
            if kills < KILLS:
                result.differences.append(f"the {side} were killed {kills} times: too few to mean anything")

    def round(self, number):
        """Pages arrive, somebody dies meanwhile, all is started again; now and then something is forgotten."""
        self.deliver()
        time.sleep(self.chance.uniform(0.02, 0.4))
        if number % 3 != 1:
            self.chance.choice(self.desks).kill()
        if number % 3 != 2:
            self.follower.kill()
        # More arrives at a desk that is down: it is found at the next start.
        self.deliver()
        for desk in self.desks:
            desk.start()
        self.follower.restart()
        if number % 3 == 2 and self.follower.forgets:
            self.forget()

    def deliver(self):
        """Each page goes to one desk or to several, so that what they hold overlaps."""
        for page in self.newsroom.portion(self.portion):
            shown_to = [desk for desk in self.desks if self.chance.random() < 0.7]
            for desk in shown_to or [self.chance.choice(self.desks)]:
                desk.deliver([page])

    def settle(self):
        for desk in self.desks:
            desk.start()
            desk.wait()

    def forget(self):
        """One article and one dump go from one desk, by its own command."""
        self.settle()
        desk = self.chance.choice(self.desks)
        for sql in ["SELECT id FROM articles ORDER BY id", "SELECT sha256 FROM dumps ORDER BY sha256"]:
            ids = [row[0] for row in desk.rows(sql)]
            if ids:
                desk.command("forget", self.chance.choice(ids), "--reason", "the trial asks for it")
