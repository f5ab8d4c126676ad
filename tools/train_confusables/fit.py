# SPDX-License-Identifier: GPL-3.0-or-later
"""A softmax over the words of one set, fitted by Adagrad on all places at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import SLOTS
from train_confusables.places import Rows

_SEEN = 2
"""A feature seen less often in a set's places is left out."""
_STEPS, _RATE, _DECAY, _BALANCE = 50, 0.1, 3.0, 0.6

Weights = NDArray[np.float32]


def fit(rows: Rows, labels: NDArray[np.int64], size: int) -> tuple[Rows, Weights]:
    """The features and their weights for each of the ``size`` words of a set.

    A rare word's places count more, though not as much as all of a common one's: how often a word is right is weak
    evidence where somebody wrote the other.
    """
    known, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
    cells = inverse.reshape(rows.shape)
    spread = cells.ravel()
    usable = (counts >= _SEEN) & (known != 0)
    weights = np.zeros((size, len(known)), np.float32)
    speed = np.full_like(weights, 1e-4)
    importance = _importance(labels, size)
    for _ in range(_STEPS):
        error = _chances(weights, cells)
        error[np.arange(len(labels)), labels] -= 1
        error *= importance[:, None]
        for each in range(size):
            slope = np.bincount(spread, np.repeat(error[:, each], SLOTS), len(known)).astype(np.float32)
            slope = (slope + _DECAY * weights[each]) * usable
            speed[each] += slope * slope
            weights[each] -= _RATE * slope / np.sqrt(speed[each])
    return known, weights


def _importance(labels: NDArray[np.int64], size: int) -> Weights:
    share = np.maximum(np.bincount(labels, minlength=size), 1)
    importance = ((len(labels) / (size * share)) ** _BALANCE)[labels].astype(np.float32)
    return np.asarray(importance / importance.mean(), np.float32)


def _chances(weights: Weights, cells: NDArray[np.int64]) -> Weights:
    values = np.stack([each[cells].sum(1) for each in weights], 1)
    values -= values.max(1, keepdims=True)
    chances = np.exp(values)
    return np.asarray(chances / chances.sum(1, keepdims=True), np.float32)
