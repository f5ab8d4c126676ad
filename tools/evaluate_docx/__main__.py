# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.evaluate_docx FOLDER [--some N] [--seed N] [--words-only] [--no-office]``

Opens every Word document below FOLDER, corrects it at 1–30 random places, and prints what was not as it should be, then
the totals. LibreOffice (libreoffice-writer, python3-uno), python-docx and openxml-audit are asked where they are
installed.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from redraft.formats.errors import FormatError
from redraft.formats.registry import read
from tools.evaluate_docx.corrections import Corrected, corrected
from tools.evaluate_docx.judge import by_itself, by_office, by_python_docx, by_schema, words_missing
from tools.evaluate_docx.office import Office, missing

_SLOW = 10.0
"""Seconds in which a document must be open."""

_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")


@dataclass
class Totals:
    """What was counted; ``asked`` and ``right`` by question."""

    seen: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def answer(self, question: str, right: bool) -> None:
        """Count an answer."""
        self.asked[question] += 1
        self.right[question] += right

    def lines(self) -> Iterator[str]:
        """The totals for the terminal."""
        yield ", ".join(f"{count:,} {what}" for what, count in self.seen.items())
        for question, count in self.asked.items():
            yield f"{self.right[question]:6,} of {count:6,} ({self.right[question] / count:7.2%})  {question}"


class Evaluation:
    """Asks everything about each document; ``office`` is None where LibreOffice is not to be asked."""

    def __init__(self, office: Office | None, folder: Path, seed: int) -> None:
        self._office, self._folder, self._seed = office, folder, seed
        self.totals = Totals()

    def opens(self, path: Path) -> bool:
        """Whether it opens; its words are compared with LibreOffice's."""
        began = time.monotonic()
        try:
            manuscript = read(path).manuscript
        except FormatError as error:
            self.totals.seen["refused with a sentence"] += 1
            print(f"refused  {path.name}: {error}")
            return False
        except Exception:
            self.totals.answer("open without a crash", False)
            print(f"CRASH    {path}")
            traceback.print_exc()
            return False
        self.totals.answer("open without a crash", True)
        self.totals.answer(f"open in {_SLOW:.0f} s", time.monotonic() - began <= _SLOW)
        shown = self._office.show(path, "accept") if self._office else None
        if shown is not None and not shown.error:
            count = words_missing([each.text for each in manuscript.paragraphs], shown)
            self.totals.answer("have LibreOffice’s words", not count)
            if count:
                print(f"words    {path}: {count} differ")
        return True

    def corrected(self, path: Path) -> None:
        """Correct it at random places, and ask about the result."""
        try:
            made = corrected(path, self._seed)
            wrong = list(by_itself(made))
        except Exception:
            self.totals.answer("corrected without a crash", False)
            print(f"CRASH    {path}")
            traceback.print_exc()
            return
        self.totals.answer("corrected without a crash", True)
        self.totals.seen["corrections"] += made.places
        self._say(path, "untouched in all but what was corrected", wrong)
        for question, found in (("no new schema error", by_schema(made)), ("python-docx opens", by_python_docx(made))):
            if found is not None:
                self._say(path, question, list(found))
        if self._office is not None:
            self._ask(self._office, path, made)

    def _ask(self, office: Office, path: Path, made: Corrected) -> None:
        answers, error = by_office(made, office, self._folder)
        if error:
            self.totals.seen["not opened by LibreOffice"] += 1
        for question, right in answers.items():
            self._say(path, f"LibreOffice: {question}", [] if right else [f"LibreOffice: {question} fails"])

    def _say(self, path: Path, question: str, wrong: Sequence[str]) -> None:
        self.totals.answer(question, not wrong)
        for each in wrong[:4]:
            print(f"WRONG    {path}: {each}")


def main() -> None:
    """Evaluate a folder."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate_docx")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--some", type=int, default=0, help="only so many documents, drawn by chance")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--words-only", action="store_true", help="open, and correct nothing")
    parser.add_argument("--no-office", action="store_true", help="ask nothing of LibreOffice")
    options = parser.parse_args()
    files = _documents(options.folder)
    if options.some:
        files = sorted(random.Random(options.seed).sample(files, min(options.some, len(files))))
    reason = "" if options.no_office else missing()
    if reason:
        print(f"{reason}: it is not asked.")
    with ExitStack() as stack:
        office = None if reason or options.no_office else stack.enter_context(Office())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        evaluation = Evaluation(office, folder, options.seed)
        for path in files:
            if evaluation.opens(path) and not options.words_only:
                evaluation.corrected(path)
        print(f"{len(files):,} documents", *evaluation.totals.lines(), sep="\n")


def _documents(folder: Path) -> list[Path]:
    """All Word documents below the folder; links to other folders are followed."""
    return sorted(
        Path(where) / name for where, _, names in os.walk(folder, followlinks=True) for name in names
        if name.lower().endswith(_ENDINGS) and not name.startswith("~$")
    )


if __name__ == "__main__":
    main()
