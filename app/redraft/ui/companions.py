# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes to lie beside the story at hand: second versions of it, and what was decided or noted on other machines.

Second versions are offered, one at a time, to be compared, merged, or left where they are; each is asked about once.
Decisions and notes of other machines and windows are merged by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from redraft.errors import RedraftError
from redraft.storage.second_copies import SecondCopy, is_settled, names_beside, second_copies, settle
from redraft.ui.jobs import Jobs
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.story import Story

_EVERY = 5_000
_Looks = frozenset[tuple[str, int, int]]


class Companions(QObject):
    """Looks beside one window's story. ``compare`` shows the story beside a file; ``note`` writes a note on the
    paragraphs from an index up to another; ``reading`` tells whether nothing may be written here. ``decided``: others
    decided something; ``taking``: a second version is about to come on the page, said as a gerund;
    ``clashed``: the index of the first paragraph of which there are two versions."""

    decided = Signal()
    taking = Signal(str)
    clashed = Signal(int)

    def __init__(
        self, parent: QWidget, bar: NoticeBar, story: Callable[[], Story], compare: Callable[[Path], None],
        note: Callable[[int, int], None], reading: Callable[[], bool], refresh_notes: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._bar, self._story, self._compare, self._note = bar, story, compare, note
        self._reading, self._refresh_notes = reading, refresh_notes
        self._of: Story | None = None
        self._looks: _Looks = frozenset()
        self._asked: set[str] = set()
        self.jobs = Jobs(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """See what lies beside the story now; what is new is read in a thread."""
        story = self._story()
        if story is not self._of:
            self._of, self._looks, self._asked = story, frozenset(), set()
        if story.path is None or self.jobs.busy:
            return
        if story.book.refresh():
            self.decided.emit()
        self._refresh_notes()
        files = [each.path for each in story.session.manuscript.files if each.path is not None]
        looks = names_beside(files)
        if looks == self._looks:
            return
        self._looks = looks
        settled = is_settled(story.book.sidecar)
        self.jobs.run(lambda _: second_copies(files, settled), lambda found: self._found(story, found))

    def _found(self, story: Story, found: list[SecondCopy]) -> None:
        fresh = [each for each in found if each.mark not in self._asked]
        if fresh and self._story() is story:
            self._asked.add(fresh[0].mark)
            self._ask(story, fresh[0])

    def _ask(self, story: Story, copy: SecondCopy) -> None:
        answers = [Answer("Compare…", lambda: self._look_at(story, copy)),
                   Answer("Leave it", lambda: self._leave(story, copy))]
        if not self._reading() and not story.is_folder:
            answers.insert(1, Answer("Merge it in", lambda: self._merge(story, copy)))
        self._bar.say(copy.sentence, answers)

    def _look_at(self, story: Story, copy: SecondCopy) -> None:
        """Compared, it is still to be dealt with."""
        self._compare(copy.path)
        self._ask(story, copy)

    def _merge(self, story: Story, copy: SecondCopy) -> None:
        self.jobs.run(
            lambda _: Story.glance(copy.path), lambda read: self._put(story, copy, read),
            lambda sentence: self._bar.say(sentence, stay=True))

    def _put(self, story: Story, copy: SecondCopy, read: Story) -> None:
        if self._story() is not story or self._reading():
            return
        self.taking.emit(f"merging {copy.path.name}")
        found = story.take_in(read.session.manuscript)
        with story.session.joined():
            for _, start, end in found.conflicts:
                self._note(start, end)
        if found.conflicts:
            self.clashed.emit(found.conflicts[0][0])
        self._settle(story, copy)
        clashes = len(found.conflicts)
        places = f" In {clashes} place{'s' * (clashes > 1)} the two differ: there yours stand first." if clashes else ""
        self._bar.say(f"Whatever {copy.path.name} has beyond this page is on it now.{places} Undo takes it out again. "
                      "The other file stays until you delete it.", stay=True)
        self.look()

    def _leave(self, story: Story, copy: SecondCopy) -> None:
        self._settle(story, copy)
        self._looks = frozenset()
        self.look()

    def _settle(self, story: Story, copy: SecondCopy) -> None:
        try:
            settle(story.book.sidecar, copy)
        except RedraftError as error:
            self._bar.say(str(error), stay=True)
