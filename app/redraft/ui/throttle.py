# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds calls back: many in a short time become one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Throttle(QObject):
    """Calls ``function`` at most once every ``interval`` ms.

    The first request is answered after ``interval``; requests until then are answered by the same call. With
    ``restart`` each request begins the wait anew, so that the call comes when requests have stopped.
    """

    def __init__(
        self, function: Callable[[], None], interval: int, parent: QObject | None = None, *, restart: bool = False,
    ) -> None:
        super().__init__(parent)
        self._restart = restart
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(function)

    def __call__(self) -> None:
        """Request a call."""
        if self._restart or not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Make the call that is due, if one is, at once."""
        if self._timer.isActive():
            self._timer.stop()
            self._timer.timeout.emit()

    def cancel(self) -> None:
        """Forget the call that is due."""
        self._timer.stop()
