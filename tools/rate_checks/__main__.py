# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ``resources/words/alarm_rates.toml``: what each check says alone in clean books, per 1,000 words.

NOVELS is a folder of plain text novels; those named in ``books.txt`` are read, none of them held out, each as a clean
manuscript is read. Beside that it counts how many marks on the rough drafts of ``tools/drafts`` are right, for the
manual pages alone: no threshold depends on them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from redraft.checks.catalogue import by_id, catalogue
from redraft.checks.runner import run
from redraft.checks.story import Passage
from redraft.places import cache_folder, resource
from tools.evaluate.score import Score, against
from tools.evaluate.study import Bench
from tools.evaluate.texts import HELD_OUT, novel, written_drafts

_BOOKS = Path(__file__).parent / "books.txt"


def said_alone(passage: Passage) -> Iterator[tuple[str, str]]:
    """The checks that mark something in the passage, once for each mark, and whether they are sure of it."""
    last = -1
    for id, found in sorted(run(passage, catalogue(), weighed=False), key=lambda each: each[1].start):
        if found.start >= last and found.judge != "tagger":
            last = found.end
            sure = by_id()[id].sure if found.sure is None else found.sure
            yield "sure" if sure else "likely", id


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
    for name in _BOOKS.read_text(encoding="utf-8").split():
        if name in HELD_OUT:
            continue
        passages = bench.passages(novel(arguments.novels / f"{name}.txt", arguments.words))
        counts.update(told for each in passages for told in said_alone(each))
        words += sum(each.text.count(" ") + 1 for each in passages)
    lines = []
    for part in ("sure", "likely"):
        lines += ["", f"[{part}]"]
        told = sorted((id, number) for (where, id), number in counts.items() if where == part and number > 1)
        lines += [f'"{id}" = {1000 * number / words:.3f}' for id, number in told]
    lines += ["", "[drafts]", *_on_drafts(bench)]
    head = f"# Made by tools/rate_checks from {words:,} words of published novels; do not edit. Marks in 1,000 words."
    resource("words", "alarm_rates.toml").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    print(head)


if __name__ == "__main__":
    main()
