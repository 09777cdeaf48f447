"""What a program that follows a desk's log must be able to do to be tried."""

import random


class Follower:
    """One engine and the file in `etc/followers` that feeds it.

    The trial calls: missing, start, then kill and restart again and again while desks work, then wait and compare, and
    stop in any case. It never calls two of them at once. A follower's processes are `Child`ren: those that are
    forgotten are ended with the trial.
    """

    # What it is called on the command line and in the table.
    name = ""
    # How many desks feed it; they are shown overlapping pages.
    desks = 1
    # Whether things are forgotten meanwhile. Not where that waits long for what reads the database.
    forgets = True

    def __init__(self, folder, checkout, seed):
        # An empty folder of its own, removed at the end; the repository; chances that are the same at every run.
        self.folder = folder
        self.checkout = checkout
        self.chance = random.Random(seed)
        # How often something of this side was killed while it ran; kill() counts it.
        self.kills = 0
        # What the table should say beside the numbers, such as what was lost where loss is expected.
        self.note = ""

    def missing(self):
        """Why it cannot be tried here, in words; nothing where it can."""
        return ""

    def desk_prefix(self, number):
        """What to put before each command of desk `number` (from 0), such as `ip netns exec NAME`."""
        return ()

    def engine_version(self):
        """Engine and version, as it says itself. Asked after start."""
        raise NotImplementedError

    def start(self, desks):
        """Starts the engine and what feeds it. The desks serve, and have filed nothing yet."""
        raise NotImplementedError

    def kill(self):
        """kill -9 of one part of this side, chosen by self.chance; adds to self.kills what was running."""
        raise NotImplementedError

    def restart(self):
        """Starts again what kill() killed or what ended for it."""
        raise NotImplementedError

    def wait(self, desks, seconds):
        """Returns once every record up to each desk's `position` is applied; raises Late when it takes too long."""
        raise NotImplementedError

    def applied(self, desks):
        """How many records it applied. By their numbers it is what the desks have, unless it counts itself."""
        return sum(desk.last_seq for desk in desks)

    def compare(self, desks):
        """(rows compared, differences in words), against the desks' own views."""
        raise NotImplementedError

    def stop(self):
        """Ends all it started. Called however the trial ends."""


def differences(what, expected, found, limit=5):
    """Compares two lists of rows whose first columns are their key, each row once: (rows, differences in words)."""
    words = []
    seen = {}
    for row in found:
        key = tuple(row)
        seen[key] = seen.get(key, 0) + 1
    for row in expected:
        key = tuple(row)
        if seen.get(key, 0) > 0:
            seen[key] -= 1
        else:
            words.append(f"{what}: missing {shown(key)}")
    words += [f"{what}: too many {shown(key)}" for key, count in seen.items() for _ in range(count)]
    if len(words) > limit:
        words = words[:limit] + [f"{what}: {len(words) - limit} more"]
    return len(expected), words


def shown(row):
    return " | ".join(str(value) if len(str(value)) <= 60 else str(value)[:57] + "..." for value in row)
