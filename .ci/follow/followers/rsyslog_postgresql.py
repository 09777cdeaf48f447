"""rsyslog into PostgreSQL: lines that come twice and out of order, and are applied once and in order."""

import json

from children import until
from followers.postgresql import compare_with_desks
from followers.syslog import Rsyslog
from postgres import DATABASE, PostgresServer, USER
from unpacked import folders


class RsyslogPostgreSQL(Rsyslog):
    """The daemon is killed as in the trial with a file, and now and then the server is."""

    name = "rsyslog-postgresql"
    port = 55451

    def __init__(self, folder, checkout, seed):
        super().__init__(folder, checkout, seed)
        self.server = PostgresServer(folder / "postgresql", self.port)

    def missing(self):
        if not any((path / "ompgsql.so").exists() for path in folders("usr/lib/*/rsyslog")):
            return "rsyslog's PostgreSQL module is neither installed nor unpacked (Debian: rsyslog-pgsql)"
        return super().missing() or PostgresServer.missing()

    def engine_version(self):
        return super().engine_version() + ", PostgreSQL " + self.server.query("SHOW server_version")[0][0].split()[0]

    def start(self, desks):
        self.server.create(self.checkout)
        landing = self.checkout / "etc" / "followers" / "postgresql-landing.sql"
        for _ in range(2):
            self.server.psql("-v", "ON_ERROR_STOP=1", "-f", str(landing))
        self.places = {
            "postgresql://copydesk@127.0.0.1:5432/news":
                f"postgresql://{USER}@{self.server.host}:{self.port}/{DATABASE}",
        }
        super().start(desks)

    def own_places(self):
        places = super().own_places()
        return {ready: here for ready, here in places.items() if here != self.output}

    def kill(self):
        if self.chance.random() < 0.5:
            self.kills += self.server.kill()
            self.server.start()
        super().kill()

    def restart(self):
        self.server.start()
        super().restart()

    def wait(self, desks, seconds):
        def applied():
            self.restart()
            found = self.server.query("SELECT copydesk.position(epoch) FROM copydesk.desk")
            return found == [[desks[0].position]]
        until(seconds, "the server has all records", applied, every=0.3)

    def applied(self, desks):
        return desks[0].last_seq

    def compare(self, desks):
        waiting = self.server.query("SELECT count(*) FROM copydesk.landed")[0][0]
        rows, words = compare_with_desks(self.server, desks)
        if waiting != "0":
            words.append(f"{waiting} records still wait for those before them")
        self.note = "the closed logs and the open one, each record once"
        return rows, words + self.broken_rules()

    def broken_rules(self):
        """What must wait, be passed over or be kept, and is not. By a desk that there is not."""
        epoch, words = "00000000-0000-4000-8000-000000000000", []

        def line(seq, event="weather.changed", **more):
            return json.dumps({"epoch": epoch, "seq": seq, "ts": "2026-03-05T12:00:00.000Z", "txn": seq, "type": event,
                               "kind": "article", "id": "art_x", "after": None, **more})

        refused = line(5, "article.created", after={"body": None, "body_parts": 1, "body_sha256": "00"})
        for what, lines, position, waiting in [
            ("a line that was cut off", [line(1)[:40]], 0, []),
            ("a line about the file", [line(1, "log.check")], 0, []),
            ("records in another order", [line(3), line(1), line(1), line(4), line(2), line(3)], 4, []),
            ("a gap", [line(7), line(8)], 4, [[f"{epoch}:4", "7", "2", None]]),
            ("a record that is refused", [refused, line(6)], 4,
             [[f"{epoch}:4", "5", "4",
               f"copydesk: epoch {epoch}, seq 5: the parts of body are not the text they should be"]]),
        ]:
            for text in lines:
                self.server.query(f"SELECT copydesk_land('{text}')")
            found = self.server.query("SELECT since, waiting_from, waiting, refused FROM copydesk.waiting")
            here = self.server.query(f"SELECT copydesk.position('{epoch}')")[0][0]
            if here != f"{epoch}:{position}" or found != waiting:
                words.append(f"{what}: the server is at {here}, and has waiting {found}")
        return words

    def stop(self):
        super().stop()
        self.server.stop()
