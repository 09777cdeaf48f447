"""rsyslog and syslog-ng: each ships the closed logs of a desk into a file."""

import subprocess
import time

from children import Child, until
from follower import Follower
from records import Arrived
from unpacked import environment, folders, program


class ClosedLogs(Follower):
    """A syslog daemon that reads the segments; what it wrote is complete once repetitions are left out."""

    daemon = ""
    package = ""
    # What stands in the ready file, and the name of what is put in its place here.
    places = {}

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        self.settings = folder / f"{self.name}.conf"
        self.output = folder / "shipped.jsonl"
        self.child = None

    def missing(self):
        return "" if program(self.daemon) else f"{self.daemon} is neither installed nor unpacked ({self.package})"

    def start(self, desks):
        text = (self.checkout / "etc" / "followers" / f"{self.name}.conf").read_text()
        places = {"/var/lib/copydesk/": f"{desks[0].home}/", **self.places, **self.own_places()}
        for ready, here in places.items():
            if ready not in text:
                raise RuntimeError(f"{self.name}.conf does not say {ready}")
            text = text.replace(ready, str(here))
        self.settings.write_text(text)
        self.restart()

    def own_places(self):
        return {"/var/log/copydesk-shipped.jsonl": self.output}

    def words(self):
        raise NotImplementedError

    def restart(self):
        if self.child and self.child.runs:
            return
        # It refuses to start where it believes that the one before still runs.
        (self.folder / "pid").unlink(missing_ok=True)
        self.child = Child(self.words(), self.folder / "daemon.said", env=environment())

    def kill(self):
        """Three times, with a moment to work between: it is what it does at its start that could go wrong."""
        for _ in range(3):
            self.kills += self.child.kill()
            self.restart()
            time.sleep(self.chance.uniform(0.02, 0.25))
        self.kills += self.child.kill()

    def arrived(self):
        return Arrived([self.output] if self.output.exists() else [], ordered=False)

    def wait(self, desks, seconds):
        def complete():
            self.restart()
            return self.arrived().has(desks, live=False)
        until(seconds, "all closed logs are shipped", complete, every=0.3)

    def applied(self, desks):
        return len(self.arrived().lines)

    def compare(self, desks):
        arrived = self.arrived()
        self.note = f"the closed logs; {arrived.repeated} lines came again after a kill, and a reader skips them"
        return arrived.compare(desks, live=False)

    def stop(self):
        if self.child:
            self.child.stop()


class Rsyslog(ClosedLogs):
    name = "rsyslog"
    daemon = "rsyslogd"
    package = "Debian: rsyslog"

    def engine_version(self):
        said = subprocess.run([program("rsyslogd"), "-v"], capture_output=True, text=True, check=True,
                              env=environment()).stdout
        return "rsyslog " + said.split()[1]

    def own_places(self):
        spool = self.folder / "spool"
        spool.mkdir()
        return {**super().own_places(), "/var/spool/copydesk-rsyslog": spool}

    def words(self):
        modules = ":".join(map(str, folders("usr/lib/*/rsyslog")))
        return [program("rsyslogd"), "-n", "-M", modules, "-f", self.settings, "-i", self.folder / "pid"]


class SyslogNg(ClosedLogs):
    name = "syslog-ng"
    daemon = "syslog-ng"
    package = "Debian: syslog-ng-core"
    reloads = 0

    def wait(self, desks, seconds):
        def complete():
            self.restart()
            if self.arrived().has(desks, live=False):
                return True
            # What came while it was starting it sees only so: its file tells to do this now and then.
            done = subprocess.run([program("syslog-ng-ctl"), "reload", "-c", self.folder / "control"],
                                  capture_output=True, check=False, timeout=20, env=environment())
            self.reloads += done.returncode == 0
            return False
        until(seconds, "all closed logs are shipped", complete, every=1.5)

    def compare(self, desks):
        done = super().compare(desks)
        self.note += f"; told to reload {self.reloads} times"
        return done

    def modules(self):
        return [f"--module-path={path}" for path in folders("usr/lib/syslog-ng/[0-9].*")]

    def engine_version(self):
        said = subprocess.run([program("syslog-ng"), "--version", *self.modules()], capture_output=True, text=True,
                              check=False, env=environment()).stdout
        return "syslog-ng " + said.split("(")[1].split(")")[0] if "(" in said else said

    def words(self):
        own = ["-R", self.folder / "persist", "-c", self.folder / "control", "-p", self.folder / "pid"]
        return [program("syslog-ng"), *self.modules(), "-F", "-f", self.settings, *own]
