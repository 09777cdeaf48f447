"""The dumps to learn from: what the reader observes of them, and their gold labels.

  corpus.py observe FIT WORK FOLDER…                 write into WORK what `fit observe` says of the dumps
  corpus.py read FIT TABLE FOLDER… [--fold K]        print what `fit read` reads of them with a table
"""
import argparse
import hashlib
import json
import os
import subprocess

import numpy as np

import gold

#: The most observations of one block; the reader makes at most 110.
MOST = 112
#: Sites are in so many folds.
FOLDS = 3


class Dump:
    """One dump: rows of its blocks in the table of embeddings, allowed labels, and which lines hold dates and names."""

    def __init__(self, page_rows, rows, blocks, known):
        self.page_rows, self.rows = page_rows, rows
        self.site, self.group = known["site"], known["group"]
        label = gold.label(blocks, known["posts"], known["single"])
        self.allowed = np.array(label["allowed"], np.int32)
        self.date = np.array(label["date"], np.int8)
        self.author = np.array(label["author"], np.int8)


def fold(site):
    """The fold of a site: all its pages are in one, so no page is judged by what was learned from its own site."""
    return int(hashlib.md5(("f" + site).encode()).hexdigest(), 16) % FOLDS


def parts(folders):
    """The folders of some corpora that hold dumps with gold."""
    found = [os.path.join(base, part) for base in folders for part in ("archive-pages", "article-pages")]
    return [part for part in found if os.path.exists(os.path.join(part, "gold.jsonl"))]


def dumps(part):
    """The paths of a part's dumps, in the order in which they are observed."""
    return [os.path.join(part, "dumps", name) for name in sorted(os.listdir(os.path.join(part, "dumps")))]


def stem(work, part):
    """Where the observations of a part are, without the ending."""
    return os.path.join(work, part.strip("/").replace("/", "_"))


def observe(fit, work, folders):
    """Writes the observations and texts of all dumps, and how many rows the table of embeddings has."""
    for part in parts(folders):
        with open(stem(work, part) + ".rows", "wb") as rows:
            told = subprocess.run([fit, "observe", stem(work, part) + ".jsonl"], check=True, stdout=rows,
                                  stderr=subprocess.PIPE, input="\n".join(dumps(part)).encode())
        with open(os.path.join(work, "rows"), "wb") as file:
            file.write(told.stderr)


def counts(work):
    """How many rows the table has, and how many of them are before those of words."""
    with open(os.path.join(work, "rows"), encoding="ascii") as file:
        return [int(number) for number in file.read().split()]


def observed(file, none):
    """The pages of a file that `fit observe` wrote: each the page's rows, and a matrix of its blocks' rows, filled up
    with `none`, the row that is no observation."""
    numbers = np.fromfile(file, dtype="<u2")
    at = 0
    while at < len(numbers):
        count = int(numbers[at]) + (int(numbers[at + 1]) << 16)
        size = int(numbers[at + 2])
        page = numbers[at + 3:at + 3 + size]
        at += 3 + size
        rows = np.full((count, MOST), none, np.uint16)
        for block in range(count):
            size = int(numbers[at])
            rows[block, :size] = numbers[at + 1:at + 1 + size]
            at += 1 + size
        yield page, rows


def load(work, folders, none):
    """The dumps with gold whose observations are in `work`."""
    found = []
    for part in parts(folders):
        known = gold.read_gold(part)
        with open(stem(work, part) + ".jsonl", encoding="utf-8") as texts:
            for line, (page, rows) in zip(texts, observed(stem(work, part) + ".rows", none)):
                text = json.loads(line)
                if text["file"] in known and len(rows):
                    found.append(Dump(page, rows, text["blocks"], known[text["file"]]))
    return found


def read(fit, table, folders, only):
    """Prints what is read of the dumps of one fold, or of all."""
    for part in parts(folders):
        known = gold.read_gold(part)
        names = [path for path in dumps(part) if os.path.basename(path) in known
                 and (only is None or fold(known[os.path.basename(path)]["site"]) == only)]
        subprocess.run([fit, "read", table], check=True, input="\n".join(names).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["observe", "read"])
    parser.add_argument("fit")
    parser.add_argument("place", help="WORK or TABLE")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--fold", type=int)
    given = parser.parse_args()
    if given.do == "observe":
        observe(given.fit, given.place, given.folders)
    else:
        read(given.fit, given.place, given.folders, given.fold)


if __name__ == "__main__":
    main()
