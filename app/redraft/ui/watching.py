# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices within two seconds that another program changed the open story's files, by their content and not their date.

Where nothing was changed here the page takes the new text over and keeps place, notes and, in a plain text, undo.
Where both were changed neither side is dropped: the author is asked. A file that is gone is looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from redraft.manuscript.chapters import MergedStory
from redraft.manuscript.model import Manuscript
from redraft.storage.whereabouts import Found, Identity, find_again
from redraft.ui.jobs import Jobs
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.outside import Look, Outside, identity_of, looked_at, merge_told, outside, strangers
from redraft.ui.story import Story, unmerged

_EVERY = 1_000
_SMALL = 1_000_000
"""Bytes up to which the files are read at every second look, whatever they look like; larger ones seldom."""
_OFTEN, _SELDOM = 2, 30
_CANDIDATES = 3
_PATIENCE = 1
"""Looks at which a file may be missing before it counts as gone."""


class Watch(QObject):
    """Watches the files of the story at hand.

    ``idle`` tells whether nothing is read or written just now, ``show`` puts a story on the page, ``compare`` shows
    both versions, ``note`` writes a note on the paragraphs from an index up to another: they came from elsewhere.
    ``taking``: another program's changes are about to come on the page, said as a gerund. ``moved``: the story's file
    or folder is at that path now. ``clashed``: the index of the first paragraph of which there are two versions.
    """

    taking = Signal(str)
    moved = Signal(object)
    clashed = Signal(int)

    def __init__(
        self, parent: QWidget, bar: NoticeBar, story: Callable[[], Story], idle: Callable[[], bool],
        show: Callable[[Story], None], compare: Callable[[], None], note: Callable[[int, int], None],
        reading: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._bar, self._story, self._idle, self._show = bar, story, idle, show
        self._compare, self._note, self._reading = compare, note, reading
        self._looks: dict[Path, Look] = {}
        self._told: Outside | None = None
        self._count = self._missed = 0
        self._of: Story | None = None
        self._strangers: frozenset[Path] = frozenset()
        self._identity: Identity | None = None
        self.jobs = Jobs(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """See whether a file looks otherwise than before, or may hold something else all the same; if so, have it read
        in a thread."""
        story = self._story()
        manuscript, folder = story.session.manuscript, story.path if story.is_folder else None
        if story is not self._of:
            self._of, self._looks, self._told = story, {}, None
            self._strangers, self._identity = strangers(manuscript.files, folder), None
        looks = looked_at(manuscript.files, folder)
        self._count += 1
        if not looks or (looks == self._looks and not self._due(looks)) or not self._idle() or self.jobs.busy:
            return
        self._looks = looks
        self.jobs.run(
            lambda _: self._examined(manuscript, folder), lambda found: self._found(story, manuscript, *found))

    def anew(self) -> None:
        """What was told is told again: it can be answered otherwise now."""
        self._looks, self._told = {}, None

    def merge(self) -> None:
        """Bring what another program wrote and what was written here together on the page."""
        if not self._reading():
            self._merge()

    def _due(self, looks: dict[Path, Look]) -> bool:
        """Whether the files are to be read though they look the same: some file systems do not tell."""
        size = sum(each.size or 0 for each in looks.values())
        return self._count % (_OFTEN if size <= _SMALL else _SELDOM) == 0

    def _examined(self, manuscript: Manuscript, folder: Path | None) -> tuple[Outside, Identity | None]:
        found = outside(manuscript.files, folder, self._strangers)
        return found, identity_of(manuscript) if found == Outside() else None

    def _found(self, story: Story, manuscript: Manuscript, found: Outside, identity: Identity | None) -> None:
        current = self._story()
        if current is not story or current.session.manuscript.files != manuscript.files:
            self._looks = {}  # saved or opened anew meanwhile: look again
        elif found == Outside():
            self._told, self._identity, self._missed = None, identity or self._identity, 0
        elif found.moved_away and self._missed < _PATIENCE:
            self._looks, self._missed = {}, self._missed + 1  # many programs save by renaming: it may come back
        elif found != self._told:
            self._told = found
            self._tell(story, found)

    def _tell(self, story: Story, found: Outside) -> None:
        if found.moved_away and story.path is not None and not story.path.exists():
            self._search(story, story.path)
        elif story.session.modified or (found.gone and not story.is_folder):
            self._ask(found)
        else:
            self._take_over(story)

    # --- both changed --------------------------------------------------------------------------------------

    def _ask(self, found: Outside) -> None:
        answers = [Answer("Compare…", self._compare), Answer("Go on with mine", lambda: None)]
        if not self._reading():
            answers.insert(0, Answer("Merge both", self._merge))
        self._bar.ask(f"{found.told}, and you have changed the story here. Both are kept.", answers)

    def _merge(self) -> None:
        story = self._story()
        path = story.path
        if path is not None:
            self.jobs.run(lambda _: Story.read(path), lambda read: self._put_both(story, read), self._bar.say)

    def _put_both(self, story: Story, read: Story) -> None:
        if self._story() is not story or self._reading():
            return
        self.taking.emit("merging another program’s changes")
        before = story.session
        found = story.merge(read.session.manuscript)
        again = story.session is not before
        if again:
            self._show(story)
        self._looks, self._told = {}, None
        with story.session.joined():
            self._note_all(found)
        if found.conflicts:
            self.clashed.emit(found.conflicts[0][0])
        self._bar.say(merge_told(found, again), stay=True)

    def _note_all(self, found: MergedStory) -> None:
        for _, start, end in found.conflicts:
            self._note(start, end)

    # --- only the other program changed it -----------------------------------------------------------------

    def _take_over(self, story: Story) -> None:
        path = story.path
        if path is not None:
            self.jobs.run(lambda _: Story.read(path), lambda read: self._put(story, read), self._bar.say)

    def _put(self, story: Story, read: Story) -> None:
        if self._story() is not story or story.session.modified:
            self._looks, self._told = {}, None
            return
        self._told = None
        self.taking.emit("taking over another program’s changes")
        if not story.absorb(read.session.manuscript):
            self._show(read)
        undo = " Undo brings back what was here." if story is self._story() and not self._reading() else ""
        told = f"{story.title} was changed by another program; the page shows it as it is now.{undo}"
        marks = unmerged(read.session.paragraphs)
        self._bar.say(f"{told} {marks}".strip(), stay=bool(marks))

    # --- it is gone ----------------------------------------------------------------------------------------

    def _search(self, story: Story, gone: Path) -> None:
        """Look for the story's file or folder under another name, in a thread."""
        identity = self._identity
        if identity is None:
            self._say_gone(gone)
            return
        self.jobs.run(
            lambda _: find_again(gone, identity, story.resembles), lambda found: self._met(story, gone, found))

    def _met(self, story: Story, gone: Path, found: list[Found]) -> None:
        if self._story() is not story or gone.exists():
            return
        here = [each for each in found if not each.trashed]
        if not here:
            self._say_gone(gone, trashed=bool(found))
        elif len(here) == 1 and here[0].sure:
            self._follow(story, gone, here[0].path)
        else:
            answers = [Answer(each.path.name, lambda path=each.path: self._follow(story, gone, path))  # type: ignore[misc]
                       for each in here[:_CANDIDATES]]
            self._bar.ask(f"{gone.name} is not where it was. Is it one of these now?",
                          [*answers, Answer("None of them", lambda: self._say_gone(gone))])

    def _follow(self, story: Story, gone: Path, path: Path) -> None:
        if self._story() is not story or not path.exists():
            return
        self._looks, self._told = {}, None
        self.moved.emit(path)
        where = f"is called {path.name} now" if path.parent == gone.parent else f"lies in {path.parent.name} now"
        if path.parent != gone.parent and path.name != gone.name:
            where += f", as {path.name}"
        self._bar.say(f"{gone.name} {where}. You go on there; your notes and what you decided came along.", stay=True)

    def _say_gone(self, gone: Path, *, trashed: bool = False) -> None:
        what = "was moved to the trash" if trashed else "is not where it was any more: moved, renamed or deleted"
        self._bar.say(f"{gone.name} {what}. Your text is here; Save writes it there again.", stay=True)
