# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned judge of confusable words: which word of a set belongs in a place, by its context.

One linear classifier a set, trained by ``tools/train_confusables`` on published novels; its weights are whole
numbers in ``resources/models/confusables/judge.npz`` (read without pickle, checked against ``SHA256SUMS``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import features, word_seed
from redraft.places import resource

_SCALE = 20.0
_FOLDER = "confusables"
FILES = ("judge.npz", "classes.txt", "limits.txt", "sets.txt")
"""What the judge is made of: weights, classes of words, limits, and the sets that it was trained on."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The word at index ``at`` should rather be ``better``. ``margin``: by how much the context speaks for it, as
    the difference of log-probabilities; ``limit`` and ``lower``: from where on alone, and from where on with a
    second judge, it may be told.
    """

    at: int
    better: str
    margin: float
    limit: float
    lower: float


def read_sets() -> list[tuple[str, ...]]:
    """The sets of words that are taken for one another, as the next training will take them."""
    return _sets(resource("words", "confusables.txt").read_text("utf-8"))


def combined(hashes: NDArray[np.uint32], seed: int) -> NDArray[np.uint32]:
    """The keys of features for one word of one set."""
    mixed = hashes.astype(np.uint64) * np.uint64(2_654_435_761) + np.uint64(seed * 40_503)
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.uint32)


class Judge:
    """The weights in memory: 5 bytes each, looked up by binary search."""

    def __init__(
        self, keys: NDArray[np.uint32], weights: NDArray[np.int8], classes: Mapping[str, str],
        limits: Mapping[tuple[str, str], tuple[float, float]], sets: Sequence[tuple[str, ...]],
    ) -> None:
        self._keys = keys
        self._weights = weights
        self._classes = classes
        self._limits = limits
        self._rivals: dict[str, list[tuple[int, str]]] = {}
        self._seeds: dict[tuple[int, str], int] = {}
        for number, words in enumerate(sets):
            for word in words:
                self._seeds[number, word] = word_seed(f"{number} {word}")
                self._rivals.setdefault(word, []).extend((number, other) for other in words if other != word)

    def doubts(self, words: Sequence[str]) -> Iterator[Doubt]:
        """The words (lower case, straight apostrophes) that do not fit their places and have a limit to pass."""
        for at, word in enumerate(words):
            rivals = [(number, other) for number, other in self._rivals.get(word, ()) if (word, other) in self._limits]
            if not rivals:
                continue
            seen = np.array(features(words, at, self._classes), np.uint32)
            best = max(((self.margin(seen, number, word, other), other) for number, other in rivals))
            limit, lower = self._limits[word, best[1]]
            if best[0] >= lower:
                yield Doubt(at, best[1], best[0], limit, lower)

    def margins(self, words: Sequence[str], at: int) -> Iterator[tuple[str, float]]:
        """Every rival of the word at ``at`` and by how much its context prefers it."""
        seen = np.array(features(words, at, self._classes), np.uint32)
        for number, other in self._rivals.get(words[at], ()):
            yield other, self.margin(seen, number, words[at], other)

    def margin(self, seen: NDArray[np.uint32], number: int, word: str, other: str) -> float:
        """By how much the features speak for ``other`` in place of ``word``, both of set ``number``."""
        return self._score(seen, number, other) - self._score(seen, number, word)

    def _score(self, seen: NDArray[np.uint32], number: int, word: str) -> float:
        keys = combined(seen, self._seeds[number, word])
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return float(self._weights[places][self._keys[places] == keys].sum(dtype=np.int32)) / _SCALE


@cache
def load_judge() -> Judge | None:
    """The judge that comes with the program; None when its files are missing or damaged."""
    folder = resource("models", _FOLDER)
    try:
        lines = resource("models", "SHA256SUMS").read_text("utf-8").splitlines()
        sums = {name.strip(): digest for digest, _, name in (line.partition(" ") for line in lines)}
        for name in FILES:
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sums.get(f"{_FOLDER}/{name}"):
                return None
        with np.load(folder / "judge.npz", allow_pickle=False) as stored:
            keys, weights = stored["keys"], stored["weights"]
    except (OSError, ValueError, KeyError):
        return None
    classes, limits, sets = (folder.joinpath(name).read_text("utf-8") for name in FILES[1:])
    return Judge(keys, weights, _table(classes), _limits(limits), _sets(sets))


def _sets(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("/")) for line in text.splitlines() if line and not line.startswith("#")]


def _table(text: str) -> dict[str, str]:
    return dict(line.split(" ") for line in text.splitlines())


def _limits(text: str) -> dict[tuple[str, str], tuple[float, float]]:
    limits: dict[tuple[str, str], tuple[float, float]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            written, better, limit, lower = line.split()
            limits[written, better] = (float(limit), float(lower))
    return limits
