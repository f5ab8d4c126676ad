# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/frames.npz``: which small words stand between which two words in novels.

``python tools/words/make_frames.py NOVELS [--target FILE] [--without AUTHOR …]`` with ``app`` and ``tools`` on
PYTHONPATH. The books held out by ``train_confusables`` are left alone. Kept are triples with a small word in the middle
that stand at least three times; of each only a hash of 32 bits and log2 of its count, so that no text can be read out
of the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from hashing import make

from redraft.checks.frames import SMALL


def _rows(found: list[str]) -> Iterator[tuple[str, ...]]:
    return (row for row in zip(found, found[1:], found[2:], strict=False) if row[1] in SMALL)


if __name__ == "__main__":
    make("frames.npz", __doc__, _rows)
