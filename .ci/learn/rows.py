"""Prints the scorer's rows of what was read: `rows.py SCORER READ.jsonl FOLDER…`"""
import importlib.util
import json
import sys


def scorer(path):
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(path, read, *folders):
    score = scorer(path)
    with open(read, encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    found = {page["dump"]: [
        dict(ordinal=place, kind=item["kind"], title=item["title"], authors=item["authors"], outlet=item["outlet"],
             published=item["published_on"], posted=item["posted_on"], body=item["body"])
        for place, item in enumerate(page["items"], 1)] for page in pages}
    for folder in folders:
        score.HERE = folder
        gold = [page for page in score.load_gold(["archive", "articles"], None) if page["dump"] in found]
        groups = score.score_pages(gold, found)
        # Groups of stories are named after where the pages came from.
        kept = {key: value for key, value in groups.items()
                if key[1] == "ALL" or key[0] == "archive" or key[1].startswith("conv:")}
        score.report(kept, folder.rstrip("/").rsplit("/", 1)[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
