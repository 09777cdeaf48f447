"""Writes what was learned as the table of small whole numbers that the program holds (LabelNetwork.swift reads it)."""
import struct

import numpy as np

from network import FIRST, LABELS, PAGE, STEPS

#: Whole numbers for 1 in an embedding or a page vector, in an activation of a layer, and in a score.
EMBEDDED, ACTIVATION, SCORE = 127, 32, 100


def floats(values):
    return np.ascontiguousarray(values, "<f4").tobytes()


def small(values, step):
    """Values in steps, as bytes with a sign."""
    return np.clip(np.rint(values / step), -127, 127).astype(np.int8)


def steps_of(values):
    """The step in which the greatest of some values is 127; for each index of the last axis, if it has more than one
    axis of weights (a convolution)."""
    most = np.abs(values).reshape(-1, values.shape[-1]).max(0) if values.ndim == 3 else np.abs(values).max()
    return np.maximum(most, 1e-6) / 127


def wide(values):
    """A matrix with its rows filled up to 16 lanes."""
    return np.concatenate([values, np.zeros((len(values), 16 - values.shape[1]), values.dtype)], 1)


def written(net, layers):
    """The table's bytes."""
    rows, width = net["embeddings"].shape[0] - 1, net["embeddings"].shape[1]
    out = [b"CDLN", struct.pack("<4H", rows, width, len(layers), len(LABELS))]
    out += [struct.pack("<2H", taps, dilation) for taps, dilation in layers]
    embeddings = net["embeddings"][:rows]
    # A few embeddings are far greater than the others; the steps are finer without them.
    step = np.quantile(np.abs(embeddings), 0.9999) / 127
    out.append(small(embeddings, step).tobytes())
    out.append(floats(np.rint(EMBEDDED * np.tanh(np.arange(1024) * step))))
    for place in range(len(layers)):
        out += layer(net[f"weights{place}"], net[f"bias{place}"], EMBEDDED if place == 0 else ACTIVATION)
    embedding, hidden = steps_of(net["from_embedding"]), steps_of(net["from_layer"])
    out.append(floats([embedding / EMBEDDED * SCORE, hidden / ACTIVATION * SCORE]))
    out.append(floats(wide(net["bias"][None] * SCORE)[0]))
    out += [wide(small(net["from_embedding"], embedding)).tobytes(), wide(small(net["from_layer"], hidden)).tobytes()]
    to_page, from_page = steps_of(net["to_page"]), steps_of(net["from_page"])
    assert PAGE == 16
    out += [floats([to_page / ACTIVATION / step]), floats(net["page_bias"] / step)]
    out += [small(net["to_page"], to_page).tobytes(), floats([from_page / EMBEDDED * SCORE])]
    out.append(wide(small(net["from_page"], from_page)).tobytes())
    for scores in (net["transitions"] + STEPS, net["starts"] + FIRST):
        out.append(np.clip(np.rint(scores * SCORE), -3000, 3000).astype("<i2").tobytes())
    return b"".join(out)


def layer(weights, bias, unit):
    """The parts of one convolution, whose input counts `unit` for 1."""
    step = steps_of(weights)
    whole = small(weights, step)
    # No sum of a layer may need more than 24 bits, or it would not be exact in floating point.
    most = np.abs(whole.astype(np.int64)).sum((0, 1)).max() * (EMBEDDED if unit == EMBEDDED else 512)
    assert most < 1 << 24, most
    return [floats(step / unit * ACTIVATION), floats(np.rint(bias / (step / unit))), whole.tobytes()]
