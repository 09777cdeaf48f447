"""The table that the trial prints: a row for each follower."""

HEADINGS = ["follower", "engine", "records", "kills", "rotations", "rows compared", "differences", "seconds"]


class Table:
    """Rows as they come about, and how many of them passed, failed and were skipped."""

    def __init__(self):
        self.rows = []
        self.notes = []
        self.passed = self.failed = self.skipped = 0

    def add(self, result):
        kills = f"{result.desk_kills} desk, {result.follower_kills} own"
        outcome = str(len(result.differences)) if not result.error else "broken"
        self.rows.append([result.name, result.engine, str(result.records), kills, str(result.rotations),
                          str(result.compared), outcome, f"{result.seconds:.0f}"])
        self.notes += [f"{result.name}: {words}" for words in [result.note, result.error, *result.differences] if words]
        if result.differences or result.error:
            self.failed += 1
        else:
            self.passed += 1

    def skip(self, name, why):
        self.skipped += 1
        self.rows.append([name, "skipped", *[""] * (len(HEADINGS) - 2)])
        self.notes.append(f"{name}: SKIPPED: {why}")

    def __str__(self):
        lines = [HEADINGS, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
        lines.insert(1, ["-" * width for width in widths])
        text = ["  ".join(word.ljust(width) for word, width in zip(line, widths)).rstrip() for line in lines]
        closing = f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
        return "\n".join([*text, *self.notes, closing])
