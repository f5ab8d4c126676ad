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
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redraft.places import data_folder
from redraft.storage.atomic import SaveError, write

SUFFIX = ".redraft"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One decision: its kind, its id among that kind, and plain fields. ``when`` is in seconds since 1970."""

    kind: str
    id: str
    fields: Mapping[str, Any]
    when: float
    gone: bool = False


class Sidecar:
    """The records of one manuscript. With ``folder`` None they are kept in memory only (a text without a file)."""

    def __init__(self, folder: Path | None, installation: str, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.damaged: tuple[str, ...] = ()
        self._installation = installation
        self._clock = clock
        self._all: dict[tuple[str, str], Record] = {}
        self._own: dict[tuple[str, str], Record] = {}
        self._load()

    @classmethod
    def open(cls, manuscript: Path | None) -> Sidecar:
        """The records of the manuscript at that path; where its folder is read-only, those in the user's own data."""
        if manuscript is None:
            return cls(None, "memory")
        return cls(sidecar_folder(manuscript), installation_id())

    def records(self, kind: str) -> list[Record]:
        """The records of a kind, oldest first."""
        found = (each for each in self._all.values() if each.kind == kind and not each.gone)
        return sorted(found, key=lambda each: (each.when, each.id))

    def put(self, kind: str, id: str, fields: Mapping[str, Any]) -> None:
        """Keep a record, in place of an earlier one of that id; written at once.

        Raises:
            SaveError: when it could not be written (it counts all the same until the program ends).
        """
        self._keep(Record(kind, id, dict(fields), self._now()))

    def remove(self, kind: str, id: str) -> None:
        """Take a record back; written at once. Raises as :meth:`put`."""
        if (kind, id) in self._all:
            self._keep(Record(kind, id, {}, self._now(), gone=True))

    @property
    def empty(self) -> bool:
        """Whether nothing was ever decided here."""
        return not self._all

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
        if self.folder is not None and self._own:
            self._write(self.folder)

    def _now(self) -> float:
        latest = max((each.when for each in self._all.values()), default=0.0)
        return max(self._clock(), latest + 1e-3)

    def _keep(self, record: Record) -> None:
        self._all[record.kind, record.id] = record
        self._own[record.kind, record.id] = record
        if self.folder is not None:
            self._write(self.folder)

    def _write(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SaveError.of(folder, error) from error
        lines = [json.dumps({"redraft": _VERSION}, sort_keys=True)]
        lines += sorted(_line(each) for each in self._own.values())
        write(folder / self._file_name(), ("\n".join(lines) + "\n").encode("utf-8"))

    def _file_name(self) -> str:
        return f"decisions.{self._installation}.jsonl"

    def _load(self) -> None:
        if self.folder is None or not self.folder.is_dir():
            return
        damaged: list[str] = []
        for path in sorted(self.folder.glob("decisions.*.jsonl")):
            try:
                text = path.read_text(encoding="utf-8", errors="replace")
            except OSError:
                damaged.append(path.name)
                continue
            for number, line in enumerate(text.splitlines(), 1):
                record = _parsed(line)
                if record is not None:
                    self._take(record, own=path.name == self._file_name())
                elif line.strip() and number > 1:
                    damaged.append(f"{path.name}, line {number}")
        self.damaged = tuple(damaged)

    def _take(self, record: Record, own: bool) -> None:
        key = record.kind, record.id
        if own:
            self._own[key] = record
        if key not in self._all or self._all[key].when <= record.when:
            self._all[key] = record


def sidecar_folder(manuscript: Path) -> Path:
    """Where the decisions on a manuscript lie: beside a file, inside a folder; or with the user's data."""
    beside = manuscript / SUFFIX if manuscript.is_dir() else manuscript.with_name(manuscript.name + SUFFIX)
    if beside.exists() or _writable(beside.parent):
        return beside
    digest = hashlib.sha256(str(manuscript.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return data_folder() / "decisions" / f"{manuscript.name}-{digest}"


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
    told: dict[str, Any] = {"kind": record.kind, "id": record.id, "when": round(record.when, 3)}
    told.update({"gone": True} if record.gone else {"fields": record.fields})
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _parsed(line: str) -> Record | None:
    try:
        told = json.loads(line)
        return Record(
            str(told["kind"]), str(told["id"]), dict(told.get("fields", {})), float(told["when"]),
            bool(told.get("gone", False)))
    except (ValueError, KeyError, TypeError):
        return None
