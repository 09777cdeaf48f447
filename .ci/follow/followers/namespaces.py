"""Machines apart: two desks, each in a network of its own, feed one PostgreSQL and one JetStream in a third."""

from children import until
from followers.postgresql import PostgreSQL, compare_with_desks
from jetstream import Consumer, JetStream, Publisher
from network import SERVER, Network
from postgres import PostgresServer
from records import Arrived, compare_articles


class Namespaces(PostgreSQL):
    """Whatever is killed, both servers end with the union of the desks' articles, once each."""

    name = "namespaces"
    desks = 2
    port = 55452

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        self.network = Network(["desk1", "desk2", "reader"])
        self.server = PostgresServer(folder / "postgresql", self.port, SERVER, self.network.prefix())
        self.jetstream = JetStream(folder / "jetstream", self.port + 1, SERVER, self.network.prefix())
        self.consumer = Consumer(self.jetstream, checkout, folder, self.network.prefix("reader"))
        self.parts = []

    def missing(self):
        return super().missing() or JetStream.missing() or Network.missing()

    def desk_prefix(self, number):
        self.network.create()
        return self.network.prefix(f"desk{number + 1}")

    def engine_version(self):
        return super().engine_version() + ", " + self.jetstream.version()

    def start(self, desks):
        super().start(desks)
        self.jetstream.start()
        self.parts = [Publisher(desk, self.jetstream, self.checkout, self.folder) for desk in desks]
        for part in self.parts:
            part.start()
        self.parts.append(self.consumer)
        self.restart()

    def kill(self):
        super().kill()
        victim = self.chance.choice([*self.parts, self.jetstream])
        self.kills += victim.child.kill()

    def restart(self):
        super().restart()
        self.jetstream.start()
        for part in self.parts:
            part.start()

    def wait(self, desks, seconds):
        super().wait(desks, seconds)

        def arrived():
            self.restart()
            return self.consumer.file.exists() and Arrived([self.consumer.file]).has(desks)
        until(seconds, "the consumer has all records", arrived, every=0.5)

    def applied(self, desks):
        return 2 * super().applied(desks)

    def compare(self, desks):
        rows, words = compare_with_desks(self.server, desks)
        arrived = Arrived([self.consumer.file])
        for more in [arrived.compare(desks), compare_articles(arrived.lines, desks)]:
            rows, words = rows + more[0], words + more[1]
        if arrived.repeated:
            words.append(f"doubled in the consumer's file: {arrived.repeated}")
        held, wanted = self.jetstream.messages(), sum(desk.last_seq for desk in desks)
        if held != wanted:
            words.append(f"the stream has {held} messages of {wanted} records")
        self.note = "two desks, two servers and a reader in four networks; records of both servers"
        return rows, words

    def stop(self):
        super().stop()
        for part in [*self.parts, self.jetstream]:
            if part.child:
                part.child.stop()
        self.network.remove()
