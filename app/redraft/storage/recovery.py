# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text, on disk within a second and outside any synced folder, until the saved file has been read back.

The editor tells every change (:meth:`RecoveryFile.note`) and has it written at least once a second, in a thread
(:meth:`RecoveryFile.batch`, :meth:`RecoveryFile.write`) or at once (:meth:`RecoveryFile.flush`); what is written is on
the disk when the call returns. A file whose owner lives is locked; one without an owner was left by a crash.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from redraft.manuscript.fitting import Change
from redraft.manuscript.model import Manuscript
from redraft.places import data_folder
from redraft.storage import journal
from redraft.storage.atomic import SaveError, digest, write_in_new_folder
from redraft.storage.contents import tidy
from redraft.storage.folders import make_folder
from redraft.storage.journal import Journal
from redraft.storage.locks import Lock

_SUFFIX = ".recovery"
_DAMAGED = ".damaged"
_LOCK = ".lock"
_LARGEST = 32_000_000
"""Bytes of a journal that is begun anew; a day of 50,000 edits takes some four million."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be written: the changes since the last time, and the text with them."""

    changes: tuple[Change, ...]
    manuscript: Manuscript


class RecoveryFile:
    """The unsaved text of one open manuscript. Nothing is on disk while nothing is unsaved."""

    def __init__(self, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder or recovery_folder()
        self._path = self._folder / f"{os.getpid()}-{uuid.uuid4().hex[:8]}{_SUFFIX}"
        self._clock = clock
        self._waiting: list[Change] = []
        self._anew = False
        self._stream: BinaryIO | None = None
        self._lock: Lock | None = None
        self._size = 0
        self._turn = threading.Lock()

    @property
    def path(self) -> Path:
        """Where the unsaved text lies when there is any."""
        return self._path

    @property
    def holds(self) -> bool:
        """Whether all that was noted is on disk, and something was."""
        return self._stream is not None and not self._waiting and not self._anew

    def note(self, changes: Sequence[Change]) -> None:
        """Changes were made (or undone); they are written by the next :meth:`flush`."""
        self._waiting.extend(changes)

    def begin_anew(self) -> None:
        """The files were saved, or are others now, and something was typed meanwhile: what is written next begins from
        the text of then, so that it names the files as they are."""
        self._anew = self._stream is not None or bool(self._waiting)

    def batch(self, manuscript: Manuscript) -> Batch | None:
        """Take what was noted, to be written; ``manuscript`` is the present state. None when nothing was noted.

        To be called where changes are noted (they must not come in between), and each batch written before the next.
        """
        if not self._waiting and not self._anew:
            return None
        taken, self._waiting = self._waiting, []
        return Batch(tuple(taken), manuscript)

    def write(self, batch: Batch) -> None:
        """Write a batch, in any thread.

        Raises:
            SaveError: when it cannot be written; it is tried again with the next one.
        """
        with self._turn:
            try:
                if self._stream is None or self._anew or self._size > _LARGEST or not self._stands(self._stream):
                    self._begin(batch.manuscript)
                else:
                    self._append(self._stream, batch.changes)
            except (OSError, SaveError) as error:
                self._close()
                self._anew = True  # the next one writes all of the text, and these changes with it
                raise error if isinstance(error, SaveError) else SaveError.of(self._path, error) from error

    def flush(self, manuscript: Manuscript) -> None:
        """Write what was noted; ``manuscript`` is the present state. Free when nothing was noted.

        Raises:
            SaveError: when it cannot be written; it is tried again at the next flush.
        """
        batch = self.batch(manuscript)
        if batch is not None:
            self.write(batch)

    def saved(self, manuscript: Manuscript) -> bool:
        """The manuscript was saved as it is: forget the unsaved text, if its files read back as they were written.
        Otherwise it is kept, and False is the answer. In any thread; what was noted since, and is in no batch yet,
        stays noted."""
        if not all(each.path is None or not each.digest or _reads(each.path, each.digest) for each in manuscript.files):
            return False
        self._cut()
        return True

    def safe(self) -> None:
        """Everything is saved, or the author does not want it: forget the unsaved text."""
        self._waiting.clear()
        self._cut()

    def leave(self) -> None:
        """Write no more, and leave what is there to be offered at the next start."""
        with self._turn:
            self._close()
            lock, self._lock = self._lock, None
            with contextlib.suppress(OSError):
                if lock is not None:
                    lock.release()

    def _cut(self) -> None:
        with self._turn:
            self._anew = False
            self._close()
            with contextlib.suppress(OSError):  # at worst it is offered at the next start, and nothing is missing then
                self._path.unlink(missing_ok=True)
            lock, self._lock = self._lock, None
            with contextlib.suppress(OSError):
                if lock is not None:
                    lock.release()

    def journal(self) -> Journal | None:
        """What was done since the last saving, as it is on disk; None when nothing is."""
        with self._turn:
            return journal.read(self._path) if self._stream is not None else None

    def _begin(self, manuscript: Manuscript) -> None:
        self._close()
        make_folder(self._folder)
        tidy(self._folder)
        if self._lock is None:
            self._lock = Lock.take(self._path.with_suffix(_LOCK))
        data = b"".join(journal.opening(manuscript, self._clock()))
        write_in_new_folder(self._path, data)
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._stream = os.fdopen(os.open(self._path, flags), "ab", buffering=0)
        self._size, self._anew = len(data), False

    def _append(self, stream: BinaryIO, changes: Sequence[Change]) -> None:
        data = journal.step_line(journal.joined(changes), self._clock())
        if stream.write(data) != len(data):
            raise OSError("the line was not written whole")
        os.fsync(stream.fileno())
        self._size += len(data)

    def _stands(self, stream: BinaryIO) -> bool:
        """Whether the file that is written to is still the one in the folder: nobody took it away, or the folder."""
        try:
            return os.path.samestat(os.fstat(stream.fileno()), self._path.stat())
        except OSError:
            return False

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

    def journal(self) -> Journal | None:
        """All that was done since the last saving; None when it cannot be read."""
        return journal.read(self.file)

    def manuscript(self) -> Manuscript | None:
        """The text as it was at the last moment; None when it cannot be read."""
        found = self.journal()
        return found.at() if found is not None else None

    def discard(self) -> None:
        """The author has it, or does not want it."""
        self.file.unlink(missing_ok=True)
        self.file.with_suffix(_LOCK).unlink(missing_ok=True)

    def put_aside(self) -> Path:
        """It cannot be read: keep it under another name, where it is not offered again. Returns its place."""
        aside = self.file.with_name(self.file.name + _DAMAGED)
        try:
            self.file.replace(aside)
        except OSError:
            return self.file
        self.file.with_suffix(_LOCK).unlink(missing_ok=True)
        return aside


def left_behind(folder: Path | None = None) -> list[LeftBehind]:
    """What crashed programs left unsaved, newest first: also what cannot be read. Files of programs that still run are
    not among it."""
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
        head = journal.head(path)
        if head.version <= journal.VERSION:  # a newer Redraft will offer what it left
            found.append(LeftBehind(path, head.story, _last_written(path)))
    return sorted(found, key=lambda each: -each.when)


def journals(story: Path, folder: Path | None = None) -> list[Path]:
    """The files that hold unsaved text of the story at that path, of programs that run and of those that crashed."""
    folder = folder or recovery_folder()
    whole = story.absolute()
    found = sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []
    return [each for each in found if (held := journal.head(each).story) is not None and held.absolute() == whole]


def recovery_folder() -> Path:
    """Where unsaved text lies."""
    return data_folder() / "recovery"


def _last_written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _reads(path: Path, mark: str) -> bool:
    try:
        return digest(path.read_bytes()) == mark
    except OSError:
        return False
