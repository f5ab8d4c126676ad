# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.train_speakers ARCHIVE NOVELS LABELS OUT [--parsed FOLDER]``: LitBank’s archive, a folder of novels
in plain text (paragraphs by blank lines), one of labels (:mod:`tools.evaluate_cast.labelled`), the weights to write.

Labelled novels count in full, and so do those openings of LitBank whose paragraphs are known; novels of which only the
tags tell the speakers count for little, for who is tagged is not who is left untagged.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from redraft.language.tagging import Language
from redraft.places import cache_folder
from tools.evaluate.texts import HELD_OUT
from tools.evaluate_cast.books import books
from tools.evaluate_cast.labelled import labelled, parse, parsed
from tools.evaluate_cast.match import Story, story
from tools.train_speakers.examples import Conversation, Vocabulary, from_litbank, from_novel
from tools.train_speakers.fit import fit
from tools.train_speakers.labels import from_labels, is_kept_out

_NOVELS = 6
_TAGGED_ONLY = 0.1
_ROUNDS = 7
_LEAST_ODDS = 0.25
"""Chosen on labelled novels: a higher one leaves more right ones untold than it spares wrong ones."""
_SMALL = 0.02


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_speakers")
    for name in ("archive", "novels", "labels", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--parsed", type=Path, default=cache_folder() / "evaluate_cast", help="where parses are kept")
    given = parser.parse_args()
    known, random = Vocabulary(), Random(5)
    talks: list[Conversation] = []
    for book in labelled(given.labels):
        talks += from_labels(story(*parsed(book, given.novels, given.parsed)), book, known)
    print(f"{len(talks)} labelled conversations", flush=True)
    talks += _openings(given.archive, given.novels, known)
    test = {each.stem for each in (given.labels.parent / "test").glob("*.json")}
    taken = {each.name for each in labelled(given.labels)} | test
    for path in _unlabelled(given.novels, taken):
        found = story(*parse(path.stem, given.novels, given.parsed))
        talks += from_novel(found, known, random, _TAGGED_ONLY)
    print(f"{len(talks)} conversations, {len(known.numbers)} clues and ties", flush=True)
    weights = fit(talks, known, _ROUNDS, random)
    read = {name: round(float(weights[number]), 3) for name, number in sorted(known.numbers.items())}
    kept = {name: value for name, value in read.items() if abs(value) >= _SMALL}
    text = json.dumps({"least": _LEAST_ODDS, "weights": kept}, indent=1, ensure_ascii=False) + "\n"
    given.out.write_text(text, encoding="utf-8")


def _openings(archive: Path, novels: Path, known: Vocabulary) -> Iterator[Conversation]:
    """The conversations of LitBank's openings, those kept for the figure and guessed paragraphs left out."""
    language = Language.load()
    for book in books(archive, novels):
        if book.part != "test" and book.aligned and not is_kept_out(book.name):
            analyses = language.analyse(book.texts)
            found: Story = story(analyses, [1] * len(analyses))
            yield from from_litbank(found, book, known, 1.0)


def _unlabelled(novels: Path, taken: set[str]) -> list[Path]:
    """Novels that are nobody's test, evenly from the shelf."""
    free = [each for each in sorted(novels.glob("*.txt"))
            if each.stem not in HELD_OUT and each.stem not in taken and not is_kept_out(each.stem)]  # fmt: skip
    return free[:: max(1, len(free) // _NOVELS)][:_NOVELS]


if __name__ == "__main__":
    main()
