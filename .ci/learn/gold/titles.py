"""Where the titles of the gold stand: a converter may leave a title whole, break it, or join it to other lines."""
import difflib

from .text import CJK, squeeze


def whole_titles(page, title, rank):
    """Blocks that are, or contain, the title: {(block, blocks taken): quality}."""
    found = {}
    tight = squeeze(title)
    for i in page.by_text.get(tight, ()):
        found[i, 1] = rank
    if len(tight) < 3:
        return found
    spaced = " " + title + " "
    for i, t in enumerate(page.plain):
        if (i, 1) in found or len(t) <= len(title):
            continue
        if not (spaced in " " + t + " " or (CJK.search(title) and title in t)):
            continue
        first = t.startswith(title)
        if len(t) <= max(len(title) * 1.8, len(title) + 90) and (len(title) >= 8 or first or len(t) < 40):
            found[i, 1] = rank * (.55 + .35 * len(title) / len(t) * (1 if first or t.endswith(title) else .8))
        elif first and len(title) >= 8:
            found[i, 1] = .5 * rank
    return found


def broken_titles(page, title, rank):
    """Titles broken over several blocks, from the first of them on."""
    found = {}
    tight = squeeze(title)
    for i, t in enumerate(page.tight):
        t = t if t == page.text[i] else squeeze(page.plain[i])
        if len(t) < 2 or len(t) >= len(tight) or not tight.startswith(t):
            continue
        whole, n = t, 1
        while i + n < page.size and n < 7 and len(whole) < len(tight) and page.tight[i + n]:
            whole += squeeze(page.plain[i + n])
            n += 1
            if whole == tight:
                found[i, n] = .93 * rank
            elif not tight.startswith(whole):
                break
    return found


def joined_titles(page, title):
    """Titles broken over blocks with something before them, such as a date, or after."""
    found = {}
    tight = squeeze(title)
    if len(tight) < 10:
        return found
    for i in range(page.size - 1):
        first = squeeze(page.plain[i])
        if len(first) > len(tight) + 60 or not first:
            continue
        whole = first
        for n in range(2, 5):
            if i + n > page.size:
                break
            whole += squeeze(page.plain[i + n - 1])
            at = whole.find(tight)
            if at >= 0:
                if at < len(first) - 2 and len(whole) < len(tight) + 60:
                    found[i, n] = .7
                break
            if len(whole) > len(tight) + 100:
                break
    return found


def like_titles(page, titles):
    """Blocks that are nearly the title, for when none is quite: pages and their listings differ in a word."""
    found = {}
    for title in titles[:2]:
        if len(title) < 8:
            continue
        match = difflib.SequenceMatcher(None, "", title, autojunk=False)
        for i, t in enumerate(page.text):
            if not len(title) * .6 < len(t) < len(title) * 1.7:
                continue
            match.set_seq1(t)
            if match.real_quick_ratio() > .8 and match.quick_ratio() > .8:
                ratio = match.ratio()
                if ratio > .8:
                    found[i, 1] = max(found.get((i, 1), 0), .7 * ratio)
    return found
