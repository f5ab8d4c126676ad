# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely a word is between its neighbours: what novels have in rows of three, of two, and alone.

Where they do not have a row of three, the rows of two in it are asked, and so on; something is always kept for what no
novel has had yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log2

from redraft.checks.frames import between, times
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.pairs import EDGE, times_together
from redraft.language.analysis import Token

_TOKENS = 21.2e6
"""Words and marks of the novels that were counted."""
_NEW_PAIR, _NEW_ROW = 0.15, 0.25
"""The share kept for what has not been met, behind a word and behind a pair that is known well; more behind others."""
_FEW_PAIRS, _FEW_ROWS = 20.0, 6.0
_STOPS = frozenset('.!?"“”…')
_ELSEWHERE = 0.35
"""What a count in all kinds of text is worth for a word that the novels hardly have."""


def bits(before: tuple[str, str], words: tuple[str, ...], behind: tuple[str, str]) -> float:
    """How likely a row of words is between two pieces on either side, in bits; only differences mean something.

    Pieces are words and marks as :func:`redraft.checks.rules.spelling.pairs.pieces` has them.
    """
    row = (*before, *words, *behind)
    return sum(log2(_row(*row[place - 2 : place + 1])) for place in range(2, len(row)))


def swap_gain(tokens: Sequence[Token], first: int, last: int, new: tuple[str, ...]) -> float:
    """By how many bits the row is likelier with ``new`` for the tokens from ``first`` up to, not with, ``last``."""
    before = (EDGE, EDGE, *(_piece(each) for each in tokens[max(0, first - 2) : first]))[-2:]
    behind = (*(_piece(each) for each in tokens[last : last + 2]), EDGE, EDGE)[:2]
    old = tuple(_piece(each) for each in tokens[first:last])
    sides = (before[0], before[1]), (behind[0], behind[1])
    return bits(sides[0], new, sides[1]) - bits(sides[0], old, sides[1])


def _piece(token: Token) -> str:
    return EDGE if token.text in _STOPS else "0" if token.text.isdigit() else token.lower


@lru_cache(maxsize=50_000)
def _row(one: str, two: str, three: str) -> float:
    """The probability of the third behind the other two."""
    less = _pair(two, three)
    known = times_together(one, two)
    if not known:
        return less
    new = _NEW_ROW + (1 - _NEW_ROW) * _FEW_ROWS / (known + _FEW_ROWS)
    seen = between(one, two, three)
    return (1 - new) * seen / max(known, seen) + new * less


@lru_cache(maxsize=50_000)
def _pair(one: str, other: str) -> float:
    """The probability of the second behind the first."""
    known, seen = _alone(one), times_together(one, other)
    new = _NEW_PAIR + (1 - _NEW_PAIR) * _FEW_PAIRS / (known + _FEW_PAIRS)
    return (1 - new) * seen / max(known, seen) + new * _alone(other) / _TOKENS


@lru_cache(maxsize=50_000)
def _alone(word: str) -> float:
    """How often a word stands in the novels; one they hardly have, by how common it is elsewhere."""
    return max(times(word), _ELSEWHERE * 2.0 ** max(0, lexicon().level(word)) if word.isalpha() else 0.0, 0.5)
