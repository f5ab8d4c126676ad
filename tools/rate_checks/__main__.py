# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ``resources/words/alarm_rates.toml``: what each check says alone in clean books, per 1,000 words.

NOVELS is a folder of plain text novels; those named in ``books.txt`` are read, none of them held out, each as a clean
manuscript is read; and once more with an error in every eighth paragraph, for what each check's findings say of the
whole. Beside that it counts how many marks on the rough drafts of ``tools/drafts`` are right, for the
manual pages alone: no threshold depends on them.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from redraft.checks.catalogue import by_id, catalogue
from redraft.checks.impression import said
from redraft.checks.runner import run
from redraft.checks.story import Passage
from redraft.manuscript.model import Manuscript
from redraft.places import cache_folder, resource
from tools.evaluate.planted.planting import plant
from tools.evaluate.reading import with_texts
from tools.evaluate.score import Score, against
from tools.evaluate.study import Bench
from tools.evaluate.texts import HELD_OUT, novel, written_drafts

_BOOKS = Path(__file__).parent / "books.txt"
_EVERY = 8
_FLOOR = 0.012
"""Marks in 1,000 words of a clean book that are taken to be there where none were seen."""
_LEAST = 0.03
"""Marks in 1,000 words that the errors of a draft add at least: not every kind of error is put in."""


def said_alone(passage: Passage) -> Iterator[tuple[str, str]]:
    """The checks that mark something in the passage, once for each mark, and whether they are sure of it."""
    last = -1
    for id, found in sorted(run(passage, catalogue(), weighed=False), key=lambda each: each[1].start):
        if found.start >= last and found.judge != "tagger":
            last = found.end
            sure = by_id()[id].sure if found.sure is None else found.sure
            yield "sure" if sure else "likely", id


class Signs:
    """Sure findings by check in novels as printed and in the same with errors put in."""

    def __init__(self) -> None:
        self.clean: Counter[str] = Counter()
        self.spoilt: Counter[str] = Counter()
        self.words = 0
        self._made: dict[str, int] = {}

    def add(self, bench: Bench, novel: Manuscript, seed: int) -> None:
        """Count a novel, and the same with an error in every eighth paragraph."""
        passages = bench.passages(novel)
        texts = [each.text for each in novel.paragraphs]
        for number, error in plant(texts, _EVERY, seed, self._made):
            texts[number] = error.text
        sure = [each for each in catalogue() if each.sure]
        self.clean.update(id for each in passages for id in said(each, sure))
        self.spoilt.update(id for each in bench.passages(with_texts(novel, texts)) for id in said(each, sure))
        self.words += sum(each.text.count(" ") + 1 for each in passages)

    def weights(self) -> dict[str, float]:
        """The weight of each check; those of the findings that errors add are 1 on the average."""
        one = 1000 / self.words
        rates = {id: (self.clean[id] * one, self.spoilt[id] * one) for id in self.clean | self.spoilt}
        added = {id: max(_LEAST, high - low) for id, (low, high) in rates.items()}
        odds = {id: math.log((low + added[id] + _FLOOR) / (low + _FLOOR)) for id, (low, _) in rates.items()}
        usual = sum(odds[id] * added[id] for id in odds) / sum(added.values())
        return {id: odds[id] / usual for id in sorted(odds)}


def _on_drafts(bench: Bench) -> list[str]:
    """Of the marks on the rough drafts written to measure: how many are right, and how many there are."""
    score = Score()
    for _, manuscript, labels in written_drafts():
        score.add(against(manuscript, bench.study(manuscript).findings, labels))
    return [f'"{id}" = [{score.right[id]}, {number}]' for id, number in sorted(score.marks.items())]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.rate_checks", description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--words", type=int, default=10_000, help="of each novel")
    arguments = parser.parse_args()
    cache_folder().mkdir(parents=True, exist_ok=True)
    bench = Bench(cache_folder() / "evaluate.sqlite")
    counts: Counter[tuple[str, str]] = Counter()
    words = 0
    signs = Signs()
    for number, name in enumerate(_BOOKS.read_text(encoding="utf-8").split()):
        if name in HELD_OUT:
            continue
        manuscript = novel(arguments.novels / f"{name}.txt", arguments.words)
        passages = bench.passages(manuscript)
        signs.add(bench, manuscript, number)
        counts.update(told for each in passages for told in said_alone(each))
        words += sum(each.text.count(" ") + 1 for each in passages)
    lines = []
    for part in ("sure", "likely"):
        lines += ["", f"[{part}]"]
        told = sorted((id, count) for (where, id), count in counts.items() if where == part and count > 1)
        lines += [f'"{id}" = {1000 * count / words:.3f}' for id, count in told]
    lines += ["", "[weights]", *(f'"{id}" = {weight:.2f}' for id, weight in signs.weights().items())]
    lines += ["", "[drafts]", *_on_drafts(bench)]
    head = f"# Made by tools/rate_checks from {words:,} words of published novels; do not edit. Marks in 1,000 words."
    resource("words", "alarm_rates.toml").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    print(head)


if __name__ == "__main__":
    main()
