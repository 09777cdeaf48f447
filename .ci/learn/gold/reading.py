"""Gold files as they are read. A corpus may tell little of its posts: only what it tells is held against a page."""
import json
import os
import urllib.parse

#: What is taken for true of a post where the gold does not say: that the page shows what is known of the post.
UNKNOWN = dict(kind="any", title=None, body=None, published=None, date_raw=None, partial=False,
               title_in_text=True, date_in_text=True, author_in_text=True)


def read_lines(path):
    """The rows of a JSON Lines file."""
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def site(row):
    """The site of a page, by which pages are parted: where the gold does not name it, it is the host."""
    if row.get("site_key"):
        return row["site_key"]
    return (urllib.parse.urlsplit(row.get("url") or "").hostname or "").removeprefix("www.")


def facts(row, source, group, posts):
    """What is known of one dump, from its page's row and from what the row says of the dump."""
    return dict(site=site(row), lang=row.get("lang"), group=row.get("group") or group,
                conv=(source.get("converter") or "")[:20], posts=posts)


def list_posts(row):
    """The posts of a list, with what the gold leaves out filled in."""
    return [dict(UNKNOWN, authors=[]) | post for post in row["posts"]]


def story(row, dump):
    """The one post of a single page, as one dump of the page shows it."""
    return dict(kind="article", title=row.get("title"), title_accept=row.get("title_accept"),
                authors=row.get("authors", []), published=row.get("published"),
                published_accept=row.get("published_accept"), date_raw=dump.get("date_raw"), body=row.get("body"),
                must=row.get("must_have"), mustnot=row.get("must_not_have"), kicker=row.get("kicker"),
                dek=row.get("dek"), authors_scored=row.get("authors_scored", True), partial=row.get("partial", False),
                title_in_text=dump.get("title_in_text", True), date_in_text=dump.get("date_in_text", True),
                author_in_text=dump.get("author_in_text", True),
                body_in_text=dump.get("body_in_text", dump.get("body_recall_ceiling")))


def read_gold(folder):
    """The gold by dump: {file name: facts}, posts of one form for lists and single stories."""
    out = {}
    for row in read_lines(os.path.join(folder, "gold.jsonl")):
        if "dumps" not in row:
            posts = list_posts(row)
            accept = row.get("article_count_accept") or [len(posts)]
            out[os.path.basename(row["file"])] = dict(facts(row, row, "list", posts), single=False, accept=accept)
            continue
        for dump in row["dumps"]:
            known = facts(row, dump, "story", [story(row, dump)])
            out[os.path.basename(dump["file"])] = dict(known, single=True, accept=[1])
    return out
