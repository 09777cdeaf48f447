"""Tries followers of the change log with the real programs: python3 .ci/follow PROGRAM [NAME…] [--whole]."""

import argparse
import importlib
import pathlib
import shutil
import signal
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from children import Child  # noqa: E402
from follower import Follower  # noqa: E402
from table import Table  # noqa: E402
from trial import Trial  # noqa: E402


def followers():
    """The follower classes of the folder `followers`, by name: each file there has one or more."""
    found = {}
    for path in sorted((HERE / "followers").glob("*.py")):
        module = importlib.import_module(f"followers.{path.stem}")
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Follower) and kind.name:
                found[kind.name] = kind
    return found


def main():
    known = followers()
    parser = argparse.ArgumentParser(prog=".ci/followers")
    parser.add_argument("program", help="the copydesk program")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known) + "; all where none is named")
    parser.add_argument("--whole", action="store_true", help="longer, with more kills")
    parser.add_argument("--seed", type=int, default=1, help="another run of chances")
    parser.add_argument("--keep", action="store_true", help="leave the scratch folder, and say where it is")
    # Names may follow an option too.
    options = parser.parse_intermixed_args()
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error(f"no follower is called {', '.join(unknown)}; there are {', '.join(known)}")
    # Ended from outside, it ends what it started: SystemExit runs every finally on its way.
    for number in [signal.SIGTERM, signal.SIGHUP]:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    rounds, portion = (24, 20) if options.whole else (8, 12)
    table = Table()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="follow-"))
    # Servers run as users of their own.
    folder.chmod(0o755)
    try:
        for name in options.names or known:
            work = folder / name
            work.mkdir()
            follower = known[name](work, HERE.parent.parent, options.seed)
            reason = follower.missing()
            if reason:
                table.skip(name, reason)
                continue
            print(f"followers: {name} ...", file=sys.stderr, flush=True)
            table.add(Trial(options.program, work, follower, options.seed, rounds, portion).run())
    finally:
        Child.stop_all()
        if options.keep:
            print(f"followers: kept {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(table)
    return 1 if table.failed else 0


sys.exit(main())
