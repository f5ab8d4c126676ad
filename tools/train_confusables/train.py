# SPDX-License-Identifier: GPL-3.0-or-later
"""Train, calibrate and measure the judge of confusable words.

``python -m train_confusables.train NOVELS RESOURCES/models/confusables`` with ``app`` and ``tools`` on
PYTHONPATH. Seeded; about twenty minutes on one core. Every set is fitted four times: on two thirds of the novels, to
see how far the margins reach in the third that it has not seen (this sets the limits), and on all (this is kept).
The figures printed last come from the books held out.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import word_seed
from redraft.checks.rules.confused.judge import FILES, combined, read_sets
from train_confusables.classes import learn_classes
from train_confusables.corpus import FOLDS
from train_confusables.fit import fit, scores
from train_confusables.limits import Margins, Pair, choose
from train_confusables.places import Evidence, Rows, gather

_MOST, _MEASURED = 16_000, 60_000
_LEAST_WEIGHT = 0.08
_FEWEST = 12
SCALE = 20.0
"""Weights are kept as whole numbers of 1/20."""
ALONE, AGREED = 5.0, 70.0
"""False alarms per 100,000 words that the limits may cost: of the judge alone, and of those a second must confirm."""


class Trainer:
    """Fits the sets one by one, keeping weights and margins."""

    def __init__(self, seen: Evidence, unseen: Evidence) -> None:
        self._seen, self._unseen = seen, unseen
        self.keys: list[Rows] = []
        self.weights: list[NDArray[np.int8]] = []
        self.margins: dict[Pair, Margins] = {}
        self.measured: dict[Pair, Margins] = {}

    def take(self, number: int, words: Sequence[str]) -> None:
        """Fit set ``number``; a word that hardly stands in the novels is left out of it."""
        words = [each for each in words if len(self._seen.rows[each]) >= _FEWEST]
        if len(words) < 2:
            return
        rows = np.concatenate([self._seen.rows[each] for each in words])
        labels = np.repeat(np.arange(len(words)), [len(self._seen.rows[each]) for each in words])
        folds = np.concatenate([self._seen.folds[each] for each in words])
        values = np.zeros((len(rows), len(words)), np.float32)
        for third in range(FOLDS):
            away = folds == third
            if away.any() and not away.all():
                values[away] = scores(rows[away], *fit(rows[~away], labels[~away], len(words)))
        weigh = {word: self._seen.seen[word] / len(self._seen.rows[word]) for word in words}
        self.margins.update(_margins(words, [values[labels == each] for each in range(len(words))], weigh))
        known, weights = fit(rows, labels, len(words))
        self._keep(number, words, known, weights)
        tested = [scores(self._unseen.rows[each], known, weights) for each in words]
        weigh = {word: self._unseen.seen[word] / max(1, len(self._unseen.rows[word])) for word in words}
        self.measured.update(_margins(words, tested, weigh))

    def _keep(self, number: int, words: Sequence[str], known: Rows, weights: NDArray[np.float32]) -> None:
        for word, weight in zip(words, weights, strict=True):
            kept = np.abs(weight) >= _LEAST_WEIGHT
            self.keys.append(combined(known[kept], word_seed(f"{number} {word}")))
            self.weights.append(np.clip(np.rint(weight[kept] * SCALE), -127, 127).astype(np.int8))


def _margins(
    words: Sequence[str], values: Sequence[NDArray[np.float32]], weigh: dict[str, float]
) -> dict[Pair, Margins]:
    return {
        (written, better): Margins(values[w][:, b] - values[w][:, w], values[b][:, b] - values[b][:, w], weigh[written])
        for w, written in enumerate(words)
        for b, better in enumerate(words)
        if w != b and len(values[w]) and len(values[b])
    }


def figures(name: str, measured: dict[Pair, Margins], words: int, limits: dict[Pair, float]) -> None:
    """Print recall (each pair counted alike; up to twelve swaps of each) and false alarms."""
    found = [each.recall(limits[pair]) if pair in limits else 0.0 for pair, each in measured.items()]
    swaps = [min(12, len(each.wrong)) for each in measured.values()]
    false = {pair: each.false(limits[pair]) for pair, each in measured.items() if pair in limits}
    rate = sum(false.values()) / words * 1e5
    print(f"{name}: {len(measured)} pairs, {len(limits)} told; recall {np.mean(found):.3f} over pairs, "
          f"{np.average(found, weights=swaps):.3f} over swaps; false {rate:.2f} per 100,000 words")
    print("   most false:", sorted(false.items(), key=lambda each: -each[1])[:15], flush=True)


def main(novels: Path, target: Path) -> None:
    """Train every set, choose the limits, write the judge, print the figures."""
    began = time.time()
    target.mkdir(parents=True, exist_ok=True)
    classes = _classes(novels, target / "classes.txt")
    sets = read_sets()
    words = frozenset(word for each in sets for word in each)
    seen = gather(novels, "train", words, classes, _MOST)
    unseen = gather(novels, "held-out", words, classes, _MEASURED)
    print(f"places {time.time() - began:.0f} s", flush=True)
    trainer = Trainer(seen, unseen)
    for number, each in enumerate(sets):
        trainer.take(number, each)
        if number % 40 == 0:
            print(number, each, f"{time.time() - began:.0f} s", flush=True)
    alone, agreed = (choose(trainer.margins, seen.total, budget) for budget in (ALONE, AGREED))
    for name, limits in (("alone", alone), ("with a second judge", agreed)):
        figures(f"cross-fitted, {name}", trainer.margins, seen.total, limits)
        figures(f"held out, {name}", trainer.measured, unseen.total, limits)
    _write(target, trainer, alone, agreed)
    print(f"{sum(each.stat().st_size for each in target.iterdir()) / 1e6:.1f} MB, {time.time() - began:.0f} s")


def _classes(novels: Path, stored: Path) -> dict[str, str]:
    if not stored.exists():
        learned = learn_classes(novels)
        stored.write_text("\n".join(f"{word} {number}" for word, number in learned.items()) + "\n", "utf-8")
    return dict(line.split(" ") for line in stored.read_text("utf-8").splitlines())


def _write(target: Path, trainer: Trainer, alone: dict[Pair, float], agreed: dict[Pair, float]) -> None:
    keys, first = np.unique(np.concatenate(trainer.keys), return_index=True)
    np.savez_compressed(target / "judge.npz", keys=keys, weights=np.concatenate(trainer.weights)[first])
    limits = [(pair, alone.get(pair, 99.0), lower) for pair, lower in agreed.items()]
    lines = [f"{pair[0]} {pair[1]} {limit:.2f} {min(limit, lower):.2f}" for pair, limit, lower in limits]
    target.joinpath("sets.txt").write_text("\n".join("/".join(each) for each in read_sets()) + "\n", "utf-8")
    target.joinpath("limits.txt").write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    write_sums(target)


def write_sums(target: Path) -> None:
    """Put the SHA-256 of the judge's files into the list beside its folder; other models' lines stay."""
    listed = target.parent / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    kept = [line for line in lines if not line.endswith(tuple(f"  {target.name}/{name}" for name in FILES))]
    ours = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {target.name}/{name}" for name in FILES]
    listed.write_text("\n".join([*kept, *ours]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
