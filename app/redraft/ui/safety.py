# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text on disk within a second, written in a thread, and at once when the window is left."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from redraft.errors import RedraftError
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Change, Event, Session
from redraft.storage.journal import Journal
from redraft.storage.recovery import Batch, RecoveryFile

_EVERY = 700
_FULL = ("Your unsaved text cannot be kept safe against a crash just now: the disk takes nothing. Save the story "
         "somewhere else.")
_NOT_READ_BACK = ("The file does not hold what was just saved: another program wrote it, or the disk fails. What you "
                  "wrote is kept until it does; save once more, or save it somewhere else.")


class Safety(QObject):
    """Keeps the unsaved text of the session at hand in a recovery file. ``say`` tells the author a sentence, once."""

    _answered = Signal(object)

    def __init__(self, say: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._file = RecoveryFile()
        self._session: Session | None = None
        self._told = ""
        self._thread = ThreadPoolExecutor(1, "journal")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._write_soon)
        self._answered.connect(self._heard)

    @property
    def holds(self) -> bool:
        """Whether unsaved text is on disk, all of it."""
        return self._file.holds

    @property
    def path(self) -> Path:
        """Where the unsaved text lies when there is any."""
        return self._file.path

    def journal(self) -> Journal | None:
        """What was done since the last saving, with its moments; None when all is saved. Reads the disk: for a
        thread."""
        return self._file.journal()

    def follow(self, session: Session, *, kept: bool = True) -> None:
        """Another session is open; the last one is left as by :meth:`leave`."""
        self.leave(kept=kept)
        self._session = session

    def leave(self, *, kept: bool) -> None:
        """What was unsaved is saved, or not wanted and ``kept`` elsewhere. Where it could not be kept, its journal
        stays and is offered at the next start."""
        if kept:
            self.safe()
            return
        self.flush()
        self._thread.submit(self._file.leave).result()
        self._file = RecoveryFile()

    def edited(self, event: Event) -> None:
        """The text changed."""
        if event.changes:
            self._file.note(event.changes)
            if not self._timer.isActive():
                self._timer.start()

    def begin_unsaved(self) -> None:
        """The session opened with text that is in no file."""
        if self._session is not None:
            whole = self._session.manuscript
            self._file.note([Change(0, (), whole.paragraphs)])
            self.flush()

    def flush(self) -> None:
        """Have what is unsaved on disk when this returns; where nothing is, forget it."""
        self._timer.stop()
        if self._session is None:
            return
        manuscript, modified = self._session.manuscript, self._session.modified
        batch = self._file.batch(manuscript)
        done = self._thread.submit(self._write if modified else self._forget, manuscript, batch)
        self._heard(done.result())

    def saved(self) -> None:
        """The story was saved: forget its unsaved text, once the file has been read back. What was typed meanwhile is
        kept as following what was saved."""
        if self._session is None:
            return
        if self._session.modified:
            self._file.begin_anew()
            self._timer.start()
        else:
            self._timer.stop()
            manuscript = self._session.manuscript
            self._submit(self._forget, manuscript, self._file.batch(manuscript))

    def safe(self) -> None:
        """All is saved, or not wanted."""
        self._timer.stop()
        self._thread.submit(self._file.safe).result()
        self._told = ""

    def end(self) -> None:
        """The window closes; nothing more is written."""
        self._timer.stop()
        self._thread.shutdown(wait=True)

    def _write_soon(self) -> None:
        if self._session is not None:
            deed = self._write if self._session.modified else self._forget
            manuscript = self._session.manuscript
            self._submit(deed, manuscript, self._file.batch(manuscript))

    def _submit(
        self, deed: Callable[[Manuscript, Batch | None], str], manuscript: Manuscript, batch: Batch | None
    ) -> None:
        def work() -> None:
            sentence = deed(manuscript, batch)
            with contextlib.suppress(RuntimeError):  # the window is gone
                self._answered.emit(sentence)

        self._thread.submit(work)

    def _write(self, manuscript: Manuscript, batch: Batch | None) -> str:
        """In the thread: write a batch; a sentence when it cannot be written."""
        try:
            if batch is not None:
                self._file.write(batch)
        except RedraftError:
            return _FULL
        return ""

    def _forget(self, manuscript: Manuscript, batch: Batch | None) -> str:
        """In the thread: the text is as the file should hold it."""
        if self._file.saved(manuscript):
            return ""
        return self._write(manuscript, batch) or _NOT_READ_BACK

    def _heard(self, sentence: str) -> None:
        """Say what is new to the author."""
        if sentence and sentence != self._told:
            self._say(sentence)
        self._told = sentence
