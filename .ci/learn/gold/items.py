"""Items made of labels again: what they tell of the gold shows how good the labels are."""
from .kinds import ABOVE, ASIDE, CONTINUED, FACTS, FOOTER, HEADLINE, OPENING, OUTSIDE, PARAGRAPH, SUMMARY, TEXT

#: Which label to choose where several may be right.
PREFERENCE = (HEADLINE, OPENING, CONTINUED, PARAGRAPH, SUMMARY, FACTS, ASIDE, ABOVE, OUTSIDE, FOOTER)


def choose(blocks, allowed):
    """One label a block of those it may have, to measure with: text that may be an aside is one."""
    out = []
    for b, bits in zip(blocks, allowed):
        order = PREFERENCE
        if bits & (1 << OUTSIDE) and bits & (1 << FACTS):
            order = (OUTSIDE,)
        elif bits & (1 << HEADLINE) and bits & (1 << OPENING):
            order = (OPENING,) if len(b["t"]) > 200 else (HEADLINE,)
        elif bits & (1 << ASIDE) and bits & TEXT:
            order = (ASIDE,)
        out.append(next(x for x in order if bits >> x & 1))
    return out


def decode(blocks, labels):
    """Items of labelled blocks: [{'title', 'body', 'kind'}]."""
    items, item, before = [], None, OUTSIDE
    for b, x in zip(blocks, labels):
        if x == OUTSIDE:
            item = None
        else:
            new = x == OPENING or (x == HEADLINE and before != ABOVE) or (x == ABOVE and before != ABOVE)
            if x == HEADLINE and item is not None and item["title"] is None and not item["body"]:
                new = False
            if new or item is None:
                item = {"title": None, "body": [], "kinds": []}
                items.append(item)
            if x in (HEADLINE, CONTINUED):
                item["title"] = (item["title"] + " " if item["title"] else "") + b["t"]
            elif x in (PARAGRAPH, SUMMARY, OPENING):
                item["body"].append(b["t"])
                item["kinds"].append(x)
        before = x
    return [{"title": i["title"] or "", "body": "\n\n".join(i["body"]),
             "kind": "article" if any(k != SUMMARY for k in i["kinds"]) else "teaser"} for i in items]
