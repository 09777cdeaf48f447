"""Measures how much of the gold its labels hold (the labeller can learn no more than that):

  python3 -m gold.measure BLOCKS.jsonl GOLD_FOLDER OUT.jsonl     GOLD_FOLDER is archive-pages or article-pages

OUT gets the labels. With GOLD_MISSES=FILE in the environment, FILE gets what each dump's labels miss.
"""
import collections
import importlib.util
import json
import os
import sys
import time

from .items import choose, decode
from .labels import label
from .reading import read_gold

HEAD = ("group", "dumps", "titles", "right", "found", "count", "itemF1", "textF1", "textP", "textR", "dates", "auth")


def load_scorer(folder):
    """The scorer that stands in one of the folders over the gold, or beside them."""
    here = os.path.abspath(folder)
    while here != "/":
        for path in (os.path.join(here, "score.py"), os.path.join(here, "eval", "score.py")):
            if os.path.exists(path):
                spec = importlib.util.spec_from_file_location("score", path)
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
        here = os.path.dirname(here)
    raise SystemExit("no score.py over " + folder)


def measure(score, page, items, got):
    """Figures of one dump: counts, and the text's (tp, fp, fn) of each post whose body is known."""
    n = collections.Counter(dumps=1, count=len(items) in (page["accept"] or [len(items)]), joint=got["joint"],
                            found=got["ok"], wanted=got["n"])
    bodies, missed = [], []
    pairs, _ = score.align(page["posts"], items)
    n.update(items=len(pairs), got=len(items), paired=sum(p is not None for _, p in pairs))
    for g, p in pairs:
        if g.get("title") and g.get("title_in_text"):
            n["titles"] += 1
            right = bool(p) and score.title_right(g["title"], p["title"], g.get("title_accept") or ())
            n["right"] += right
            if not right:
                missed.append((g["title"], p["title"] if p else None))
        if g.get("body") and not (page["single"] and g["body"] is None):
            bodies.append(score.tpfpfn(g["body"], p["body"] if p else ""))
        if g.get("date_in_text") and g.get("published"):
            n["dates"] += 1
        if g.get("author_in_text") and g.get("authors") and g.get("authors_scored", True):
            n["authors"] += 1
    n["dated"] = min(n["dates"], sum(x == 1 for x in got["date"]))
    n["named"] = min(n["authors"], sum(x == 1 for x in got["author"]))
    return n, bodies, missed


def share(a, b):
    """A share as it is printed; there is none of nothing."""
    return "%6.3f" % (a / b) if b else "     -"


def report(score, figures):
    """Print a line for each group and each converter of it."""
    print("%-32s %6s %7s %7s %7s %7s %7s %7s %6s %6s %6s %6s" % HEAD)
    for name in sorted(figures):
        n, bodies = figures[name]
        p, r, f = score.prf(bodies) if bodies else (0, 0, 0)
        print("%-32s %6d %7d  %s  %s  %s  %s  %6.3f %6.3f %6.3f %s %s" % (
            name, n["dumps"], n["titles"], share(n["right"], n["titles"]), share(n["found"], n["wanted"]),
            share(n["count"], n["dumps"]), share(2 * n["paired"], n["items"] + n["got"]), f, p, r,
            share(n["dated"], n["dates"]), share(n["named"], n["authors"])))
        if n["joint"]:
            print("    headline and text in one block: %d" % n["joint"])


def write_row(file, row):
    """Write a row of a JSON Lines file."""
    file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def main(blocks_file, folder, target):
    """Label every dump of the file that has gold, write the labels and print how well they tell the gold again."""
    score = load_scorer(folder)
    gold = read_gold(folder)
    figures = collections.defaultdict(lambda: (collections.Counter(), []))
    spent, misses = 0., []
    with open(blocks_file, encoding="utf-8") as f, open(target, "w", encoding="utf-8") as out:
        for line in f:
            dump = json.loads(line)
            page, blocks = gold.get(dump["file"]), dump["blocks"]
            if page is None:
                continue
            began = time.time()
            got = label(blocks, page["posts"], page["single"])
            spent += time.time() - began
            write_row(out, {"file": dump["file"], **{k: page[k] for k in ("site", "group", "conv", "lang")},
                            **{k: got[k] for k in ("allowed", "date", "author", "ok", "n")}})
            n, bodies, missed = measure(score, page, decode(blocks, choose(blocks, got["allowed"])), got)
            for name in (page["group"], page["group"] + " " + page["conv"]):
                figures[name][0].update(n)
                figures[name][1].extend(bodies)
            likeness = [round(2 * t / (2 * t + a + b), 3) if t else 0 for t, a, b in bodies]
            misses.append([dump["file"], missed, likeness, n])
    if os.environ.get("GOLD_MISSES"):
        with open(os.environ["GOLD_MISSES"], "w", encoding="utf-8") as log:
            for row in misses:
                write_row(log, row)
    report(score, figures)
    print("labelling took %.0f s" % spent)


if __name__ == "__main__":
    main(*sys.argv[1:4])
