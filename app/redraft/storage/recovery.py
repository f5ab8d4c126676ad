# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text, on disk within a second: a snapshot once, then the changes behind it, a line each.

The editor tells every change (:meth:`RecoveryFile.note`) and calls :meth:`RecoveryFile.flush` from a timer, at least
once a second; nothing is written while a key is handled. Every line carries its checksum, so a line torn by a crash
ends the replay and costs only itself. A file whose owner lives is locked; one without an owner was left by a crash.
"""

from __future__ import annotations

import json
import os
import time
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from redraft.manuscript.fitting import Change
from redraft.manuscript.model import Manuscript
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, write
from redraft.storage.flat import Data, manuscript_data, manuscript_of, paragraph_data, paragraph_of
from redraft.storage.locks import Lock
from redraft.text.plain_data import plain_data

_SUFFIX = ".recovery"
_LOCK = ".lock"
_GROWN = 4


class RecoveryFile:
    """The unsaved text of one open manuscript. Nothing is on disk while nothing is unsaved."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or recovery_folder()
        self._path = self._folder / f"{os.getpid()}-{uuid.uuid4().hex[:8]}{_SUFFIX}"
        self._waiting: list[Change] = []
        self._stream: BinaryIO | None = None
        self._lock: Lock | None = None
        self._sizes = (0, 0)

    @property
    def path(self) -> Path:
        """Where the unsaved text lies when there is any."""
        return self._path

    def note(self, changes: Sequence[Change]) -> None:
        """Changes were made (or undone); they are written by the next :meth:`flush`."""
        self._waiting.extend(changes)

    def flush(self, manuscript: Manuscript) -> None:
        """Write what was noted; ``manuscript`` is the present state. Free when nothing was noted.

        Raises:
            SaveError: when it cannot be written; it is tried again at the next flush.
        """
        if not self._waiting:
            return
        try:
            if self._stream is None or self._sizes[1] > _GROWN * max(self._sizes[0], 65536):
                self._snapshot(manuscript)
            else:
                self._append(self._stream)
        except OSError as error:
            self._close()
            raise SaveError.of(self._path, error) from error
        self._waiting.clear()

    def safe(self) -> None:
        """Everything is saved, or the author does not want it: forget the unsaved text."""
        self._waiting.clear()
        self._close()
        self._path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _snapshot(self, manuscript: Manuscript) -> None:
        self._close()
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = Lock.take(self._path.with_suffix(_LOCK))
        head: Data = {"redraft-recovery": 1, "when": time.time(), "path": str(manuscript.path or "")}
        data = _line(head) + _line(manuscript_data(manuscript))
        write(self._path, data)
        self._stream = self._path.open("ab")
        self._sizes = (len(data), 0)

    def _append(self, stream: BinaryIO) -> None:
        data = b"".join(_line(_change_data(change)) for change in self._waiting)
        stream.write(data)
        stream.flush()
        self._sizes = (self._sizes[0], self._sizes[1] + len(data))

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Unsaved text of a Redraft that ended without a word. ``story`` is the file or folder, None for a new story;
    ``when`` in seconds since 1970."""

    file: Path
    story: Path | None
    when: float

    def manuscript(self) -> Manuscript | None:
        """The text as it was at the last moment; None when not even the snapshot can be read."""
        lines = _lines(self.file)
        if len(lines) < 2:
            return None
        manuscript = manuscript_of(lines[1])
        if manuscript is None:
            return None
        paragraphs = list(manuscript.paragraphs)
        for line in lines[2:]:
            change = _change_of(line)
            if change is None or change[0] + change[1] > len(paragraphs):
                break
            index, removed, inserted = change
            paragraphs[index : index + removed] = [paragraph_of(each) for each in inserted]
        return manuscript.with_paragraphs(paragraphs)

    def discard(self) -> None:
        """The author has it, or does not want it."""
        self.file.unlink(missing_ok=True)
        self.file.with_suffix(_LOCK).unlink(missing_ok=True)


def left_behind(folder: Path | None = None) -> list[LeftBehind]:
    """What crashed programs left unsaved, newest first. Files of programs that still run are not among it."""
    folder = folder or recovery_folder()
    found: list[LeftBehind] = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []:
        try:
            lock = Lock.take(path.with_suffix(_LOCK))
        except OSError:
            continue
        if lock is None:
            continue
        lock.release()
        lines = _lines(path, most=2)
        if len(lines) == 2:
            story = str(lines[0].get("path") or "")
            found.append(LeftBehind(path, Path(story) if story else None, _number(lines[0].get("when"))))
    return sorted(found, key=lambda each: -each.when)


def recovery_folder() -> Path:
    """Where unsaved text lies."""
    return data_folder() / "recovery"


def _line(data: Data) -> bytes:
    body = json.dumps(data, separators=(",", ":")).encode("ascii")
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def _lines(path: Path, most: int | None = None) -> list[Data]:
    """The whole lines of a recovery file, up to the first torn one."""
    found: list[Data] = []
    try:
        with path.open("rb") as stream:
            for line in stream:
                body = line[9:-1]
                if not line.endswith(b"\n") or line[:8] != b"%08x" % zlib.crc32(body):
                    break
                told = plain_data(body)
                if not isinstance(told, dict):
                    break
                found.append(told)
                if len(found) == most:
                    break
    except (OSError, ValueError):
        return found
    return found


def _change_data(change: Change) -> Data:
    inserted = [paragraph_data(each) for each in change.inserted]
    return {"at": change.index, "removed": len(change.removed), "in": inserted}


def _change_of(data: Data) -> tuple[int, int, list[object]] | None:
    index, removed, inserted = data.get("at"), data.get("removed"), data.get("in")
    if isinstance(index, int) and isinstance(removed, int) and isinstance(inserted, list):
        return index, removed, inserted
    return None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
