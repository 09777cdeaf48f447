"""etc/cookbook.sql as its questions: a number, the words to run, and the answer in its comments."""

import re
import subprocess
from dataclasses import dataclass

QUESTION = re.compile(r"-- (\d+)\. (.*)")
ANSWER = "-->"


@dataclass
class Question:
    """One question: its lines without the answer, and the answer as the shell prints it."""

    number: int
    words: str
    lines: list
    answer: list

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


class Cookbook:
    """The file's head, which sets how the shell prints, and its questions."""

    def __init__(self, path):
        self.path = path
        self.head = []
        self.questions = []
        for line in path.read_text().splitlines():
            found = QUESTION.fullmatch(line)
            if found:
                self.questions.append(Question(int(found[1]), found[2], [], []))
            if not self.questions:
                self.head.append(line)
            elif line.startswith(ANSWER):
                self.questions[-1].answer.append(line.removeprefix(ANSWER).removeprefix(" "))
            else:
                self.questions[-1].lines.append(line)

    @property
    def commands(self):
        """The lines of the head that make the desk."""
        return [line[2:].strip() for line in self.head if line.startswith("--     copydesk ")]

    def ask(self, question, database):
        """What the stock shell answers, as lines; it ends the program where the shell complains."""
        said = subprocess.run(["sqlite3", "-readonly", "-bail", database], capture_output=True, text=True,
                              input="\n".join(self.head) + "\n" + question.text)
        if said.returncode or said.stderr:
            raise SystemExit(f"question {question.number}: {said.stderr}")
        return said.stdout.splitlines()

    def write(self, database):
        """Puts what this database answers below each query."""
        lines = list(self.head)
        for question in self.questions:
            end = max(n for n, line in enumerate(question.lines) if line and not line.startswith(("--", ".")))
            lines += question.lines[:end + 1]
            lines += [f"{ANSWER} {line}".rstrip() for line in self.ask(question, database)]
            lines += question.lines[end + 1:]
        self.path.write_text("\n".join(lines) + "\n")
