# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder beside a manuscript in which the author's decisions are kept: ``story.md.redraft/``.

Each installation writes only a file of its own, one record a line, so that two machines never write one file and
a version control system merges them; reading merges by id, the later record wins. Nothing is made by reading.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redraft.formats.second_names import second_names
from redraft.places import data_folder
from redraft.storage.migrations import DECISIONS as STEPS
from redraft.storage.migrations import migrated
from redraft.storage.shelf import Shelf, make, told_by

SUFFIX = ".redraft"
FORMAT = len(STEPS) + 1
"""The number of the format in which decisions are written."""
_NAMED = 3
_LATEST = 1e12
"""Seconds since 1970 that no clock shows, however wrong; up to there a thousandth more is another number."""
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """One decision: its kind, its id among that kind, and plain fields. ``when`` is in seconds since 1970."""

    kind: str
    id: str
    fields: Mapping[str, Any]
    when: float
    gone: bool = False


class Sidecar:
    """The records of one manuscript. With ``folder`` None they are kept in memory only (a text without a file).

    ``damaged`` names what could not be read; ``writable`` False keeps whatever is decided in memory.
    """

    def __init__(self, folder: Path | None, installation: str, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.damaged: tuple[str, ...] = ()
        self.newer: tuple[str, ...] = ()
        self.writable = True
        self._clock = clock
        self._all: dict[_Key, Record] = {}
        self._own: dict[_Key, Record] = {}
        self._broken: list[bytes] = []
        self._shelf = Shelf(folder, "decisions", installation, FORMAT) if folder is not None else None
        self._load()

    @classmethod
    def open(cls, manuscript: Path | None) -> Sidecar:
        """The records of the manuscript at that path; where its folder is read-only, those in the user's own data."""
        if manuscript is None:
            return cls(None, "memory")
        folder, installation = sidecar_folder(manuscript), installation_id()
        made = cls(folder, installation)
        for second in second_folders(folder):
            made.inherit(cls(second, installation))
        return made

    def records(self, kind: str) -> list[Record]:
        """The records of a kind, oldest first."""
        found = (each for each in self._all.values() if each.kind == kind and not each.gone)
        return sorted(found, key=lambda each: (each.when, each.id))

    @property
    def standing(self) -> tuple[Record, ...]:
        """Every record that stands, of all kinds, oldest first."""
        return tuple(sorted((each for each in self._all.values() if not each.gone), key=lambda each: each.when))

    def put(self, kind: str, id: str, fields: Mapping[str, Any]) -> None:
        """Keep a record, in place of an earlier one of that id; written at once.

        Raises:
            SaveError: when it could not be written (it counts all the same until the program ends).
        """
        self._keep(kind, id, dict(fields), gone=False)

    def remove(self, kind: str, id: str) -> None:
        """Take a record back; written at once. Raises as :meth:`put`."""
        if (kind, id) in self._all:
            self._keep(kind, id, {}, gone=True)

    @property
    def empty(self) -> bool:
        """Whether nothing was ever decided here."""
        return not self._all

    @property
    def notices(self) -> tuple[str, ...]:
        """What the author should know of the folder, in whole sentences."""
        if not self.damaged:
            return self.newer
        return (*self.newer, _damage(self.damaged, self.folder))

    def inherit(self, other: Sidecar) -> int:
        """Let the standing records of another manuscript count here too, where nothing newer does; how many did.

        They are written with the next record, not before.
        """
        count = 0
        for key, record in other._all.items():
            if not record.gone and (key not in self._all or self._all[key].when < record.when):
                self._all[key] = self._own[key] = record
                count += 1
        return count

    def save(self) -> None:
        """Write what is not on disk yet (what was inherited). Raises as :meth:`put`."""
        if self._own:
            self._write(lambda: None)

    def refresh(self) -> bool:
        """Take in what another window, or another machine, wrote since; whether anything counts now that did not."""
        if self._shelf is None or not self._shelf.changed():
            return False
        before = dict(self._all)
        self._load()
        return self._all != before

    # --- inside --------------------------------------------------------------------------------------------

    def _now(self) -> float:
        latest = max((each.when for each in self._all.values()), default=0.0)
        return round(max(self._clock(), latest + 1e-3), 3)

    def _keep(self, kind: str, id: str, fields: dict[str, Any], *, gone: bool) -> None:
        kept = False

        def keep() -> None:
            nonlocal kept
            record = Record(kind, id, fields, self._now(), gone)
            self._all[kind, id] = self._own[kind, id] = record
            kept = True

        try:
            self._write(keep)
        finally:
            if not kept:
                keep()

    def _write(self, keep: Callable[[], None]) -> None:
        """With nobody else writing: take in what another window wrote, ``keep`` a record, write them all."""
        if self._shelf is None or not self.writable:
            return
        with self._shelf.hold():
            if self._shelf.changed(own=True):
                self._load()
            keep()
            if self._broken:
                make(self._shelf.folder)
                self._shelf.set_aside(self._broken)
            self._shelf.write(sorted(_line(each) for each in self._own.values()))
            self._broken = []

    def _load(self) -> None:
        if self._shelf is None:
            return
        damaged: list[str] = []
        broken: list[bytes] = []
        sheets = self._shelf.read()
        for sheet in sheets:
            for number, line in sheet.lines:
                record = _parsed(line, sheet.format)
                if record is not None:
                    self._take(record, own=sheet.own)
                    continue
                damaged.append(sheet.named(number))
                if sheet.own:
                    broken.append(line)
        self._broken = broken
        self.damaged = (*self._shelf.unread, *damaged)
        self.newer = tuple(self._shelf.newer(sheets))

    def _take(self, record: Record, own: bool) -> None:
        key = record.kind, record.id
        for held in (self._own, self._all) if own else (self._all,):
            if key not in held or _order(held[key]) <= _order(record):
                held[key] = record


def sidecar_folder(manuscript: Path) -> Path:
    """Where the decisions on a manuscript lie: beside a file, inside a folder; or with the user's data."""
    beside = manuscript / SUFFIX if manuscript.is_dir() else manuscript.with_name(manuscript.name + SUFFIX)
    if beside.exists() or _writable(beside.parent):
        return beside
    digest = hashlib.sha256(str(manuscript.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return data_folder() / "decisions" / f"{manuscript.name}-{digest}"


def second_folders(folder: Path) -> list[Path]:
    """Second versions of a sidecar folder that a sync program made beside it; what was decided there counts too."""
    try:
        beside = [each for each in folder.parent.iterdir() if SUFFIX in each.name and each != folder and each.is_dir()]
    except OSError:
        return []
    own = {each for each in beside if each.suffix == SUFFIX and each.with_suffix("").exists()}
    return sorted(each for each in beside if each not in own
                  and any(told.original == folder.name for told in second_names(each.name)))


def installation_id() -> str:
    """A short name for this installation, made once and kept with the user's data."""
    path = data_folder() / "installation"
    try:
        kept = path.read_text(encoding="ascii").strip()
        if kept.isalnum():
            return kept
    except (OSError, UnicodeDecodeError):
        pass
    made = uuid.uuid4().hex[:10]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made + "\n", encoding="ascii")
    except OSError:
        return "unknown"
    return made


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _line(record: Record) -> str:
    told: dict[str, Any] = {"kind": record.kind, "id": record.id, "when": record.when}
    told.update({"gone": True} if record.gone else {"fields": record.fields})
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _parsed(line: bytes, format: int) -> Record | None:
    """The record of a line, brought up to the present format; None where it is damaged."""
    told: Mapping[str, Any] | None = told_by(line)
    if told is None:
        return None
    told = migrated(told, format, STEPS)
    try:
        when, fields = round(float(told["when"]), 3), told.get("fields", {})
        if not abs(when) < _LATEST or not isinstance(fields, dict):
            return None
        return Record(str(told["kind"]), str(told["id"]), fields, when, bool(told.get("gone", False)))
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _order(record: Record) -> tuple[float, bool, str]:
    """Which of two records counts: the later one; of the same moment the same one on every machine."""
    return record.when, record.gone, json.dumps(record.fields, sort_keys=True)


def _damage(names: Sequence[str], folder: Path | None) -> str:
    listed = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    where = f" in the folder {folder.name}" if folder is not None else ""
    return (f"Some of what you decided{where} is damaged and does not count ({listed}). All the rest was read; nothing "
            "damaged is thrown away.")
