# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and saving as the author meets them: dialogs to choose a file, and a bar for all that must be said."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from redraft.errors import RedraftError
from redraft.formats.registry import SUFFIXES
from redraft.storage.neighbours import Holder, holder
from redraft.storage.recent import Recent
from redraft.ui.filters import NAMES, ending, ending_of, open_filter, save_filter
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.story import ChangedOnDisk, Story

_FEW = 2
"""Sentences about a file just opened that the bar tells at once; more are listed on request."""


class Filing:
    """Opens and saves for one window. ``show`` puts a story on the page, ``story`` tells which is there, ``saved``
    is called after each save."""

    def __init__(
        self, parent: QWidget, bar: NoticeBar, story: Callable[[], Story], show: Callable[[Story], None],
        saved: Callable[[], None], recent_limit: int = 12,
    ) -> None:
        self._parent, self._bar = parent, bar
        self._story, self._show, self._saved = story, show, saved
        self._recent = Recent(limit=recent_limit)

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

    def save(self) -> bool:
        """Save the story where it is; asks where, if it is nowhere yet or its format is only read. Whether it was
        saved. A file that a word processor has open is asked about."""
        story = self._story()
        if story.path is None:
            return self.save_as()
        if not story.can_be_saved and story.session.modified:
            self._bar.say(f"Redraft opens {NAMES.get(story.form, story.form)} files and saves them in another format, "
                          "with the formatting kept.")
            return self.save_as()
        held = self._held(story)
        if held is not None:
            self._bar.ask(held[0].sentence(held[1].name), (
                Answer("Save all the same", lambda: self._write(story.save)),
                Answer("Save elsewhere…", self.save_as)))
            return False
        return self._write(story.save)

    def save_as(self) -> bool:
        """Ask for a name and save there."""
        story = self._story()
        if story.is_folder:
            self._bar.say("A folder of chapters is saved where it is. To have the story as one file, export a copy.")
            return False
        own = ending(story.form) if story.path else ".md"
        suggestion = story.path.with_suffix(own) if story.path else Path(self._folder()) / f"Untitled{own}"
        if story.path and story.can_be_saved:
            suggestion = story.path
        form = story.form if story.path else "markdown"
        name, chosen = QFileDialog.getSaveFileName(
            self._parent, "Save the Story As", str(suggestion), save_filter(form if story.can_be_saved else "docx"))
        if not name:
            return False
        path = Path(name)
        if path.suffix.lower() in SUFFIXES:
            return self._write(lambda: story.save_as(path))
        target = path.with_name(path.name + (ending_of(chosen) or own))
        if not target.exists():
            return self._write(lambda: story.save_as(target))
        self._bar.ask(f"{target.name} stands there already.", (
            Answer("Another name…", self.save_as),
            Answer("Replace it", lambda: self._write(lambda: story.save_as(target)))))
        return False

    def may_close(self, then: Callable[[], None]) -> bool:
        """Whether the window may close now; if not, the bar asks, and ``then`` is done after the answer."""
        if not self._story().session.modified:
            return True
        self._ask(then)
        return False

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

    # --- inside --------------------------------------------------------------------------------------------

    def _leaving(self, then: Callable[[], None]) -> None:
        if self._story().session.modified:
            self._ask(then)
        else:
            then()

    def _ask(self, then: Callable[[], None]) -> None:
        title = self._story().title

        def saved_then() -> None:
            if self.save():
                then()

        self._bar.ask(
            f"“{title}” has changes that are not saved.",
            (Answer("Save", saved_then), Answer("Don’t save", then)),
        )

    def _open(self, path: Path) -> None:
        try:
            story = Story.read(path)
        except RedraftError as error:
            self._bar.say(str(error), stay=True)
            return
        self._show(story)
        self._remember(path)
        self._tell([*story.notices, *story.losses], story.title)

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

    def _write(self, deed: Callable[[], Sequence[str]]) -> bool:
        session = self._story().session
        try:
            notices = deed()
        except ChangedOnDisk as error:
            self._bar.ask(str(error), (
                Answer("Save mine over it", lambda: self._write(lambda: self._story().save(overwrite=True))),
                Answer("Save mine elsewhere…", self.save_as),
                Answer("Open the other", self._reopen),
            ))
            return False
        except RedraftError as error:
            self._bar.say(str(error), stay=True)
            return False
        if self._story().session is not session:
            self._show(self._story())
        self._saved()
        self._remember(self._story().path)
        self._tell(notices, self._story().title)
        return True

    def _remember(self, path: Path | None) -> None:
        """Put the story on top of the list; a list that cannot be written is no matter for the author."""
        if path is not None:
            with contextlib.suppress(RedraftError, OSError):
                self._recent.add(path)

    def _reopen(self) -> None:
        path = self._story().path
        if path is not None:
            self._open(path)

    def _folder(self) -> str:
        path = self._story().path
        return str(path.parent if path else Path.home())
