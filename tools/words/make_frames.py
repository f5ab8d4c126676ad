# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/frames.npz``: which three words stand in a row in novels, and how often each word stands.

``python tools/words/make_frames.py NOVELS [--target FILE] [--without AUTHOR …]`` with ``app`` and ``tools`` on
PYTHONPATH; some minutes and 2 GB of memory. The books held out by ``train_confusables`` are left alone. Kept are words
and triples that stand at least three times; of each only a hash of 32 bits and log2 of its count, so that no text can
be read out of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from hashing import make


def _rows(found: list[str]) -> Iterator[tuple[str, ...]]:
    return chain(zip(found, strict=True), zip(found, found[1:], found[2:], strict=False))


if __name__ == "__main__":
    make("frames.npz", __doc__, _rows)
