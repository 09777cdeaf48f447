"""Times what a desk is asked: python3 .ci/answer PROGRAM [--keep DIR] [--dumps N], or --write PROGRAM."""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import desk  # noqa: E402
from cookbook import Cookbook  # noqa: E402
from questions import questions  # noqa: E402
from timing import Timing  # noqa: E402

REPOSITORY = HERE.parent.parent


def write(cookbook, program):
    with tempfile.TemporaryDirectory(prefix="answers-") as folder:
        cookbook.write(desk.made(cookbook, program, pathlib.Path(folder)))


def measure(cookbook, options, folder):
    database = desk.filled(cookbook, options.program, folder, options.dumps)
    count = "SELECT (SELECT count(*) FROM articles) || ' articles in ' || (SELECT count(*) FROM dumps) || ' dumps'"
    said = subprocess.run(["sqlite3", "-readonly", database, count], capture_output=True, text=True, check=True)
    shell = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    print(f"{said.stdout.strip()}; sqlite3 {shell}; seconds, median of {Timing.rounds}\n")
    print("| question | seconds | lines |\n|---|---|---|")
    slow = failed = 0
    for question in questions(cookbook, options.program, database, folder):
        timing = Timing.of(question)
        print(timing.row, flush=True)
        slow += timing.is_slow
        failed += timing.has_failed
    if slow or failed:
        raise SystemExit(f"answers: {slow} took more than a second, {failed} failed")


def main():
    parser = argparse.ArgumentParser(prog=".ci/answers")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where dumps and desk are left, or found")
    parser.add_argument("--dumps", type=int, default=10_000, help="how many are made (10000)")
    parser.add_argument("--write", action="store_true", help="write the cookbook's answers anew")
    options = parser.parse_args()
    options.program = options.program.resolve()
    cookbook = Cookbook(REPOSITORY / "etc" / "cookbook.sql")
    if options.write:
        write(cookbook, options.program)
    elif options.keep:
        measure(cookbook, options, options.keep.resolve())
    else:
        with tempfile.TemporaryDirectory(prefix="answers-") as folder:
            measure(cookbook, options, pathlib.Path(folder))


main()
