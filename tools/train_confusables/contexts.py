# SPDX-License-Identifier: GPL-3.0-or-later
"""The places of the sets' words in the training novels as the network sees them: numbers of the words around.

``python -m train_confusables.contexts NOVELS WORK`` writes ``WORK/contexts.npz`` and ``WORK/words.json``.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.confused.features import Piece, pieces
from redraft.checks.rules.confused.judge import read_sets
from redraft.checks.rules.confused.network import AROUND, COMMON, REACH, SPECIAL, Network
from train_confusables.corpus import books, paragraphs

_WORDS = 16_000
_MOST = 7_000
"""Places kept of each word, by chance."""
_SEED = 3

Numbers = NDArray[np.int16]


def vocabulary(texts: list[tuple[str, list[Piece]]], targets: set[str]) -> list[str]:
    """What stands for other words, then the commonest words, then those of the sets that are not among them."""
    counts = Counter(each.text for text, found in texts for each in found if not text[each.start].isupper())
    common = [word for word, _ in counts.most_common(_WORDS)]
    return [*SPECIAL, *common, *sorted(targets.difference(common))]


def gather(novels: Path, work: Path) -> None:
    """Read the novels and write the contexts."""
    texts = [(text, pieces(text)) for book in books(novels, "train") for text in paragraphs(book)]
    targets = sorted({word for words in read_sets() for word in words})
    words = vocabulary(texts, set(targets))
    reader = Network({}, words, dict.fromkeys(targets, 0))
    numbered = [reader.numbers(found, text).astype(np.int16) for text, found in texts]
    kept, seen = _kept([found for _, found in texts], set(targets))
    rows = [(number, *place) for number, word in enumerate(targets) for place in kept[word]]
    labels = np.array([number for number, _, _ in rows], np.int32)
    near = np.stack([_around(numbered[text], at, REACH, SPECIAL.index("<edge>")) for _, text, at in rows])
    wide = np.stack([_around(numbered[text], at, AROUND, 0) for _, text, at in rows])
    wide[wide < len(SPECIAL) + COMMON] = 0
    np.savez(work / "contexts.npz", near=near, wide=wide, labels=labels)
    stored = {"vocabulary": words, "targets": {word: seen[word] for word in targets}}
    work.joinpath("words.json").write_text(json.dumps(stored), "utf-8")


def _kept(texts: list[list[Piece]], targets: set[str]) -> tuple[dict[str, list[tuple[int, int]]], Counter[str]]:
    """Up to ``_MOST`` places of each word, evenly by chance, and how many there are."""
    chance = random.Random(_SEED)
    kept: dict[str, list[tuple[int, int]]] = {word: [] for word in targets}
    seen: Counter[str] = Counter()
    for number, found in enumerate(texts):
        for at, piece in enumerate(found):
            places = kept.get(piece.text)
            if places is None:
                continue
            seen[piece.text] += 1
            slot = len(places) if len(places) < _MOST else chance.randrange(seen[piece.text])
            if slot < _MOST:
                places[slot : slot + 1] = [(number, at)]
    return kept, seen


def _around(numbers: Numbers, at: int, reach: int, outside: int) -> Numbers:
    before, after = numbers[max(0, at - reach) : at], numbers[at + 1 : at + 1 + reach]
    row = np.full(2 * reach, outside, np.int16)
    row[reach - len(before) : reach] = before
    row[reach : reach + len(after)] = after
    return row


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]))
