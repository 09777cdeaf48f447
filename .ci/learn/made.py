"""Pages made of the stories of a corpus, in forms that few collected pages have: `made.py WORK FOLDER…`

They are written as a corpus of their own, WORK/made, and learned from with the others: front pages, where teasers stand
above a story; interviews; live pages; stories with headings, in torn sentences, or with short lines such as verses and recipes. What
they say makes no sense; only their form is learned from. A fixed seed makes the same pages each time.
"""
import json
import os
import random
import re
import sys

import corpus
import gold

#: Pages of each form.
COUNT = 160
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MENUS = [["Home", "News", "Sport", "Contact"], ["Start", "Politik", "Kultur", "Impressum"], ["Accueil", "Monde", "Culture"],
         ["Inicio", "Noticias", "Deportes"], []]
FEET = [["Related stories", "Most read", "Contact us"], ["Share this story"], ["Mehr zum Thema", "Impressum"],
        ["Comments", "Newsletter"], ["Popular", "Tags"], []]
UNITS = ["g", "ml", "cups of", "EL", "pinch of", "kg", ""]


class Story:
    """A story whose whole text is known."""

    def __init__(self, site, post):
        self.site, self.title = site, post["title"].strip()
        self.paragraphs = [line.strip() for line in post["body"].split("\n") if line.strip()]
        self.authors = [name for name in post["authors"] or [] if name]

    def words(self, draw, least, most):
        """Some neighbouring words of the text."""
        words = draw.choice(self.paragraphs).split()
        count = draw.randint(least, most)
        at = draw.randint(0, max(0, len(words) - count))
        return " ".join(words[at:at + count]).strip(".,;:")


def stories(folders):
    """The stories of all single pages, one for each site and title."""
    found = {}
    for part in corpus.parts(folders):
        for known in gold.read_gold(part).values():
            post = known["posts"][0] if known["single"] else None
            if post and post["title"] and post["body"] and len(post["body"]) > 600:
                found[known["site"], post["title"]] = Story(known["site"], post)
    return [found[key] for key in sorted(found)]


def day(draw):
    """A day as people write it, and as ISO 8601 does."""
    year, month, date = draw.randint(2005, 2026), draw.randint(1, 12), draw.randint(1, 28)
    name = MONTHS[month - 1]
    written = draw.choice([f"{name} {date}, {year}", f"{date} {name} {year}", f"{draw.choice(DAYS)}, {name} {date}, {year}",
                           f"{date:02}.{month:02}.{year}"])
    return written, f"{year}-{month:02}-{date:02}"


def byline(draw, story):
    """The lines below a headline, with what they say."""
    kind = draw.randint(0, 3)
    written, iso = day(draw)
    author = story.authors[0] if story.authors else None
    if kind == 0:
        return [], None, []
    if kind == 1 or not author:
        return [written], iso, []
    if kind == 2:
        return [f"By {author}", written], iso, [author]
    return [f"By {author} | {written}"], iso, [author]


def comments(draw, story, others):
    """What readers wrote below a story."""
    lines = [draw.choice([f"{len(others)} Comments", f"{len(others)} responses to “{story.title}”", "Comments",
                          f"{len(others)} Kommentare", f"{len(others)} commentaires"])]
    for other in others[:draw.randint(1, 4)]:
        name = other.authors[0] if other.authors else other.words(draw, 1, 2).title()
        lines += [draw.choice([f"{name} says:", name, f"{name} on {day(draw)[0]}"]),
                  draw.choice(other.paragraphs)[:draw.randint(60, 500)]]
    return lines


def foot(draw, story, others):
    """What stands below a story: buttons, other stories' headlines, comments."""
    lines = list(draw.choice(FEET))
    if draw.random() < 0.4:
        heading = draw.choice(["Most read", "Popular", "Related", "Mehr zum Thema", "Lire aussi", ""])
        titles = [other.title for other in others[:draw.randint(2, 6)]]
        if draw.random() < 0.4:
            titles = [f"{place} {title}" for place, title in enumerate(titles, 1)]
        lines += [heading] + titles
    if draw.random() < 0.25:
        lines += comments(draw, story, others)
    return lines + [draw.choice(["", f"© {draw.randint(2005, 2026)} {story.words(draw, 1, 2).title()}"])]


def head(draw, story):
    """What stands above a story: a menu, and the day on which the page was made."""
    lines = draw.choice(MENUS) * draw.randint(0, 1)
    return lines + [day(draw)[0]] * (draw.random() < 0.15)


def post(kind, title, body, published=None, authors=()):
    """A post of the gold."""
    return dict(kind=kind, title=title, body="\n\n".join(body), published=published, date_raw=None, authors=list(authors),
                partial=False, title_in_text=True, date_in_text=bool(published), author_in_text=bool(authors),
                body_in_text=1.0)


def lone(draw, story, others, text, lines=None):
    """A page of one story with some text; a line that sums it up may stand below the headline."""
    facts, iso, authors = byline(draw, story) if lines is None else lines
    dek = [others[-1].paragraphs[0].split(". ")[0][:160]] * (draw.random() < 0.2)
    kicker = [draw.choice(["Politics", "World", "Kultur"]) + " " + story.title] * (draw.random() < 0.1)
    blocks = head(draw, story) + [story.title] + kicker + dek + facts + text + foot(draw, story, others)
    return blocks, [post("article", story.title, text, iso, authors)]


def front(draw, story, others):
    """Teasers, mostly with a story below them; with the day on which the page was made above them, or without."""
    has_story = draw.random() < 0.65
    blocks = draw.choice(MENUS) * draw.randint(0, 1)
    if draw.random() < 0.6:
        blocks = blocks + ["The " * draw.randint(0, 1) + story.words(draw, 1, 3).title()]
    if draw.random() < 0.5:
        blocks = blocks + [day(draw)[0]]
    is_close = draw.random() < 0.4
    posts = []
    for other in others[:draw.randint(2, 5) if has_story else draw.randint(4, 10)]:
        summary = other.paragraphs[0][:180].rsplit(" ", 1)[0]
        summary += draw.choice(["", ".", "…", " ..."])
        blocks += [f"{other.title}\n{summary}"] if is_close else [other.title, summary]
        posts.append(post("teaser", other.title, [summary]))
    if not has_story:
        return blocks + draw.choice(FEET), posts
    text = story.paragraphs[:draw.randint(4, 12)]
    facts, iso, authors = byline(draw, story)
    again = [draw.choice(["", "Politics", "World"]) + story.title] * draw.randint(0, 1)
    caption = story.words(draw, 8, 18)
    doubled = [caption, caption] * draw.randint(0, 1)
    blocks += [story.title] + again + facts + doubled + text + draw.choice(FEET)
    return blocks, posts + [post("article", story.title, text, iso, authors)]


def interview(draw, story, others):
    """Questions with answers, long or in a few words."""
    is_quick = draw.random() < 0.5
    text = [] if is_quick and draw.random() < 0.5 else [story.paragraphs[0]]
    for other in others[:draw.randint(4, 9)]:
        question = draw.choice([other.title.rstrip(".!?") + "?", story.words(draw, 2, 7).capitalize() + "?"])
        answer = other.words(draw, 3, 14).capitalize() + "." if is_quick else draw.choice(other.paragraphs)
        text += [question, answer]
    lines = ([], None, []) if is_quick and draw.random() < 0.5 else None
    return lone(draw, story, others, text, lines)


def live(draw, story, others):
    """Entries with their times."""
    minute, text, form = draw.randint(300, 1300), [story.paragraphs[0]], draw.randint(0, 2)
    if draw.random() < 0.5:
        text.append(draw.choice(["Welcome to our live coverage.", "Here is what happened, as it happened."]))
    for other in others[:draw.randint(4, 9)]:
        minute -= draw.randint(3, 40)
        clock = f"{minute // 60 % 24:02}:{minute % 60:02}"
        entry = [draw.choice(other.paragraphs) for _ in range(draw.randint(1, 2))]
        text += [[clock, other.title], [f"{clock} {other.title}"], [clock]][form] + entry
    title = draw.choice(["LIVE: ", "Live: ", "Liveblog: ", ""]) + story.title
    blocks, posts = lone(draw, story, others, text)
    return [title if block == story.title else block for block in blocks], [dict(posts[0], title=title)]


def sections(draw, story, others):
    """A story whose text has headings."""
    text, numbered = story.paragraphs[:draw.randint(1, 3)], draw.random() < 0.5
    for place, other in enumerate(others[:draw.randint(2, 6)], 1):
        heading = draw.choice([other.title, story.words(draw, 2, 6).capitalize(), " ".join(other.title.split()[:4])])
        count = draw.randint(1, 4)
        at = draw.randint(0, max(0, len(other.paragraphs) - count))
        text = text + [f"{place}. {heading}" if numbered else heading] + other.paragraphs[at:at + count]
    return lone(draw, story, others, text)


def torn(draw, story, others):
    """A story with a sentence or two in each block."""
    text = []
    for paragraph in story.paragraphs[:draw.randint(3, 10)]:
        sentences = re.split(r"(?<=[.!?]) +|(?<=[。！？])", paragraph)
        size = draw.randint(1, 2)
        text += [" ".join(sentences[at:at + size]).strip() for at in range(0, len(sentences), size)]
    return lone(draw, story, others, [block for block in text if block])


def short(draw, story, others):
    """A story with short lines in the midst of its text."""
    kind, count = draw.randint(0, 4), draw.randint(3, 9)
    if kind == 0:
        lines = [story.words(draw, 3, 7).capitalize() + draw.choice([",", ";", ""]) for _ in range(count)]
    elif kind == 1:
        lines = [f"{story.words(draw, 1, 3).title()} {draw.randint(1, 99)} {draw.randint(1, 99)}" for _ in range(count)]
    elif kind == 2:
        unit = draw.choice(UNITS)
        lines = [f"{draw.randint(1, 500)} {unit} {story.words(draw, 1, 2)}".replace("  ", " ") for _ in range(count)]
    elif kind == 3:
        sign, end = draw.choice(":."), draw.choice(["", " Uhr", " h"])
        lines = [f"{8 + place}{sign}{draw.choice(['00', '30', '15'])}{end} {story.words(draw, 1, 4).capitalize()}"
                 for place in range(count)]
    else:
        lines = [story.words(draw, 3, 8).capitalize() for _ in range(count)]
    at = draw.randint(1, min(4, len(story.paragraphs) - 1))
    tail = story.paragraphs[at:at + draw.randint(1, 6)]
    return lone(draw, story, others, story.paragraphs[:at] + lines + tail)


FORMS = (front, interview, live, short, sections, torn)


def main(work, *folders):
    draw = random.Random(20261128)
    found = [story for story in stories(folders) if len(story.paragraphs) >= 4]
    base = os.path.join(work, "made", "archive-pages")
    os.makedirs(os.path.join(base, "dumps"))
    if len(found) < 12:
        found = []
    with open(os.path.join(base, "gold.jsonl"), "w", encoding="utf-8") as rows:
        for place in range(COUNT * len(FORMS) if found else 0):
            make = FORMS[place % len(FORMS)]
            story = draw.choice(found)
            # All of a page is of one fold, as its site is: what stands on it beside its story is of that fold too.
            others = [other for other in draw.sample(found, min(len(found), 40))
                      if corpus.fold(other.site) == corpus.fold(story.site) and other is not story]
            if len(others) < 5:
                continue
            blocks, posts = make(draw, story, others)
            name = f"made-{place}.txt"
            with open(os.path.join(base, "dumps", name), "w", encoding="utf-8") as dump:
                dump.write(draw.choice(["\n\n", "\n\n", "\n"]).join(block for block in blocks if block) + "\n")
            rows.write(json.dumps(dict(site_key=story.site, group="made", converter="made", file=f"dumps/{name}", posts=posts,
                                       article_count_accept=[len(posts)]), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
