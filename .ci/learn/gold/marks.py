"""Which lines print the date or name the author of their item, and what is left open where the gold does not know."""
import re

from .kinds import ABOVE, CONTINUED, EVERY, FACTS, FOOTER, HEADLINE, OPENING, OUTSIDE, TEXT


def is_own(bits):
    """Whether a block may be one of the item's lines beside its text."""
    return bits & (1 << ABOVE | 1 << HEADLINE | 1 << CONTINUED | 1 << FACTS | 1 << FOOTER)


def is_text(bits):
    """Whether a block can only be text."""
    return not bits & ~(TEXT | 1 << OPENING)


def loose_date(page, post, j):
    """A date our reader does not read: the year and the day among the figures of a short line."""
    if len(page.blocks[j]["t"]) > 120:
        return False
    figures = {int(x) for x in re.findall(r"\d+", page.text[j]) if len(x) <= 4}
    return any(int(d[:4]) in figures and int(d[8:10]) in figures for d in post.days)


def mark_dates(page, post, mine, out):
    """Which of the item's lines print its day."""
    own = [j for j in mine if is_own(out.allowed[j])]
    if not post.days and not post.raw:
        for j in own:
            if page.days[j] or re.search(r"\d", page.text[j]):
                out.date[j] = -1
        return
    seen = [j for j in own if post.shows_date(page, j)]
    if not seen and post.gold.get("date_in_text"):
        seen = [j for j in own if loose_date(page, post, j)][:1]
    for j in seen:
        sure = out.allowed[j] & (1 << ABOVE | 1 << HEADLINE | 1 << FACTS | 1 << FOOTER) and not out.allowed[j] & TEXT
        out.date[j] = 1 if sure else -1


def mark_authors(page, post, mine, out):
    """Which of the item's lines name its author."""
    own = [j for j in mine if is_own(out.allowed[j])]
    if not post.names or post.gold.get("authors_scored") is False:
        for j in own:
            out.author[j] = -1
        return
    seen = [j for j in own if post.shows_author(page, j) and len(page.blocks[j]["t"]) <= 250]
    inside = {j for j in seen if post.start <= j < post.start + (post.length or 0)}
    plain = [j for j in seen if j not in inside
             and not any(n in t for n in post.names for t in post.titles if len(page.text[j]) <= len(t))]
    head = [j for j in plain if j < post.end and out.allowed[j] & (1 << ABOVE | 1 << FACTS)]
    beside = {j for j in inside if post.titles and post.names_form.search(page.plain[j].replace(post.titles[0], " "))}
    for j in seen:
        out.author[j] = 1 if j in head or j in beside or (not head and j in plain) else -1
    for j in mine:
        if is_text(out.allowed[j]) and post.shows_author(page, j) and len(page.tokens[j]) <= 8:
            out.author[j] = -1


def leave_open(page, missed, out):
    """Blocks that hold a post which found no place are not known to be outside."""
    for post in missed:
        for j in range(page.size):
            if out.allowed[j] != 1 << OUTSIDE:
                continue
            if j in post.hits or any(len(t) > 9 and t in page.plain[j] for t in post.titles[:1]):
                out.allowed[j] = EVERY
                out.date[j] = out.author[j] = -1
