"""The labels of blocks, and sets of them as bits: a block whose label is not known may have any of a set."""
OUTSIDE, ABOVE, HEADLINE, CONTINUED, FACTS, PARAGRAPH, SUMMARY, ASIDE, FOOTER, OPENING = range(10)
EVERY = (1 << 10) - 1
TEXT = 1 << PARAGRAPH | 1 << SUMMARY
UNKNOWN_TEXT = 1 << FACTS | 1 << PARAGRAPH | 1 << ASIDE
AFTER = EVERY & ~(1 << HEADLINE | 1 << CONTINUED | 1 << OPENING | 1 << ABOVE)
