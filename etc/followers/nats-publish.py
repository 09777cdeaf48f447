#!/usr/bin/env python3
"""Publishes a desk's changes in NATS JetStream, each once.

Run with nats-server 2.9.10 (Debian: nats-server) and nats-py 2.16 (PyPI: nats-py; it is the client that NATS documents
for Python, and knows TLS and accounts, which a few lines of our own would not). On the desk's machine:

    copydesk changes --home HOME --follow | nats-publish.py --server nats://HOST:4222

The server needs `jetstream { store_dir: … }` in its configuration; the stream is made where it is missing. A record
becomes the message `copydesk.EPOCH.KIND`, such as copydesk.1b4e28ba-….article, with its line as it is in the log, and
`Nats-Msg-Id: EPOCH:SEQ`. Any number of desks share one stream.

What is kept here: nothing. The last message that the stream has of the desk says where to go on, and earlier records
are skipped, so this may be killed at any time and begun again. The next record is sent when the server has said that it
stored the last one. What a killed publisher had sent and its successor sends again has the same id, and the server
drops it. When the server goes, this ends with 1: let systemd start it again (Restart=always). A server that lost its
last messages in a power cut (it syncs its files every two minutes) gets them again.

So that a long history is not read through at each start, ask for what follows the position:

    copydesk changes --home HOME --since "$(nats-publish.py --position EPOCH)" --follow | nats-publish.py

A gap ends it with 1, and the message names it: begin again without --since, or with the right one. After a rotation of
the log nothing is different, since `copydesk changes` reads the database. What a desk forgets, it forgets here only
where the stream's limits (max_age) take the old messages away.
"""

import argparse
import asyncio
import json
import sys

import nats
from nats.js.api import StreamConfig
from nats.js.errors import NotFoundError

STREAM = "COPYDESK"


class Gap(Exception):
    """A record is missing before the one that came."""


async def position(stream, epoch):
    """The seq of the last record that the stream has of a desk; 0 where it has none."""
    try:
        last = await stream.get_last_msg(STREAM, f"copydesk.{epoch}.>")
    except NotFoundError:
        return 0
    return int(json.loads(last.data)["seq"])


async def publish(stream, lines):
    """Publishes line after line, and returns when there is no other."""
    last = {}
    while line := await lines.readline():
        try:
            record = json.loads(line)
        except ValueError:
            # A line of a log that a crash cut off. What is missing then shows as a gap.
            continue
        epoch, seq = record["epoch"], record["seq"]
        if epoch not in last:
            last[epoch] = await position(stream, epoch)
        if seq <= last[epoch]:
            continue
        if seq > last[epoch] + 1:
            raise Gap(f"epoch {epoch}: expected seq {last[epoch] + 1}, found {seq}")
        await stream.publish(
            f"copydesk.{epoch}.{record['kind']}", line.rstrip(b"\n"), stream=STREAM, timeout=30,
            headers={"Nats-Msg-Id": f"{epoch}:{seq}"},
        )
        last[epoch] = seq


async def run(options):
    lost = asyncio.get_running_loop().create_future()

    async def disconnected():
        if not lost.done():
            lost.set_result(None)

    # It does not connect again by itself: what was on its way is not known then, and the stream is to be asked anew.
    connection = await nats.connect(options.server, allow_reconnect=False, closed_cb=disconnected)
    stream = connection.jetstream()
    try:
        await stream.stream_info(STREAM)
    except NotFoundError:
        # Ids are remembered for longer than any publisher takes to be started again.
        await stream.add_stream(StreamConfig(name=STREAM, subjects=["copydesk.>"], duplicate_window=600))
    if options.position:
        print(f"{options.position}:{await position(stream, options.position)}")
        return
    # A line has at most 32,000 bytes.
    lines = asyncio.StreamReader(limit=1 << 18)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin.buffer)
    work = asyncio.ensure_future(publish(stream, lines))
    # Waiting for a desk that has nothing to say, it notices nevertheless when the server goes.
    await asyncio.wait({work, lost}, return_when=asyncio.FIRST_COMPLETED)
    if not work.done():
        sys.exit("nats-publish: the server is gone")
    work.result()


def main():
    parser = argparse.ArgumentParser(description="Publish a desk's changes in NATS JetStream.")
    parser.add_argument("--server", default="nats://127.0.0.1:4222", metavar="URL")
    parser.add_argument("--position", metavar="EPOCH", help="only print EPOCH:SEQ, up to where the stream has a desk")
    try:
        asyncio.run(run(parser.parse_args()))
    except Gap as gap:
        sys.exit(f"nats-publish: {gap}")
    except (OSError, nats.errors.Error) as error:
        sys.exit(f"nats-publish: {type(error).__name__}: {error}")


main()
