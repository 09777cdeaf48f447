"""Compares what an engine has of several desks with the desks' own views."""

import collections
import hashlib

from follower import differences


def texts(rows):
    """Everything as text, and long texts by their hash, so that a difference can be shown in a line."""
    def shown(value):
        if value is None:
            return None
        text = str(value)
        return text if len(text) < 200 else hashlib.sha256(text.encode()).hexdigest()
    return [tuple(shown(value) for value in row) for row in rows]


def newest(desks, columns):
    """Each article once, as the desk has it that saw it last, and of equals the one with the greater epoch."""
    found = {}
    for desk in desks:
        epoch = desk.epoch
        for seen_at, article, *row in desk.rows(f"SELECT last_seen_at, id, {columns} FROM articles"):
            found[article] = max(found.get(article, ("", "", ())), (seen_at, epoch, (article, *row)))
    return [row for _, _, row in found.values()]


def compare_articles(desks, articles, revisions, union, outlets):
    """Rows of each desk, told apart by their first column, the union of articles, and its outlets."""
    rows, words = 0, []

    def compare(what, expected, found):
        nonlocal rows
        count, more = differences(what, texts(expected), texts(found))
        rows += count
        words.extend(more)

    for desk in desks:
        compare(f"{desk.name}: articles", desk.rows(
            "SELECT id, title, authors, outlet, site, published_on, revision, appearances, body FROM articles"
        ), [row[1:] for row in articles if row[0] == desk.epoch])
        compare(f"{desk.name}: revisions", desk.rows(
            "SELECT article_id, revision, title, outlet, body_sha256, body FROM revisions"
        ), [row[1:] for row in revisions if row[0] == desk.epoch])
    compare("union of articles", newest(desks, "title, outlet, body"), union)
    counts = collections.Counter(outlet or site for _, outlet, site in newest(desks, "outlet, site"))
    compare("outlets", counts.items(), outlets)
    return rows, words
