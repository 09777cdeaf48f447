"""Which blocks hold the body of a post: a block alone could stand anywhere, so those count that follow one another."""
from .text import CJK


def spans(page, post, i):
    """Where in the body the block may stand: [(from, to)] in squeezed letters."""
    t = page.tight[i]
    if not t:
        return []
    if len(t) < (6 if CJK.search(t) else 14):
        return [(s, s + len(t)) for s in post.starts.get(t, ())[:4]]
    found = []
    at = post.body.find(t)
    while at >= 0 and len(found) < 3:
        found.append((at, at + len(t)))
        at = post.body.find(t, at + 1)
    if not found and i in post.hits:
        found = loose_span(page, post, i)
    return found


def loose_span(page, post, i):
    """The span of a block that differs somewhat from the body: from its first run of words found there to its last."""
    t, tokens = page.tight[i], page.tokens[i]
    if post.body and post.body in t:
        return [(0, len(post.body))]
    first = last = None
    for n in range(len(tokens) - 2):
        at = post.body.find("".join(tokens[n:n + 3]), first[0] if first else 0)
        if at >= 0:
            end = at + len("".join(tokens[n:n + 3]))
            if first is None:
                first = (at, n)
                last = end
            elif at <= first[0] + len(t) + 40:
                last = max(last, end)
    return [(first[0], last)] if first else []


def follow(page, post, start, end):
    """The blocks of the body between two places: the heaviest run whose places in the body only go up."""
    if not post.body:
        return {}
    nodes = [(i, a, b) for i in range(start, end) for a, b in spans(page, post, i)]
    best = []
    for x, (i, a, b) in enumerate(nodes):
        top, came = 0, -1
        for y in range(max(0, x - 400), x):
            j, _, e = nodes[y]
            if j < i and e <= a + 3:
                far = 8 if i - j > 25 else 0
                if best[y][0] - far > top:
                    top, came = best[y][0] - far, y
        best.append((top + (b - a), came))
    if not best:
        return {}
    x = max(range(len(best)), key=lambda n: best[n][0])
    chain = {}
    while x >= 0:
        chain[nodes[x][0]] = nodes[x][1:]
        x = best[x][1]
    return fill(page, post, trim(chain), start, end)


def trim(chain):
    """Drop a light straggler far from the rest, most often the same words in a side bar."""
    order = sorted(chain)
    size = {j: b - a for j, (a, b) in chain.items()}
    total = sum(size.values())
    while len(order) > 1 and order[-1] - order[-2] > 12 and size[order[-1]] < .1 * total:
        del chain[order.pop()]
    while len(order) > 1 and order[1] - order[0] > 12 and size[order[0]] < .1 * total:
        del chain[order.pop(0)]
    return chain


def fill(page, post, chain, start, end):
    """Add the short blocks that continue the text just where the body does: alone they could stand anywhere."""
    order = sorted(chain)
    for n, j in enumerate(order):
        at = chain[j][1]
        upto, until = min(end, j + 40), len(post.body)
        if n + 1 < len(order):
            upto, until = order[n + 1], chain[order[n + 1]][0]
        for i in range(j + 1, upto):
            t = page.tight[i]
            here = post.body.find(t, at, until) if t and at < until else -1
            if here == at or (here > at and (n + 1 < len(order) or i == j + 1) and len(t) > 3):
                chain[i] = (here, here + len(t))
                at = here + len(t)
    at = chain[order[0]][0]
    for i in range(order[0] - 1, start - 1, -1):
        t = page.tight[i]
        if not t or not at or not post.body[:at].endswith(t):
            break
        at -= len(t)
        chain[i] = (at, at + len(t))
    return chain
