# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/frames.npz``: which small words stand between which two words in novels.

``python tools/words/make_frames.py NOVELS [--target FILE] [--without AUTHOR …]`` with ``app`` and ``tools`` on
PYTHONPATH. The books held out by ``train_confusables`` are left alone. Kept are triples with a small word in the middle
that stand at least three times; of each only a hash of 32 bits and log2 of its count, so that no text can be read out
of the table.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from redraft.checks.frames import SMALL, key
from redraft.checks.rules.spelling.pairs import pieces
from train_confusables.corpus import books, paragraphs

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "frames.npz"
_LEAST = 3
_STEPS = 8
"""A count is kept as eighths of its log2."""


def main() -> None:
    """Write the table and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--target", type=Path, default=_TARGET)
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    for book in books(options.novels, "train"):
        if not book.name.startswith(tuple(options.without) or ("\0",)):
            for text in paragraphs(book):
                found = pieces(text)
                counts.update(row for row in zip(found, found[1:], found[2:], strict=False) if row[1] in SMALL)
    table = {key(*row): number for row, number in counts.items() if number >= _LEAST}
    keys = np.array(sorted(table), np.uint32)
    logs = np.array([round(_STEPS * np.log2(table[int(each)])) for each in keys]).clip(0, 255).astype(np.uint8)
    np.savez_compressed(options.target, steps=np.diff(keys, prepend=np.uint32(0)), logs=logs)
    print(f"{len(keys)} triples, {options.target.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
