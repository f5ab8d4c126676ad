# SPDX-License-Identifier: GPL-3.0-or-later
"""How often three words stand in a row in novels: between *wanted* and *know* stands *to*, or nothing.

The table is ``resources/words/frames.npz``, made by ``tools/words/make_frames.py``: hashes of words and triples, and
log2 of their counts in 15 million words. The pairs are those of ``resources/words/pairs.npz``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import log2

from redraft.checks.hashed_counts import load
from redraft.checks.lexicon import words
from redraft.checks.rules.spelling.pairs import times_together

SMALL = words(
    "a an the to of in on at for from by with into onto over about off as than that and or but if so be been being is"
    " are was were am has have had having do does did not no it he she they him her them his their my me you i we us"
    " our your its this these those there who which what when up down out back all one can could will would should must"
    " may might very too more most just only even never still also then now some any each every much many few"
)
"""The small words that are left out, doubled or taken for one another."""
_UNSEEN = 0.3
"""What is taken for the count of a pair or a triple that the tables do not have; they keep those from three on."""


def times(word: str) -> float:
    """How often a word or mark stands in novels, about; 0.0 below three times, or without the table."""
    table = _table()
    return 0.0 if table is None else table(word)


def between(left: str, small: str, right: str) -> float:
    """How often a word stands between the two in novels, about; 0.0 below three times, or without the table.

    The pairs are asked as well, so that two triples with one hash are not taken for each other.
    """
    table = _table()
    count = 0.0 if table is None else table(left, small, right)
    return min(count, times_together(left, small), times_together(small, right)) if count else 0.0


def gain_of(more: float, less: float) -> float:
    """By how many bits what was seen ``more`` times is likelier than what was seen ``less`` times."""
    return log2((more + _UNSEEN) / (less + _UNSEEN))


def missing(left: str, small: str, right: str) -> float:
    """The gain, in bits, of putting ``small`` between two words that stand side by side."""
    return gain_of(between(left, small, right), times_together(left, right))


def wrong(left: str, old: str, new: str, right: str) -> float:
    """The gain, in bits, of ``new`` in place of ``old`` between two words."""
    return gain_of(between(left, new, right), between(left, old, right))


@cache
def _table() -> Callable[..., float] | None:
    """The table; without it nothing is known."""
    table = load("frames.npz")
    return None if table is None else lru_cache(maxsize=50_000)(table.count)
