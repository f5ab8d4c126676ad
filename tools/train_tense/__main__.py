# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ``resources/models/tense/weights.toml``: NOVELS is a folder of plain text novels, told in the past.

Five thousand words of each novel named in ``books.txt`` are read, none of them held out; it takes a quarter of an hour.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from redraft.places import cache_folder, resource
from tools.evaluate.texts import HELD_OUT, novel
from tools.train_tense.fit import weights
from tools.train_tense.reader import Parser
from tools.train_tense.rows import Row, rows, samples

_BOOKS = Path(__file__).parent / "books.txt"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_tense", description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--words", type=int, default=5_000)
    arguments = parser.parse_args()
    cache_folder().mkdir(parents=True, exist_ok=True)
    reader = Parser(cache_folder() / "train-tense.sqlite")
    books = [each for each in _BOOKS.read_text(encoding="utf-8").split() if each not in HELD_OUT]
    lines = ['# Made by tools/train_tense; do not edit. The weight of each sign, in log-odds; "" is the constant.']
    for base in ("past", "present"):
        found: list[Row] = []
        for name in books:
            texts = [each.text for each in novel(arguments.novels / f"{name}.txt", arguments.words).paragraphs]
            found += [row for each in samples(reader, texts, base, name) for row in rows(each, base)]
        lines += ["", f"[{base}]", *(f'"{sign}" = {weight}' for sign, weight in weights(found).items())]
        print(base, len(found), "verbs,", sum(each.slip for each in found), "of them slips")
    resource("models", "tense", "weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
