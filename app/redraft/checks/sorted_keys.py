# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys of 32 bits in order, and where each of many others stands among them.

The keys are hashes and so spread evenly: the first bits of one tell nearly where it stands. A binary search over a
million keys touches twenty far places of the memory for each, this two.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MOST_BITS = 20
_HIGHEST = np.uint32(0xFFFFFFFF)

Places = NDArray[np.int64]


class SortedKeys:
    """The keys, in rising order, without doubles."""

    def __init__(self, keys: NDArray[np.uint32]) -> None:
        bits = min(_MOST_BITS, max(1, len(keys).bit_length()))
        self._shift = np.uint32(32 - bits)
        self._keys = np.append(keys, _HIGHEST).astype(np.uint32)
        self._starts = np.searchsorted(keys, np.arange(1 << bits, dtype=np.uint32) << self._shift).astype(np.int32)

    def __len__(self) -> int:
        return len(self._keys) - 1

    def find(self, wanted: NDArray[np.uint32]) -> Places:
        """Where each of these keys stands; the number of the keys for one that is not among them."""
        flat = wanted.ravel()
        places = self._starts[flat >> self._shift].astype(np.int64)
        lower = np.flatnonzero(self._keys[places] < flat)
        while len(lower):
            places[lower] += 1
            lower = lower[self._keys[places[lower]] < flat[lower]]
        places[self._keys[places] != flat] = len(self)
        found: Places = places.reshape(wanted.shape)
        return found
