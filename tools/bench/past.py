# SPDX-License-Identifier: GPL-3.0-or-later
"""What a story's past costs: a journal of many edits read back, and the disk that a month's work on a novel takes."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.registry import read
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage import journal
from redraft.storage.backups import Backups
from redraft.storage.recovery import RecoveryFile
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State

_DAY, _PAUSE = 86_400.0, 5_400.0
_WORDS = "the gate was shut and nobody came down to the river in the rain but Anna who had lost her lamp".split()


@dataclass
class Past:
    """Bytes on disk at their most, for each kind, and how many states there were at the end."""

    journal: int = 0
    backups: int = 0
    automatic: int = 0
    named: int = 0
    states: int = 0

    @property
    def bytes(self) -> int:
        """All of it."""
        return self.journal + self.backups + self.automatic + self.named


class Author:
    """Edits a story as somebody does who revises: words put in and taken out, here and there, seldom a paragraph."""

    def __init__(self, manuscript: Manuscript, seed: int = 1) -> None:
        self.session = Session(manuscript)
        self._chance = random.Random(seed)
        self._place = 0

    def edit(self) -> None:
        """One edit: a word put in or taken out where the author is, or a few paragraphs on."""
        paragraphs, chance = self.session.paragraphs, self._chance
        if chance.random() < 0.2:
            self._place = chance.randrange(len(paragraphs)) if chance.random() < 0.1 else self._place + 1
        self._place %= len(paragraphs)
        words = paragraphs[self._place].text.split(" ")
        at = chance.randrange(len(words) + 1)
        if chance.random() < 0.35 and len(words) > 3:
            del words[at : at + 1]
        else:
            words.insert(at, chance.choice(_WORDS))
        texts = [" ".join(words)]
        if chance.random() < 0.01:
            texts.append(" ".join(chance.choices(_WORDS, k=40)) + ".")
        self.session.replace(self._place, self._place + 1, texts, label="typing", initiator="bench")


def journal_of(story: Path, edits: int, folder: Path) -> tuple[float, int]:
    """A day's journal with so many edits, each in a line of its own: seconds to read it back to its last state, and
    its bytes."""
    author = Author(read(story).manuscript)
    lines = [*journal.opening(author.session.manuscript, 0.0)]
    author.session.subscribe(lambda event: lines.append(journal.step_line(event.changes, 1.0)))
    for _ in range(edits):
        author.edit()
    path = folder / "journal"
    path.write_bytes(b"".join(lines))
    start = time.perf_counter()
    found = journal.read(path)
    last = found.at() if found is not None else None
    seconds = time.perf_counter() - start
    if last is None or last.paragraphs != author.session.manuscript.paragraphs:
        raise AssertionError("the journal did not give back the text")
    return seconds, path.stat().st_size


def month(story: Path, folder: Path, days: int = 30, saves: int = 8, edits: int = 200) -> Past:
    """The disk that a month of work takes at its most: journal, backups, two automatic states a day, a named one a
    week. Time goes by as told; nothing is waited for."""
    now = [1_800_000_000.0]
    author, past = Author(read(story).manuscript), Past()
    kept = RecoveryFile(folder / "journal", clock=lambda: now[0])
    author.session.subscribe(lambda event: kept.note(event.changes))
    backups = Backups(story, folder / "backups", lambda: now[0])
    snapshots = Snapshots(folder / "named", folder / "automatic", lambda: now[0])
    for day in range(days):
        for save in range(saves):
            for number in range(edits):
                author.edit()
                now[0] += 10
                if number % 10 == 9:
                    kept.flush(author.session.manuscript)
            past.journal = max(past.journal, _taken(folder / "journal"))
            state = State.of(author.session.manuscript)
            backups.keep(state.files[0][1])
            if save in (1, 5):
                snapshots.keep(state, why="before accepting 12 suggestions")
            kept.safe()
            now[0] += _PAUSE
        if day % 7 == 3:
            snapshots.keep(State.of(author.session.manuscript), f"week {day // 7}")
        for name in ("backups", "automatic"):
            setattr(past, name, max(getattr(past, name), _taken(folder / name)))
            _age(folder / name)
        now[0] = 1_800_000_000.0 + (day + 1) * _DAY
    past.named = _taken(folder / "named")
    past.states = len(backups.all) + len(snapshots.all)
    if backups.damaged() or snapshots.damaged():
        raise AssertionError("a state cannot be had back")
    return past


def _files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*") if folder.is_dir() else ()


def _taken(folder: Path) -> int:
    return sum(each.stat().st_size for each in _files(folder))


def _age(folder: Path) -> None:
    """Let the contents look as old as the story's clock has them, so that those not needed any more are taken away."""
    for each in _files(folder):
        os.utime(each, (0, 0))
