"""Reads what `copydesk export` wrote with the tools that people open it with, and compares it with the database.

export.py harm                     prints SQL that gives the articles of a desk hostile texts
export.py FORM DATABASE FILE       FORM is jsonl, csv, bibtex, csl or markdown (FILE is then a folder)
"""

import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys

HOSTILE = [
    '=HYPERLINK("http://example.org/?"&A1,"look")',
    'He said "no", twice; then: "yes"',
    "two\nlines, and\r\na third\rand a fourth",
    "\x01\x1b[2J\x07\x7f\x85\x9b31m controls",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 emoji \U0001f1ea\U0001f1fa",
    "\u05e9\u05dc\u05d5\u05dd \u202e right to left \u202c \u0645\u0631\u062d\u0628\u0627",
    "{unbalanced, and }}} again {",
    "\\input{secrets} \\\\ \\end{document}",
    "100 % & $5 # _x_ ~ ^ -- --- `a` 'b'",
    "--- # yaml: [x, y] {a: b} !!python/object &x *y | > %",
    "null",
    "2026-01-01",
    "NA",
    " leading and trailing ",
    "<script>alert(1)</script> <b>bold</b> &amp; &lt;",
    "# heading # *em* _em_ **strong** `code` [a](http://x) ![i](x) ~~s~~ ||t||",
    "line \u2028 separators \u2029 and a mark \ufeff",
    "quotes with accents \"\u0301 '\u0301 ,\u0301 \n\u0301 \\\u0301",
    "@article{evil, title = {no}} @comment{x} @string",
    "Ostrander, and others and Sons",
]
BODIES = HOSTILE + [
    "- list\n- of lines\n\n1. first\n2) second\n\n    code\n\n\ttabbed\n\n> quoted\n\nSetext\n---\n\nOther\n===\n\n+ x\n: y",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n\n___\n\n```\nfence\n```\n\n~~~\nfence\n~~~\n\n[a]: http://x\n\n{{ liquid }}",
    "long \"words\", lines\nand signs \u00e9\U0001f40b\n\n" * 30_000,
]


def harm():
    print(".bail on\nBEGIN;")
    text = lambda value: f"CAST(x'{value.encode().hex()}' AS TEXT)"
    for number, body in enumerate(BODIES):
        title = HOSTILE[number % len(HOSTILE)]
        other = HOSTILE[(number + 7) % len(HOSTILE)]
        names = json.dumps([other, "Ada Quill", title], ensure_ascii=False)
        row = f"(SELECT key FROM article ORDER BY key LIMIT 1 OFFSET {number})"
        print(f"UPDATE article SET site = {text(other)} WHERE key = {row};")
        print(f"""UPDATE revision SET title = {text(title)}, authors_json = {text(names)}, outlet = {text(title)},
            categories_json = {text(names)}, body = {text(body)}, body_start = NULL, body_bytes = NULL
            WHERE article = {row};""")
    # One of which only the text is known.
    row = f"(SELECT key FROM article ORDER BY key LIMIT 1 OFFSET {len(BODIES)})"
    print(f"""UPDATE revision SET title = NULL, authors_json = NULL, outlet = NULL, published_on = NULL, posted_on = NULL,
        categories_json = NULL, language = NULL WHERE article = {row};
        UPDATE article SET site = NULL WHERE key = {row};\nCOMMIT;""")


def rows_of(database):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return [dict(row) for row in connection.execute("SELECT * FROM articles ORDER BY first_seen_at, id")]


def same(found, rows, what):
    """Compares rows by id, whatever their order."""
    found = {row["id"]: row for row in found}
    assert len(found) == len(rows), f"{what}: {len(found)} rows instead of {len(rows)}"
    for row in rows:
        for name, value in row.items():
            got = found[row["id"]][name]
            assert got == value, f"{what}: {row['id']} {name}: {got!r:.300} instead of {value!r:.300}"


def read_jsonl(rows, file):
    import duckdb
    import pandas

    listed = [{n: json.loads(v) if n.endswith("_json") and v else v for n, v in row.items()} for row in rows]
    with open(file, encoding="utf-8", newline="\n") as lines:
        same([json.loads(line) for line in lines], listed, "json")
    frame = pandas.read_json(file, lines=True, dtype=False)
    frame = frame.astype(object).where(frame.notna(), None)
    same(frame.to_dict("records"), listed, "pandas")
    columns = ", ".join(f"{name}: '{kind(name)}'" for name in rows[0])
    relation = duckdb.sql(f"SELECT * FROM read_json('{file}', format = 'newline_delimited', columns = {{{columns}}})")
    names = [column[0] for column in relation.description]
    same([dict(zip(names, row)) for row in relation.fetchall()], listed, "duckdb")


def kind(name):
    if name.endswith("_json"):
        return "VARCHAR[]"
    return "BIGINT" if name in ("word_count", "revision", "revisions", "appearances") else "VARCHAR"


def read_csv(rows, file):
    import duckdb
    import pandas

    raw = pathlib.Path(file).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    flat = [{n: "" if v is None else str(v) for n, v in row.items()} for row in rows]
    csv.field_size_limit(1 << 30)
    with open(file, encoding="utf-8", newline="") as text:
        same(list(csv.DictReader(text, strict=True)), flat, "csv")
    frame = pandas.read_csv(file, dtype=str, keep_default_na=False, lineterminator=None)
    same(frame.to_dict("records"), flat, "pandas")
    relation = duckdb.read_csv(file, header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"')
    names = [column[0] for column in relation.description]
    # It tells an unknown value from an empty text, since texts stand in quotes.
    known = [{n: None if v is None else str(v) for n, v in row.items()} for row in rows]
    same([dict(zip(names, row)) for row in relation.fetchall()], known, "duckdb")


def plain(text):
    """A text as a line: what is no sign is a space, and quotes, which TeX turns, are all one."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\\s]+", " ", text or "").strip()
    return re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))


def untex(text):
    for name, sign in {
        "backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^",
    }.items():
        text = text.replace("\\text" + name + "{}", "\0" + sign)
    text = text.replace("\\`{}", "`")
    text = re.sub(r"\\([{}])", "\0\\1", text)
    text = re.sub(r"\\([$&%#_])", r"\1", text).replace("{}-", "-")
    return re.sub(r"(?<!\0)[{}]", "", text).replace("\0", "")


def pandoc(*words, text=None):
    return subprocess.run(["pandoc", *words], input=text, capture_output=True, check=True, encoding="utf-8").stdout


def read_bibtex(rows, file):
    import bibtexparser
    from pybtex.database import parse_file

    library = bibtexparser.parse_file(file, encoding="utf-8")
    assert not library.failed_blocks, library.failed_blocks
    entries = {entry.key: entry for entry in library.entries}
    people = parse_file(file, bib_format="bibtex", encoding="utf-8").entries
    cited = {item["id"]: item for item in json.loads(pandoc("-f", "bibtex", "-t", "csljson", file))}
    assert len(entries) == len(people) == len(cited) == len(rows)
    for row in rows:
        key, entry = row["id"], entries[row["id"]]
        source = row["outlet"] or row["site"]
        fields = {field.key: field.value for field in entry.fields}
        assert entry.entry_type == ("article" if source else "misc") == people[key].type
        for field, value in {"title": row["title"], "journal": source}.items():
            assert plain(untex(fields.get(field, ""))) == plain(value), f"bibtexparser: {fields.get(field)!r}"
            assert plain(untex(people[key].fields.get(field, ""))) == plain(value), "pybtex"
        authors = json.loads(row["authors_json"] or "[]")
        assert len(people[key].persons.get("author", [])) == len(authors), f"pybtex: {fields.get('author')!r}"
        if len(authors) == 3:
            assert str(people[key].persons["author"][1]) == "Quill, Ada", people[key].persons
        item = cited[key]
        title = re.sub('^<span class="nocase">(.*)</span>$', r"\1", item.get("title", ""), flags=re.S)
        # citeproc's own markup has no way to say that a sign is only a sign, and pandoc leaves lone braces out.
        wanted = row["title"] or ""
        if wanted.startswith("{unbalanced"):
            wanted = re.sub("[{}]", "", wanted)
        if "<" not in wanted:
            assert plain(title).split() == plain(wanted).split(), f"pandoc: {title!r} instead of {wanted!r}"
        if row["published_on"]:
            assert item["issued"]["date-parts"] == [[int(part) for part in row["published_on"].split("-")]]
            assert fields["year"] == row["published_on"][:4] and fields["date"] == row["published_on"]
        assert not source or item["type"] == "article-newspaper", item["type"]


def read_csl(rows, file):
    items = {item["id"]: item for item in json.load(open(file, encoding="utf-8"))}
    assert len(items) == len(rows)
    for row in rows:
        item = items[row["id"]]
        assert item["type"] == "article-newspaper"
        assert item.get("title") == row["title"] and item.get("container-title") == (row["outlet"] or row["site"])
        assert [name["literal"] for name in item.get("author", [])] == json.loads(row["authors_json"] or "[]")
        assert item.get("language") == row["language"]
    cited = {item["id"]: item for item in json.loads(pandoc("-f", "csljson", "-t", "csljson", file))}
    assert cited.keys() == items.keys()
    document = "---\nnocite: '@*'\nbibliography: " + json.dumps(file) + "\n---\n"
    printed = pandoc("--citeproc", "-f", "markdown", "-t", "html", "--wrap=none", text=document)
    assert printed.count('class="csl-entry"') == len(rows), printed[:1000]
    assert "<script>" not in printed
    for row in rows:
        if row["published_on"]:
            assert row["published_on"][:4] in printed


def read_markdown(rows, folder):
    import yaml

    files = sorted(pathlib.Path(folder).iterdir())
    assert len(files) == len(rows), [file.name for file in files]
    found = {}
    for file in files:
        text = file.read_bytes().decode("utf-8")
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d|undated)-[^\x00-\x20/\\:*?\"<>|]*art_[a-z2-7]{26}\.md", file.name), file.name
        assert text.startswith("---\n") and len(file.name.encode()) < 140
        matter, content = text[4:].split("\n---\n", 1)
        fields = yaml.safe_load(matter)
        assert file.name.endswith(fields["id"] + ".md")
        found[fields["id"]] = (fields, content)
    for row in rows:
        fields, content = found[row["id"]]
        wanted = {n: v for n, v in row.items() if n != "body" and not n.endswith("_json")}
        for name in ("authors", "categories"):
            wanted[name] = json.loads(row[name + "_json"]) if row[name + "_json"] else None
        assert fields == wanted, f"{fields} instead of {wanted}"
        # What a reader of Markdown shows is the text; only spaces may differ.
        control = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
        shown = pandoc("-f", "commonmark", "-t", "plain", "--wrap=none", text=content)
        words = re.sub(control, "\ufffd", (row["title"] or "").replace("\r\n", "\n").replace("\r", "\n"))
        body = re.sub(control, "\ufffd", row["body"].replace("\r\n", "\n"))
        assert shown.split() == (words + "\n\n" + body).split(), f"{shown[:600]!r} instead of {body[:600]!r}"
        html = pandoc("-f", "gfm-autolink_bare_uris+tex_math_dollars", "-t", "html", "--wrap=none", text=content)
        tags = set(re.findall(r"<([a-z0-9]+)", html)) - {"p", "h1", "br"}
        assert not tags, f"{tags}: {html[:600]!r}"


if sys.argv[1] == "harm":
    harm()
else:
    found = rows_of(sys.argv[2])
    globals()["read_" + sys.argv[1]](found, sys.argv[3])
    print(len(found))
