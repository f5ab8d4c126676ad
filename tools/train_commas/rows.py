# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads novels, spoils them, and keeps each gap's features with what the edited text has there.

``python -m tools.train_commas.rows NOVELS OUT [--words N] [--seed N]`` writes one file of arrays a novel.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from redraft.checks.commas.features import Describer
from redraft.checks.commas.frame import Frame
from redraft.checks.commas.gaps import gaps
from redraft.checks.commas.kinds import KINDS, kind
from redraft.language.analysis import Analysis, Zone
from redraft.language.tagging import Language
from redraft.text.folding import read_markup
from tools.train_commas.spoil import CHANCES, Change, spoil

_BATCH = 200
_RARE = 0.004
_SAMPLE = 0.12
MARKS = ("", ",", ";", ".")
"""What stands in a gap; the last only in the edited text."""


def paragraphs(path: Path, words: int) -> list[str]:
    """About ``words`` words of a novel, as they are read: stretches of thirty paragraphs from all over it."""
    blocks = [read_markup(each).text for each in path.read_text(encoding="utf-8").split("\n\n") if each.count(" ") > 5]
    total = sum(each.count(" ") + 1 for each in blocks)
    share = min(1.0, words / max(1, total))
    return [block for number, block in enumerate(blocks) if (number // 30 * share) % 1 < share]


def capitals(blocks: list[str]) -> Counter[str]:
    """Words that occur with a capital inside sentences, and never without."""
    inside = Counter(each for block in blocks for each in re.findall(r"(?<=[a-z,] )[A-Z]\w*", block))
    small = Counter(each for block in blocks for each in re.findall(r"\b[a-z]\w*", block))
    return Counter({word: number for word, number in inside.items() if word.lower() not in small})


class Rows:
    """What is gathered of one novel."""

    def __init__(self) -> None:
        self.cells: list[list[int]] = []
        self.facts: list[tuple[int, int, int, int, float]] = []
        self.context: list[str] = []
        self._seen: Counter[tuple[str, str]] = Counter()
        self._marked: Counter[tuple[str, str]] = Counter()
        self._chance = random.Random(7)

    def add(self, analysis: Analysis, changes: dict[int, Change]) -> None:
        """Every gap of a paragraph; of those where hardly ever a mark stands, a sample."""
        for sentence in analysis.sentences:
            if sentence.last - sentence.first < 4:
                continue
            frame = Frame(analysis, sentence)
            describer = Describer(frame)
            for left, right in gaps(frame):
                self._gap(analysis, frame, describer, left, right, changes.get(analysis.tokens[right].start))

    def _gap(
        self, analysis: Analysis, frame: Frame, describer: Describer, left: int, right: int, change: Change | None
    ) -> None:
        state = frame.tokens[left + 1].text if right > left + 1 else ""
        weight = 1.0
        if not state and change is None:
            key = (frame.tokens[left].tag, frame.tokens[right].tag)
            self._seen[key] += 1
            if self._seen[key] > 200 and self._marked[key] < _RARE * self._seen[key]:
                if self._chance.random() > _SAMPLE:
                    return
                weight = 1 / _SAMPLE
        elif change is None or change.was:
            self._marked[frame.tokens[left].tag, frame.tokens[right].tag] += 1
        was = change.was if change is not None else state
        speech = analysis.zone(frame.tokens[right].start) is not Zone.NARRATION
        which = kind(frame, left, right)
        self.cells.append(describer.features(left, right, which, speech=speech))
        self.facts.append((
            MARKS.index(state), MARKS.index(was), KINDS.index(which), speech, change.weight if change else weight,
        ))  # fmt: skip
        a, b = frame.tokens[left].end, frame.tokens[right].start
        self.context.append(f"{analysis.text[max(0, a - 70) : a]}⟦{analysis.text[a:b]}⟧{analysis.text[b : b + 60]}")

    def save(self, path: Path) -> None:
        """Write everything gathered."""
        facts = np.array(self.facts)
        np.savez_compressed(
            path, cells=np.array(self.cells, np.uint32), state=facts[:, 0].astype(np.uint8),
            was=facts[:, 1].astype(np.uint8), kind=facts[:, 2].astype(np.uint8), speech=facts[:, 3].astype(np.uint8),
            weight=facts[:, 4].astype(np.float32), context=np.array(self.context),
        )  # fmt: skip


def _spoilt(blocks: list[str], seed: int, profile: str) -> Iterator[tuple[str, dict[int, Change]]]:
    chance = random.Random(seed)
    known = capitals(blocks)
    for block in blocks:
        yield spoil(block, known, chance, profile)


def gather(language: Language, path: Path, words: int, seed: int, profile: str) -> Rows:
    """The rows of one novel."""
    rows = Rows()
    pairs = list(_spoilt(paragraphs(path, words), seed, profile))
    for first in range(0, len(pairs), _BATCH):
        batch = pairs[first : first + _BATCH]
        for analysis, (_, changes) in zip(language.analyse([text for text, _ in batch]), batch, strict=True):
            rows.add(analysis, changes)
    return rows


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_commas.rows", description=__doc__)
    parser.add_argument("novels", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", type=int, default=25_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=CHANCES, default="draft")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    language = Language.load()
    for path in arguments.novels:
        out = arguments.out / f"{path.stem}.{arguments.profile}.{arguments.seed}.npz"
        if not out.exists():
            gather(language, path, arguments.words, arguments.seed, arguments.profile).save(out)


if __name__ == "__main__":
    main()
