# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens without being asked: unsaved text goes to disk at once when the window is left or the session ends, and,
where the author wants it, the story is saved by itself. A conflict is never saved over: it is asked about first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from redraft.settings.store import Settings
from redraft.ui.story import Story

_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Saving:
    """What it acts through. ``flush`` has the journal on disk when it returns; ``save`` saves as Ctrl+S does, asking
    where another program wrote the file; ``free`` tells whether nothing is read, written or asked just now."""

    story: Callable[[], Story]
    flush: Callable[[], None]
    save: Callable[[], None]
    free: Callable[[], bool]


class Autosave(QObject):
    """Follows the settings ``autosave`` (off, on leaving, every some minutes) and ``autosave-minutes``."""

    def __init__(self, saving: Saving, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saving, self._settings = saving, settings
        self._asked_at = -1
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._due)
        self._unsubscribe = settings.subscribe(self._changed)
        self._changed("autosave")
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.left)
            app.commitDataRequest.connect(self.ending)

    def left(self, state: Qt.ApplicationState) -> None:
        """The author went to another program."""
        if state == Qt.ApplicationState.ApplicationActive:
            return
        self._saving.flush()
        if self._settings.text("autosave") != "off":
            self.save()

    def ending(self, _: object = None) -> None:
        """The session ends: log-out, shut-down."""
        self._saving.flush()

    def save(self) -> None:
        """Save what is unsaved, if nothing speaks against it. What was asked about, or could not be saved, is left
        alone until the author has changed something, or some minutes have gone by."""
        story = self._saving.story()
        revision = story.session.revision
        if story.path is None or not story.session.modified or not self._saving.free() or revision == self._asked_at:
            return
        self._asked_at = revision
        self._saving.save()

    def end(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._unsubscribe()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.disconnect(self.left)
            app.commitDataRequest.disconnect(self.ending)

    def _due(self) -> None:
        self._asked_at = -1
        self.save()

    def _changed(self, name: str) -> None:
        if name not in ("autosave", "autosave-minutes"):
            return
        if self._settings.text("autosave") == "minutes":
            self._timer.start(self._settings.number("autosave-minutes") * _MINUTE)
        else:
            self._timer.stop()
