# SPDX-License-Identifier: GPL-3.0-or-later
"""Frees what Python's collector frees in the thread of the GUI alone.

Python runs its collector in whatever thread happens to allocate. Windows and dialogs that were closed lie in reference
cycles; freed in a thread that reads a file, Qt's half of them is destroyed there, and the program may crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2_000


class Collector(QObject):
    """Collects on a timer, as often as Python itself would. Made in the thread of the GUI."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def settle(self) -> None:
        """A story was opened: free what the last one left, and do not go through this one's paragraphs again. In a long
        novel that would make a key wait for 40 ms now and then."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def collect(self) -> int:
        """Free what is due; the generation that was gone through (0–2), -1 where nothing was."""
        counts = gc.get_count()
        due = [place for place, limit in enumerate(self._limits) if limit and counts[place] > limit]
        if not due:
            return -1
        gc.collect(due[-1])
        return due[-1]
