#!/usr/bin/env python3
"""Writes what desks published in NATS JetStream into a file, each record once.

Run with nats-server 2.9.10 (Debian: nats-server) and nats-py 2.16 (PyPI: nats-py). nats-publish.py beside this file
publishes. On any machine that reaches the server:

    nats-consume.py --server nats://HOST:4222 --name archive all-desks.jsonl

FILE gets the records of all desks, one a line, as in the desks' own logs; of each desk in order, and without the lines
about files (log.*). What reads a desk's log reads it: the queries of duckdb.sql beside this file, or

    tail -n +1 -f all-desks.jsonl | sed "s/'/''/g; s/.*/SELECT copydesk_apply('&');/" | psql -d news

The server remembers under --name up to where this consumer is. A record is acknowledged once it is on the disk; one
whose acknowledgement was lost comes again, is seen to be there, and is skipped. A line that was cut off by kill -9 is
taken out at the next start, since it comes again. When the server goes, this ends with 1: let systemd start it again
(Restart=always). After kill -9 it takes up to --again seconds until the server sends the last record again.

A gap (the stream's limits took messages away before they were read) ends it with 1, and the message names it. Take what
is missing from the desk, `copydesk changes --since EPOCH:SEQ`, append it to FILE, and begin again.
"""

import argparse
import asyncio
import json
import os
import sys

import nats
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy

STREAM = "COPYDESK"


class Archive:
    """The file, and the last seq it has of each desk."""

    def __init__(self, path):
        self.last = {}
        self.file = open(path, "a+b")
        self.file.seek(0)
        whole = 0
        for line in self.file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            record = json.loads(line)
            self.last[record["epoch"]] = record["seq"]
        self.file.truncate(whole)

    def add(self, line):
        record = json.loads(line)
        epoch, seq = record["epoch"], record["seq"]
        # A desk whose first records are gone already is taken from where it begins.
        last = self.last.get(epoch, seq - 1)
        if seq <= last:
            return
        if seq > last + 1:
            sys.exit(f"nats-consume: epoch {epoch}: expected seq {last + 1}, found {seq}")
        self.file.write(line + b"\n")
        self.file.flush()
        # The server may forget what is acknowledged, so it must outlast a power cut here.
        os.fdatasync(self.file.fileno())
        self.last[epoch] = seq


async def run(options):
    archive = Archive(options.file)
    connection = await nats.connect(options.server, allow_reconnect=False)
    stream = connection.jetstream()
    # One message on its way at a time: with more, those of a killed consumer would come after newer ones.
    messages = await stream.pull_subscribe(
        "copydesk.>", durable=options.name, stream=STREAM,
        config=ConsumerConfig(
            ack_policy=AckPolicy.EXPLICIT, deliver_policy=DeliverPolicy.ALL, max_ack_pending=1, ack_wait=options.again
        ),
    )
    while connection.is_connected:
        try:
            [message] = await messages.fetch(1, timeout=5)
        except nats.errors.TimeoutError:
            continue
        archive.add(message.data)
        await message.ack()
    sys.exit("nats-consume: the server is gone")


def main():
    parser = argparse.ArgumentParser(description="Write what desks published in NATS JetStream into a file.")
    parser.add_argument("--server", default="nats://127.0.0.1:4222", metavar="URL")
    parser.add_argument("--name", default="archive", help="under which the server remembers this consumer")
    parser.add_argument("--again", type=float, default=2, metavar="SECONDS", help="until a message is sent again")
    parser.add_argument("file", metavar="FILE")
    try:
        asyncio.run(run(parser.parse_args()))
    except (OSError, nats.errors.Error) as error:
        sys.exit(f"nats-consume: {type(error).__name__}: {error}")


main()
