# SPDX-License-Identifier: GPL-3.0-or-later
"""Logistic regression over named signs, by Adam on the whole sample; small, seeded by nothing, the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tools.train_tense.rows import Row

LEAST = 8
"""A sign seen less often than this has no weight of its own."""
_RIDGE = 8.0
_CLEAN_COUNTS = 3.0
"""What a false mark counts against a slip not found."""
_STEPS = 400
_Array = npt.NDArray[np.float64]


def weights(rows: Sequence[Row]) -> dict[str, float]:
    """The weight of each sign; "" is the constant. Weights that say next to nothing are left out."""
    counts = Counter(sign for row in rows for sign in row.signs)
    known = sorted(sign for sign, count in counts.items() if count >= LEAST)
    place = {sign: at for at, sign in enumerate(known)}
    table = np.zeros((len(rows), len(known) + 1))
    table[:, -1] = 1.0
    for number, row in enumerate(rows):
        table[number, [place[sign] for sign in row.signs if sign in place]] = 1.0
    found = _descend(table, np.array([float(row.slip) for row in rows]))
    named = {sign: round(float(found[at]), 2) for sign, at in place.items()}
    return {"": round(float(found[-1]), 2), **{sign: weight for sign, weight in named.items() if abs(weight) >= 0.03}}


def _descend(table: _Array, slips: _Array) -> _Array:
    found = np.zeros(table.shape[1])
    mean, spread = np.zeros_like(found), np.zeros_like(found)
    share = np.where(slips > 0, 1.0, _CLEAN_COUNTS)
    ridge = np.full_like(found, _RIDGE)
    ridge[-1] = 0.0
    for step in range(1, _STEPS + 1):
        likely = 1.0 / (1.0 + np.exp(-(table @ found)))
        slope = table.T @ (share * (likely - slips)) + ridge * found
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope * slope
        found -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
    return found
