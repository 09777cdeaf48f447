"""A PostgreSQL server in a scratch folder, with the schema of etc/followers."""

import os
import pathlib
import pwd
import shutil
import signal
import subprocess

from children import Child, until

USER = "postgres"
DATABASE = "news"


def program(name):
    """Where Debian keeps the server's programs: beside each other, by version, and not on the PATH."""
    places = sorted(pathlib.Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    return str(places[-1]) if places else shutil.which(name)


class PostgresServer:
    """One server. Its clients find it by the environment in `env`, over TCP."""

    def __init__(self, folder, port, host="127.0.0.1", prefix=()):
        # `prefix` is put before the server itself, such as `ip netns exec NAME`; host is where it listens.
        self.folder = folder
        self.data = folder / "data"
        self.port, self.host = port, host
        self.prefix = list(prefix)
        self.child = None
        self.env = {**os.environ, "PGHOST": host, "PGPORT": str(port), "PGUSER": USER, "PGDATABASE": DATABASE,
                    "PGCONNECT_TIMEOUT": "5"}
        # The server refuses to run as root.
        self.as_user = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"] if os.geteuid() == 0 else []

    @staticmethod
    def missing():
        for name in ["initdb", "postgres", "psql"]:
            if not (shutil.which(name) or program(name)):
                return f"{name} is not installed (postgresql-15)"
        if os.geteuid() == 0:
            try:
                pwd.getpwnam(USER)
            except KeyError:
                return f"there is no user {USER} for the server to run as"
        return ""

    def create(self, checkout):
        self.data.mkdir(parents=True)
        if self.as_user:
            shutil.chown(self.data, USER, USER)
        with open(self.folder / "initdb.said", "wb") as said:
            subprocess.run([*self.as_user, program("initdb"), "-D", str(self.data), "-U", USER, "-A", "trust", "-N",
                            "-E", "UTF8", "--locale=C.UTF-8"],
                           check=True, stdout=said, stderr=said, timeout=120, cwd="/")
        # Desks in other networks come in by any address.
        with open(self.data / "pg_hba.conf", "a", encoding="utf-8") as rules:
            rules.write("host all all all trust\n")
        self.start()
        self.query(f"CREATE DATABASE {DATABASE}", database="postgres")
        schema = checkout / "etc" / "followers" / "postgresql.sql"
        # Twice: what is there already is no fault.
        for _ in range(2):
            self.psql("-v", "ON_ERROR_STOP=1", "-f", str(schema))

    def start(self):
        """Starts the server, also over what a killed one has left."""
        def answers():
            if not (self.child and self.child.runs):
                # The backends of a killed server live a moment longer, and while they do a new one refuses to start.
                self.child = Child(
                    [*self.prefix, *self.as_user, program("postgres"), "-D", str(self.data), "-p", str(self.port),
                     "-k", "", "-c", f"listen_addresses={self.host}", "-c", "shared_buffers=32MB"],
                    self.folder / "server.said", cwd="/",
                )
            return subprocess.run([*self.prefix, "pg_isready", "-q", "-t", "2"], env=self.env, check=False,
                                  timeout=10).returncode == 0
        until(60, "PostgreSQL answers", answers, every=0.2)

    def kill(self):
        """kill -9 to the server's first process. True where it still ran."""
        return self.child.kill()

    def stop_at_once(self):
        """What `pg_ctl stop -m immediate` does: no checkpoint, and the log is read at the next start."""
        if not self.child.runs:
            return False
        self.child.process.send_signal(signal.SIGQUIT)
        self.child.process.wait(20)
        self.child.kill()
        return True

    def stop(self):
        if self.child:
            self.stop_at_once()

    def psql(self, *words, database=DATABASE):
        done = subprocess.run([*self.prefix, "psql", "-XAtq", "-d", database, *words], env=self.env,
                              capture_output=True, text=True, timeout=120, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"psql: {done.stderr.strip()}")
        return done.stdout

    def query(self, sql, database=DATABASE):
        """Rows of a query, each a list; null is None."""
        text = self.psql("-F", "\x1f", "-R", "\x1e", "-P", "null=\x1d", "-c", sql, database=database)
        # psql ends its output with a newline.
        rows = text.removesuffix("\n").split("\x1e") if text.strip("\n") else []
        return [[None if cell == "\x1d" else cell for cell in row.split("\x1f")] for row in rows]
