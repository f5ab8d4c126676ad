# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the tables; what is to be read one by one goes to the folder named by ``--out``.

Parts: drafts (labelled ones and those written for this project), novels (alarms), planted (errors put into novels),
tense, confusables; developed (the kinds of error that checks were developed with), speed. The first five unless some
are named. ``--engine harper`` or ``--engine languagetool`` measures that checker alone, as it comes, on drafts, novels
and planted errors.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from redraft.errors import RedraftError
from redraft.places import cache_folder
from tools.evaluate import confusables, tense
from tools.evaluate.alone import Alone
from tools.evaluate.planted import developed
from tools.evaluate.reading import alarms, draft_scores, planted_errors
from tools.evaluate.study import Bench, Reader
from tools.evaluate.texts import HELD_OUT, drafts, written_drafts

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_USUAL = ("drafts", "novels", "planted", "tense", "confusables")
_PARTS = (*_USUAL, "developed", "speed")


def main() -> int:
    """Command line."""
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    parts = arguments.parts or _USUAL
    try:
        reader = _reader(arguments)
    except RedraftError as error:
        print(error, file=sys.stderr)
        return 2
    if "drafts" in parts:
        _drafts(reader, arguments)
    if "speed" in parts:
        from tools.bench.__main__ import main as bench

        bench()
    if not arguments.novels.is_dir():
        print("no novels here: alarms, planted errors, tense and confusable words are left out")
        return 0
    books = [(name, arguments.novels / f"{name}.txt") for name in arguments.books or HELD_OUT]
    if "novels" in parts:
        alarms(reader, books, arguments.words, arguments.out)
    if "planted" in parts:
        planted_errors(reader, books, arguments.words, arguments.out)
    if "developed" in parts:
        planted_errors(reader, books, arguments.words, arguments.out, developed())
    if isinstance(reader, Bench):
        if "tense" in parts:
            tense.measure(reader, books, arguments.words, arguments.out)
        if "confusables" in parts:
            confusables.measure(reader, books, arguments.words, arguments.out)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []], metavar="PART", help=" ".join(_PARTS))
    parser.add_argument("--drafts", type=Path, default=_SHARED / "manuscripts", help="a folder with labels.json")
    parser.add_argument("--novels", type=Path, default=_SHARED / "corpus" / "train", help="a folder of novels")
    parser.add_argument("--books", nargs="*", help="names of novels in it, in place of those held out")
    parser.add_argument("--out", type=Path, default=Path("build") / "evaluate")
    parser.add_argument("--words", type=int, default=20_000, help="words of each novel")
    parser.add_argument("--without", nargs="*", default=[], help="judges to leave out: tagger harper")
    parser.add_argument("--engine", choices=("redraft", "harper", "languagetool"), default="redraft")
    return parser.parse_args()


def _reader(arguments: argparse.Namespace) -> Reader:
    if arguments.engine != "redraft":
        return Alone(arguments.engine)
    cache_folder().mkdir(parents=True, exist_ok=True)
    judges = [each for each in ("tagger", "harper") if each not in arguments.without]
    return Bench(cache_folder() / "evaluate.sqlite", judges)


def _drafts(reader: Reader, arguments: argparse.Namespace) -> None:
    draft_scores(reader, "drafts written for this project", written_drafts(), arguments.out / "written")
    if (arguments.drafts / "labels.json").is_file():
        draft_scores(reader, "labelled drafts", drafts(arguments.drafts), arguments.out / "labelled")
    else:
        print("no labelled drafts here: they are left out")


if __name__ == "__main__":
    raise SystemExit(main())
