# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words follow one another in novels: what stands beside a misspelt word says what was meant.

The table is ``resources/words/pairs.npz``, made by ``tools/words/make_pairs.py``: hashes of pairs and log2 of their
counts in 15 million words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from math import log2

from redraft.checks.hashed_counts import HashedCounts, load
from redraft.checks.rules.spelling.lexicon import lexicon

EDGE = "."
"""What stands beside the first and the last word of a paragraph; a sentence's end is the same."""
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:!?\"]|\d+")
_STOPS = frozenset('.!?"')
_TOKENS = 15e6
_SMOOTH = 1.5
"""Pairs below three are unknown: half of that is taken for granted."""
_MARKS = {EDGE: 1.5e6, ",": 1e6, ";": 8e4, ":": 5e4, "0": 2e4}


def pieces(straight: str) -> list[str]:
    """Words and marks of a text with straight quotes, in lower case; all that ends a sentence is one mark."""
    return [EDGE, *(_piece(each) for each in _PIECE.findall(straight.lower())), EDGE]


def _piece(found: str) -> str:
    return EDGE if found in _STOPS else "0" if found.isdigit() else found


def neighbours(straight: str, start: int, end: int) -> tuple[str, str]:
    """The pieces before and behind the stretch from ``start`` to ``end``."""
    before = _PIECE.findall(straight[max(0, start - 40) : start].lower())
    behind = _PIECE.search(straight, end)
    return (_piece(before[-1]) if before else EDGE), (_piece(behind.group().lower()) if behind else EDGE)


def fit(before: str, word: str, behind: str) -> float:
    """How much better one or two words fit between their neighbours than they would between any others, in bits.

    Positive: seen together oftener than chance has it; 0 where nothing is known. The table knows no pair that
    stands in novels less than three times.
    """
    if _table() is None:
        return 0.0
    first, last = word.split(" ")[0], word.split(" ")[-1]
    return _bits(before, first) + _bits(last, behind)


def likelihood(before: str, words: tuple[str, ...], behind: str) -> float | None:
    """How likely a row of words is between two pieces, as log2 of a probability short of what is common to all rows.

    None where the table is missing.
    """
    if _table() is None:
        return None
    row = (before, *words, behind)
    single = sum(log2(_times(each) / _TOKENS) for each in words)
    return single + sum(_bits(one, other) for one, other in pairwise(row))


@lru_cache(maxsize=100_000)
def times_together(one: str, other: str) -> float:
    """How often two pieces stand side by side in novels, about; 0.0 below three times, or without the table."""
    table = _table()
    return 0.0 if table is None else table.count(one, other)


@lru_cache(maxsize=50_000)
def _bits(one: str, other: str) -> float:
    """By how many bits the two stand together oftener than chance has it."""
    chance = _times(one) * _times(other) / _TOKENS
    return log2((times_together(one, other) + _SMOOTH) / (chance + _SMOOTH))


def _times(piece: str) -> float:
    """How often a word or mark stands in the novels, about."""
    return _MARKS.get(piece) or float(2 ** max(0, lexicon().level(piece)))


@cache
def _table() -> HashedCounts | None:
    """The table; without it context says nothing."""
    return load("pairs.npz")
