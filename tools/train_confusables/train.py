# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the linear judge of confusable words.

``python -m train_confusables.train NOVELS RESOURCES/models/confusables`` with ``app`` and ``tools`` on
PYTHONPATH. Seeded; some ten minutes on one core. ``calibrate`` afterwards measures it together with the others.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused import judge, network
from redraft.checks.rules.confused.features import word_seed
from redraft.checks.rules.confused.judge import combined, packed, read_sets
from train_confusables.classes import learn_classes
from train_confusables.fit import fit
from train_confusables.places import Evidence, Rows, gather

_MOST = 16_000
_LEAST_WEIGHT = 0.08
_FEWEST = 12
SCALE = 20.0
"""Weights are kept as whole numbers of 1/20."""


class Trainer:
    """Fits the sets one by one, keeping the weights."""

    def __init__(self, seen: Evidence) -> None:
        self._seen = seen
        self.keys: list[Rows] = []
        self.weights: list[NDArray[np.int8]] = []

    def take(self, number: int, words: Sequence[str]) -> None:
        """Fit set ``number``; a word that hardly stands in the novels is left out of it."""
        words = [each for each in words if len(self._seen.rows[each]) >= _FEWEST]
        if len(words) < 2:
            return
        rows = np.concatenate([self._seen.rows[each] for each in words])
        labels = np.repeat(np.arange(len(words)), [len(self._seen.rows[each]) for each in words])
        known, weights = fit(rows, labels, len(words))
        for word, weight in zip(words, weights, strict=True):
            kept = np.abs(weight) >= _LEAST_WEIGHT
            self.keys.append(combined(known[kept], word_seed(f"{number} {word}")))
            self.weights.append(np.clip(np.rint(weight[kept] * SCALE), -127, 127).astype(np.int8))


def main(novels: Path, target: Path) -> None:
    """Train every set and write the judge."""
    began = time.time()
    target.mkdir(parents=True, exist_ok=True)
    classes = _classes(novels, target / "classes.txt")
    sets = read_sets()
    words = frozenset(word for each in sets for word in each)
    trainer = Trainer(gather(novels, "train", words, classes, _MOST))
    print(f"places {time.time() - began:.0f} s", flush=True)
    for number, each in enumerate(sets):
        trainer.take(number, each)
        if number % 40 == 0:
            print(number, each, f"{time.time() - began:.0f} s", flush=True)
    keys, first = np.unique(np.concatenate(trainer.keys), return_index=True)
    np.savez_compressed(target / "judge.npz", keys=packed(keys), weights=np.concatenate(trainer.weights)[first])
    target.joinpath("sets.txt").write_text("\n".join("/".join(each) for each in sets) + "\n", "utf-8")
    write_sums(target)


def _classes(novels: Path, stored: Path) -> dict[str, str]:
    if not stored.exists():
        learned = learn_classes(novels)
        stored.write_text("\n".join(f"{word} {number}" for word, number in learned.items()) + "\n", "utf-8")
    return dict(line.split(" ") for line in stored.read_text("utf-8").splitlines())


def write_sums(target: Path) -> None:
    """Put the SHA-256 of the judges' files into the list beside their folder; other models' lines stay."""
    listed = target.parent / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    kept = [line for line in lines if f"  {target.name}/" not in line]
    names = [name for name in (*judge.FILES, *network.FILES) if (target / name).exists()]
    ours = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {target.name}/{name}" for name in names]
    listed.write_text("\n".join([*kept, *ours]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
