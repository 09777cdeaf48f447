"""A page and a post of its gold, folded once: they are compared many times."""
import collections
import re

from .text import ADDRESS, CJK, TOKEN, fold, grams, squeeze


class Page:
    """The blocks of a page, folded once, with an index from runs of words to blocks."""

    def __init__(self, blocks):
        """Fold and index all blocks at once, since each post is looked for among them."""
        self.blocks = blocks
        self.size = len(blocks)
        self.text = [fold(b["t"]) for b in blocks]
        self.plain = [fold(ADDRESS.sub(" ", b["t"])) if "/" in b["t"] else t for b, t in zip(blocks, self.text)]
        self.tight = [squeeze(t) for t in self.text]
        self.tokens = [TOKEN.findall(t) for t in self.text]
        self.grams = [grams(t) if len(t) >= 3 else set() for t in self.tokens]
        self.days = [set(b.get("days") or ()) for b in blocks]
        self.dated = set()  # short lines with the day of some post, which our own reader may not read
        self.where = collections.defaultdict(list)
        self.by_text = collections.defaultdict(list)
        for i, own in enumerate(self.grams):
            for g in own:
                self.where[g].append(i)
        for i, t in enumerate(self.tight):
            for way in {t, squeeze(self.plain[i])} - {""}:
                self.by_text[way].append(i)

    def prose(self, i):
        """Whether the block is long enough to be told for running text."""
        return len(self.blocks[i]["t"]) >= 100 or len(CJK.findall(self.blocks[i]["t"])) >= 40


class Post:
    """A post of the gold, folded once, with what is learnt of its place."""

    def __init__(self, page, gold):
        """Fold the gold and find its body, which tells like headlines apart."""
        self.gold = gold
        self.titles = [t for t in (fold(x) for x in [gold.get("title"), *(gold.get("title_accept") or ())]) if t]
        self.titled = bool(self.titles) and bool(gold.get("title_in_text", True))
        self.lines = [x for x in (squeeze(fold(line)) for line in (gold.get("body") or "").split("\n")) if x]
        self.body = "".join(self.lines)
        self.starts = {}
        at = 0
        for line in self.lines:
            self.starts.setdefault(line, []).append(at)
            at += len(line)
        self.days = {d for d in [gold.get("published"), *(gold.get("published_accept") or ())] if d and str(d) > "1900"}
        self.raw = fold(gold.get("date_raw"))
        end = r"" if re.search(r"\d{4}$", self.raw) else r"(?!\w)"
        self.raw_form = re.compile(r"(?<!\d)" + re.escape(self.raw) + end)
        named = (fold(re.sub(r"^by\s+", "", str(a), flags=re.I)) for a in gold.get("authors") or ())
        self.names = [n for n in named if n]
        bound = [re.escape(n) if CJK.search(n) else r"(?<![^\W\d])" + re.escape(n) + r"(?![^\W\d])" for n in self.names]
        self.names_form = re.compile("|".join(bound)) if bound else None
        self.passages = [x for x in (squeeze(fold(m)) for m in gold.get("must") or ()) if x]
        self.foreign = [x for x in (squeeze(fold(m)) for m in gold.get("mustnot") or ()) if x]
        self.hits = self.find_body(page)
        self.sums = [0]
        for i in range(page.size):
            self.sums.append(self.sums[-1] + self.hits.get(i, 0))
        self.first_hits = sorted(self.hits)
        self.start = self.length = None
        self.chain = {}

    def find_body(self, page):
        """Blocks that hold part of the body, with how many of its words: {block: weight}."""
        if not self.body:
            return self.find_passages(page)
        tokens = TOKEN.findall(fold(self.gold["body"]))
        own = grams(tokens)
        count = collections.Counter()
        for g in own:
            near = page.where.get(g)
            if near and len(near) < 12:
                count.update(near)
        hits = {}
        for i, n in count.items():
            if n >= .5 * len(page.grams[i]) or (len(own) >= 3 and n >= .8 * len(own)):
                hits[i] = n
        if len(tokens) < 3 and not hits:
            for i in page.by_text.get(self.body, ()):
                hits[i] = 1
        return hits

    def find_passages(self, page):
        """Without a body: blocks of the known passages, else the long ones, which are most likely text."""
        hits = {}
        if self.passages:
            for i, t in enumerate(page.tight):
                if any(p in t or (len(t) > 25 and t in p) for p in self.passages):
                    hits[i] = max(1, len(page.tokens[i]))
        elif self.gold.get("body") is None:
            for i in range(page.size):
                if page.prose(i):
                    hits[i] = len(page.tokens[i])
        return hits

    def shows_date(self, page, i):
        """Whether the block prints the day of the post."""
        if self.days & page.days[i]:
            return True
        return len(self.raw) >= 4 and bool(self.raw_form.search(page.plain[i]))

    def shows_author(self, page, i):
        """Whether the block names an author of the post."""
        return bool(self.names_form and self.names_form.search(page.plain[i]))
