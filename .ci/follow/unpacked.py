"""Programs of Debian packages that .ci/followers unpacked into a folder without installing them, or installed ones."""

import os
import pathlib
import shutil

FOLDER = pathlib.Path(__file__).resolve().parents[2] / ".build" / "followers" / "debian"


def program(name):
    """The path of a program, or None."""
    unpacked = [path for path in sorted(FOLDER.glob(f"usr/*bin/{name}")) if os.access(path, os.X_OK)]
    return str(unpacked[0]) if unpacked else shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def folders(pattern):
    """Folders in which programs find their modules, such as usr/lib/*/rsyslog; unpacked ones, else installed ones."""
    for root in [FOLDER, pathlib.Path("/")]:
        if found := [path for path in sorted(root.glob(pattern)) if path.is_dir()]:
            return found
    return []


def environment():
    """The environment in which an unpacked program finds its libraries."""
    places = [path for pattern in ["usr/lib/*-linux-gnu", "lib/*-linux-gnu", "usr/lib/syslog-ng"]
              for path in FOLDER.glob(pattern)]
    return {**os.environ, "LD_LIBRARY_PATH": ":".join(map(str, places))} if places else dict(os.environ)
