"""What the blocks of one post may be, from its headline to the end of its text, and about the one story of a page."""
from .kinds import (ABOVE, AFTER, ASIDE, CONTINUED, EVERY, FACTS, FOOTER, HEADLINE, OPENING, OUTSIDE, PARAGRAPH,
                    SUMMARY, TEXT, UNKNOWN_TEXT)
from .text import fold, squeeze


def text_in_headline(page, post):
    """How much of the body stands in the same block as the headline: converters do not always part the two."""
    if post.length != 1 or not post.body:
        return 0
    t, title = page.tight[post.start], squeeze(post.titles[0])
    at = t.find(post.body[:20], max(0, t.find(title)) + len(title))
    if at < 0 or len(t) - at < 12:
        return 0
    return min(len(post.body), len(t) - at)


def text_bits(post):
    """What a text block of the post may be called, by its kind."""
    kind = post.gold.get("kind")
    return 1 << PARAGRAPH if kind == "article" else 1 << SUMMARY if kind == "teaser" else TEXT


def lay_head(page, post, out):
    """The headline's blocks, or the opening of an item that shows none."""
    i, n = post.start, post.length
    if n == 0:
        shown = post.titled and any(t in page.plain[i] for t in post.titles)
        out.put(i, 1 << OPENING | (1 << HEADLINE if shown else 0), post)
        out.joint += shown
        return
    out.put(i, 1 << HEADLINE, post)
    for j in range(i + 1, i + n):
        out.put(j, 1 << CONTINUED, post)
    if post.inside:
        out.put(i, 1 << HEADLINE | 1 << OPENING, post)
        out.joint += 1


def lay_text(page, post, out, limit, single):
    """Facts, text and asides of a post up to the limit; sets post.end to the first block after its text."""
    start = post.start + max(post.length, 1)
    chain = post.chain
    if post.length == 0:
        chain.pop(post.start, None)
    if not chain:
        return lay_unknown(page, post, out, start, limit, single)
    bits = text_bits(post)
    first, last = min(chain), max(chain)
    covered = (sum(b - a for a, b in chain.values()) + post.inside) / max(1, len(post.body))
    for j in range(start, last + 1):
        if j in chain:
            out.put(j, bits, post)
        elif post.length and (j < first or (j < start + 8 and byline(page, post, j))):
            out.put(j, 1 << FACTS, post)
        elif page.prose(j) and covered < .9:
            out.put(j, bits | 1 << ASIDE, post)
        else:
            out.put(j, 1 << ASIDE, post)
    post.end = last + 1
    if covered < .8 and post.end < limit:
        for j in range(post.end, limit if not single else min(limit, post.end + 12)):
            if page.prose(j):
                for x in range(post.end, j + 1):
                    out.put(x, bits | 1 << ASIDE | 1 << FOOTER | (1 << OUTSIDE if single else 0), post)
                post.end = j + 1


def byline(page, post, j):
    """Whether a short line tells the day or the author of the post."""
    return len(page.blocks[j]["t"]) < 120 and (post.shows_date(page, j) or post.shows_author(page, j))


def lay_unknown(page, post, out, start, limit, single):
    """A post whose text the gold does not tell, or that has none."""
    post.end = start
    if post.inside or (post.body and not post.length):  # all of it stands in the first block
        return None
    if single:
        return lay_open(page, post, out, start, limit)
    if post.length:
        for j in range(start, min(limit, start + (30 if limit < page.size else 8))):
            if page.prose(j):
                for x in range(post.end, j + 1):
                    out.put(x, UNKNOWN_TEXT | TEXT, post)
                post.end = j + 1
    post.bare = post.end == start
    return None


def lay_open(page, post, out, start, limit):
    """Text known by passages only, or not at all."""
    known = [j for j in range(start, limit) if j in post.hits and post.passages]
    head = []
    if post.length:
        near = range(start, min(limit, start + 9, (known or [limit])[0]))
        head = [j for j in near if byline(page, post, j)]
    start = head[-1] + 1 if head else start
    for j in range(post.start + max(post.length, 1), start):
        out.put(j, UNKNOWN_TEXT if page.prose(j) else 1 << FACTS, post)
    if not known:
        for j in range(start, limit):
            out.put(j, AFTER, post)
        return
    for j in range(start, limit):
        if j in known:
            bits = 1 << PARAGRAPH
        elif j < known[0]:
            bits = UNKNOWN_TEXT
        elif j < known[-1]:
            bits = 1 << PARAGRAPH | 1 << ASIDE
        else:
            bits = AFTER
        if any(f in page.tight[j] or (len(page.tight[j]) > 25 and page.tight[j] in f) for f in post.foreign):
            bits &= ~TEXT
        out.put(j, bits or 1 << ASIDE, post)
    post.end = limit


def lay_single(page, post, out):
    """About the one story of a page: what stands over the headline and under the text."""
    kicker = squeeze(fold(post.gold.get("kicker")))
    top = None
    for j in range(post.start - 1, max(-1, post.start - 9), -1):
        if page.prose(j):
            break
        if post.start - j < 4:
            out.put(j, 1 << ABOVE | 1 << OUTSIDE, post)
        if post.shows_date(page, j) or post.shows_author(page, j) or (kicker and page.tight[j] == kicker):
            top = j
    for j in range(top if top is not None else post.start, post.start):
        out.put(j, 1 << ABOVE, post)
    if not post.titles:  # the page may well show a headline which the gold does not tell
        out.allowed[post.start] |= 1 << PARAGRAPH
        for j in range(max(0, post.start - 12), post.start):
            out.put(j, EVERY, post)
    if out.owner[min(post.end, page.size - 1)] is None:
        sure = -1
        for j in range(post.end, min(page.size, post.end + 3)):
            if page.prose(j):
                break
            out.put(j, 1 << FOOTER | 1 << OUTSIDE, post)
            if post.shows_author(page, j) or post.shows_date(page, j):
                sure = j
        for j in range(post.end, sure + 1):
            out.put(j, 1 << FOOTER, post)
