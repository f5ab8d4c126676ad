# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.train_speakers ARCHIVE NOVELS OUT [ROUNDS]``: LitBank's archive, a folder of novels in plain text
(paragraphs by blank lines), the file of weights to write."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from random import Random

from redraft.language.tagging import Language
from redraft.text.folding import read_markup
from tools.evaluate.texts import HELD_OUT
from tools.evaluate_cast.books import books
from tools.evaluate_cast.match import Story, story
from tools.train_speakers.examples import Conversation, Vocabulary, from_litbank, from_novel
from tools.train_speakers.fit import fit

_NOVELS = 30
_LITBANK_WEIGHT = 3.0
_LEAST_ODDS = 0.4
"""Chosen on LitBank's train and dev books: lower gains hardly anything right."""
_SMALL = 0.02


def main() -> None:
    """Train and write the weights."""
    archive, novels, out = map(Path, sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 4
    language, known, random = Language.load(), Vocabulary(), Random(5)
    conversations: list[Conversation] = []
    for path in sorted(each for each in novels.glob("*.txt") if each.stem not in HELD_OUT)[:: _step(novels)]:
        conversations += from_novel(_novel(path, language), known, random)
    for book in books(archive, novels):
        if book.part != "test":
            analyses = language.analyse(book.texts)
            conversations += from_litbank(story(analyses, [1] * len(analyses)), book, known, _LITBANK_WEIGHT)
    weights = fit(conversations, known, rounds, random)
    read = {name: round(float(weights[number]), 3) for name, number in sorted(known.numbers.items())}
    kept = {name: value for name, value in read.items() if abs(value) >= _SMALL}
    out.write_text(json.dumps({"least": _LEAST_ODDS, "weights": kept}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _step(novels: Path) -> int:
    return max(1, len(list(novels.glob("*.txt"))) // _NOVELS)


def _novel(path: Path, language: Language) -> Story:
    """A novel; a scene ends at a heading or a row of stars."""
    texts: list[str] = []
    scenes: list[int] = []
    number = 1
    for part in re.split(r"\n[ \t]*\n+", path.read_text(encoding="utf-8")):
        text = re.sub(r"\s*\n\s*", " ", part).strip()
        if text:
            number += text.startswith("#") or text == "* * *"
            texts.append(read_markup(text).text)
            scenes.append(number)
    return story(language.analyse(texts), scenes)


if __name__ == "__main__":
    main()
