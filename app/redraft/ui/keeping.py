# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots of what is on the page: before every bulk action by itself, and under a name when the author wants one.

The state is taken at once, and nothing of it can change any more; it is written in a thread while the action goes on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redraft.errors import RedraftError
from redraft.storage.snapshots import Snapshots, untitled
from redraft.storage.states import State
from redraft.ui.notes.desk import NotesDesk
from redraft.ui.story import Story

LEFT = "text that was left without saving"


class Keeping(QObject):
    """Keeps the states of the story at hand. ``kept``: a snapshot was written, or not (a sentence then)."""

    kept = Signal(str)

    def __init__(
        self, story: Callable[[], Story], notes: NotesDesk, say: Callable[[str], None], parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._story, self._notes, self._say = story, notes, say
        self._last: tuple[Story, Path | None] | None = None
        self._thread = ThreadPoolExecutor(1, "snapshots")
        self.kept.connect(self._heard)

    def before(self, what: str) -> None:
        """Keep the present state, because the author is about to do ``what`` ("accepting 12 suggestions")."""
        self._keep("", f"before {what}")

    def name(self, name: str) -> None:
        """Keep the present state under a name of the author's."""
        self._keep(name, "")

    def leave(self) -> bool:
        """The story is left with text that was not saved: keep it, now. Whether it is kept, or nothing was unsaved."""
        if not self._story().session.modified:
            return True
        return not self._keep("", LEFT).result()

    def follow(self) -> None:
        """Another story is on the page."""
        self._last = self._story(), self._story().path

    def saved(self) -> None:
        """The story was saved, perhaps in another file: the states that its author named go with it."""
        story = self._story()
        before, self._last = self._last, (story, story.path)
        if before is None or before[0] is not story or story.path is None or before[1] in (None, story.path):
            return
        old, new = before[1], story.path

        def work() -> None:
            sentence = ""
            try:
                Snapshots.open(new).inherit(Snapshots.open(old or new))
            except RedraftError as error:
                sentence = f"The named states of the story could not all be kept with {new.name}. {error}"
            with contextlib.suppress(RuntimeError):  # the window is gone
                self.kept.emit(sentence)

        self._thread.submit(work)

    def end(self) -> None:
        """Wait for what is being written; nothing more is taken."""
        self._thread.shutdown(wait=True)

    def _keep(self, name: str, why: str) -> Future[str]:
        story = self._story()
        manuscript, path = story.session.manuscript, story.path or untitled()
        records, notes = story.book.sidecar.standing, self._notes.notebook.records

        def work() -> str:
            sentence = ""
            try:
                Snapshots.open(path).keep(State.of(manuscript, records, notes), name, why)
            except RedraftError as error:
                sentence = f"This state could not be kept in the history. {error}"
            with contextlib.suppress(RuntimeError):  # the window is gone
                self.kept.emit(sentence)
            return sentence

        return self._thread.submit(work)

    def _heard(self, sentence: str) -> None:
        if sentence:
            self._say(sentence)
