# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text on disk within a second, and its return after a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from redraft.errors import RedraftError
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Change, Event, Session
from redraft.storage.recovery import LeftBehind, RecoveryFile, left_behind
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.story import Story

_EVERY = 700


class Safety(QObject):
    """Keeps the unsaved text of the session at hand in a recovery file. ``say`` tells the author a sentence, once."""

    def __init__(self, say: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._file = RecoveryFile()
        self._session: Session | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.flush)

    def follow(self, session: Session) -> None:
        """Another session is open; what was unsaved in the last one is saved, or not wanted."""
        self.safe()
        self._session = session

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
            self._file.note([_everything(whole)])
            self.flush()

    def flush(self) -> None:
        """Write now what is unsaved; where nothing is, forget it."""
        if self._session is None:
            return
        if not self._session.modified:
            self.safe()
            return
        try:
            self._file.flush(self._session.manuscript)
            self._told = False
        except RedraftError:
            if not self._told:
                self._told = True
                self._say("Your unsaved text cannot be kept safe against a crash just now: the disk takes nothing. "
                          "Save the story somewhere else.")

    def safe(self) -> None:
        """All is saved."""
        self._timer.stop()
        self._file.safe()


class Rescue:
    """Offers what crashed programs left unsaved, newest first, one at a time. ``show`` opens a story."""

    def __init__(self, parent: QWidget, bar: NoticeBar, show: Callable[[Story], None]) -> None:
        self._parent, self._bar, self._show = parent, bar, show

    def offer(self) -> None:
        """Ask in the bar, if there is anything."""
        for left in left_behind():
            manuscript = left.manuscript()
            if manuscript is not None:
                self._bar.ask(
                    f"Redraft ended before “{_name(left)}” was saved. Its unsaved text was kept.",
                    (Answer("Look at it…", lambda left=left, text=manuscript: self._look(left, text)),  # type: ignore[misc]
                     Answer("Later", lambda: None)))
                return

    def _look(self, left: LeftBehind, unsaved: Manuscript) -> None:
        from redraft.ui.dialogs.recovery import Choice, RecoveryDialog

        saved = _saved_texts(left)
        dialog = RecoveryDialog(_name(left), _said(left.when), saved, [each.text for each in unsaved.paragraphs],
                                self._parent)

        def done() -> None:
            if dialog.choice is Choice.RECOVER:
                self._show(Story.recovered(unsaved))
            if dialog.choice is not Choice.LATER:
                left.discard()
                self.offer()

        dialog.finished.connect(lambda _: done())
        dialog.open()


def _everything(manuscript: Manuscript) -> Change:
    return Change(0, (), manuscript.paragraphs)


def _saved_texts(left: LeftBehind) -> list[str]:
    if left.story is None:
        return []
    try:
        return [each.text for each in Story.read(left.story).session.paragraphs]
    except RedraftError:
        return []


def _name(left: LeftBehind) -> str:
    return left.story.name if left.story else "a new story"


def _said(when: float) -> str:
    """"today at 14:32", "on 3 May at 14:32"."""
    moment, now = datetime.fromtimestamp(when), datetime.now()
    day = "today" if moment.date() == now.date() else f"on {moment.day} {moment:%B}"
    return f"{day} at {moment:%H:%M}"
