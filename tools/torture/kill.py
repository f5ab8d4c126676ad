# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a writing Redraft at random moments and looks at what is left on disk."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.registry import read
from redraft.storage.backups import Backups
from redraft.storage.recovery import left_behind
from redraft.storage.sidecar import Sidecar
from tools.torture.victim import number_of, texts

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 0.4


@dataclass
class Report:
    """What was seen after so many kills: ``mixed`` stories, ``lost`` states that were said to be safe, ``damaged``
    records or backups, and how many times unsaved text was ``offered``."""

    kills: int = 0
    mixed: int = 0
    lost: int = 0
    damaged: int = 0
    offered: int = 0
    saved: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.mixed or self.lost or self.damaged)


def kill_again_and_again(folder: Path, times: int, seed: int = 1) -> Report:
    """Let a Redraft of its own home in ``folder`` write on a story and kill it, so many times."""
    chance = random.Random(seed)
    path = folder / "story.md"
    report = Report()
    with _home(folder / "home"):
        path.write_text("\n\n".join(texts(0)) + "\n", encoding="utf-8")
        for _ in range(times):
            _look(path, _killed(path, chance.random() * _LONGEST), report)
    return report


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """The user's folders lie in ``folder``, here and in the processes that are started."""
    before = os.environ.get("REDRAFT_HOME")
    os.environ["REDRAFT_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["REDRAFT_HOME"]
        else:
            os.environ["REDRAFT_HOME"] = before


def _killed(path: Path, seconds: float) -> list[tuple[str, int]]:
    """What the victim said before it was killed, so many seconds after its first words."""
    command = [sys.executable, "-m", "tools.torture.victim", str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT / "app"), str(_ROOT)))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=_ROOT, env=environment) as victim:
        assert victim.stdout is not None
        first = victim.stdout.readline()
        time.sleep(seconds)
        victim.kill()
        lines = [first, *victim.stdout.read().split(b"\n")]
    said = [line.split() for line in lines if line.count(b" ") == 1]
    return [(what.decode(), int(number)) for what, number in said]


def _look(path: Path, said: list[tuple[str, int]], report: Report) -> None:
    report.kills += 1
    latest = dict(said)
    state = number_of([each.text for each in read(path).manuscript.paragraphs])
    report.mixed += state is None
    report.lost += state is not None and state < latest.get("saved", 0)
    unsaved = _unsaved(report)
    report.lost += max(state or 0, unsaved) < latest.get("kept", 0)
    sidecar = Sidecar.open(path)
    known = {int(each.id) for each in sidecar.records("torture")}
    report.lost += sum(what == "decided" and number not in known for what, number in said)
    report.damaged += len(sidecar.damaged) + len(Backups(path).damaged())
    report.saved += sum(what == "saved" for what, _ in said)


def _unsaved(report: Report) -> int:
    """The newest unsaved state that is offered; all are then thrown away."""
    best = 0
    for left in left_behind():
        manuscript = left.manuscript()
        if manuscript is not None:
            number = number_of([each.text for each in manuscript.paragraphs])
            report.mixed += number is None
            report.offered += 1
            best = max(best, number or 0)
        left.discard()
    return best
