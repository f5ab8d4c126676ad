# SPDX-License-Identifier: GPL-3.0-or-later
"""Word for word: what became of each word of an older passage in a newer one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_ALIKE = 0.6
_MOST_PAIRS = 64
_MOST_COMPARED = 250_000
"""Beyond so many pairs of words (some 20 ms) two passages are cut at what occurs once in both."""


class Image(NamedTuple):
    """Where a word is now: the words ``first`` up to ``last``. ``weight`` is 1 for the same word, less for one that
    differs in letters, 0 for other words that stand between the same neighbours."""

    first: int
    last: int
    weight: float


def aligned_at_length(old: Sequence[str], new: Sequence[str], shift: int = 0) -> list[Image | None]:
    """As :func:`aligned`, for passages of any length: two words in a row that occur once in both part them, as far as
    they come in the same order (Bram Cohen's patience diff). What has none, and is too long, has no images."""
    if len(old) * len(new) <= _MOST_COMPARED:
        return aligned(old, new, shift)
    images: list[Image | None] = []
    here = there = 0
    for one, other in [*_anchors(old, new), (len(old), len(new))]:
        mine, theirs = old[here:one], new[there:other]
        small = len(mine) * len(theirs) <= _MOST_COMPARED
        images += aligned(mine, theirs, shift + there) if small else [None] * len(mine)
        here, there = one, other
    return images


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where pairs of words stand that occur once in both, the longest row of them that keeps the order."""
    ours, theirs = _once(old), _once(new)
    common = [(place, theirs[pair]) for pair, place in ours.items() if pair in theirs]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(common):
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [number]
        before.append(last[at - 1] if at else -1)
    row: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        row.append(common[number])
        number = before[number]
    return row[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, str], int]:
    """The pairs of words in a row that occur once, and where, in order."""
    counts = Counter(pairwise(words))
    return {pair: place for place, pair in enumerate(pairwise(words)) if counts[pair] == 1}


def aligned(old: Sequence[str], new: Sequence[str], shift: int = 0) -> list[Image | None]:
    """For each word of ``old`` its image in ``new`` (numbers grow by ``shift``); None where it was taken out."""
    images: list[Image | None] = [None] * len(old)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            for number in range(b - a):
                images[a + number] = Image(c + number + shift, c + number + shift + 1, 1.0)
        elif kind == "replace":
            images[a:b] = _replaced(old[a:b], new[c:d], c + shift)
    return images


def _replaced(old: Sequence[str], new: Sequence[str], shift: int) -> list[Image | None]:
    """Words alike in letters are each other's; the rest has the whole block, as what stands there now."""
    whole = Image(shift, shift + len(new), 0.0)
    images: list[Image | None] = [whole] * len(old)
    if len(old) * len(new) > _MOST_PAIRS:
        return images
    if len(old) != len(new) and likeness("".join(old), "".join(new)) >= _ALIKE:
        return [whole._replace(weight=0.8)] * len(old)
    free = 0
    for number, word in enumerate(old):
        for place in range(free, len(new)):
            if likeness(word, new[place]) >= _ALIKE:
                images[number] = Image(shift + place, shift + place + 1, 0.8)
                free = place + 1
                break
    if len(old) == len(new):
        images = [each if each is not whole else Image(shift + n, shift + n + 1, 0.0) for n, each in enumerate(images)]
    return images


def likeness(one: str, other: str) -> float:
    """How much of two words is the same at their beginning and end, from 0 to 1: what a slip of the finger leaves.

    Letters that changed places are the same letters.
    """
    least = min(len(one), len(other))
    head = 0
    while head < least and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < least - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    if one and head + tail == least - 2 and sorted(one) == sorted(other):
        return 1.0
    return (head + tail) / max(len(one), len(other), 1)
