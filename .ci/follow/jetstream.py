"""A NATS server with JetStream in a scratch folder, and the two scripts of etc/followers around it."""

import os
import socket
import subprocess
import sys

from children import Child, until
from unpacked import program


class JetStream:
    """One server. Killed and started again, it has what it had."""

    def __init__(self, folder, port, host="127.0.0.1", prefix=()):
        self.folder, self.port, self.host = folder, port, host
        self.prefix = list(prefix)
        self.child = None

    @property
    def url(self):
        return f"nats://{self.host}:{self.port}"

    @staticmethod
    def missing():
        if not program("nats-server"):
            return "nats-server is neither installed nor unpacked (Debian: nats-server)"
        if subprocess.run([sys.executable, "-c", "import nats"], capture_output=True, check=False).returncode != 0:
            return "nats-py is not installed (PyPI: nats-py)"
        return ""

    def version(self):
        said = subprocess.run([program("nats-server"), "--version"], capture_output=True, text=True, check=True).stdout
        return "JetStream " + said.split()[-1].lstrip("v")

    def start(self):
        if self.child and self.child.runs:
            return
        self.folder.mkdir(exist_ok=True)
        settings = self.folder / "nats.conf"
        settings.write_text(f'listen: "{self.host}:{self.port}"\njetstream {{ store_dir: "{self.folder}/store" }}\n')
        self.child = Child([*self.prefix, program("nats-server"), "-c", settings], self.folder / "nats.said")
        until(20, "the NATS server answers", self.answers)

    def messages(self):
        """How many messages the stream has."""
        ask = "import asyncio, nats\nasync def ask():\n c = await nats.connect('" + self.url + "')\n" \
            " print((await c.jetstream().stream_info('COPYDESK')).state.messages)\nasyncio.run(ask())"
        words = [*self.prefix, sys.executable, "-c", ask]
        return int(subprocess.run(words, capture_output=True, text=True, check=True, timeout=30).stdout)

    def answers(self):
        """Whether it listens, asked in its own network."""
        ask = f"import socket; socket.create_connection(({self.host!r}, {self.port}), 1)"
        if self.prefix:
            done = subprocess.run([*self.prefix, "python3", "-c", ask], capture_output=True, check=False)
            return done.returncode == 0
        try:
            socket.create_connection((self.host, self.port), 1).close()
        except OSError:
            return False
        return True


class Publisher:
    """`copydesk changes --follow | nats-publish.py` for one desk, begun again as systemd would."""

    def __init__(self, desk, server, checkout, folder):
        self.desk = desk
        script = checkout / "etc" / "followers" / "nats-publish.py"
        self.words = ["bash", "-c", 'exec "$1" "$2" --server "$3" < <(exec "${@:4}")', "publish",
                      sys.executable, script, server.url, *desk.words("changes", "--follow")]
        self.words = [*desk.prefix, *self.words] if desk.prefix else self.words
        self.said = folder / f"{desk.name}.publish.said"
        self.child = None

    def start(self):
        if self.child and self.child.runs:
            return
        if self.child:
            self.child.kill()
        self.child = Child(self.words, self.said)

    @staticmethod
    def said_of(lines, server, checkout):
        """What the script says to these lines, where it ends."""
        script = checkout / "etc" / "followers" / "nats-publish.py"
        done = subprocess.run([sys.executable, script, "--server", server.url], input="".join(lines), text=True,
                              capture_output=True, check=False, timeout=30)
        return done.returncode, done.stderr.strip()


class Consumer:
    """`nats-consume.py`, which writes what all desks published into one file."""

    def __init__(self, server, checkout, folder, prefix=()):
        script = checkout / "etc" / "followers" / "nats-consume.py"
        self.file = folder / "all-desks.jsonl"
        self.words = [*prefix, sys.executable, script, "--server", server.url, "--again", "1", self.file]
        self.said = folder / "consume.said"
        self.child = None

    def start(self):
        if not (self.child and self.child.runs):
            self.child = Child(self.words, self.said, env={**os.environ, "PYTHONUNBUFFERED": "1"})
