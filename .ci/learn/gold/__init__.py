"""Gold labels for the blocks of page dumps (Python 3 standard library only).

A labeller of blocks learns from labels a block, but the gold tells posts a page: titles, bodies, dates, authors.
`label` finds each post's lines among the blocks and says which labels each block may have; where the gold does not
know, a block may have several, since a wrong label teaches worse than none. `decode` makes posts of labels again,
which measures how much of the gold the labels hold (`measure`).
"""
from .items import choose, decode
from .labels import label
from .reading import read_gold

__all__ = ["choose", "decode", "label", "read_gold"]
