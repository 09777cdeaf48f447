"""Invented pages for the trial: every story, place, person and outlet is made up, by chance that repeats."""

import datetime
import random

PEOPLE = "ferryman beadle mayor baker sexton glazier notary poet judge widow umpire herald dentist warden".split()
MANNERS = "sleepy eager retired lost cheerful former honest muddy windy left-handed bearded Müllersche".split()
THINGS = "weathercock bandstand teapot sundial harmonium trombone ladder kettle drawbridge bathtub parrot café".split()
DEEDS = "painted auctioned buried polished mislaid insured weighed borrowed blessed renamed hid measured sold".split()
PLACES = "behind the chapel|under Gannet bridge|at Pellworth quay|in Northmere|on Sankt-Ägidien-Straße|by the mill"
OUTLETS = ["The Ferry Times", "The Harbour Post", "Der Hafenbote", "The Quay Mirror", "Écho du Phare"]
AUTHORS = ["Odalys Pemberwick", "Jürgen Ahrenshoop", "Wren Halloway", "Siân Prendergast"]
# What a reader must not stumble over: quotes, backslashes, tabs' escapes, other scripts, and beyond 16 bits.
ODD = 'He wrote “C:\\temp\\new” & <b>\'quoted\'</b> "twice"; $1 {x} %s — ЗАПИСКИ, 항구, 🐙.'


class Story:
    """One text that outlets print, correct and copy."""

    def __init__(self, title, author, outlet, date, paragraphs):
        self.title, self.author, self.outlet, self.date = title, author, outlet, date
        self.paragraphs = paragraphs

    def page(self, outlet=None, paragraphs=None, closing=""):
        """The story on a page of its own, with whatever the page says after it."""
        day = f"{self.date:%B} {self.date.day}, {self.date.year}"
        byline = f"By {self.author} | {outlet or self.outlet} | {day}"
        return "\n\n".join([self.title, byline, *(paragraphs or self.paragraphs)]) + "\n" + closing

    def nameless(self):
        """The story without its outlet, as a copy pasted into a file is: it turns out to be the outlet's own."""
        day = f"{self.date:%B} {self.date.day}, {self.date.year}"
        return "\n\n".join([self.title, f"By {self.author}", day, *self.paragraphs]) + "\n"


class Newsroom:
    """Makes portions of pages: stories, edits, copies, lists, teasers, long texts, merges, duplicates, and no text."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.stories = []
        self.pages = []
        self.turn = 0

    def portion(self, size):
        """So many (name, bytes) or a few more: each kind in turn, so that even a short trial has all of them."""
        kinds = [self.fresh, self.edit, self.copy, self.nameless, self.archive, self.front, self.long, self.again,
                 self.halves, self.other_bytes, self.edit, self.refused]
        made = []
        while len(made) < size:
            for content in kinds[self.turn % len(kinds)]():
                key = f"{self.chance.getrandbits(64):016x}"
                made.append((f"{len(self.pages):05d}_{key}.txt", content))
                self.pages.append(content)
            self.turn += 1
        return made

    # Words

    def one(self, words):
        return self.chance.choice(words)

    def sentence(self):
        place, number = self.one(PLACES.split("|")), self.chance.randint(3, 98)
        who, other = f"the {self.one(MANNERS)} {self.one(PEOPLE)}", f"{self.one(MANNERS)} {self.one(PEOPLE)}"
        what, thing = self.one(DEEDS), self.one(THINGS)
        tail = f"{self.one(DEEDS)} {number} {self.one(THINGS)}s {self.one(PLACES.split('|'))}"
        return f"{who[0].upper()}{who[1:]} {what} a {thing} {place}, and no {other} {tail}."

    def paragraph(self, sentences=3):
        return " ".join(self.sentence() for _ in range(sentences))

    def story(self, paragraphs=4):
        title = f"{self.one(MANNERS).capitalize()} {self.one(PEOPLE)} {self.one(DEEDS)} {self.one(MANNERS)}" \
            f" {self.one(THINGS)} {self.one(PLACES.split('|'))}"
        date = datetime.date(2026, 1, 5) + datetime.timedelta(days=self.chance.randint(0, 120))
        texts = [self.paragraph() for _ in range(paragraphs)]
        if self.chance.random() < 0.3:
            texts.append(ODD)
        return Story(title, self.one(AUTHORS), self.one(OUTLETS), date, texts)

    def told(self, paragraphs=4):
        """A new story that later pages can edit and copy."""
        self.stories.append(self.story(paragraphs))
        return self.stories[-1]

    def old(self):
        return self.one(self.stories[-12:]) if self.stories else self.told()

    # Kinds of pages: each returns the pages it makes, in the order in which they are to come

    def fresh(self):
        return [self.told().page().encode()]

    def edit(self):
        story = self.old()
        place = self.chance.randrange(len(story.paragraphs))
        story.paragraphs[place] += " " + self.sentence()
        return [story.page().encode()]

    def copy(self):
        return [self.old().page(outlet=self.one(OUTLETS), closing="\nShare this story\n\nMost Read\n").encode()]

    def nameless(self):
        # Of an old story, or ahead of the outlet's own page, which a later copy or edit brings.
        return [(self.old() if self.chance.random() < 0.5 else self.told()).nameless().encode()]

    def halves(self):
        """Two reports, and a page that has both as one: the articles are merged."""
        story, rest = self.story(), self.story()
        whole = Story(story.title, story.author, story.outlet, story.date, story.paragraphs + rest.paragraphs)
        rest.title, rest.author, rest.outlet, rest.date = (
            f"{story.title}: what the clerk said", story.author, story.outlet, story.date)
        return [part.page().encode() for part in (story, rest, whole)]

    def archive(self):
        """A list of posts: two older stories and a new one, as a blog shows them."""
        posts = []
        for story in [self.old(), self.old(), self.told(3)]:
            footer = f"{story.date:%B} {story.date.day}, {story.date.year} Posted by | Harbour Works | , , |" \
                " Leave a comment"
            posts.append(story.page() + "\n" + footer + "\n")
        return [("Tidewater Notebook\n\nЗАПИСКИ У ПРИЛИВА\n\n" + "\n".join(posts)).encode()]

    def front(self):
        """Headlines with a summary each; some point to stories that are held."""
        lines = ["The Saltmarsh Courier", "", "Thursday, March 5, 2026", ""]
        for number in range(5):
            title = self.old().title if number == 0 else self.story().title
            lines += [title, self.sentence(), ""]
        return ["\n".join(lines).encode()]

    def long(self):
        """More than fits in one line of the log, with characters of two to four bytes."""
        return [self.told(paragraphs=110).page().encode()]

    def again(self):
        return [self.one(self.pages)] if self.pages else self.fresh()

    def other_bytes(self):
        """The text of an earlier page in UTF-16."""
        story = self.old()
        return [b"\xff\xfe" + story.page().encode("utf-16-le")]

    def refused(self):
        """No text at all."""
        return [b"\x7fELF" + self.chance.randbytes(600)]
