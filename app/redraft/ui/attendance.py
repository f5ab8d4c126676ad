# SPDX-License-Identifier: GPL-3.0-or-later
"""Who else has the story at hand open, and that only one window of them writes.

A second window reads only, and says so, until the author takes the story over; the window that it is taken from sees
that within seconds, keeps what it has not saved, and reads only from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock, Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from redraft.storage.presence import Life, Opening, Presence, Sighting, moment
from redraft.ui.messages import Answer, NoticeBar

_EVERY = 2_000
_READING = "So that neither text is lost, you only read it here."


class Attendance(QObject):
    """Attends to one window's story. ``changed`` is called when :attr:`reading` becomes another; ``unsaved`` tells
    whether the page holds what no file does; ``save_as`` asks where to save it."""

    _seen = Signal(object, object, object)

    def __init__(
        self, parent: QWidget, bar: NoticeBar, changed: Callable[[], None], unsaved: Callable[[], bool],
        save_as: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._bar, self._changed, self._unsaved, self._save_as = bar, changed, unsaved, save_as
        self.reading = ""
        """Why nothing may be written here, in a sentence; "" while it may."""
        self.path: Path | None = None
        self._presence: Presence | None = None
        self._lock = Lock()
        self.busy = False
        """Whether a look is under way."""
        self._told: frozenset[str] = frozenset()
        self._asked = ""
        self._arrived = False
        self._seen.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def follow(self, path: Path | None) -> None:
        """Another story is on the page, or the same one again."""
        if path is not None and path == self.path:
            return
        self.leave()
        self.path = path
        self._set("")
        if path is None:
            return
        self._presence, self.busy = Presence.of(path), False
        self._timer.start()
        self.look()

    def look(self) -> None:
        """See who is there, in a thread."""
        presence = self._presence
        if presence is not None and not self.busy:
            self.busy = True
            Thread(target=self._see, args=(presence,), daemon=True).start()

    def take_over(self) -> None:
        """Write here from now on."""
        presence = self._presence
        if presence is not None:
            presence.announce(over=[each.opening for each in presence.others()])
            self._arrived = True
            self._withdraw_question()
            self._set("")

    def read_only(self) -> None:
        """Only read here, though nobody took the story."""
        if self._presence is not None and self.path is not None:
            self._presence.withdraw()
            self._set(f"“{self.path.name}” is written in another window. {_READING}")

    def leave(self) -> None:
        """The story is closed here."""
        self._timer.stop()
        self._withdraw_question()
        with self._lock:  # from here on no thread answers any more
            if self._presence is not None:
                self._presence.withdraw()
            self._presence = self.path = None
        self._told, self._arrived, self.busy = frozenset(), False, False

    # --- inside --------------------------------------------------------------------------------------------

    def _see(self, presence: Presence) -> None:
        """Who took the story, and who else is there; where nobody is in the way of a window just opened, it is said
        that we are here."""
        with self._lock:
            if presence is not self._presence:
                return
            taken, others = presence.taken_by(), presence.others()
            if taken is None:
                presence.sign()
            if not self._arrived and not any(each.in_the_way for each in others):
                presence.announce(over=[each.opening for each in others])
            self._seen.emit(presence, taken, others)

    def _take(self, presence: Presence, taken: Opening | None, others: Sequence[Sighting]) -> None:
        if presence is not self._presence:
            return
        self.busy = False
        if not self._arrived:
            self._arrive(others)
        elif taken is not None:
            self._yield(presence, taken, others)
        elif self.reading:
            self._wait(others)
        else:
            self._meet(others)

    def _arrive(self, others: Sequence[Sighting]) -> None:
        """The first look at a story just opened."""
        self._arrived = True
        self._told = _tokens(others)
        title = self._title
        busy = [each for each in others if each.in_the_way]
        if busy:
            self._set(f"{busy[0].sentence(title)} {_READING}")
            self._ask(self.reading, (
                Answer("Only read it", lambda: None), Answer("Write here instead", self.take_over)))
        elif others:
            self._bar.say(others[0].sentence(title), stay=others[0].life is Life.SILENT)

    def _yield(self, presence: Presence, taken: Opening, others: Sequence[Sighting]) -> None:
        """Another window has the story now."""
        found = next((each for each in others if each.opening.token == taken.token), None)
        where = found.where if found is not None else "in another window"
        presence.yield_to(taken)
        kept = " What you had not saved is kept, and safe." if self._unsaved() else ""
        self._set(f"“{self._title}” was taken over {where} at {moment(taken.since)}. {_READING}{kept}")
        self._told = _tokens(others)
        answers = [Answer("Only read it", lambda: None), Answer("Take it back", self.take_over)]
        if kept:
            answers.insert(0, Answer("Save mine elsewhere…", self._save_as))
        self._ask(self.reading, answers)

    def _wait(self, others: Sequence[Sighting]) -> None:
        """We only read: is anybody still writing?"""
        busy = any(each.in_the_way for each in others)
        if busy or "closed" in self._told:
            self._told = _tokens(others) if busy else self._told
            return
        self._told = frozenset({"closed"})
        self._ask(f"Nobody else has “{self._title}” open any more.", (
            Answer("Write here", self.take_over), Answer("Only read it", lambda: None)))

    def _meet(self, others: Sequence[Sighting]) -> None:
        """We write, and somebody whom we did not see before has the story open too: both opened it at once, or a sync
        brought the news late."""
        fresh = [each for each in others if each.in_the_way and each.opening.token not in self._told]
        self._told |= _tokens(fresh)
        if fresh:
            both = "Nothing is lost if both do: you will be asked to merge the two."
            self._ask(f"{fresh[0].sentence(self._title)} {both}", (
                Answer("Go on here", self.take_over), Answer("Only read it here", self.read_only)))

    @property
    def _title(self) -> str:
        return self.path.name if self.path is not None else ""

    def _set(self, reading: str) -> None:
        if reading != self.reading:
            self.reading = reading
            self._changed()

    def _ask(self, sentence: str, answers: Sequence[Answer]) -> None:
        self._withdraw_question()
        self._asked = sentence
        self._bar.ask(sentence, answers)

    def _withdraw_question(self) -> None:
        if self._asked:
            self._bar.withdraw(self._asked)
            self._asked = ""


def _tokens(seen: Sequence[Sighting]) -> frozenset[str]:
    return frozenset(each.opening.token for each in seen)
