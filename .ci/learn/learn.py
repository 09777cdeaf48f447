"""Learns the network's parameters from dumps with gold, and writes the table.

  learn.py WORK TABLE FOLDER… [--fold K] [--epochs N] [--seed N]

WORK holds what `corpus.py observe` wrote of the dumps of each FOLDER. With --fold the sites of that fold are left out.
"""
import argparse
import functools
import time

import jax
import jax.numpy as jnp
import numpy as np

import corpus
import network
import table
from network import HEADS, N

LAYERS = ((5, 1), (5, 2), (5, 4), (5, 8))
WIDTH = 48
#: Blocks in one step of learning, whole pages or stretches of at most so many blocks.
BLOCKS, LONGEST = 2048, 512
#: Blocks that begin an item weigh more: there is one for many others, and all its fields hang on it.
OPENINGS, WEIGHT = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 9), 3.0
DROP, DROP_ROWS, RATE, DECAY = 0.2, 0.12, 3e-3, 1e-2
#: Single stories have one headline each, so they are shown more often.
AGAIN = {"single": 2.5, "story": 2.5}


def stretches(dumps, draw):
    """Stretches of dumps in batches of like length: (length, [(dump, first, end)])."""
    by_length = {64: [], 128: [], 256: [], 512: []}
    for dump in dumps:
        count = len(dump.rows)
        first = 0
        end = LONGEST - (draw.randint(0, LONGEST // 2) if count > LONGEST else 0)
        while first < count:
            size = min(count, end) - first
            if size >= 3:
                by_length[min(length for length in by_length if size <= length)].append((dump, first, first + size))
            first, end = end, end + LONGEST
    batches = []
    for length, found in by_length.items():
        draw.shuffle(found)
        size = BLOCKS // length
        batches += [(length, found[at:at + size]) for at in range(0, len(found) - size + 1, size)]
    # A few pages fill no batch: then they make smaller ones.
    batches = batches or [(length, found) for length, found in by_length.items() if found]
    draw.shuffle(batches)
    return batches


def arrays(length, batch, none):
    """A batch as arrays: rows, page rows, allowed labels as bits, date, author, weights."""
    size = len(batch)
    rows = np.full((size, length, corpus.MOST), none, np.uint16)
    page = np.full((size, 16), none, np.uint16)
    allowed = np.full((size, length), (1 << N) - 1, np.int32)
    heads = np.full((size, length, HEADS), -1, np.int8)
    for at, (dump, first, end) in enumerate(batch):
        count = end - first
        rows[at, :count] = dump.rows[first:end]
        page[at, :len(dump.page_rows)] = dump.page_rows
        allowed[at, :count] = dump.allowed[first:end]
        heads[at, :count, 0] = dump.date[first:end]
        heads[at, :count, 1] = dump.author[first:end]
    return rows, page, allowed, heads


def loss(net, rows, page, allowed, heads, key, layers, word_row):
    """How badly the network does on a batch: by block, by path, and by its two heads."""
    scores, there = network.emissions(net, rows, page, layers, key, DROP, DROP_ROWS, word_row)
    labels = scores[..., :N]
    may = ((allowed[..., None] >> jnp.arange(N)) & 1).astype(jnp.float32)
    # By block: the probability of the labels that the gold allows.
    shares = jax.nn.log_softmax(labels) - 1e4 * (1 - may)
    opens = ((allowed & OPENINGS) != 0) & ((allowed & ~OPENINGS) == 0)
    weight = there * (may.sum(-1) < N) * jnp.where(opens, WEIGHT, 1.0)
    by_block = -(jax.nn.logsumexp(shares, -1) * weight).sum() / weight.sum()
    # By path: the probability of the paths that the gold allows (conditional random field: Lafferty et al., 2001).
    whole = network.log_sum(net, labels, jnp.ones_like(may), there)
    by_path = (whole - network.log_sum(net, labels, may, there)).sum() / there.sum()
    odds = jnp.clip(scores[..., N:], -15, 15)
    known = (heads >= 0) * there[..., None] * (1 + 3 * (heads > 0))
    by_head = ((jax.nn.softplus(odds) - odds * heads) * known).sum((0, 1)) / known.sum((0, 1))
    return by_block + by_path + 0.5 * by_head.sum()


def learned(dumps, none, word_row, epochs, seed):
    """Parameters learned by Adam (Kingma, Ba, 2015) with decoupled decay (Loshchilov, Hutter, 2019)."""
    net = network.start(seed, none, WIDTH, LAYERS)

    @jax.jit
    def step(net, first, second, time, rate, rows, page, allowed, heads, key):
        value, slope = jax.value_and_grad(functools.partial(loss, layers=LAYERS, word_row=word_row))(
            net, rows.astype(jnp.int32), page.astype(jnp.int32), allowed, heads.astype(jnp.float32), key)
        first = jax.tree.map(lambda mean, new: 0.9 * mean + 0.1 * new, first, slope)
        second = jax.tree.map(lambda mean, new: 0.99 * mean + 0.01 * new * new, second, slope)
        net = jax.tree.map(
            lambda old, mean, square: old - rate * (
                mean / (1 - 0.9 ** time) / (jnp.sqrt(square / (1 - 0.99 ** time)) + 1e-6) + DECAY * old),
            net, first, second)
        net["embeddings"] = net["embeddings"].at[none].set(0)
        return net, first, second, value

    first = jax.tree.map(jnp.zeros_like, net)
    second = first
    draw, key = np.random.RandomState(seed), jax.random.PRNGKey(seed)
    steps, began, at = None, time.time(), 0
    for epoch in range(epochs):
        shown = []
        for dump in dumps:
            often = AGAIN.get(dump.group, 1.0)
            shown += [dump] * (int(often) + (draw.rand() < often - int(often)))
        batches = stretches(shown, draw)
        steps = steps or len(batches) * epochs
        total = 0.0
        for length, batch in batches:
            at += 1
            key, own = jax.random.split(key)
            rate = RATE * min(1, at / 60) * max(0.02, 1 - at / (steps + 5))
            net, first, second, value = step(net, first, second, at, rate, *arrays(length, batch, none), own)
            total += float(value)
        print(f"epoch {epoch + 1} of {epochs}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s", flush=True)
    return {name: np.array(value) for name, value in net.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("table")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    none, word_row = corpus.counts(given.work)
    dumps = corpus.load(given.work, given.folders, none)
    if given.fold is not None:
        dumps = [dump for dump in dumps if corpus.fold(dump.site) != given.fold]
    print(f"learning from {len(dumps)} dumps, {sum(len(dump.rows) for dump in dumps)} blocks", flush=True)
    net = learned(dumps, none, word_row, given.epochs, given.seed)
    with open(given.table, "wb") as file:
        file.write(table.written(net, LAYERS))


if __name__ == "__main__":
    main()
