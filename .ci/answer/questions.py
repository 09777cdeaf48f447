"""What is asked: each question of the cookbook, and what the program itself answers."""

from dataclasses import dataclass

# A new command, or a new way to ask one, is a line here. FOLDER is a scratch folder that is empty each time.
COMMANDS = [
    "search harbour",
    "search harbour --limit 100",
    "search '\"harbour board\"'",
    "search 'harb*'",
    "search 'NEAR(ferry harbour, 5)'",
    "search 'harbour -ferry'",
    "search 'ferry outlet:\"Coast Wire\"'",
    "search 'harbour after:2025 lang:en'",
    "search 'kind:teaser bridge'",
    "search harbour --order recent",
    "search harbour --order newest",
    "search harbour --count",
    "search harbour --json",
    "search 渔船",
    "search 見張り",
    "search ตลาด",
    "show art_6mlctvkxgn63r325pvpf33ub6z",
    "show art_6mlctvkxgn63r325pvpf33ub6z --diff 1 2",
    "status",
    "status --json",
    "export --format csv",
    "export --format jsonl harbour",
    "export --format csv harbour",
    "export --format bibtex harbour",
    "export --format csl harbour",
    "export --format markdown harbour",
    "export --format markdown --into FOLDER/notes harbour",
    "report FOLDER/report.html",
]
# These write all that the desk holds, a page of it, or thousands of files: they may take longer than a question.
MAY_BE_SLOW = ["report", "export --format markdown --into"]
WHOLE = ["export --format csv"]


@dataclass
class Asked:
    """Words to run and what to write to them; where they may leave files; and how they are called in the table."""

    name: str
    words: list
    script: str = ""
    folder: object = None
    may_be_slow: bool = False


def questions(cookbook, program, database, folder):
    for question in cookbook.questions:
        script = "\n".join(cookbook.head) + "\n" + question.text
        yield Asked(f"{question.number}. {question.words}", ["sqlite3", "-readonly", "-bail", str(database)], script)
    scratch = folder / "scratch"
    for line in COMMANDS:
        command, *rest = line.split(" ", 1)
        typed = " ".join([f"'{program}'", command, f"--home '{database.parent}'", *rest])
        yield Asked(f"`copydesk {line.replace('FOLDER/', '')}`", ["sh", "-c", typed.replace("FOLDER", str(scratch))],
                    folder=scratch, may_be_slow=line in WHOLE or any(line.startswith(start) for start in MAY_BE_SLOW))
