# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes that came back: chosen in a dialog or let fall on the window, taken in at once, with a report of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from redraft.errors import RedraftError
from redraft.ui.context import Context
from redraft.ui.messages import Answer, NoticeBar

if TYPE_CHECKING:
    from redraft.notes.arriving.taking import Report

_FILTER = "Notes of readers (*.txt *.json *.docx *.odt *.eml *.md);;All files (*)"
_ENDINGS = (".notes.txt", ".notes.json")
_HEAD = 65_536


class Importing:
    """Takes notes in for one window. ``show_notes`` brings the panel of notes to the front."""

    def __init__(self, parent: QWidget, bar: NoticeBar, context: Context, show_notes: Callable[[], None]) -> None:
        self._parent, self._bar, self._context, self._show_notes = parent, bar, context, show_notes
        self.lines: tuple[str, ...] = ()

    def choose(self) -> None:
        """Ask for files and take in what they bring."""
        path = self._context.session.manuscript.path
        folder = str(path.parent) if path else str(Path.home())
        names, _ = QFileDialog.getOpenFileNames(self._parent, "Import Notes", folder, _FILTER)
        if names:
            self.take([Path(each) for each in names])

    def paste(self) -> None:
        """Take in notes copied from a mail or a chat."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self._bar.say("Nothing was copied. Copy your reader’s mail or message first; a note looks so: "
                          "¶ 214: I was lost here.")  # fmt: skip
            return
        with TemporaryDirectory() as folder:
            path = Path(folder) / "what you copied"
            path.write_text(text, encoding="utf-8")
            self.take([path])

    def fell(self, paths: Sequence[Path]) -> bool:
        """Whether what was let fall on the window were notes on the story that is open; they are taken in then."""
        if not paths or not all(self._brings_notes(each) for each in paths):
            return False
        self.take(paths)
        return True

    def take(self, paths: Sequence[Path], *, foreign: bool = False) -> None:
        """Take notes in, and say what came of it. ``foreign``: also those on another story."""
        if not any(each.text.strip() for each in self._context.session.paragraphs):
            self._bar.say("Open the story first that the notes are on, then let them fall on this window again.")
            return
        from redraft.commands.receiving import receive, told  # brings every format, which few sessions need

        notes = self._context.notes
        self._context.bus.much_to_change.emit("taking in readers’ notes")
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            report = receive(paths, self._context.session.manuscript, notes.store, foreign=foreign)
        except RedraftError as error:
            self._bar.say(str(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.lines = tuple(told(report))
        self._say(report, paths)

    def _say(self, report: Report, paths: Sequence[Path]) -> None:
        answers: list[Answer] = []
        if len(self.lines) > 1:
            answers.append(Answer("Details…", self._details))
        if report.foreign:
            answers.append(Answer("Take them in all the same", lambda: self.take(_of(report, paths), foreign=True)))
        came = report.new or report.updated
        troubles = [*report.refused, *report.notices]
        first = self.lines[0] if came or not troubles else troubles[0]
        if report.foreign and not came:
            first = f"“{report.foreign[0].name}” seems to be on another story; its notes were left out."
        self._bar.say(first, answers, stay=bool(answers))
        if came:
            self._show_notes()

    def _details(self) -> None:
        ReportDialog(self.lines, self._parent).open()

    def _brings_notes(self, path: Path) -> bool:
        """A reader copy's file by its name or its beginning; a document by the mark of a copy handed out."""
        if path.name.lower().endswith(_ENDINGS):
            return True
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return False
        if head.startswith(b"PK\x03\x04"):
            return self._came_back(path)
        return b'"annotations"' in head and b'"redraft"' in head

    def _came_back(self, path: Path) -> bool:
        from redraft.formats.returned import returned

        try:
            copy = returned(path.read_bytes(), path.name).copy
        except (RedraftError, OSError):
            return False
        return bool(copy) and self._context.notes.store.copies.text(copy) is not None


class ReportDialog(QDialog):
    """What came of an import, with the words of what was lost."""

    def __init__(self, lines: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Notes Imported")
        self.resize(560, 320)
        self.text = QPlainTextEdit("\n".join(lines))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("What came of the import")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.text)
        column.addWidget(buttons)


def _of(report: Report, paths: Sequence[Path]) -> list[Path]:
    names = {each.name for each in report.foreign}
    return [each for each in paths if each.name in names]
