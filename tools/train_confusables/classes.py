# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes of words that stand in like places: neighbours counted, reduced to 40 dimensions, clustered by k-means."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from train_confusables.corpus import books, piece_lists

_WORDS, _CONTEXTS, _DIMENSIONS, _CLASSES, _ROUNDS = 12_000, 800, 40, 160, 25

Matrix = NDArray[np.float32]
Numbers = NDArray[np.int64]


def learn_classes(folder: Path) -> dict[str, str]:
    """Each of the 12,000 commonest words and its class ("0" to "159")."""
    texts = [[each.text for each in piece] for book in books(folder, "train") for piece in piece_lists(book)]
    counts = Counter(word for text in texts for word in text)
    words = [word for word, _ in counts.most_common(_WORDS)]
    number = {word: place for place, word in enumerate(words)}
    table = np.zeros((len(words), 2 * _CONTEXTS), np.float32)
    for text in texts:
        numbers = np.array([number.get(word, -1) for word in text], np.int64)
        left, right = numbers[:-1], numbers[1:]
        np.add.at(table, _cells(right, left, 0), 1)
        np.add.at(table, _cells(left, right, _CONTEXTS), 1)
    return dict(zip(words, map(str, _clusters(_reduced(table))), strict=True))


def _cells(words: Numbers, contexts: Numbers, shift: int) -> tuple[Numbers, Numbers]:
    wanted = (words >= 0) & (contexts >= 0) & (contexts < _CONTEXTS)
    return words[wanted], contexts[wanted] + shift


def _reduced(table: Matrix) -> Matrix:
    """Positive pointwise mutual information, its first singular vectors, each row of length 1."""
    total = table.sum()
    expected = table.sum(1, keepdims=True) * table.sum(0, keepdims=True) / total
    information = np.maximum(0, np.log((table + 1e-9) / (expected + 1e-9) + 1e-9)).astype(np.float32)
    values, vectors = np.linalg.eigh(information.T @ information)
    top = vectors[:, -_DIMENSIONS:] / np.sqrt(np.sqrt(np.maximum(values[-_DIMENSIONS:], 1e-6)))
    reduced = information @ top
    return (reduced / (np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-9)).astype(np.float32)


def _clusters(points: Matrix) -> NDArray[np.int64]:
    centres = points[np.random.default_rng(7).choice(600, _CLASSES, replace=False)]
    nearest = np.zeros(len(points), np.int64)
    for _ in range(_ROUNDS):
        nearest = (points @ centres.T).argmax(1)
        for number in range(_CLASSES):
            members = points[nearest == number]
            if len(members):
                centre = members.sum(0)
                centres[number] = centre / (np.linalg.norm(centre) + 1e-9)
    return nearest
