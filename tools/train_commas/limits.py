# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the limits of the judge of commas, the tagger's word added, and writes them beside it.

Read are novels from which neither has learned, behind the words on which the program is measured.

By Bayes' rule: a limit is where, in a rough draft with so many errors of each kind, the next places below it would be
errors too seldom. In a clean book only that is shown which no gap of the clean novels comes near.

``python -m tools.train_commas.limits NOVELS`` writes ``limits.json`` and the sums.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redraft.checks.commas.model import FILES, TASKS, Judge, load_judge
from redraft.checks.commas.suspects import weighed
from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript
from redraft.places import cache_folder, resource
from tools.evaluate.study import Bench
from tools.evaluate.texts import novel
from tools.train_commas.spoil import Change, spoil

CALIBRATION = (
    "agatha-christie_giants-bread", "edna-ferber_so-big", "frederik-pohl_short-fiction", "fritz-leiber_short-fiction",
    "h-beam-piper_short-fiction", "h-beam-piper_four-day-planet", "dashiell-hammett_the-dain-curse",
)
"""Novels that neither the judge nor the tagger has learned from; those on which the tagger's thresholds are set."""

_MEASURED = 20_000
"""Words at each novel's beginning that are left to measuring."""

PRECISIONS = {"close": 0.3, "doubt": 0.12}
"""How many of the places that the lowest stretch of odds adds must be errors, in a rough draft; more of all are, and
many of the alarms are places that today’s editors would change."""

_MARGIN = 0.5
"""By how much the odds in a clean book must pass the highest that any gap of the clean novels has."""

_WORTH = 30
"""For so many spoilt places one alarm is taken."""

_ERRORS = {"missing": 1.9, "stray": 0.6, "splice": 2.0, "run-on": 0.25, "semicolon": 0.25}
"""Errors in 1,000 words of a rough draft, as counted in five of them; of splices twice as many, as their rule asks the
parse as well."""

_OFTEN = frozenset((
    "and-clause", "but-clause", "or-clause", "open-clause", "open-phrase", "open-verb", "open-word", "name", "rel",
))  # fmt: skip
"""Kinds of gap where drafts miss commas twice as often as commas taken out by chance would have it."""

_NEVER = 99.0
_FEWEST = 8
"""Spoilt places that a kind must have for a limit of its own."""
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "missing": (",",), "stray": ("",), "splice": (".", ";"), "run-on": (".", ";"), "semicolon": (",", ""),
}  # fmt: skip
"""The marks of the edited text whose change each task would take back."""

_JOINED = frozenset(
    ("and-clause", "but-clause", "or-clause", "and-verb", "but-verb", "and-else", "but-else", "sub", "rel", "ing")
)
"""Kinds of gap where a word joins what follows to what went before: no splice and no run-on."""

Key = tuple[str, str]


class Counts:
    """Odds by task and kind of gap, in clean novels and where they were spoilt."""

    def __init__(self) -> None:
        self.clean: defaultdict[Key, list[float]] = defaultdict(list)
        self.spoilt: defaultdict[Key, list[float]] = defaultdict(list)
        self.words = 0

    def read(self, bench: Bench, name: str, texts: Sequence[str], judge: Judge) -> None:
        """Count one novel: every gap of it as printed, and the places where it was then spoilt."""
        passages = bench.passages(_manuscript(texts))
        for each in passages:
            self.words += each.text.count(" ") + 1
            for task, place, odds in weighed(each, judge):
                self.clean[task, place.kind].append(odds)
        chance = random.Random(name)
        made = [spoil(each.text, {}, chance) for each in passages]
        read = bench.passages(_manuscript([text for text, _ in made]))
        if len(read) != len(made):
            raise ValueError(f"{name} falls apart otherwise when it is spoilt")
        for each, (_, changes) in zip(read, made, strict=True):
            story = replace(each.story, comma_habits=passages[0].story.comma_habits)
            self._spoilt(replace(each, story=story), changes, judge)

    def _spoilt(self, passage: Passage, changes: Mapping[int, Change], judge: Judge) -> None:
        tokens = passage.analysis.tokens
        for task, place, odds in weighed(passage, judge) if changes else ():
            change = changes.get(tokens[place.right].start)
            if change is not None and change.was in _RIGHT[task]:
                self.spoilt[task, place.kind].append(odds)


def _manuscript(texts: Sequence[str]) -> Manuscript:
    return read_bytes("\n\n".join(texts).encode(), "novel.txt").manuscript


def behind(path: Path, skipped: int, words: int) -> list[str]:
    """So many words of a novel, those behind the first ``skipped``, on which the program is measured."""
    found: list[str] = []
    at = 0
    for each in novel(path, skipped + words).paragraphs:
        if at > skipped:
            found.append(each.text)
        at += each.text.count(" ") + 1
    return found


@dataclass
class _Stretch:
    """Gaps with odds down to ``lowest``: errors and clean places among them, in 1,000 words of a rough draft."""

    errors: float
    clean: float
    lowest: float

    @property
    def precision(self) -> float:
        return self.errors / (self.errors + self.clean)


def stretches(spoilt: Sequence[float], clean: Sequence[float], error: float, alarm: float) -> list[_Stretch]:
    """From the highest odds down, stretches of ever lower precision (isotonic regression by pooling).

    ``error``, ``alarm``: what one spoilt and one clean place stand for in 1,000 words of a rough draft.
    """
    found: list[_Stretch] = []
    events = [(odds, error, 0.0) for odds in spoilt] + [(odds, 0.0, alarm) for odds in clean]
    for odds, errors, alarms in sorted(events, reverse=True):
        found.append(_Stretch(errors, alarms, odds))
        while len(found) > 1 and found[-2].precision < found[-1].precision:
            last = found.pop()
            found[-1] = _Stretch(found[-1].errors + last.errors, found[-1].clean + last.clean, last.lowest)
    return found


def lowest(found: Sequence[_Stretch], precision: float) -> float:
    """The odds down to which each stretch has at least this precision; never below even odds."""
    fit = [each for each in found if each.precision >= precision]
    return max(0.0, round(fit[-1].lowest, 2)) if fit else _NEVER


def clean_limit(spoilt: Sequence[float], clean: Sequence[float]) -> float:
    """The odds that suffice in a clean book: beyond all its gaps, or all but the one that would hide much."""
    first, *others = sorted(clean, reverse=True)
    second = others[0] if others else first
    hidden = sum(second + _MARGIN <= each < first + _MARGIN for each in spoilt)
    return round((second if hidden >= _WORTH else first) + _MARGIN, 2)


def table(counts: Counts) -> dict[str, dict[str, tuple[float, float, float]]]:
    """The limits of all profiles by task and kind; 99 where a profile never shows one."""
    asked = sorted(
        key for key, odds in counts.spoilt.items()
        if len(odds) >= _FEWEST and (key[0] not in ("splice", "run-on") or key[1] not in _JOINED)
    )  # fmt: skip
    found: dict[str, dict[str, tuple[float, float, float]]] = {task: {} for task in TASKS}
    total = {"quiet": 0, "close": 0, "doubt": 0}
    for key in asked:
        task, kind = key
        clean = counts.clean.get(key, [0.0])
        everything = stretches(counts.spoilt[key], clean, _density(counts, key), 1000 / counts.words)
        close, doubt = (lowest(everything, each) for each in PRECISIONS.values())
        quiet = max(close, clean_limit(counts.spoilt[key], clean))
        found[task][kind] = quiet, close, min(close, doubt)
        for name, limit in zip(total, found[task][kind], strict=True):
            total[name] += sum(each >= limit for each in clean)
        shares = [sum(each >= limit for each in counts.spoilt[key]) / len(counts.spoilt[key]) for limit in
                  found[task][kind]]
        print(f"{task:10} {kind:12} {len(counts.spoilt[key]):5} spoilt, found",
              " ".join(f"{each:4.0%}" for each in shares), " at", found[task][kind])
    for name, alarms in total.items():
        print(f"{name}: {1000 * alarms / counts.words:.3f} alarms per 1,000 words of {counts.words}")
    return found


def _density(counts: Counts, key: Key) -> float:
    """What one spoilt place stands for: errors in 1,000 words of a rough draft."""
    weights = {
        (task, kind): 2.0 if task == "missing" and kind in _OFTEN else 1.0 for task, kind in counts.spoilt
    }  # fmt: skip
    all_of_task = sum(weights[each] * len(odds) for each, odds in counts.spoilt.items() if each[0] == key[0])
    return _ERRORS[key[0]] * weights[key] / all_of_task


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_commas.limits", description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    arguments = parser.parse_args()
    judge = load_judge()
    if judge is None:
        raise SystemExit("The judge of commas is missing or damaged; train it first.")
    bench = Bench(cache_folder() / "train-commas.sqlite", judges=("tagger",))
    counts = Counts()
    for name in CALIBRATION:
        counts.read(bench, name, behind(arguments.novels / f"{name}.txt", _MEASURED, arguments.words), judge)
    folder = resource("models", "commas")
    (folder / "limits.json").write_text(json.dumps(table(counts), indent=1) + "\n", encoding="utf-8")
    _sums(folder)


def _sums(folder: Path) -> None:
    """Write the sums of the judge's files into the list beside its folder."""
    listed = folder.parent / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    kept = [each for each in lines if not each.endswith(tuple(f"  {folder.name}/{name}" for name in FILES))]
    new = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {folder.name}/{name}" for name in FILES]
    listed.write_text("\n".join([*kept, *new]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
