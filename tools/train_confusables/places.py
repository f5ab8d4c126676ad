# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of the sets stand in the novels, as rows of feature hashes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import SLOTS, features
from train_confusables.corpus import books, piece_lists

Rows = NDArray[np.uint32]


@dataclass
class Places:
    """The kept places of one word, evenly by chance: feature rows and of how many they are."""

    found: list[list[int]] = field(default_factory=list)
    seen: int = 0

    def offer(self, most: int, chance: random.Random) -> int | None:
        """Whether one more place is kept, and where: None, or its index."""
        self.seen += 1
        slot = len(self.found) if len(self.found) < most else chance.randrange(self.seen)
        return slot if slot < most else None

    def rows(self) -> Rows:
        """One row of hashes a place, filled up with 0."""
        rows = np.zeros((len(self.found), SLOTS), np.uint32)
        for number, hashes in enumerate(self.found):
            rows[number, : len(hashes)] = hashes
        return rows


@dataclass
class Evidence:
    """For each word its rows, its number in the novels; and the words of the novels in all."""

    rows: dict[str, Rows]
    seen: dict[str, int]
    total: int


def gather(novels: Path, part: str, words: frozenset[str], classes: Mapping[str, str], most: int) -> Evidence:
    """Up to ``most`` places of each word in the novels of ``part``."""
    chance = random.Random(7)
    kept = {word: Places() for word in words}
    total = 0
    for book in books(novels, part):
        for paragraph in piece_lists(book):
            texts = [each.text for each in paragraph]
            total += sum(each[0].isalpha() for each in texts)
            for at, word in enumerate(texts):
                places = kept.get(word)
                slot = places.offer(most, chance) if places is not None else None
                if places is not None and slot is not None:
                    places.found[slot : slot + 1] = [features(texts, at, classes)]
    return Evidence(
        {word: each.rows() for word, each in kept.items()},
        {word: each.seen for word, each in kept.items()},
        total,
    )
