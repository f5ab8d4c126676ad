# SPDX-License-Identifier: GPL-3.0-or-later
"""What a misspelt word may have been meant to be, the likeliest first.

Candidates are the words whose letters differ by few (compared for the whole lexicon at once); they are ranked by
slips, sound, how common they are in fiction and in this story, and how they fit between their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log2

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.spelling.distance import distance, sound
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.pairs import fit

_LETTERS = 27
_MOST = 90
_MEANT = 6
"""The level from which words that only novels have (dialect, archaic forms) may be what was meant."""
_SLIP, _LEVEL, _HERE, _BIT = 5.0, 0.14, 0.3, 0.4
"""What a slip costs, and what a step of level, a doubling in the story and a bit of context are worth; fitted on slips
put into novels (tools/words/fit_spelling.py)."""
_SMALL = frozenset(
    "a i the of and to in it was he that his with as had at on for she her is be him not but they you my me we so out "
    "up then there when what all if no were from by or an this them their who said one into your".split()
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may have been meant. ``slips``: how far it is; ``bits``: how well it fits between its neighbours;
    ``score``: the lower the likelier."""

    word: str
    slips: float
    bits: float
    score: float


def suggestions(
    wrong: str, *, beside: tuple[str, str] = ("", ""), story: Mapping[str, int] | None = None, own: Iterable[str] = (),
) -> list[Suggestion]:
    """Up to eight words for a lower-case unknown one, best first. ``beside``: the pieces before and behind it, empty
    where they are not known; ``story``: how often words stand in the story; ``own``: lower-case words of the story
    that may be meant too."""
    here = story or {}
    known = lexicon()
    found = [*_near(wrong), *((word, distance(wrong, word, 1.5)) for word in own if abs(len(word) - len(wrong)) <= 1)]
    ranked: dict[str, Suggestion] = {}
    for word, slips in [*found, *_split(wrong)]:
        if slips < 9 and word != wrong:
            common = max(map(known.level, word.split(" ")))
            bits = fit(beside[0], word, beside[1]) if beside[0] else 0.0
            score = _SLIP * slips - _LEVEL * max(common, -2) - _HERE * log2(1 + here.get(word, 0)) - _BIT * bits
            ranked.setdefault(word, Suggestion(word, slips, bits, score))
    return sorted(ranked.values(), key=lambda each: (each.score, each.word))[:8]


@lru_cache(maxsize=4_096)
def _near(wrong: str) -> tuple[tuple[str, float], ...]:
    """Words of the lexicon within two slips or of the same sound, with their distance."""
    close = _ranked(wrong, 2, 1.35)
    if any(slips <= 1.0 for _, slips in close):
        return close
    return tuple(dict([*_ranked(wrong, 4, 2.6), *close]).items())


def _ranked(wrong: str, letters: int, limit: float) -> tuple[tuple[str, float], ...]:
    key = sound(wrong)
    found: list[tuple[str, float]] = []
    for word in _candidates(wrong, letters):
        slips = distance(wrong, word, limit + 0.5)
        if slips > 0.9 and sound(word) == key:
            slips = min(slips, 9.0) * 0.75 if slips < 9 else 2.0
        if slips <= limit:
            found.append((word, slips))
    return tuple(found)


def _candidates(wrong: str, letters: int) -> Iterator[str]:
    """Words whose letters, order aside, differ from the wrong word's by at most ``letters``; the common ones first."""
    table = _table()
    low, high = table.reach(len(wrong))
    counts = _count(wrong)
    unlike = np.bitwise_count(table.signs[low:high] ^ _signs(counts[None])[0]).sum(1)
    near = np.flatnonzero(unlike <= letters)  # the signs differ by no more than the letters do
    apart = np.abs(table.counts[low:high][near] - counts).sum(1, dtype=np.int16)
    places, apart = near[apart <= letters], apart[apart <= letters]
    if len(places) > _MOST:
        weight = table.levels[low:high][places] - 2.0 * apart
        places = places[np.argsort(-weight, kind="stable")[:_MOST]]
    return (table.words[low + int(place)] for place in places)


def _split(wrong: str) -> Iterator[tuple[str, float]]:
    """The two words that a missing space joined, one of them a small one: "ofthe"."""
    known = lexicon()
    for cut in range(1, len(wrong)):
        left, right = wrong[:cut], wrong[cut:]
        small = (left in _SMALL) + (right in _SMALL)
        if small and known.level(left) >= 8 and known.level(right) >= 8 and (small == 2 or min(cut, len(right)) > 1):
            yield f"{left} {right}", 0.8 if small == 2 else 1.15


class _Table:
    """The lexicon ordered by length, with the letters of each word counted."""

    def __init__(self) -> None:
        known = lexicon()
        listed = (
            word for word, level in known.levels.items()
            if (len(word) > 1 or word in "ai") and (level >= _MEANT or word not in known.learned)
        )
        self.words = sorted(sorted(listed), key=len)
        lengths = np.fromiter(map(len, self.words), np.int64)
        cells = np.repeat(np.arange(len(self.words)), lengths) * _LETTERS + _letters("".join(self.words))
        counts = np.bincount(cells, minlength=len(self.words) * _LETTERS).astype(np.int8)
        self.counts = counts.reshape(len(self.words), _LETTERS)
        self.signs = _signs(self.counts)
        self.levels = np.fromiter(map(known.level, self.words), np.float32)
        self._ends = np.searchsorted(lengths, np.arange(64))

    def reach(self, length: int) -> tuple[int, int]:
        """The places of the words whose length is within two of ``length``."""
        return int(self._ends[max(0, min(61, length - 2))]), int(self._ends[min(63, length + 3)])


@cache
def _table() -> _Table:
    return _Table()


def _signs(counts: NDArray[np.int8]) -> NDArray[np.uint64]:
    """For each row of counts 64 bits: two for each letter, one set from the first on, the other from the second."""
    steps = (counts[:, :, None] >= np.array([1, 2], np.int8)).reshape(len(counts), -1)
    padded = np.zeros((len(counts), 64), bool)
    padded[:, : steps.shape[1]] = steps
    return np.packbits(padded, axis=1).view(np.uint64)


def _count(word: str) -> NDArray[np.int8]:
    """How often each letter stands in a word."""
    return np.bincount(_letters(word), minlength=_LETTERS).astype(np.int8)


def _letters(text: str) -> NDArray[np.int64]:
    """Each letter's number, a to z; what is no plain letter has the number 26."""
    places = np.frombuffer(text.encode("ascii", "replace"), np.uint8).astype(np.int64) - 97
    return np.where((places < 0) | (places > 25), 26, places)
