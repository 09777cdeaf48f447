"""NATS JetStream: two desks publish into one stream, and a consumer writes it into a file."""

import json

from children import until
from follower import Follower
from jetstream import Consumer, JetStream, Publisher
from records import Arrived, compare_articles


class Nats(Follower):
    """nats-publish.py for each desk, nats-consume.py, and the server between them."""

    name = "nats"
    desks = 2
    port = 55450

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        self.server = JetStream(folder / "jetstream", self.port)
        self.parts = []

    def missing(self):
        return JetStream.missing()

    def engine_version(self):
        return self.server.version()

    def start(self, desks):
        self.server.start()
        self.consumer = Consumer(self.server, self.checkout, self.folder)
        self.parts = [Publisher(desk, self.server, self.checkout, self.folder) for desk in desks]
        for part in self.parts:
            part.start()
        # The first publisher makes the stream; a consumer that comes earlier ends, and is begun again.
        self.parts.append(self.consumer)
        self.restart()

    def kill(self):
        victim = self.chance.choice([*self.parts, self.consumer, self.server])
        self.kills += victim.child.kill()

    def restart(self):
        self.server.start()
        for part in self.parts:
            part.start()

    def wait(self, desks, seconds):
        def arrived():
            # Publishers and the consumer end when the server goes, and some notice it late.
            self.restart()
            return self.consumer.file.exists() and Arrived([self.consumer.file]).has(desks)
        until(seconds, "the consumer has all records", arrived, every=0.5)

    def compare(self, desks):
        arrived = Arrived([self.consumer.file])
        rows, words = arrived.compare(desks)
        if arrived.repeated:
            words.append(f"doubled in the consumer's file: {arrived.repeated}")
        held, wanted = self.server.messages(), sum(desk.last_seq for desk in desks)
        if held != wanted:
            words.append(f"the stream has {held} messages of {wanted} records")
        more = compare_articles(arrived.lines, desks)
        return rows + more[0], words + more[1] + self.broken_rules()

    def broken_rules(self):
        """What must be passed over or refused, and is not. By a desk that there is not."""
        epoch, words = "00000000-0000-4000-8000-000000000000", []

        def line(seq, event="article.seen"):
            return json.dumps({"epoch": epoch, "seq": seq, "type": event, "kind": "article"}) + "\n"

        before = self.server.messages()
        for what, lines, added, end, says in [
            ("a line that was cut off", [line(1), line(2)[:20] + "\n", line(2)], 2, 0, ""),
            ("a line about the file", [line(2, "log.check")], 0, 0, ""),
            ("the same records again", [line(1), line(2), line(2)], 0, 0, ""),
            ("a gap", [line(3), line(5)], 1, 1, f"nats-publish: epoch {epoch}: expected seq 4, found 5"),
        ]:
            said = Publisher.said_of(lines, self.server, self.checkout)
            after = self.server.messages()
            if said != (end, says) or after - before != added:
                words.append(f"{what}: it says {said}, and the stream has {after - before} messages more")
            before = after
        return words

    def stop(self):
        for part in [*self.parts, self.server]:
            if part.child:
                part.child.stop()
