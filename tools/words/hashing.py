# SPDX-License-Identifier: GPL-3.0-or-later
"""What the makers of the tables of hashed counts share: which novels are read, and how a table is written."""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from redraft.checks.hashed_counts import STEPS, key
from redraft.checks.rules.spelling.pairs import pieces
from train_confusables.corpus import books, paragraphs

_WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"
_LEAST = 3

Rows = Callable[[list[str]], Iterable[tuple[str, ...]]]
"""The rows that are counted in the words and marks of a paragraph."""


def write_sums() -> None:
    """The list by which the program knows its tables and its lexicon again."""
    made = ("english.txt.gz", "frames.npz", "pairs.npz")
    lines = [f"{hashlib.sha256((_WORDS / name).read_bytes()).hexdigest()}  {name}\n" for name in made]
    (_WORDS / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def make(name: str, told: str | None, rows: Rows) -> None:
    """The command line: count the ``rows`` of all novels and write those that stand three times or more."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--target", type=Path, default=_WORDS / name)
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    counts: Counter[int] = Counter()
    for book in books(options.novels, "train"):
        if not book.name.startswith(tuple(options.without) or ("\0",)):
            for text in paragraphs(book):
                counts.update(key(*row) for row in rows(pieces(text)))
    table = {each: number for each, number in counts.items() if number >= _LEAST}
    keys = np.array(sorted(table), np.uint32)
    logs = np.array([round(STEPS * np.log2(table[int(each)])) for each in keys]).clip(0, 255).astype(np.uint8)
    np.savez_compressed(options.target, steps=np.diff(keys, prepend=np.uint32(0)), logs=logs)
    write_sums()
    print(f"{len(keys)} rows, {options.target.stat().st_size / 1e3:.0f} kB")
