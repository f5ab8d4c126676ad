# SPDX-License-Identifier: GPL-3.0-or-later
"""Logistic regression over cells of features, by L-BFGS on all rows at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]
Cells = NDArray[np.uint32]
_MEMORY = 8


def fit(cells: Cells, truth: Values, weight: Values, size: int, *, decay: float = 1.0, steps: int = 60) -> Values:
    """The weight of each of ``size`` cells (the last holds the constant); ``decay``: how strongly they are held
    small, in rows.
    """
    flat = cells.ravel()
    share = weight / weight.mean()

    def loss(known: Values) -> tuple[float, Values]:
        value = known[cells].sum(1) + known[-1]
        error = (1 / (1 + np.exp(-value)) - truth) * share
        slope = np.bincount(flat, np.repeat(error, cells.shape[1]), size).astype(np.float32) + decay * known
        slope[-1] = error.sum()
        whole = float((share * (np.logaddexp(0, value) - truth * value)).sum() + decay / 2 * (known[:-1] ** 2).sum())
        return whole, slope

    return _descend(loss, np.zeros(size, np.float32), steps)


def scores(cells: Cells, known: Values) -> Values:
    """The log-odds of each row."""
    return np.asarray(known[cells].sum(1) + known[-1], np.float32)


def _descend(loss: Callable[[Values], tuple[float, Values]], at: Values, steps: int) -> Values:
    """The lowest place near ``at``, after so many steps of L-BFGS."""
    moves: deque[tuple[Values, Values, float]] = deque(maxlen=_MEMORY)
    value, slope = loss(at)
    for step in range(steps):
        way = -_bent(slope, moves)
        stride = 1.0 if step else 1.0 / float(np.abs(slope).sum() + 1)
        for _ in range(12):
            other = at + stride * way
            new, tilt = loss(other)
            if new <= value + 1e-4 * stride * float(slope @ way):
                break
            stride /= 2
        else:
            return at
        change, turn = other - at, tilt - slope
        if float(change @ turn) > 1e-8:
            moves.append((change, turn, 1 / float(change @ turn)))
        if value - new < 1e-5 * value:
            return other
        at, value, slope = other, new, tilt
    return at


def _bent(slope: Values, moves: deque[tuple[Values, Values, float]]) -> Values:
    """The slope, bent by what the last moves say of the curvature (the two loops of L-BFGS)."""
    way = slope.copy()
    shares = []
    for change, turn, over in reversed(moves):
        shares.append(over * float(change @ way))
        way -= shares[-1] * turn
    if moves:
        change, turn, over = moves[-1]
        way /= over * float(turn @ turn)
    for (change, turn, over), share in zip(moves, reversed(shares), strict=True):
        way += change * (share - over * float(turn @ way))
    return way
