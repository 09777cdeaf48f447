"""The network that scores the labels of a page's blocks, as it learns; Sources/Pages/Labelling reads pages with it.

Shapes: B pages or stretches of pages, L blocks, K observations of a block, N labels.
"""
import jax
import jax.numpy as jnp
import numpy as np

LABELS = ["outside", "above", "headline", "continued", "facts", "paragraph", "summary", "aside", "footer", "opening"]
N = len(LABELS)
#: Each block has two more outputs: the log odds that it shows its item's date, and that it names its author.
HEADS = 2
PAGE = 16
#: A layer's output is at most this, and this much of its input is added to it.
MOST, RESIDUAL = 4.0, 0.75
#: The score of what the labels forbid.
NEVER = -30.0


def forbidden():
    """Transitions that BlockLabel.mayPrecede forbids, N × N as [from][to], and first labels, N."""
    outside, above, headline, continued, _, paragraph, summary, _, _, opening = range(N)
    starts = (outside, above, headline, opening)
    steps = np.zeros((N, N), "f4")
    for label in range(N):
        if label not in starts:
            steps[outside, label] = steps[above, label] = NEVER
        if label not in (headline, continued):
            steps[label, continued] = NEVER
    steps[above, outside] = steps[headline, opening] = steps[continued, opening] = NEVER
    steps[paragraph, summary] = steps[summary, paragraph] = NEVER
    first = np.array([0 if label in starts else NEVER for label in range(N)], "f4")
    return steps, first


STEPS, FIRST = forbidden()


def start(seed, rows, width, layers):
    """Parameters to begin with. `layers` holds pairs of taps and dilation; the last row of the embeddings is no
    observation and stays zero."""
    draw = np.random.RandomState(seed)
    found = {"embeddings": draw.randn(rows + 1, width) * 0.08}
    found["embeddings"][rows] = 0
    for place, (taps, _) in enumerate(layers):
        found[f"weights{place}"] = draw.randn(taps, width, width) / np.sqrt(width * taps)
        found[f"bias{place}"] = np.zeros(width)
    found["to_page"] = draw.randn(width, PAGE) * 0.1
    found["page_bias"] = np.zeros(PAGE)
    found["from_embedding"] = draw.randn(width, N + HEADS) * 0.05
    found["from_layer"] = draw.randn(width, N + HEADS) * 0.05
    found["from_page"] = draw.randn(PAGE, N + HEADS) * 0.05
    found["bias"] = np.zeros(N + HEADS)
    found["transitions"] = np.zeros((N, N))
    found["starts"] = np.zeros(N)
    return {name: jnp.asarray(value, jnp.float32) for name, value in found.items()}


def dropped(key, values, share):
    """Values with a share of them set to zero, the others grown (dropout: Srivastava et al., 2014)."""
    if key is None or share == 0:
        return values
    return values * (jax.random.uniform(key, values.shape) > share) / (1 - share)


def emissions(net, rows, page_rows, layers, key=None, drop=0.0, drop_rows=0.0, word_row=0):
    """Scores of all blocks, B × L × (N + HEADS), and which blocks there are, B × L.

    While it learns (`key` is given), some observations are left out, words three times as many: what a page says in
    words its site alone has does not carry over to others.
    """
    none = net["embeddings"].shape[0] - 1
    there = (rows[..., 0] < none).astype(jnp.float32)[..., None]
    keys = jax.random.split(key, len(layers) + 2) if key is not None else [None] * (len(layers) + 2)
    if key is not None and drop_rows:
        share = jnp.where(rows >= word_row, drop_rows * 3, drop_rows)
        rows = jnp.where(jax.random.uniform(keys[0], rows.shape) < share, none, rows)
    embedded = net["embeddings"][rows].sum(-2) + net["embeddings"][page_rows].sum(-2)[:, None]
    embedded = jnp.tanh(embedded) * there
    hidden = dropped(keys[1], embedded, drop)
    for place, (_, dilation) in enumerate(layers):
        out = jax.lax.conv_general_dilated(
            hidden, net[f"weights{place}"], (1,), "SAME", rhs_dilation=(dilation,),
            dimension_numbers=("NWC", "WIO", "NWC")) + net[f"bias{place}"]
        out = jnp.minimum(jax.nn.relu(out), MOST) * there
        if place + 1 < len(layers):
            out = dropped(keys[place + 2], out, drop)
        hidden = out if place == 0 else hidden * RESIDUAL + out
    mean = hidden.sum(1) / jnp.maximum(there.sum(1), 1)
    page = jnp.tanh(mean @ net["to_page"] + net["page_bias"])
    scores = embedded @ net["from_embedding"] + hidden @ net["from_layer"] + net["bias"]
    return scores + (page @ net["from_page"])[:, None], there[..., 0]


def log_sum(net, scores, allowed, there):
    """The logarithm of the sum over all allowed paths of e to the power of their scores (forward algorithm), B.

    `scores` are B × L × N; `allowed`, of the same shape, is 1 for each label that a block may have.
    """
    steps = net["transitions"] + STEPS
    scores = scores - 1e4 * (1 - allowed)

    def step(forward, block):
        score, is_there = block
        following = jax.nn.logsumexp(forward[:, :, None] + steps[None], 1) + score
        return jnp.where(is_there[:, None] > 0, following, forward), None

    first = scores[:, 0] + net["starts"] + FIRST
    last, _ = jax.lax.scan(step, first, (scores[:, 1:].swapaxes(0, 1), there[:, 1:].swapaxes(0, 1)))
    return jax.nn.logsumexp(last, -1)
