# SPDX-License-Identifier: GPL-3.0-or-later
"""How often rows of words stand in novels: of each row only a hash of 32 bits is kept, and log2 of its count.

No text can be read out of such a table. ``tools/words/hashing.py`` writes them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from zipfile import BadZipFile
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from redraft.places import not_whole, resource

STEPS = 8
"""A count is kept as eighths of its log2."""


def key(*row: str) -> int:
    """The 32 bits under which a row of words is kept."""
    return crc32(" ".join(row).encode())


class HashedCounts:
    """A table: the keys in order, and what is kept of each one's count."""

    def __init__(self, keys: NDArray[np.uint32], logs: NDArray[np.uint8]) -> None:
        """``keys`` in rising order."""
        self._keys = array("I", keys.astype(np.uint32).tobytes())  # one key is found here in a third of numpy's time
        edges = np.searchsorted(keys, np.arange(1 << 16, dtype=np.uint32) << np.uint32(16))
        self._starts = array("I", np.append(edges, len(keys)).astype(np.uint32).tobytes())
        self._logs = logs.astype(np.uint8).tobytes()

    def count(self, *row: str) -> float:
        """How often the row stands in the novels, about; 0.0 where the table does not have it."""
        wanted = key(*row)
        first, last = self._starts[wanted >> 16], self._starts[(wanted >> 16) + 1]
        place = bisect_left(self._keys, wanted, first, last)
        if place < last and self._keys[place] == wanted:
            return float(2.0 ** (self._logs[place] / STEPS))
        return 0.0


def load(name: str) -> HashedCounts | None:
    """The table ``resources/words/NAME``; None where the file is missing, damaged, or not the one that was made."""
    if name in not_whole("words"):
        return None
    try:
        # opened here, for numpy leaves a damaged file open
        with resource("words", name).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return HashedCounts(np.cumsum(stored["steps"], dtype=np.uint32), stored["logs"])
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
