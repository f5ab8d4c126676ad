# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the status bar true: where one is, how much there is, what is known of tense, which checkers take part."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from redraft.formats.codec import CODECS
from redraft.manuscript.counts import words
from redraft.manuscript.model import Paragraph, SourceFile
from redraft.manuscript.session import Event
from redraft.ui.context import Context
from redraft.ui.filters import NAMES
from redraft.ui.messages import StatusBar
from redraft.ui.throttle import Throttle

_PERSONS = {"first": "1st person", "second": "2nd person", "third": "3rd person"}
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with BOM", "ascii": "UTF-8", "cp1252": "Windows-1252",
              "windows-1252": "Windows-1252", "macroman": "Mac Roman", "mac-roman": "Mac Roman",
              "mac_roman": "Mac Roman"}
_NEWLINES = {"\n": "", "\r\n": "Windows line ends", "\r": "old Mac line ends"}


class WordCounts:
    """The words of each paragraph, kept, so that a keystroke counts one paragraph and not a novel."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self.total = 0

    def start(self, paragraphs: Iterable[Paragraph]) -> None:
        """Count a whole story."""
        self._counts = {each.id: words(each.text) for each in paragraphs}
        self.total = sum(self._counts.values())

    def edited(self, event: Event) -> None:
        """Count again what changed."""
        for change in event.changes:
            for each in change.removed:
                self.total -= self._counts.pop(each.id, 0)
            for each in change.inserted:
                count = self._counts[each.id] = words(each.text)
                self.total += count

    def of(self, paragraphs: Iterable[Paragraph]) -> int:
        """The words of some paragraphs."""
        return sum(self._counts.get(each.id, 0) for each in paragraphs)


class StatusKeeper(QObject):
    """Listens on the context's bus and writes into ``bar``."""

    def __init__(self, bar: StatusBar, context: Context) -> None:
        super().__init__(bar)
        self._bar, self._context = bar, context
        self._counts = WordCounts()
        self._index = 0
        self._soon = Throttle(self.refresh, 80, self)
        bus = context.bus
        bus.document_opened.connect(self._opened)
        bus.text_changed.connect(self._edited)
        bus.caret_moved.connect(self._moved)
        bus.story_changed.connect(lambda _: self._soon())
        bus.progress_changed.connect(bar.set_progress)
        bus.engines_changed.connect(self._engines)

    def refresh(self) -> None:
        """Write everything anew."""
        desk, paragraphs = self._context.desk, self._context.session.paragraphs
        number = desk.outline.scene_of(self._index)
        scene = next((each for each in desk.outline.scenes if each.number == number), None)
        parts = [f"{self._counts.total:,} words"]
        if scene is not None:
            self._bar.scene.setText(f"scene {number} of {len(desk.outline.scenes)}")
            parts.insert(0, f"{self._counts.of(paragraphs[scene.first : scene.last]):,} in the scene")
        else:
            self._bar.scene.setText("outside the scenes" if desk.outline.scenes else "")
        if (selection := self._context.selection()) is not None:
            parts.insert(0, f"{words(selection.text):,} selected")
        self._bar.words.setText("  ·  ".join(parts))
        self._bar.voice.setText(self._voice(number))
        self._bar.set_closeness(desk.roughness)
        self._bar.scene.setVisible(bool(self._bar.scene.text()))
        self._bar.voice.setVisible(bool(self._bar.voice.text()))

    def selection_changed(self) -> None:
        """Another stretch is selected."""
        self._soon()

    def _voice(self, number: int) -> str:
        reports = self._context.desk.scene_reports
        report = reports[number - 1] if 0 < number <= len(reports) else self._context.desk.whole
        if report is None:
            return ""
        tense = "tenses mixed" if report.tense == "mixed" else f"{report.tense} tense" if report.tense else ""
        return ", ".join(each for each in (tense, _PERSONS.get(report.pov or "", "")) if each)

    def _opened(self) -> None:
        self._counts.start(self._context.session.paragraphs)
        self._index = 0
        self._bar.set_progress(0, 0)
        self._engines()
        self._file()
        self.refresh()

    def _edited(self, event: Event) -> None:
        self._counts.edited(event)
        self._soon()

    def _moved(self, index: int, _offset: int) -> None:
        self._index = index
        self._soon()

    def _engines(self) -> None:
        missing = [each for each in self._context.desk.engines if each.state == "unavailable"]
        self._bar.engines.setText(", ".join(f"{_engine_name(each.name)} unavailable" for each in missing))
        self._bar.engines.setToolTip("\n".join(each.reason for each in missing))
        self._bar.engines.setVisible(bool(missing))

    def _file(self) -> None:
        files = self._context.session.manuscript.files
        self._bar.file.setText(described(files[0]) if files else "")
        self._bar.file.setVisible(bool(files) and files[0].path is not None)

    def saved(self) -> None:
        """The story was saved, perhaps in another way or place."""
        self._file()


def described(file: SourceFile) -> str:
    """How a file is written, in an author's words: what is usual is not said twice."""
    if file.format in CODECS:
        return NAMES[file.format]
    parts = [_ENCODINGS.get(file.encoding.lower(), file.encoding.upper())]
    if newline := _NEWLINES.get(file.newline, ""):
        parts.append(newline)
    if file.width is not None:
        parts.append(f"lines of {file.width}")
    return ", ".join(parts)


def _engine_name(name: str) -> str:
    return {"harper": "Harper", "languagetool": "LanguageTool", "builtin": "Redraft’s own rules"}.get(name, name)
