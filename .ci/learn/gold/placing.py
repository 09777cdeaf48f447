"""Where each post begins. All are placed together by dynamic programming: a title may stand on a page several times,
and which of them is the headline shows from the posts before and after it.
"""
from .titles import broken_titles, joined_titles, like_titles, whole_titles


def nearness(page, post, i, n):
    """How well what stands about the block agrees with its being the headline: text soon after, own date near."""
    score = 0.
    after = next((j for j in post.first_hits if j >= i + n), None)
    if after is not None:
        score += .5 / (1 + (after - i - n) / 6)
    around = range(max(0, i - 3), min(page.size, i + n + 4))
    if (post.days or post.raw) and any(post.shows_date(page, j) for j in around):
        score += .25
    if post.names and any(post.shows_author(page, j) for j in around):
        score += .1
    if page.blocks[i].get("h"):
        score += .08
    return score


def candidates(page, post):
    """Places where the post may begin: [(block, blocks of the headline or 0, score)]."""
    found = {}
    if post.titled:
        for k, title in enumerate(post.titles):
            rank = 1. if not k else .97
            for part in (whole_titles(page, title, rank), broken_titles(page, title, rank)):
                for key, q in part.items():
                    found[key] = max(found.get(key, 0), q)
        if not found:
            found = joined_titles(page, post.titles[0]) or like_titles(page, post.titles)
    scored = [(i, n, 1.3 * q + nearness(page, post, i, n)) for (i, n), q in found.items()]
    scored.sort(key=lambda x: (-x[2], x[0]))
    scored = scored[:24]
    if post.body and post.sums[-1] >= (3 if not post.titled or not scored else 8):
        worth = .6 if not post.titled or not scored else .3
        heavy = sorted(post.hits, key=lambda j: -post.hits[j])[:1]
        scored += [(j, 0, worth + .3 * (j in heavy)) for j in post.first_hits[:12]]
    return scored


def place(page, posts):
    """Where each post begins: the best path through the candidates in page order.

    What a place is worth depends on the next post's place too, since the body has to stand between the two."""
    options = [candidates(page, p) for p in posts]
    best = [(0., None, -1, 0, -1)]  # score, previous state, block, blocks taken, post
    for k, post in enumerate(posts):
        fresh = []
        for i, n, score in options[k]:
            top = None
            for state, (before, _, at, taken, m) in enumerate(best):
                if m >= 0 and (at + max(taken, 1) > i or k - m > 15):
                    continue
                gain = before
                if m >= 0:
                    gain += held(posts[m], at + taken, i)
                if top is None or gain > top[0]:
                    top = (gain, state)
            if top is not None:
                fresh.append((top[0] + score, top[1], i, n, k))
        best += fresh
    if len(best) == 1:
        return
    final = [b[0] + (held(posts[b[4]], b[2] + b[3], page.size) if b[4] >= 0 else 0) for b in best]
    state = max(range(len(best)), key=lambda s: final[s])
    while state:
        _, previous, i, n, k = best[state]
        posts[k].start, posts[k].length = i, n
        state = previous


def held(post, start, end):
    """The share of the body's words that stand between two blocks."""
    total = post.sums[-1]
    if not total:
        return .3
    if end <= start:
        return 0.
    return 1.2 * max(0, post.sums[max(start, min(end, len(post.sums) - 1))] - post.sums[start]) / total


def over_copy(page, posts):
    """Move the start from a copy of the headline below the byline (a picture's description) up to the headline."""
    floor = 0
    for post in posts:
        if post.start is None:
            continue
        i = post.start
        if post.length == 1:
            for j in range(i - 1, max(floor, i - 6) - 1, -1):
                if page.tight[j] == page.tight[i] and i - j > 1:
                    between = range(j + 1, i)
                    told = any(post.shows_date(page, x) or post.shows_author(page, x) for x in between)
                    if told and not any(page.prose(x) for x in between):
                        post.start = j
                    break
        floor = post.start + max(1, post.length)
