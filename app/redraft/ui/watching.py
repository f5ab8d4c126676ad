# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices within two seconds that another program changed the open story's file, by its content and not its date.

Where nothing was changed here the page takes the new text over and keeps place, notes and, in a plain text, undo.
Where both were changed neither side is dropped: the author is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from redraft.manuscript.model import SourceFile
from redraft.storage.atomic import digest
from redraft.ui.jobs import Jobs
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.story import Story

_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looked like: time of its last change, its size; None for both where it is gone."""

    changed: int | None
    size: int | None

    @classmethod
    def at(cls, path: Path) -> Look:
        """How the file at ``path`` looks now."""
        try:
            found = path.stat()
        except OSError:
            return cls(None, None)
        return cls(found.st_mtime_ns, found.st_size)


@dataclass(frozen=True, slots=True)
class Outside:
    """What another program did: files that it changed, with the digests of what they hold now, and files it took."""

    changed: tuple[tuple[Path, str], ...] = ()
    gone: tuple[Path, ...] = ()


def looked_at(files: Sequence[SourceFile]) -> dict[Path, Look]:
    """How the files of a manuscript look now."""
    return {each.path: Look.at(each.path) for each in files if each.path is not None}


def outside(files: Sequence[SourceFile]) -> Outside:
    """Which of the files hold something else than what was read or written last. Reads them all."""
    changed: list[tuple[Path, str]] = []
    gone: list[Path] = []
    for each in files:
        if each.path is None or not each.digest:
            continue
        try:
            now = digest(each.path.read_bytes())
        except FileNotFoundError:
            gone.append(each.path)
            continue
        except OSError:
            continue  # it cannot be read at the moment; saving will say so
        if now != each.digest:
            changed.append((each.path, now))
    return Outside(tuple(changed), tuple(gone))


class Watch(QObject):
    """Watches the files of the story at hand.

    ``idle`` tells whether nothing is read or written just now, ``show`` puts a story on the page, ``compare`` shows
    both versions, ``note`` writes a note on the paragraphs from an index up to another: they came from elsewhere.
    """

    def __init__(
        self, parent: QWidget, bar: NoticeBar, story: Callable[[], Story], idle: Callable[[], bool],
        show: Callable[[Story], None], compare: Callable[[], None], note: Callable[[int, int], None],
    ) -> None:
        super().__init__(parent)
        self._bar, self._story, self._idle, self._show = bar, story, idle, show
        self._compare, self._note = compare, note
        self._looks: dict[Path, Look] = {}
        self._told: Outside | None = None
        self.jobs = Jobs(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """See whether a file looks otherwise than before; if so, have it read in a thread."""
        story = self._story()
        files = story.session.manuscript.files
        looks = looked_at(files)
        if looks == self._looks or not self._idle() or self.jobs.busy:
            return
        self._looks = looks
        self.jobs.run(lambda _: outside(files), lambda found: self._found(story, files, found))

    def _found(self, story: Story, files: Sequence[SourceFile], found: Outside) -> None:
        current = self._story()
        if current is not story or current.session.manuscript.files != tuple(files):
            self._looks = {}  # saved or opened anew meanwhile: look again
        elif found == Outside():
            self._told = None
        elif found != self._told:
            self._told = found
            self._tell(story, found)

    def _tell(self, story: Story, found: Outside) -> None:
        if not found.changed:
            names = " and ".join(each.name for each in found.gone)
            self._bar.say(f"{names} is not where it was any more: moved, renamed or deleted. Your text is here; "
                          "Save writes it there again.", stay=True)
        elif story.session.modified or found.gone:
            self._ask(found)
        else:
            self._take_over(story)

    def _ask(self, found: Outside) -> None:
        names = " and ".join(path.name for path, _ in found.changed)
        answers = [Answer("Compare…", self._compare), Answer("Go on with mine", lambda: None)]
        if not found.gone and not self._story().is_rich and not self._story().is_folder:
            answers.insert(0, Answer("Merge both", self._merge))
        self._bar.ask(f"Another program has changed {names}, and you have changed it here. Both are kept.", answers)

    def _merge(self) -> None:
        story = self._story()
        path = story.path
        if path is not None:
            self.jobs.run(lambda _: Story.read(path), lambda read: self._put_both(story, read), self._bar.say)

    def _put_both(self, story: Story, read: Story) -> None:
        found = story.merge(read.session.manuscript) if self._story() is story else None
        if found is None:
            return
        self._looks, self._told = {}, None
        clashes = len(found.conflicts)
        for _, start, end in found.conflicts:
            self._note(start, end)
        told = ("Both are on the page now, and nothing is saved yet." if not clashes else
                f"Both are on the page now. In {clashes} place{'s' * (clashes > 1)} both had changed the same words: "
                "there yours stand first and the other program’s behind them, each with a note.")
        self._bar.say(f"{told} Undo takes the other program’s changes back.", stay=True)

    def _take_over(self, story: Story) -> None:
        path = story.path
        if path is not None:
            self.jobs.run(lambda _: Story.read(path), lambda read: self._put(story, read), self._bar.say)

    def _put(self, story: Story, read: Story) -> None:
        if self._story() is not story or story.session.modified:
            self._looks, self._told = {}, None
            return
        self._told = None
        if not story.absorb(read.session.manuscript):
            self._show(read)
        undo = " Undo brings back what was here." if story is self._story() else ""
        self._bar.say(f"{story.title} was changed by another program; the page shows it as it is now.{undo}")
