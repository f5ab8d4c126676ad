# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the limits of the judge of commas on novels that it has not learned from, and writes them beside it.

Every alarm on the clean novels is spent where it finds most spoilt places: step by step the limit of that task and
kind of gap is lowered which gives most for the next alarm, until the budget of the profile is used up.

``python -m tools.train_commas.limits JUDGE_FOLDER CLEAN_ROWS SPOILT_ROWS`` writes ``limits.json`` and the sums.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.checks.comma_habit import shift
from redraft.checks.commas.kinds import KINDS
from redraft.checks.commas.model import FILES, TASKS, Judge, habit_key
from redraft.checks.commas.suspects import SPEECH
from tools.train_commas.table import targets

BUDGETS = {"quiet": 0.04, "close": 0.8, "doubt": 5.0}
"""Alarms per 1,000 words of clean novels in each profile."""

_CLEANER = 2.5
"""Where the quiet budget has nothing for a kind of gap, it is shown at odds so much higher than those of a rough draft:
so much rarer is an error in a clean book."""

_NEVER = 99.0
_GAPS_A_WORD = 0.95
"""Gaps that the rows hold for each word of a novel, those of the sample counted by their weight."""
_STEPS = (1, 2, 3, 5, 8, 12, 20)
_FEWEST = 3
"""Spoilt places that a step must find."""
_STATES = {"missing": 0, "stray": 1, "splice": 1, "run-on": 0, "semicolon": 2}
_PLENTY = {"missing": 1.0, "stray": 0.25, "splice": 2.0, "run-on": 0.5, "semicolon": 1.0}
"""How often drafts have each error, by what the spoilt rows have of it."""

_JOINED = frozenset(
    ("and-clause", "but-clause", "or-clause", "and-verb", "but-verb", "and-else", "but-else", "sub", "rel", "ing")
)
"""Kinds of gap where a word joins what follows to what went before: no splice and no run-on."""

Key = tuple[str, str]
Odds = NDArray[np.float32]


def habits(rows: Mapping[str, NDArray[np.generic]], judge: Judge) -> dict[str, float]:
    """The habits of a clean novel's author, as the program tells them."""
    found: dict[str, float] = {}
    keep = rows["state"] < 2
    for number, kind in enumerate(KINDS):
        here = keep & (rows["kind"] == number)
        if here.any():
            told = np.full((int(here.sum()), 1), habit_key(kind, None), np.uint32)
            odds = judge.odds(np.concatenate([rows["cells"][here], told], 1))[:, 0]
            found[kind] = shift(odds, (rows["state"][here] == 1).astype(np.float32), rows["weight"][here])
    return found


def judged(rows: Mapping[str, NDArray[np.generic]], judge: Judge, known: Mapping[str, float]) -> Odds:
    """The odds of every row for an author with these habits."""
    told = np.array([habit_key(kind, known.get(kind, 0.0)) for kind in KINDS], np.uint32)
    keys = np.concatenate([rows["cells"], told[rows["kind"]][:, None]], 1)
    return np.concatenate([judge.odds(keys[start : start + 20_000]) for start in range(0, len(keys), 20_000)])


class Counts:
    """Odds by task and kind of gap, in clean novels (each with its weight) and where they were spoilt."""

    def __init__(self) -> None:
        self.clean: defaultdict[Key, list[Odds]] = defaultdict(list)
        self.weight: defaultdict[Key, list[Odds]] = defaultdict(list)
        self.spoilt: defaultdict[Key, list[Odds]] = defaultdict(list)
        self.words = 0.0

    def add(self, rows: Mapping[str, NDArray[np.generic]], odds: Odds, *, clean: bool) -> None:
        """Count one novel's rows."""
        truth, asked = targets(rows["state"], rows["was"], rows["weight"])
        for column, task in enumerate(TASKS):
            wrong = (rows["state"] == _STATES[task]) if clean else (asked[:, column] > 0) & (truth[:, column] > 0)
            for number, kind in enumerate(KINDS):
                here = wrong & (rows["kind"] == number)
                value = odds[here, column] - SPEECH * (rows["speech"][here] > 0)
                (self.clean if clean else self.spoilt)[task, kind].append(value)
                if clean:
                    self.weight[task, kind].append(rows["weight"][here].astype(np.float32))
        if clean:
            self.words += float(rows["weight"].sum()) / _GAPS_A_WORD


class Line:
    """One task and kind: the clean odds from the highest down, how many alarms each limit gives, the spoilt odds."""

    def __init__(self, counts: Counts, key: Key) -> None:
        odds, weight = np.concatenate(counts.clean[key]), np.concatenate(counts.weight[key])
        order = np.argsort(-odds)
        self.clean = odds[order]
        self.alarms = np.cumsum(weight[order])
        self.spoilt = np.sort(np.concatenate(counts.spoilt[key]))
        self.plenty = _PLENTY[key[0]]

    def limit(self, alarms: float) -> float:
        """The odds above which there are at most so many alarms; never below even odds."""
        number = int(np.searchsorted(self.alarms, alarms, side="right"))
        return max(0.0, round(float(self.clean[number]) + 0.01, 2)) if number < len(self.clean) else 0.0

    def alarm(self, limit: float) -> float:
        """How many alarms a limit gives."""
        number = int(np.searchsorted(-self.clean, -limit))
        return float(self.alarms[number - 1]) if number else 0.0

    def found(self, limit: float) -> int:
        """How many spoilt places lie above a limit."""
        return len(self.spoilt) - int(np.searchsorted(self.spoilt, limit))

    def steps(self, used: float) -> Iterator[tuple[float, float]]:
        """What each number of further alarms would give for one, and the number."""
        now = self.found(self.limit(used)) if used else 0
        for cost in _STEPS:
            gain = self.found(self.limit(used + cost)) - now
            if gain >= _FEWEST:
                yield self.plenty * gain / cost, cost


def choose(lines: Mapping[Key, Line], budget: float) -> dict[Key, float]:
    """The limits with so many alarms in all; the kinds left out never alarm."""
    used: dict[Key, float] = dict.fromkeys(lines, 0.0)
    left = budget
    while left >= 1:
        steps = [
            (gain, cost, key) for key, line in lines.items() for gain, cost in line.steps(used[key]) if cost <= left
        ]  # fmt: skip
        if not steps:
            break
        _, cost, key = max(steps)
        used[key] += cost
        left -= cost
    return {key: lines[key].limit(number) for key, number in used.items() if number}


def table(counts: Counts) -> dict[str, dict[str, tuple[float, float, float]]]:
    """The limits of all profiles by task and kind; 99 where a profile never shows one."""
    asked = sorted(key for key in counts.spoilt if key[0] not in ("splice", "run-on") or key[1] not in _JOINED)
    lines = {key: Line(counts, key) for key in asked}
    profiles = [choose(lines, budget * counts.words / 1000) for budget in BUDGETS.values()]
    found: dict[str, dict[str, tuple[float, float, float]]] = {task: {} for task in TASKS}
    for task, kind in sorted({key for each in profiles for key in each}):
        quiet, close, doubt = (each.get((task, kind), _NEVER) for each in profiles)
        close = min(quiet, close)
        quiet = min(quiet, close + _CLEANER) if close < _NEVER else _NEVER
        found[task][kind] = (round(quiet, 2), close, min(close, doubt))
    for key, line in lines.items():
        if len(line.spoilt) >= 10:
            three = found[key[0]].get(key[1], (_NEVER,) * 3)
            shares = " ".join(f"{line.found(each) / len(line.spoilt):4.0%}" for each in three)
            print(f"{key[0]:10} {key[1]:20} {len(line.spoilt):5} spoilt, found {shares}  at {three}")
    for number, name in enumerate(BUDGETS):
        alarms = sum(line.alarm(found[key[0]].get(key[1], (_NEVER,) * 3)[number]) for key, line in lines.items())
        print(f"{name}: {1000 * alarms / counts.words:.3f} alarms per 1,000 words of {counts.words:.0f}")
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_commas.limits", description=__doc__)
    parser.add_argument("judge", type=Path)
    parser.add_argument("clean", type=Path)
    parser.add_argument("spoilt", type=Path)
    arguments = parser.parse_args()
    with np.load(arguments.judge / "judge.npz", allow_pickle=False) as stored:
        judge = Judge(dict(stored), {})
    counts = Counts()
    for path in sorted(arguments.clean.glob("*.npz")):
        rows, other = _rows(path), _rows(next(arguments.spoilt.glob(path.name.split(".")[0] + ".*.npz")))
        known = habits(rows, judge)
        counts.add(rows, judged(rows, judge, known), clean=True)
        counts.add(other, judged(other, judge, known), clean=False)
    (arguments.judge / "limits.json").write_text(json.dumps(table(counts), indent=1) + "\n", encoding="utf-8")
    _sums(arguments.judge)


def _rows(path: Path) -> dict[str, NDArray[np.generic]]:
    with np.load(path) as stored:
        return {name: stored[name] for name in ("cells", "state", "was", "kind", "speech", "weight")}


def _sums(folder: Path) -> None:
    """Write the sums of the judge's files into the list beside its folder."""
    listed = folder.parent / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    kept = [each for each in lines if not each.endswith(tuple(f"  {folder.name}/{name}" for name in FILES))]
    new = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {folder.name}/{name}" for name in FILES]
    listed.write_text("\n".join([*kept, *new]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
