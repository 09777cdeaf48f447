"""The lines between items: the gold does not say whether they end one item or begin the next. Dates and authors tell,
and looks that return between items tell it of the others.
"""
import collections
import re

from .kinds import ABOVE, FACTS, FOOTER, OUTSIDE
from .text import FOOT, PAGER

#: A look returns if this share of the gaps has it.
GAP_SHARE = .4


def key(page, i):
    """What a line looks like, to find it again at other items: a date, or its first word, figures folded."""
    if i in page.dated or (page.days[i] and len(page.blocks[i]["t"]) < 60):
        return "a date"
    return re.sub(r"\d+", "0", page.tokens[i][0]) if page.tokens[i] else "-"


def regular(page, gaps, first, last):
    """Votes for looks that return between items: found over the first headline means above, after the last text
    footer. Positive is footer."""
    if not gaps:
        return {}
    count = collections.Counter(k for a, b in gaps for k in {key(page, j) for j in range(a, b)})
    size = max(b - a for a, b in gaps)
    over = {key(page, j) for j in range(max(0, first - min(size, 9)), first)}
    under = {key(page, j) for j in range(last, min(page.size, last + min(size + 1, 8)))}
    votes = {}
    for k, n in count.items():
        if n >= GAP_SHARE * len(gaps):
            votes[k] = 1.5 * (k in under) - 1.5 * (k in over)
            if k not in under and k not in over:
                votes[k] = .6 if last >= page.size - 1 and first > 2 else 0
    return votes


def line_vote(page, post, after, j, votes):
    """Whether a line between two items belongs to the one before (positive) or to the one after."""
    own, other = post.shows_date(page, j), after.shows_date(page, j)
    vote = 2.5 * (own and not other) - 2.5 * (other and not own)
    own, other = post.shows_author(page, j), after.shows_author(page, j)
    vote += 1.2 * (own and not other) - 1.2 * (other and not own)
    if FOOT.search(page.text[j]):
        vote += 1.5
    return vote + votes.get(key(page, j), 0)


def split_gap(page, post, after, start, end, votes):
    """Where the lines between two items part: (from, to), the lines between the two being undecided."""
    line = [line_vote(page, post, after, j, votes) for j in range(start, end)]
    if not page.blocks[end].get("sep") and end > start and not line[-1]:
        line[-1] -= .4
    if line and not page.blocks[start].get("sep") and not line[0] and post.chain:
        line[0] += .4
    score = -sum(line)
    sums = [score]
    for v in line:
        score += 2 * v
        sums.append(score)
    top = max(sums) - 1e-6
    good = [s for s, v in enumerate(sums) if v >= top]
    return start + good[0], start + good[-1]


def learn_looks(page, placed, votes):
    """Second votes: how the looks of lines fell out where date or author decided, for the gaps where none does."""
    seen = collections.defaultdict(list)
    for post, after in zip(placed, placed[1:]):
        a, b = split_gap(page, post, after, post.end, after.start, votes)
        for j in range(post.end, after.start):
            if j < a or j >= b:
                seen[key(page, j)].append(1 if j < a else -1)
    out = dict(votes)
    for k, v in seen.items():
        mean = sum(v) / len(v)
        if abs(mean) >= .5 and not out.get(k):
            out[k] = mean
    return out


def lay_gaps(page, placed, out):
    """Lines between the text of an item and the headline of the next, and after the last."""
    gaps = [(p.end, q.start) for p, q in zip(placed, placed[1:]) if q.start > p.end]
    votes = regular(page, gaps, placed[0].start, placed[-1].end)
    votes = learn_looks(page, placed, votes)
    sizes = sorted(b - a for a, b in gaps)
    usual = sizes[len(sizes) // 2] if sizes else 0
    looks, overs = collections.Counter(), set()
    for post, after in zip(placed, placed[1:]):
        a, b = split_gap(page, post, after, post.end, after.start, votes)
        long = after.start - post.end > max(12, 3 * usual)
        foot = 1 << FOOTER | (1 << FACTS if post.bare else 0) | (1 << OUTSIDE if long else 0)
        for j in range(post.end, after.start):
            if j < a:
                out.put(j, foot, post)
                looks[key(page, j)] += 1
            elif j >= b:
                out.put(j, 1 << ABOVE | (1 << OUTSIDE if long and j < after.start - 6 else 0), after)
                overs.add(key(page, j))
            else:
                theirs = after.shows_date(page, j) or after.shows_author(page, j)
                out.put(j, foot | 1 << ABOVE, after if theirs else post)
                looks[key(page, j)] += 1
                overs.add(key(page, j))
    above = [sum(out.allowed[j] & 1 << ABOVE != 0 for j in range(a, b)) for a, b in gaps]
    lay_first(page, placed[0], out, overs, max(above + [0]) or 3)
    lay_last(page, placed[-1], out, looks, max(sizes) if sizes else 0, len(gaps))


def lay_first(page, post, out, overs, most):
    """Lines above the first headline: those that look like the lines above the others, or show its day or author."""
    top = post.start
    for j in range(post.start - 1, max(-1, post.start - min(most, 6) - 1), -1):
        if page.prose(j):
            break
        if key(page, j) in overs or post.shows_date(page, j) or (post.shows_author(page, j) and post.start - j < 4):
            top = j
        elif top - j > 2:
            break
    for j in range(top, post.start):
        sure = key(page, j) in overs or post.shows_date(page, j) or post.shows_author(page, j)
        out.put(j, 1 << ABOVE if sure else 1 << ABOVE | 1 << OUTSIDE, post)


def lay_last(page, post, out, looks, most, gaps):
    """Lines after the last text: as many as look like footers of the other items."""
    end, miss = post.end, 0
    limit = min(page.size, post.end + (most + 1 if gaps else 10))
    for j in range(post.end, limit):
        if page.prose(j) or (PAGER.search(page.text[j]) and not page.days[j]):
            break
        own = looks.get(key(page, j)) or post.shows_date(page, j) or post.shows_author(page, j)
        if own or (j == post.end and FOOT.search(page.text[j])):
            end = j + 1
            miss = 0
        else:
            miss += 1
            if miss > 2:
                break
    sure = [j for j in range(post.end, end) if looks.get(key(page, j)) or post.shows_date(page, j)]
    for j in range(post.end, end):
        doubt = not sure or j > sure[-1]
        out.put(j, 1 << FOOTER | (1 << FACTS if post.bare else 0) | (1 << OUTSIDE if doubt else 0), post)
