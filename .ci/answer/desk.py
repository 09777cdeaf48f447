"""Desks to be asked: the one that the cookbook shows, and the same with the benchmark's dumps in it."""

import os
import shutil
import subprocess


def made(cookbook, program, folder):
    """Types the cookbook's lines where they are to be typed, with another home folder; returns the database."""
    tools = folder / "bin"
    tools.mkdir(parents=True)
    (tools / "copydesk").symlink_to(program)
    surroundings = {**os.environ, "HOME": str(folder), "PATH": f"{tools}:{os.environ['PATH']}"}
    for line in cookbook.commands:
        run(["sh", "-c", line], cwd=cookbook.path.parent / "cookbook", env=surroundings)
    return folder / "cookbook" / "copydesk.db"


def filled(cookbook, program, folder, dumps):
    """The cookbook's desk with so many made dumps, so that each question has an answer and much to look through.

    What an earlier run left is used again where it is of as many dumps; a desk of other rules or another schema has to
    be removed by hand.
    """
    complete = folder / f"complete-{dumps}"
    database = folder / "cookbook" / "copydesk.db"
    if complete.exists():
        return database
    for name in ["bin", "cookbook", "dumps"]:
        shutil.rmtree(folder / name, ignore_errors=True)
    for mark in folder.glob("complete-*"):
        mark.unlink()
    made(cookbook, program, folder)
    run([program.parent / "bench", "--make", folder / "dumps", "--dumps", str(dumps)])
    run([program, "run", "--once", "--home", database.parent, "--deliver", folder / "dumps"])
    complete.touch()
    return database


def run(words, **options):
    """Runs a program that has to succeed."""
    said = subprocess.run(words, capture_output=True, text=True, **options)
    if said.returncode:
        raise SystemExit(f"answers: {words} ended with {said.returncode}: {said.stderr}")
