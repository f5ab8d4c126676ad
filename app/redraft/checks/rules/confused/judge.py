# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned judge of confusable words: which word of a set belongs in a place, by its context.

One linear classifier a set, trained by ``tools/train_confusables`` on published novels; its weights are whole
numbers in ``resources/models/confusables/judge.npz`` (read without pickle, checked against ``SHA256SUMS``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import SLOTS, features, word_seed
from redraft.checks.rules.confused.files import FOLDER, readable
from redraft.checks.sorted_keys import SortedKeys
from redraft.places import resource

_SCALE = 20.0
_LESS_OFTEN = "# Less often"
FILES = ("judge.npz", "classes.txt", "sets.txt")
"""What the judge is made of: weights, classes of words, and the sets that it was trained on."""


def read_sets() -> list[tuple[str, ...]]:
    """The sets of words that are taken for one another, as the next training will take them."""
    return _sets(resource("words", "confusables.txt").read_text("utf-8"))


def common_pairs() -> frozenset[frozenset[str]]:
    """The pairs that writers take for one another most often: those of the list's first part."""
    first = resource("words", "confusables.txt").read_text("utf-8").partition(_LESS_OFTEN)[0]
    return frozenset(frozenset((one, other)) for words in _sets(first) for one in words for other in words)


def combined(hashes: NDArray[np.uint32], seed: int | NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The keys of features for one word of one set, or for one a row."""
    mixed = hashes.astype(np.uint64) * np.uint64(2_654_435_761) + np.asarray(seed, np.uint64) * np.uint64(40_503)
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def packed(keys: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Keys in order as their differences, one row for each byte: half as large when compressed."""
    steps = np.diff(keys, prepend=np.uint32(0)).astype("<u4")
    return np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 4).T)


def unpacked(rows: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """What :func:`packed` packed."""
    steps = np.ascontiguousarray(rows.T).view("<u4").ravel()
    return np.cumsum(steps, dtype=np.uint32)


class Judge:
    """The weights in memory: 5 bytes each, looked up by binary search."""

    def __init__(
        self, keys: NDArray[np.uint32], weights: NDArray[np.int8], classes: Mapping[str, str],
        sets: Sequence[tuple[str, ...]],
    ) -> None:
        self._keys = SortedKeys(keys)
        self._weights = np.append(weights, np.int8(0))
        self._classes = classes
        self._rivals: dict[str, list[tuple[int, str]]] = {}
        self._seeds: dict[tuple[int, str], int] = {}
        for number, words in enumerate(sets):
            for word in words:
                self._seeds[number, word] = word_seed(f"{number} {word}")
                self._rivals.setdefault(word, []).extend((number, other) for other in words if other != word)

    def margins(self, words: Sequence[str], places: Sequence[int]) -> list[dict[str, float]]:
        """For each place in a paragraph, every rival of its word that it knows, and how far the context prefers it."""
        rows = np.zeros((len(places), SLOTS), np.uint32)
        jobs: dict[tuple[int, int, str], int] = {}
        for row, at in enumerate(places):
            rivals = self._rivals.get(words[at], ())
            if rivals:
                seen = features(words, at, self._classes)
                rows[row, : len(seen)] = seen
            for number, other in rivals:
                jobs.setdefault((row, number, other), len(jobs))
                jobs.setdefault((row, number, words[at]), len(jobs))
        scores = self._scores(rows, list(jobs))
        return [
            {
                other: float(scores[jobs[row, number, other]] - scores[jobs[row, number, words[at]]])
                for number, other in self._rivals.get(words[at], ())
            }
            for row, at in enumerate(places)
        ]

    def _scores(self, rows: NDArray[np.uint32], jobs: Sequence[tuple[int, int, str]]) -> NDArray[np.float64]:
        """How well each word of a set fits a row's features; ``jobs`` are row, set and word."""
        if not jobs:
            return np.zeros(0)
        seeds = np.array([self._seeds[number, word] for _, number, word in jobs], np.uint64)
        seen = rows[[row for row, _, _ in jobs]]
        weights = self._weights[self._keys.find(combined(seen, seeds[:, None]))]
        return np.asarray((weights * (seen != 0)).sum(1, dtype=np.int32) / _SCALE)


@cache
def load_judge() -> Judge | None:
    """The judge that comes with the program; None when its files are missing or damaged."""
    if not readable(FILES):
        return None
    folder = resource("models", FOLDER)
    try:
        with np.load(folder / "judge.npz", allow_pickle=False) as stored:
            keys, weights = unpacked(stored["keys"]), stored["weights"]
    except (OSError, ValueError, KeyError):
        return None
    classes, sets = (folder.joinpath(name).read_text("utf-8") for name in FILES[1:])
    return Judge(keys, weights, _table(classes), _sets(sets))


def _sets(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("/")) for line in text.splitlines() if line and not line.startswith("#")]


def _table(text: str) -> dict[str, str]:
    return dict(line.split(" ") for line in text.splitlines())
