# SPDX-License-Identifier: GPL-3.0-or-later
"""A small network that says which word of a set belongs in a place: sixteen neighbours, and what is spoken of around.

One hidden layer over the vectors of eight words and marks on either side and the mean vector of the wider context.
Unlike the linear judge it knows which words are alike, and so judges neighbours it has never met beside the word.
``tools/train_confusables/network.py`` trains it; the weights are whole numbers with a scale for each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import Piece
from redraft.checks.rules.confused.files import readable
from redraft.places import resource

REACH = 8
"""Neighbours on either side that have a place of their own."""
AROUND = 26
"""Neighbours on either side that tell what is spoken of."""
SPECIAL = (
    "<pad>", "<#>", "<N>", "<s>", "<ing>", "<ed>", "<ly>", "<'s>", "<er>", "<y>", "<?>", "<edge>",
)  # fmt: skip
"""What stands for words outside the vocabulary: numbers, names, their genitives, and others by their endings."""
COMMON = 180
"""So many of the commonest words say nothing of the topic."""
ENDINGS = ("ing", "ed", "ly", "'s", "s", "er", "y")
FILES = ("network.npz", "vocabulary.txt", "targets.txt")
_TOPIC = 2.0

Matrix = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Network:
    """The weights in memory, as 32-bit floats: about 10 MB."""

    def __init__(self, weights: Mapping[str, Matrix], vocabulary: Sequence[str], targets: Mapping[str, int]) -> None:
        """``targets``: the words that it judges, in the order of its weights, and how often it has met each."""
        self._weights = weights
        self._first = np.concatenate([weights["a"], weights["skip"]]) if weights else np.zeros((0, 0), np.float32)
        self._number = {word: place for place, word in enumerate(vocabulary)}
        self._target = {word: place for place, word in enumerate(targets)}
        self.counts = targets
        self._specials = SPECIAL.index("<edge>") + 1

    def numbers(self, found: Iterable[Piece], straight: str) -> Numbers:
        """The number of each piece; ``straight`` is the text that they are from, for its capitals."""
        return np.array([self._numbered(each.text, straight[each.start]) for each in found], np.int64)

    def knows(self, word: str) -> bool:
        """Whether the network has learned to judge ``word`` (lower case, straight apostrophes)."""
        return word in self._target

    def fits(self, numbers: Numbers, places: Sequence[int]) -> Matrix:
        """How well each of its words would fit each of ``places``: one row a place."""
        weights = self._weights
        near = _window(numbers, places, REACH, self._specials - 1)
        wide = _window(numbers, places, AROUND, 0)
        wide[wide < self._specials + COMMON] = 0
        said = (wide > 0)[:, :, None]
        topic = (weights["emb"][wide] * said).sum(1) / (said.sum(1) + 1) * _TOPIC
        seen = np.concatenate([weights["emb"][near].reshape(len(places), -1), topic], 1).astype(np.float32)
        first = _times(seen, self._first)
        size = len(weights["a"])
        inner = np.maximum(first[:, :size] + weights["a_bias"], 0)
        last = _times(inner, weights["b"]) + weights["b_bias"] + first[:, size:]
        return _times(last, weights["out"]) + weights["bias"]

    def margin(self, fits: Matrix, written: str, other: str) -> float:
        """By how much one row of :meth:`fits` prefers ``other`` (a difference of log-probabilities)."""
        return float(fits[self._target[other]] - fits[self._target[written]])

    def _numbered(self, word: str, first: str) -> int:
        known = self._number.get(word)
        if known is not None:
            return known
        if word[0].isdigit():
            return self._number["<#>"]
        if first.isupper():
            return self._number["<s>" if word.endswith("'s") else "<N>"]
        ending = next((each for each in ENDINGS if word.endswith(each)), "?")
        return self._number[f"<{ending}>"]


def _times(rows: Matrix, weights: Matrix) -> Matrix:
    """``rows @ weights.T`` in this thread alone: for so few rows the threads of a BLAS only wait for each other."""
    return np.asarray(np.einsum("ij,kj->ik", rows, weights), np.float32)


def _window(numbers: Numbers, places: Sequence[int], reach: int, outside: int) -> Numbers:
    """The ``reach`` numbers before and after each place; ``outside`` beyond the ends of the text."""
    padded = np.pad(numbers, reach, constant_values=outside)
    steps = np.concatenate([np.arange(reach), np.arange(reach + 1, 2 * reach + 1)])
    return np.asarray(padded[np.asarray(places, np.int64)[:, None] + steps], np.int64)


@cache
def load_network() -> Network | None:
    """The network that comes with the program; None when its files are missing or damaged."""
    if not readable(FILES):
        return None
    folder = resource("models", "confusables")
    try:
        with np.load(folder / "network.npz", allow_pickle=False) as stored:
            weights = {name: _whole(stored, name) for name in stored.files if not name.endswith("_scale")}
    except (OSError, ValueError, KeyError):
        return None
    words, targets = (folder.joinpath(name).read_text("utf-8").splitlines() for name in FILES[1:])
    return Network(weights, words, {word: int(count) for word, count in (each.split() for each in targets)})


def _whole(stored: Mapping[str, NDArray[np.generic]], name: str) -> Matrix:
    values = stored[name].astype(np.float32)
    scale = f"{name}_scale"
    return values * stored[scale].astype(np.float32)[:, None] if scale in stored else values
