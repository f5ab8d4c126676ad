# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a Redraft at random moments of its work and looks at what is left on disk."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tools.torture.home import at_home
from tools.torture.looking import look
from tools.torture.victim import WORKS, texts

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 0.25
_AFRESH = 25
"""Kills after which a story begins anew, so that its backups and notes do not slow the rest down."""


@dataclass
class Report:
    """What was seen in one kind of work: how many ``kills``, how many states, records and copies had been called
    ``safe``, how many times unsaved text was ``offered``, and the ``faults``, each with how often it was."""

    work: str
    kills: int = 0
    safe: int = 0
    offered: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not self.faults

    @property
    def row(self) -> str:
        """A line of the table, and one for each fault."""
        line = f"{self.work:10} {self.kills:6,} {self.safe:11,} {self.offered:8,} {self.faults.total():7,}"
        return "\n".join([line, *(f"    {count} × {fault}" for fault, count in self.faults.most_common())])


HEAD = "work        kills called safe  offered  faults"


class Nursery:
    """The process that starts victims; see :mod:`tools.torture.nursery`."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT / "app"), str(_ROOT)))}
        command = [sys.executable, "-m", "tools.torture.nursery"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT, env=environment, text=True)

    def killed(self, work: str, story: Path, seconds: float) -> list[tuple[str, str]]:
        """What a victim said before it was killed, so many seconds after it began."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{work}\t{story}\n")
        self._process.stdin.flush()
        said: list[tuple[str, str]] = []
        while (line := self._process.stdout.readline()) and not line.startswith("ended"):
            what, _, told = line.rstrip("\n").partition("\t")
            if what == "victim":
                time.sleep(seconds)
                os.kill(int(told), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            else:
                said.append((what, told))
        return said

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


def kill_again_and_again(folder: Path, times: int, seed: int = 1, works: Iterable[str] = tuple(WORKS)) -> list[Report]:
    """Let a Redraft of its own home in ``folder`` work and kill it, so many times in all; a report for each work."""
    chance = random.Random(seed)
    reports = [Report(each) for each in works]
    with at_home(folder / "home"):
        nursery = Nursery()
        try:
            for number in range(times):
                report = reports[number % len(reports)]
                path = folder / report.work / "story.md"
                if report.kills % _AFRESH == 0:
                    _begin(path)
                report.kills += 1
                said = nursery.killed(report.work, path, chance.random() ** 2 * _LONGEST)
                report.safe += sum(what != "begun" for what, _ in said)
                seen = look(report.work, path, said)
                report.offered += seen.offered
                report.faults.update(seen.faults)
        finally:
            nursery.close()
    return reports


def _begin(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir(parents=True)
    path.write_text("\n\n".join(texts(0)) + "\n", encoding="utf-8")
