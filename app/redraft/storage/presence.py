# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a story open: each installation says so by a small file of its own in the sidecar folder.

The file tells who, on which machine, since when, and gives a sign every few minutes. A synced folder brings it to other
machines late or in spurts, and clocks may be wrong: so a sign counts as long as it changes while we look, and only one
that stays the same for long by our own clock counts as silence. On this machine a lock tells, which the system takes
back when its holder dies, and where there is none the process is looked for.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import re
import time
import uuid
import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import psutil

from redraft.places import data_folder
from redraft.storage.atomic import SaveError, write
from redraft.storage.locks import Lock
from redraft.storage.shelf import make
from redraft.storage.sidecar import installation_id, sidecar_folder

SIGN = 300.0
"""Seconds between two signs of life: a synced folder is not to be kept busy."""
LONG = 1800.0
"""Seconds without a sign after which a window on another machine counts as silent: six signs, and a slow sync."""
_SAME_START = 2.0
"""Seconds by which a process's start may be told differently from one look to the next."""
_NAME = re.compile(r"open\.(?P<owner>[0-9A-Za-z]+)\.json")
_LARGEST = 10_000
_TOKEN = 64
"""Characters that a token may have: it is part of the name of a file."""


class Life(StrEnum):
    """How it stands with a window that has the story open."""

    HERE = "on this machine, and running"
    AWAY = "on another machine, giving signs"
    ENDED = "on this machine, and gone without closing"
    SILENT = "on another machine, without a sign for long"


@dataclass(frozen=True, slots=True)
class Opening:
    """A window that has the story open. ``token`` is its own; ``since`` and ``sign`` in seconds since 1970 by its
    clock; ``started``: when its process was; ``over``: the tokens of those it took the story from."""

    installation: str
    token: str
    person: str
    machine: str
    process: int
    started: float
    since: float
    sign: float
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """An opening that is not ours, and how it stands with it."""

    opening: Opening
    life: Life

    @property
    def in_the_way(self) -> bool:
        """Whether somebody may be writing there now."""
        return self.life in (Life.HERE, Life.AWAY)

    @property
    def where(self) -> str:
        """Where it is, in the midst of a sentence."""
        if self.life in (Life.HERE, Life.ENDED):
            return "in another window on this computer"
        who = f" ({self.opening.person})" if self.opening.person else ""
        return f"on “{self.opening.machine or 'another computer'}”{who}"

    def sentence(self, title: str, now: float | None = None) -> str:
        """What to tell an author who opens the story ``title``."""
        since, sign = moment(self.opening.since, now), moment(self.opening.sign, now)
        if self.life is Life.HERE:
            return f"“{title}” is open {self.where}, since {since}."
        if self.life is Life.AWAY:
            return f"“{title}” is open {self.where}, since {since}; the last sign from there came at {sign}."
        if self.life is Life.ENDED:
            return f"Redraft ended here without closing “{title}”, which it had open since {since}. You can go on."
        return (f"“{title}” was opened {self.where} at {since} and not closed, but no sign has come from there since "
                f"{sign}: it may be asleep, switched off, or not synced. You write here now; should it wake up, it is "
                "told.")


class Presence:
    """Our own opening of the story whose sidecar lies in ``folder``, and those of others."""

    def __init__(
        self, folder: Path, installation: str, machine: str = "", clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = folder
        self.holding = False
        self._clock, self._ticks = clock, ticks
        now = clock()
        self._own = Opening(
            installation, uuid.uuid4().hex[:12], _person(), machine or platform.node(), os.getpid(),
            _started(os.getpid()), now, now)
        self._seen: dict[str, tuple[float, float]] = {}
        self._release: Callable[[], object] = _nothing

    @classmethod
    def of(cls, manuscript: Path) -> Presence:
        """The presence at the manuscript at that path. Nothing is written by looking."""
        return cls(sidecar_folder(manuscript), installation_id())

    def others(self) -> list[Sighting]:
        """Everybody else who has the story open, or had and never closed it; the latest first."""
        found = [each for each in self._read() if each.token not in (self._own.token, *self._own.over)]
        return [Sighting(each, self._life(each)) for each in sorted(found, key=lambda each: -each.since)]

    def taken_by(self) -> Opening | None:
        """Who took the story over from us; None while we hold it, or never did."""
        if not self.holding:
            return None
        for each in self._read():
            ours = each.installation == self._own.installation
            if each.token != self._own.token and (ours or self._own.token in each.over):
                return each
        return None

    def announce(self, over: Iterable[Opening] = ()) -> None:
        """Say that we have the story open, and from whom we took it. A disk that takes nothing keeps it unsaid."""
        now = self._clock()
        taken = (*self._own.over, *(each.token for each in over))
        token = self._own.token if not self.holding else uuid.uuid4().hex[:12]
        self._own = replace(self._own, token=token, over=tuple(dict.fromkeys(taken)), since=now, sign=now)
        self._hold()
        self._write()

    def sign(self) -> None:
        """Give a sign of life, if one is due."""
        now = self._clock()
        if self.holding and abs(now - self._own.sign) >= SIGN:
            self._own = replace(self._own, sign=now)
            self._write()

    def yield_to(self, other: Opening) -> None:
        """Another window has the story now: ours goes on as a reader."""
        self._let_go()
        if other.installation != self._own.installation:
            self._remove()
        self._own = replace(self._own, token=uuid.uuid4().hex[:12], over=())

    def withdraw(self) -> None:
        """The story is closed here. A sidecar folder in which nothing else lies goes too."""
        if self.holding and self._stands() is not None:
            self._remove()
        self._let_go()
        with contextlib.suppress(OSError):
            self.folder.rmdir()

    # --- inside --------------------------------------------------------------------------------------------

    @property
    def _file(self) -> Path:
        return self.folder / f"open.{self._own.installation}.json"

    def _stands(self) -> Opening | None:
        found = _opening(self._file)
        return found if found is not None and found.token == self._own.token else None

    def _write(self) -> None:
        try:
            make(self.folder)
            write(self._file, json.dumps(asdict(self._own), indent=1, sort_keys=True).encode("utf-8", "replace"))
        except SaveError:
            return

    def _hold(self) -> None:
        """Be known as running as long as we are; without a lock our process is known by its number."""
        self._let_go()
        self.holding = True
        path = _lock_of(self._own.token)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = Lock.take(path)
            if lock is not None:
                self._release = weakref.finalize(self, _released, lock)

    def _let_go(self) -> None:
        self.holding = False
        self._release()
        self._release = _nothing

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._file.unlink()

    def _read(self) -> list[Opening]:
        try:
            files = sorted(each for each in self.folder.iterdir() if _NAME.fullmatch(each.name))
        except OSError:
            return []
        return [each for each in map(_opening, files) if each is not None]

    def _life(self, other: Opening) -> Life:
        if (other.installation, other.machine) == (self._own.installation, self._own.machine):
            return Life.HERE if _runs(other) else Life.ENDED
        return Life.SILENT if self._quiet_for(other) > LONG else Life.AWAY

    def _quiet_for(self, other: Opening) -> float:
        """Seconds for which it gave no sign: by our own clock since we saw the last one, and at the first sight by
        what both clocks say."""
        now = self._ticks()
        known = self._seen.get(other.token)
        if known is None:
            self._seen[other.token] = (other.sign, now - max(0.0, self._clock() - other.sign))
        elif known[0] != other.sign:
            self._seen[other.token] = (other.sign, now)
        return now - self._seen[other.token][1]


def moment(when: float, now: float | None = None) -> str:
    """"14:02", "3 May, 14:02": as an author reads it."""
    try:
        then, today = datetime.fromtimestamp(when), datetime.fromtimestamp(time.time() if now is None else now)
    except (OverflowError, ValueError, OSError):
        return "an unknown time"
    day = "" if then.date() == today.date() else f"{then.day} {then:%B}, "
    return f"{day}{then:%H:%M}"


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _started(process: int) -> float:
    try:
        return float(psutil.Process(process).create_time())
    except psutil.Error:
        return 0.0


def _nothing() -> None:
    """No lock is held."""


def _released(lock: Lock) -> None:
    with contextlib.suppress(OSError):
        lock.release()


def _lock_of(token: str) -> Path:
    return data_folder() / "locks" / f"open-{token}.lock"


def _runs(other: Opening) -> bool:
    """Whether its lock is held, or where it has none, its process is there, and no other that got its number since."""
    path = _lock_of(other.token)
    if other.token.isalnum() and len(other.token) <= _TOKEN and path.exists():
        try:
            lock = Lock.take(path)
        except OSError:
            return True
        if lock is None:
            return True
        lock.release()
        return False
    try:
        running = psutil.Process(other.process)
        return running.status() != psutil.STATUS_ZOMBIE and abs(running.create_time() - other.started) < _SAME_START
    except psutil.AccessDenied:
        return True
    except (psutil.Error, ValueError, OverflowError):
        return False


def _opening(path: Path) -> Opening | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        told = json.loads(path.read_bytes())
        return _from(told) if isinstance(told, dict) else None
    except (OSError, ValueError, RecursionError):
        return None


def _from(told: Mapping[str, object]) -> Opening | None:
    """The opening that a file tells of; None where it says something else."""
    words = [told.get(each) for each in ("installation", "token", "person", "machine")]
    numbers = [told.get(each) for each in ("process", "started", "since", "sign")]
    over = told.get("over")
    if not all(isinstance(each, str) for each in words) or not isinstance(over, list):
        return None
    if not all(isinstance(each, int | float) and abs(each) < 1e12 for each in numbers):
        return None
    process, started, since, sign = (float(each) for each in numbers if isinstance(each, int | float))
    installation, token, person, machine = map(str, words)
    taken = tuple(map(str, over))
    return Opening(installation, token, person[:80], machine[:80], int(process), started, since, sign, taken)
