"""Kafka, fed by kcat and by rsyslog: a broker that librdkafka brings for tests, and kcat to read what it has."""

import subprocess
import sys
import time

from children import Child, until
from follower import Follower
from followers.syslog import Rsyslog
from records import Arrived
from unpacked import environment, folders, program


class Broker:
    """The broker of mock_kafka.py, and a reader of its topic. The broker keeps messages in memory: nobody kills it."""

    topic = "copydesk"

    def __init__(self, folder, checkout, output):
        self.child = Child([sys.executable, checkout / ".ci" / "follow" / "mock_kafka.py"], folder / "broker.said",
                           env=environment())
        self.address = until(10, "the broker listens", self.said_address)
        # It reads from the start on, since the broker lets go of what is more than 5 MB.
        words = [program("kcat"), "-b", self.address, "-C", "-t", self.topic, "-o", "beginning", "-u", "-q"]
        self.reader = Child(["bash", "-c", 'exec "${@:2}" >> "$1"', "into", output, *words], folder / "reader.said",
                            env=environment())

    def said_address(self):
        lines = self.child.words_said().splitlines()
        return next((line for line in lines if line.startswith("127.0.0.1:")), None)

    @staticmethod
    def missing():
        return "" if program("kcat") else "kcat is neither installed nor unpacked (Debian: kcat)"

    @staticmethod
    def version():
        said = subprocess.run([program("kcat"), "-V"], capture_output=True, text=True, check=True,
                              env=environment()).stdout
        return "librdkafka " + said.split("librdkafka ")[1].split()[0] + "'s own broker"


class Kafka(Follower):
    """copydesk-kafka, begun again and again as a timer would."""

    name = "kafka"
    child = None

    def missing(self):
        return Broker.missing()

    def engine_version(self):
        return Broker.version()

    def start(self, desks):
        [self.desk] = desks
        self.output = self.folder / "topic.jsonl"
        self.broker = Broker(self.folder, self.checkout, self.output)
        # The script calls copydesk and kcat by their names, as users do.
        names = self.folder / "names"
        names.mkdir()
        (names / "copydesk").symlink_to(self.desk.program)
        (names / "kcat").symlink_to(program("kcat"))
        self.env = {**environment(), "PATH": f"{names}:/usr/bin:/bin"}
        self.restart()

    def restart(self):
        if not (self.child and self.child.runs):
            script = self.checkout / "etc" / "followers" / "copydesk-kafka"
            words = ["bash", "-c", 'while :; do "$@"; sleep 0.2; done', "timer",
                     script, self.desk.home, self.broker.address, Broker.topic]
            self.child = Child(words, self.folder / "kafka.said", env=self.env)

    def kill(self):
        """Twice, with a moment to work between."""
        self.kills += self.child.kill()
        self.restart()
        time.sleep(self.chance.uniform(0.05, 0.4))
        self.kills += self.child.kill()

    def arrived(self):
        # A message that was on its way when its sender was killed may lie behind those of the next one.
        return Arrived([self.output] if self.output.exists() else [], ordered=False)

    def wait(self, desks, seconds):
        def complete():
            self.restart()
            return self.arrived().has(desks)
        until(seconds, "the topic has all records", complete, every=0.5)

    def stop(self):
        if self.child:
            self.child.kill()

    def compare(self, desks):
        arrived = self.arrived()
        self.note = f"{arrived.repeated} messages came again after a kill, and a reader skips them"
        return arrived.compare(desks)


class RsyslogKafka(Rsyslog):
    """The daemon is asked to end, and not killed: kill -9 takes what librdkafka has in memory, as its file says."""

    name = "rsyslog-kafka"

    def missing(self):
        if not any((path / "omkafka.so").exists() for path in folders("usr/lib/*/rsyslog")):
            return "rsyslog's Kafka module is neither installed nor unpacked (Debian: rsyslog-kafka)"
        return super().missing() or Broker.missing()

    def engine_version(self):
        return super().engine_version() + ", " + Broker.version()

    def start(self, desks):
        self.broker = Broker(self.folder, self.checkout, self.output)
        super().start(desks)

    def own_places(self):
        places = super().own_places()
        return {"127.0.0.1:9092": self.broker.address,
                **{ready: here for ready, here in places.items() if here != self.output}}

    def kill(self):
        self.kills += self.child.runs
        self.child.stop()

    def compare(self, desks):
        done = super().compare(desks)
        self.note += "; rsyslogd was ended by SIGTERM, not killed"
        return done
