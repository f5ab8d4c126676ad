# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes longer than a key may wait, in a thread of its own: it always answers, and the latest asked counts.

For what an author waits for in a dialog. What runs while the author types is in other processes, since a busy thread
of Python's slows every key.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from redraft.errors import RedraftError

_T = TypeVar("_T")
_UNEXPECTED = "Something went wrong that Redraft did not expect ({}). Nothing was written."


class Cancelled(RedraftError):
    """The author wants no answer any more."""


class Progress:
    """What a function that is run may tell and ask meanwhile."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.stop = Event()

    def at(self, done: int, total: int) -> None:
        """``done`` of ``total`` steps are made.

        Raises:
            Cancelled: when no more shall be made.
        """
        if self.stop.is_set():
            raise Cancelled("Nothing was written.")
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._tell(done, total)


class Jobs(QObject):
    """Runs one job at a time; asking for another drops the one before. ``progressed``: steps done, steps in all.
    ``rested``: nothing is running any more."""

    progressed = Signal(int, int)
    rested = Signal()
    _answered = Signal(int, object, object)
    _told = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._progress: Progress | None = None
        self._done: Callable[..., object] = _nothing
        self._failed: Callable[[str], object] = _nothing
        self._answered.connect(self._take)
        self._told.connect(self._pass_on)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._progress is not None

    def run(
        self, function: Callable[[Progress], _T], done: Callable[[_T], object],
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Have ``function`` run; ``done`` gets what it gives, ``failed`` a sentence, both in the thread of the GUI."""
        self.cancel()
        number = self._number
        progress = self._progress = Progress(lambda at, total: self._told.emit(number, at, total))
        self._done, self._failed = done, failed or _nothing
        Thread(target=self._work, args=(number, function, progress), daemon=True).start()

    def cancel(self) -> None:
        """No answer is wanted any more."""
        self._number += 1
        if self._progress is not None:
            self._progress.stop.set()
            self._progress = None

    def stop(self) -> None:
        """Ask the job to stop where it can; it still answers, with what it did or with a sentence."""
        if self._progress is not None:
            self._progress.stop.set()

    def _work(self, number: int, function: Callable[[Progress], object], progress: Progress) -> None:
        result: object = None
        error: str | None = None
        try:
            result = function(progress)
        except RedraftError as problem:
            error = str(problem)
        except Exception as problem:  # whatever it is, the author must not wait for ever
            error = _UNEXPECTED.format(problem or type(problem).__name__)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._answered.emit(number, result, error)

    def _take(self, number: int, result: object, error: str | None) -> None:
        if number != self._number:
            return
        self._progress = None
        if error is None:
            self._done(result)
        else:
            self._failed(error)
        self.rested.emit()

    def _pass_on(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.progressed.emit(done, total)


def _nothing(_: object) -> None:
    """Nobody asked."""
