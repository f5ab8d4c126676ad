# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and saving as the author meets them: dialogs to choose a file, and a bar for all that must be said.

Files are read and written in threads, from frozen snapshots; what the author does meanwhile is never lost. A story is
left only when nothing of it is being written, and what waited for that goes on then.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from redraft.errors import RedraftError
from redraft.formats.registry import SUFFIXES
from redraft.storage.atomic import SaveError
from redraft.storage.inplace import HalfWritten, half_written
from redraft.storage.moving import carry_along
from redraft.storage.neighbours import Holder, holder
from redraft.storage.recent import Recent
from redraft.ui.attendance import Attendance
from redraft.ui.errands import Errands
from redraft.ui.filters import ending, ending_of, open_filter, save_filter
from redraft.ui.jobs import Progress
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.saving import ChangedOnDisk, Written, write, write_as
from redraft.ui.story import Story

_CANDIDATES = 3
_FEW = 2
"""Sentences about a file just opened that the bar tells at once; more are listed on request."""


class Filing:
    """Opens and saves for one window. ``show`` puts a story on the page, ``story`` tells which is there, ``saved``
    is called after each save. ``reading`` and ``writing`` are what is under way."""

    def __init__(
        self, parent: QWidget, bar: NoticeBar, story: Callable[[], Story], show: Callable[[Story], None],
        saved: Callable[[], None], recent_limit: int = 12,
    ) -> None:
        self._parent, self._bar = parent, bar
        self._story, self._show, self._saved = story, show, saved
        self._recent = Recent(limit=recent_limit)
        self.reading = Errands(bar, parent, dropped=True)
        self.writing = Errands(bar, parent, dropped=False)
        self._waiting: list[Callable[[], None]] = []
        self.attendance: Attendance | None = None
        self.merge: Callable[[], None] | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is being read or written."""
        return not (self.reading.busy or self.writing.busy)

    def new(self) -> None:
        """Begin a new story."""
        self._leaving(lambda: self._show(Story.new()))

    def choose(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open a Story", self._folder(), open_filter())
        if name:
            self.open(Path(name))

    def choose_folder(self) -> None:
        """Ask for a folder of chapters and open it."""
        name = QFileDialog.getExistingDirectory(self._parent, "Open a Folder of Chapters", self._folder())
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a file or folder, once what is open is safe."""
        self._leaving(lambda: self._open(path))

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open what was let fall on the window: one story; of several the first."""
        if not paths:
            return
        if len(paths) > 1:
            self._bar.say(f"Redraft shows one story at a time; this is {paths[0].name}. "
                          "To have several files as one story, put them in a folder and open that.")
        self.open(paths[0])

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save the story where it is; asks where, if it is nowhere yet. A file that a word processor has open is
        asked about. ``then`` is done once it is saved."""
        story = self._story()
        if self.writing.busy:
            self._waiting.append(lambda: self.save(then))
        elif story.path is None:
            self.save_as(then)
        elif self._reading and self.attendance is not None:
            self._bar.ask(self._reading, (
                Answer("Save mine elsewhere…", lambda: self.save_as(then)),
                Answer("Write here instead", self.attendance.take_over)))
        elif (held := self._held(story)) is not None:
            self._bar.ask(held[0].sentence(held[1].name), (
                Answer("Save all the same", lambda: self._save(then)),
                Answer("Save elsewhere…", lambda: self.save_as(then))))
        else:
            self._save(then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a name and save there."""
        story = self._story()
        if story.is_folder:
            self._bar.say("A folder of chapters is saved where it is. To have the story as one file, export a copy.")
            return
        own = ending(story.form) if story.path else ".md"
        suggestion = story.path or Path(self._folder()) / f"Untitled{own}"
        form = story.form if story.path else "markdown"
        name, chosen = QFileDialog.getSaveFileName(
            self._parent, "Save the Story As", str(suggestion), save_filter(form))
        if not name:
            return
        path = Path(name)
        target = path if path.suffix.lower() in SUFFIXES else path.with_name(path.name + (ending_of(chosen) or own))
        if target == path or not target.exists():
            self._save_as(target, then)
            return
        self._bar.ask(f"{target.name} stands there already.", (
            Answer("Another name…", lambda: self.save_as(then)),
            Answer("Replace it", lambda: self._save_as(target, then))))

    def may_close(self, then: Callable[[], None]) -> bool:
        """Whether the window may close now; if not, it waits for what is being written, or the bar asks, and ``then``
        is done after that."""
        if self.writing.busy:
            self._waiting.append(lambda: self._leaving(then))
            return False
        if not self._story().session.modified:
            self.reading.stop()
            return True
        self._ask(then)
        return False

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then``, once what is open is saved, or the author does not want it saved."""
        self._leaving(then)

    def fill_recent(self, menu: QMenu) -> None:
        """List the stories that were open last, those that are still there."""
        menu.clear()
        for path in self._recent.paths():
            if path.exists():
                action = menu.addAction(path.name.replace("&", "&&"))
                action.setToolTip(str(path))
                action.setStatusTip(str(path))
                action.triggered.connect(lambda _=False, chosen=path: self.open(chosen))
        if menu.isEmpty():
            menu.addAction("Nothing yet").setEnabled(False)

    def went_to(self, path: Path | None) -> None:
        """The story at hand is there: it comes first in the list. One that cannot be written is no matter."""
        if path is not None:
            with contextlib.suppress(RedraftError, OSError):
                self._recent.add(path)

    # --- inside --------------------------------------------------------------------------------------------

    def _leaving(self, then: Callable[[], None]) -> None:
        if self.writing.busy:
            self._waiting.append(lambda: self._leaving(then))
        elif self._story().session.modified:
            self._ask(then)
        else:
            then()

    @property
    def _reading(self) -> str:
        """Why the story may only be read here; "" while it may be written."""
        return self.attendance.reading if self.attendance is not None else ""

    def _ask(self, then: Callable[[], None]) -> None:
        self._bar.ask(
            f"“{self._story().title}” has changes that are not saved.",
            (Answer("Save elsewhere…" if self._reading else "Save", lambda: self.save(then)),
             Answer("Don’t save", then)),
        )

    def _open(self, path: Path) -> None:
        """Read the file; what is open stays on the page, and can be worked on, until the other is there."""
        before = self._story()
        state = before.session.revision

        def opened(story: Story) -> None:
            if self._story() is before and before.session.revision == state:
                self._put(path, story)
            else:
                self._leaving(lambda: self._put(path, story))

        self.reading.run(f"Opening {path.name}…", lambda _: Story.read(path), opened, self._say)

    def _put(self, path: Path, story: Story) -> None:
        self._show(story)
        self.went_to(path)
        self._tell([*story.notices, *story.losses], story.title)
        self._ask_about(path, story)

    def _ask_about(self, path: Path, story: Story) -> None:
        """What only the author knows of a file just opened: which text it should hold, whose notes belong to it."""
        for each in story.session.manuscript.files:
            half = half_written(each.path) if each.path is not None else None
            if half is not None:
                self._bar.ask(half.sentence, (
                    Answer("Put the new text there", lambda half=half: self._mend(path, half, new=True)),  # type: ignore[misc]
                    Answer("Put the old text there", lambda half=half: self._mend(path, half, new=False)),  # type: ignore[misc]
                    Answer("Leave it", lambda: None)))
                return
        if story.orphans:
            names = " and ".join(f"“{each.story.name}”" for each in story.orphans[:_CANDIDATES])
            answers = [Answer(each.story.name, lambda old=each.story: self._adopt(path, old))  # type: ignore[misc]
                       for each in story.orphans[:_CANDIDATES]]
            self._bar.ask(f"{names} are not where they were, and this may be one of them under a new name. Whose notes "
                          "and decisions belong to it?", (*answers, Answer("Neither", lambda: None)))

    def _mend(self, path: Path, half: HalfWritten, *, new: bool) -> None:
        try:
            half.mend(new=new)
        except OSError as error:
            self._say(str(SaveError.of(half.path, error)))
        else:
            self._open(path)

    def _adopt(self, path: Path, old: Path) -> None:
        """The story is the one that was at ``old``."""
        if self.attendance is not None:
            self.attendance.leave()  # which says so in the folder that comes along
        try:
            carry_along(old, path)
        except RedraftError as error:
            self._say(str(error))
        else:
            self._open(path)

    def _say(self, sentence: str) -> None:
        self._bar.say(sentence, stay=True)

    def _tell(self, sentences: Sequence[str], title: str) -> None:
        """Say what is to be known of a file: a few sentences at once, of more the first, and the rest on request."""
        if not sentences:
            return
        if len(sentences) <= _FEW:
            self._bar.say(" ".join(sentences), stay=True)
            return
        rest = f"There are {len(sentences) - 1} more things to know about this file."
        self._bar.say(f"{sentences[0]} {rest}", (Answer("Show all…", lambda: self._show_all(sentences, title)),))

    def _show_all(self, sentences: Sequence[str], title: str) -> None:
        from redraft.ui.dialogs.told import ToldDialog

        ToldDialog(title, sentences, self._parent).open()

    def _held(self, story: Story) -> tuple[Holder, Path] | None:
        """A program that has one of the files that would be written open."""
        if not story.session.modified:
            return None
        for each in story.session.manuscript.files:
            found = holder(each.path) if each.path is not None else None
            if found is not None and each.path is not None:
                return found, each.path
        return None

    def _save(self, then: Callable[[], None] | None, *, overwrite: bool = False) -> None:
        """Have a snapshot of the story written where it is."""
        story = self._story()
        manuscript = story.session.manuscript
        self._write(story, f"Saving {story.title}…",
                    lambda progress: write(manuscript, overwrite=overwrite, step=progress.at), then)

    def _save_as(self, path: Path, then: Callable[[], None] | None) -> None:
        story = self._story()
        manuscript = story.session.manuscript
        self._write(story, f"Saving {path.name}…", lambda progress: write_as(manuscript, path, progress.at), then)

    def _write(
        self, story: Story, sentence: str, job: Callable[[Progress], Written], then: Callable[[], None] | None
    ) -> None:
        revision = story.session.revision

        def deed(progress: Progress) -> Written | ChangedOnDisk:
            try:
                written = job(progress)
            except ChangedOnDisk as error:
                return error
            story.remember(written.manuscript)
            return written

        def back(found: Written | ChangedOnDisk) -> None:
            if isinstance(found, ChangedOnDisk):
                self._changed(found, then)
            else:
                self._written(story, found, revision)
                if then is not None:
                    self._leaving(then)
            self._go_on()

        def failed(reason: str) -> None:
            self._say(reason)
            self._waiting.clear()

        self.writing.run(sentence, deed, back, failed)

    def _go_on(self) -> None:
        """Do what waited for the end of a saving."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()

    def _changed(self, error: ChangedOnDisk, then: Callable[[], None] | None) -> None:
        merge = (Answer("Merge both", self.merge),) if self.merge is not None else ()
        self._bar.ask(str(error), (
            *merge, Answer("Save mine over it", lambda: self._save(then, overwrite=True)),
            Answer("Save mine elsewhere…", lambda: self.save_as(then)),
            Answer("Open the other", self._reopen),
        ))

    def _written(self, story: Story, written: Written, revision: int) -> None:
        session = story.session
        notices = story.took(written, revision=revision)
        if story.session is not session:
            self._show(story)
        self._saved()
        self.went_to(story.path)
        self._tell(notices, story.title)

    def _reopen(self) -> None:
        path = self._story().path
        if path is not None:
            self._open(path)

    def _folder(self) -> str:
        path = self._story().path
        return str(path.parent if path else Path.home())
