# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table. ``--novels`` is a folder of plain text novels, ``--drafts`` one with ``labels.json``.

Alarms and wrong marks, each in context, go to the folder named by ``--out`` for reading.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

from redraft.places import cache_folder
from tools.evaluate.inject import Planted, plant
from tools.evaluate.score import Score, against, in_context
from tools.evaluate.study import Bench, Studied
from tools.evaluate.texts import HELD_OUT, drafts, novel

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def main() -> None:
    """Command line."""
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    cache_folder().mkdir(parents=True, exist_ok=True)
    judges = [each for each in ("tagger", "harper") if each not in arguments.without]
    bench = Bench(cache_folder() / "evaluate.sqlite", judges)
    if (arguments.drafts / "labels.json").is_file():
        _drafts(bench, arguments.drafts, arguments.out)
    else:
        print("no labelled drafts here: recall and precision are left out")
    if arguments.novels.is_dir():
        _novels(bench, arguments)
        _planted(bench, arguments)
    else:
        print("no novels here: alarms and planted errors are left out")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate", description=__doc__)
    parser.add_argument("--drafts", type=Path, default=_SHARED / "manuscripts")
    parser.add_argument("--novels", type=Path, default=_SHARED / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=Path("build") / "evaluate")
    parser.add_argument("--words", type=int, default=20_000, help="words of each novel")
    parser.add_argument("--without", nargs="*", default=[], help="judges to leave out: tagger harper")
    return parser.parse_args()


def _drafts(bench: Bench, folder: Path, out: Path) -> None:
    whole = Score()
    for name, manuscript, labels in drafts(folder):
        studied = bench.study(manuscript)
        score = against(manuscript, studied.findings, labels)
        whole.add(score)
        print(score.row(name), f"  roughness {studied.roughness or 0:.1f}")
        lines = [in_context(manuscript, index, each) for index, each in studied.findings]
        (out / f"draft-{name}").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(whole.row("all drafts"))
    print("missed:", ", ".join(f"{kind} {number}" for kind, number in whole.missed.most_common()))


def _novels(bench: Bench, arguments: argparse.Namespace) -> None:
    alarms: Counter[str] = Counter()
    words = 0
    seconds = 0.0
    lines: list[str] = []
    for name in HELD_OUT:
        manuscript = novel(arguments.novels / f"{name}.txt", arguments.words)
        studied = bench.study(manuscript)
        words += studied.words
        seconds += studied.seconds
        alarms.update(each.check for _, each in studied.findings)
        lines += [f"{name[:20]} {in_context(manuscript, index, each)}" for index, each in studied.findings]
        print(f"{name:44} {1000 * len(studied.findings) / studied.words:5.2f} alarms per 1,000 words")
        for fault in studied.faults[:3]:
            print("  FAULT", fault)
    print(f"{'all novels':44} {1000 * alarms.total() / words:5.2f} alarms per 1,000 words, {words} words")
    print("by check:", ", ".join(f"{check} {number}" for check, number in alarms.most_common(25)))
    print(f"rules: {100_000 * seconds / words:.1f} s per 100,000 words, both passes")
    (arguments.out / "novels.txt").write_text(
        "\n".join(sorted(lines, key=lambda each: each.split(" ")[1])) + "\n", encoding="utf-8"
    )


def _planted(bench: Bench, arguments: argparse.Namespace) -> None:
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    fixed: Counter[str] = Counter()
    lines: list[str] = []
    for name in HELD_OUT[::2]:
        manuscript = novel(arguments.novels / f"{name}.txt", arguments.words)
        paragraphs = list(manuscript.paragraphs)
        errors = dict(plant([each.text for each in paragraphs]))
        spoilt = [
            replace(each, text=errors[number].text, raw=errors[number].text) if number in errors else each
            for number, each in enumerate(paragraphs)
        ]
        studied = bench.study(manuscript.with_paragraphs(spoilt))
        for number, planted in errors.items():
            hit, cured = _outcome(studied, number, planted)
            made[planted.kind] += 1
            found[planted.kind] += hit
            fixed[planted.kind] += cured
            if not hit:
                lines.append(f"{planted.kind}: {planted.text[max(0, planted.start - 60) : planted.end + 40]}")
    for kind in sorted(made):
        print(
            f"  {kind:28} {found[kind]:3}/{made[kind]:<3} {found[kind] / made[kind]:4.0%} found "
            f"{fixed[kind] / made[kind]:4.0%} fixed"
        )
    print(
        f"{'planted errors':30} {found.total():3}/{made.total():<3} {found.total() / made.total():4.0%} found "
        f"{fixed.total() / made.total():4.0%} fixed"
    )
    (arguments.out / "planted-missed.txt").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def _outcome(studied: Studied, number: int, planted: Planted) -> tuple[bool, bool]:
    near = [
        each
        for index, each in studied.findings
        if index == number and each.start < planted.end and planted.start < each.end
    ]
    clean = " ".join(planted.clean.split())
    cured = any(
        " ".join((planted.text[: each.start] + fix + planted.text[each.end :]).split()) == clean
        for each in near
        for fix in each.suggestions[:3]
    )
    return bool(near), cured


if __name__ == "__main__":
    main()
