"""Machines of their own for desks and servers: network namespaces of this one, joined by virtual cables."""

import atexit
import os
import shutil
import subprocess

SERVER = "10.213.0.1"


class Network:
    """A server's namespace, and others that reach it and nothing else."""

    def __init__(self, names):
        # The names are seen by the whole machine, where another trial may run.
        self.server = f"copydesk-{os.getpid()}-server"
        self.others = {name: f"copydesk-{os.getpid()}-{name}" for name in names}
        self.made = []

    @staticmethod
    def missing():
        if not shutil.which("ip", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin"):
            return "ip is not installed (Debian: iproute2)"
        probe = f"copydesk-{os.getpid()}-probe"
        done = subprocess.run(["ip", "netns", "add", probe], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return "no network namespace can be made here: " + done.stderr.strip()
        subprocess.run(["ip", "netns", "delete", probe], check=False)
        return ""

    def create(self):
        if self.made:
            return
        # However the trial ends, no namespace stays.
        atexit.register(self.remove)
        for name in [self.server, *self.others.values()]:
            ip("netns", "add", name)
            self.made.append(name)
            ip("-n", name, "link", "set", "lo", "up")
        ip("-n", self.server, "address", "add", f"{SERVER}/32", "dev", "lo")
        for number, name in enumerate(self.others.values(), start=11):
            # The cable is made inside, so that none of it is ever in the machine's own network.
            cable, address = f"to{number}", f"10.213.0.{number}"
            ip("-n", self.server, "link", "add", cable, "type", "veth", "peer", "name", "cable", "netns", name)
            ip("-n", name, "address", "add", f"{address}/32", "dev", "cable")
            for where, device, other in [(self.server, cable, address), (name, "cable", SERVER)]:
                ip("-n", where, "link", "set", device, "up")
                ip("-n", where, "route", "add", other, "dev", device)

    def prefix(self, name=None):
        """What to put before a command so that it runs there; without a name at the server."""
        return ("ip", "netns", "exec", self.others[name] if name else self.server)

    def remove(self):
        while self.made:
            subprocess.run(["ip", "netns", "delete", self.made.pop()], capture_output=True, check=False)


def ip(*words):
    subprocess.run(["ip", *words], check=True, timeout=20)
