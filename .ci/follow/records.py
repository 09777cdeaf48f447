"""Records as lines, and what a reader makes of them that follows the rules of copydesk-changes(5)."""

import json

from follower import differences


def record(line):
    """The record of a line; nothing for a line about the file, an empty one, or one that cannot be parsed."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    if not isinstance(found, dict) or "seq" not in found or str(found.get("type")).startswith("log."):
        return None
    return found


def of_logs(desks, live=True):
    """What desks wrote into their logs, or only into the closed ones: {(epoch, seq): line}."""
    found = {}
    for desk in desks:
        for path in [*desk.segments, desk.log] if live else desk.segments:
            with open(path, "rb") as lines:
                for line in lines:
                    if read := record(line):
                        found[read["epoch"], read["seq"]] = line.rstrip(b"\n")
    return found


def of_databases(desks):
    """What `copydesk changes` prints now: as the logs, but without what was forgotten since."""
    found = {}
    for desk in desks:
        for line in desk.command("changes").splitlines():
            read = record(line)
            found[read["epoch"], read["seq"]] = line.encode()
    return found


class Arrived:
    """What came out at the other end, taken in the order of its lines: skip `seq` up to mine, and count."""

    def __init__(self, paths, ordered=True):
        # Where a shipper sends files in any order, a reader collects by number what it must apply in order.
        self.lines = {}
        self.repeated = 0
        self.gaps = []
        last = {}
        for path in paths:
            with open(path, "rb") as lines:
                for line in lines:
                    read = record(line)
                    if not read:
                        continue
                    epoch, seq = read["epoch"], read["seq"]
                    if (epoch, seq) in self.lines:
                        self.repeated += 1
                        continue
                    if ordered and seq != last.get(epoch, 0) + 1:
                        self.gaps.append(f"gap in the order: {epoch} has {last.get(epoch, 0)}, then {seq}")
                    last[epoch] = seq
                    self.lines[epoch, seq] = line.rstrip(b"\n")

    def has(self, desks, live=True):
        """Whether every record of the desks' logs is there, or of the closed ones."""
        return self.lines.keys() >= of_logs(desks, live).keys()

    def compare(self, desks, live=True):
        """(rows compared, differences): each record once, byte by byte as the desk wrote it."""
        logs, now = of_logs(desks, live), of_databases(desks)
        words = list(self.gaps[:5])
        for key in sorted((now.keys() if live else logs.keys()) | self.lines.keys()):
            epoch, seq = key
            if key not in self.lines:
                words.append(f"lost: {epoch} {seq}")
            elif self.lines[key] not in (logs.get(key), now.get(key)):
                words.append(f"not as the desk has it: {epoch} {seq}")
        return len(self.lines), words if len(words) <= 8 else [*words[:8], f"{len(words) - 8} more"]


def articles(lines):
    """The articles that the records leave, of all desks: {(epoch, id): after}."""
    found = {}
    for (epoch, _), line in sorted(lines.items()):
        read = json.loads(line)
        if not read["type"].startswith("article.") and read["type"] != "row.article":
            continue
        if read["op"] == "d":
            found.pop((epoch, read["id"]), None)
        elif read["after"]:
            found[epoch, read["id"]] = read["after"]
    return found


def compare_articles(lines, desks):
    """Each desk's articles, and their union, once each, with what the records leave."""
    rows, words = 0, []
    left = articles(lines)
    for desk in desks:
        expected = desk.rows("SELECT id, title, outlet, revision FROM articles")
        found = [(key, row["title"], row["outlet"], row["revision"])
                 for (epoch, key), row in left.items() if epoch == desk.epoch]
        more = differences(f"{desk.name}: articles by records", expected, found)
        rows, words = rows + more[0], words + more[1]
    union = {row for desk in desks for row in desk.rows("SELECT id FROM articles")}
    more = differences("union of articles", sorted(union), sorted({(key,) for _, key in left}))
    return rows + more[0], words + more[1]
