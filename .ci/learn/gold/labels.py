"""The labels of a whole page: posts are placed first, since what a line is depends on the posts around it."""
from .gaps import lay_gaps
from .kinds import EVERY, OUTSIDE
from .laying import lay_head, lay_single, lay_text, text_in_headline
from .marks import leave_open, mark_authors, mark_dates
from .page import Page, Post
from .placing import over_copy, place
from .spans import follow


class Labels:
    """The answer for a page while it is made."""

    def __init__(self, page):
        """Nothing belongs to any item until some post claims it."""
        self.allowed = [1 << OUTSIDE] * page.size
        self.owner = [None] * page.size
        self.date = [0] * page.size
        self.author = [0] * page.size
        self.joint = 0

    def put(self, i, bits, post):
        """Say what a block may be, and for which post: its date and author are looked for in its own lines only."""
        self.allowed[i] = bits
        self.owner[i] = post


def label(blocks, posts, single):
    """The labels each block may have: {'allowed': [bits], 'date': [1, 0, -1], 'author': [...], 'ok', 'n', 'joint'}."""
    page = Page(blocks)
    found = [Post(page, p) for p in posts]
    place(page, found)
    over_copy(page, found)
    page.dated = {j for j in range(page.size) if len(blocks[j]["t"]) < 70 and any(p.shows_date(page, j) for p in found)}
    placed = [p for p in found if p.start is not None]
    out = Labels(page)
    wanted = [p for p in found if p.titled]
    for n, post in enumerate(placed):
        limit = placed[n + 1].start if n + 1 < len(placed) else page.size
        post.chain = follow(page, post, post.start + post.length, limit)
        if post.length == 0 and post.chain and min(post.chain) != post.start:
            post.start = min(post.chain)
    for n, post in enumerate(placed):
        limit = placed[n + 1].start if n + 1 < len(placed) else page.size
        post.bare = False
        post.inside = text_in_headline(page, post)
        lay_head(page, post, out)
        lay_text(page, post, out, limit, single)
    if placed and single:
        lay_single(page, placed[0], out)
    elif placed:
        lay_gaps(page, placed, out)
    else:
        out.allowed = [EVERY] * page.size
        out.date = [-1] * page.size
        out.author = [-1] * page.size
    if single and placed and 1 not in out.date:
        out.date = [-1 if placed[0].shows_date(page, j) else 0 for j in range(page.size)]
    for post in placed:
        mine = [j for j in range(page.size) if out.owner[j] is post]
        mark_dates(page, post, mine, out)
        mark_authors(page, post, mine, out)
    leave_open(page, [p for p in found if p.start is None], out)
    return {"allowed": out.allowed, "date": out.date, "author": out.author, "joint": out.joint,
            "ok": sum(p.start is not None and p.length > 0 for p in wanted), "n": len(wanted)}
