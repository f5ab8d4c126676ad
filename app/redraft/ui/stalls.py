# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in the log when the window does not answer for a quarter of a second, and in which functions it was then."""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QObject, QTimer

from redraft.storage.log import Log, functions

_BEAT = 100
"""Milliseconds between two signs of life."""
_STALL = 0.25
"""Seconds beyond a beat from which on the window stalls."""
_ASLEEP = 120.0
"""Seconds from which on the computer slept, and nothing stalled."""


class Stalls(QObject):
    """Watches the thread that it is made in, from another one, until :meth:`stop`.

    ``longest`` in milliseconds and ``number`` tell of the stalls so far.
    """

    def __init__(self, log: Log, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._watched = threading.get_ident()
        self._beat = time.monotonic()
        self._ended = threading.Event()
        self.number, self.longest = 0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._lives)
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, name="stalls", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._ended.set()
        self._thread.join(2)

    def _lives(self) -> None:
        self._beat = time.monotonic()

    def _watch(self) -> None:
        seen: tuple[float, list[str]] | None = None
        while not self._ended.wait(_BEAT / 2000):
            beat, now = self._beat, time.monotonic()
            if seen is not None and beat != seen[0]:
                self._note(beat - seen[0], seen[1])
                seen = None
            if seen is None and now - beat > _BEAT / 1000 + _STALL:
                seen = beat, functions(sys._current_frames().get(self._watched))

    def _note(self, seconds: float, where: list[str]) -> None:
        if seconds < _ASLEEP:
            self.number += 1
            self.longest = max(self.longest, round(seconds * 1000))
            self._log.note("stall", ms=round(seconds * 1000), where=where)
