# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph of one version of a text is which of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from redraft.text.words import pieces_of

Pair = tuple[int | None, int | None]
"""A paragraph of the old version and of the new one, by number; None: it is in one of them only."""

_ALIKE = 0.35
_MOST_PAIRS = 40_000


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The paragraphs of both versions side by side, in order: equal ones, then those that have enough words in common
    (more than a third; of two that are the only ones between equal neighbours, one word), then those that have not.
    """
    pairs: list[Pair] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs.extend(zip(range(a, b), range(c, d), strict=True))
        else:
            pairs.extend(_alike(old, new, (a, b), (c, d)))
    return pairs


def _alike(old: Sequence[str], new: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """The pairs among changed paragraphs: the ones in order that have the most in common."""
    a, b = ours
    c, d = theirs
    if (b - a) * (d - c) > _MOST_PAIRS:
        return _in_order(ours, theirs)
    bags = [Counter(_words(each)) for each in old[a:b]]
    others = [Counter(_words(each)) for each in new[c:d]]
    least = _ALIKE if (b - a, d - c) != (1, 1) else 0.01
    best = [[0.0] * (d - c + 1) for _ in range(b - a + 1)]
    likeness: dict[tuple[int, int], float] = {}
    for i in range(b - a - 1, -1, -1):
        for j in range(d - c - 1, -1, -1):
            score = _likeness(bags[i], others[j])
            likeness[i, j] = score if score >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i, j] + best[i + 1][j + 1])
    return _walked(best, likeness, a, c)


def _walked(best: list[list[float]], likeness: dict[tuple[int, int], float], a: int, c: int) -> list[Pair]:
    pairs: list[Pair] = []
    i = j = 0
    rows, columns = len(best) - 1, len(best[0]) - 1
    while i < rows or j < columns:
        here = likeness.get((i, j), 0.0)
        if here and best[i][j] == here + best[i + 1][j + 1]:
            pairs.append((a + i, c + j))
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or best[i][j] == best[i + 1][j]):
            pairs.append((a + i, None))
            i += 1
        else:
            pairs.append((None, c + j))
            j += 1
    return pairs


def _in_order(ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Too many to compare each with each: the first with the first, and so on."""
    shared = min(ours[1] - ours[0], theirs[1] - theirs[0])
    pairs: list[Pair] = [(ours[0] + at, theirs[0] + at) for at in range(shared)]
    pairs.extend((at, None) for at in range(ours[0] + shared, ours[1]))
    pairs.extend((None, at) for at in range(theirs[0] + shared, theirs[1]))
    return pairs


def _words(text: str) -> list[str]:
    return [each.lower() for each in pieces_of(text) if each[:1].isalnum()]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words that both have, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
