# SPDX-License-Identifier: GPL-3.0-or-later
"""The return of what a crash left unsaved: each story is offered, beside its file; neither is ever overwritten."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.manuscript.model import Manuscript
from redraft.storage.journal import Journal
from redraft.storage.recovery import LeftBehind, left_behind
from redraft.storage.snapshots import Snapshots, untitled
from redraft.storage.states import State
from redraft.ui.jobs import Jobs
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.story import Story

NOT_BROUGHT_BACK = "unsaved text that was not brought back"


@dataclass(frozen=True, slots=True)
class Found:
    """Unsaved text, read, and the texts of the file's paragraphs now (None: it is gone or cannot be read)."""

    left: LeftBehind
    journal: Journal | None
    unsaved: Manuscript | None
    saved: tuple[str, ...] | None


class Rescue:
    """Offers what crashed programs left unsaved, newest first, one after the other.

    ``show`` puts a story on the page, and is asked by way of ``leaving``, which sees that what is open is safe first;
    ``held`` tells whether the page's unsaved text is on disk.
    """

    def __init__(
        self, parent: QWidget, bar: NoticeBar, show: Callable[[Story], None],
        leaving: Callable[[Callable[[], None]], None], held: Callable[[], bool],
    ) -> None:
        self._parent, self._bar, self._show, self._leaving, self._held = parent, bar, show, leaving, held
        self._waiting: list[LeftBehind] = []
        self.jobs = Jobs(parent)

    def offer(self) -> None:
        """Ask in the bar, if there is anything."""
        self._waiting = left_behind()
        self._next()

    def _next(self) -> None:
        if self._waiting:
            left = self._waiting.pop(0)
            self.jobs.run(lambda _: read(left), self._ask, self._bar.say)

    def _ask(self, found: Found) -> None:
        more = f" ({len(self._waiting)} more after this.)" if self._waiting else ""
        if found.unsaved is None:
            aside = found.left.put_aside()
            self._bar.say(f"Redraft ended before {name(found.left)} was saved, and what it had kept of the unsaved "
                          f"text cannot be read. Nothing of it was thrown away: it is kept as {aside}. Your file is as "
                          "it was.", stay=True)
            self._next()
            return
        self._bar.ask(
            f"Redraft ended before {name(found.left)} was saved. What you had typed was kept.{more}",
            (Answer("Look at it…", lambda: self.look(found)), Answer("Later", self._next)))

    def look(self, found: Found) -> None:
        """Show both side by side."""
        from redraft.ui.dialogs.recovery import Choice, RecoveryDialog

        assert found.unsaved is not None
        dialog = RecoveryDialog(
            name(found.left), said(found.journal.latest if found.journal else found.left.when), found.saved,
            [each.text for each in found.unsaved.paragraphs], self._parent,
            torn=found.journal is not None and found.journal.torn)

        def done() -> None:
            if dialog.choice is Choice.RECOVER:
                self._leaving(lambda: self._bring_back(found))
            elif dialog.choice is Choice.DISCARD:
                self._put_by(found)
                self._next()
            else:
                self._next()

        dialog.finished.connect(lambda _: done())
        dialog.open()

    def _bring_back(self, found: Found) -> None:
        """Put it on the page; the old journal goes only when a new one holds the text."""
        assert found.unsaved is not None
        self._show(Story.recovered(found.unsaved))
        if self._held():
            found.left.discard()
        self._bar.say("What you had typed is on the page, and not saved yet. Undo shows the file as it was.")
        self._next()

    def _put_by(self, found: Found) -> None:
        """The author keeps the file as it is: the text stays in the history."""
        assert found.unsaved is not None
        path = found.left.story or untitled()
        try:
            Snapshots.open(path).keep(State.of(found.unsaved), why=NOT_BROUGHT_BACK)
        except RedraftError as error:
            self._bar.say(f"{error} The unsaved text is still kept, and offered again at the next start.", stay=True)
            return
        found.left.discard()
        self._bar.say(_where(found))


def read(left: LeftBehind) -> Found:
    """Read what was left, and the file that it belongs to; for a thread."""
    journal = left.journal()
    saved: tuple[str, ...] | None = None
    if left.story is not None:
        with contextlib.suppress(RedraftError):
            saved = tuple(each.text for each in registry.read(left.story).manuscript.paragraphs)
    return Found(left, journal, journal.at() if journal is not None else None, saved)


def _where(found: Found) -> str:
    """Where text that is not brought back can be found later."""
    story = found.left.story
    if story is None:
        return "It is put by. In a new story, File → History… shows it, should you want it."
    if found.saved is None:
        return f"It is put by. {story.name} is gone; “redraft history {story.name} restore 1” brings it back there."
    return "The file stays as it is. The text that was not saved is in File → History…, should you want it."


def name(left: LeftBehind) -> str:
    """The story in the midst of a sentence."""
    return f"“{left.story.name}”" if left.story else "a new story"


def said(when: float) -> str:
    """ "today at 14:32", "on 3 May at 14:32"."""
    moment, now = datetime.fromtimestamp(when), datetime.now()
    day = "today" if moment.date() == now.date() else f"on {moment.day} {moment:%B}"
    return f"{day} at {moment:%H:%M}"
