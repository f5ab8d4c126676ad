# SPDX-License-Identifier: GPL-3.0-or-later
"""The field in which a note of continuity is written, with the character it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redraft.ui.context import Selection
from redraft.ui.panels.fields import LeavableField

_NOBODY = "about nobody in particular"


class NoteField(QWidget):
    """Hidden until asked for; ``written``: the note and the character ("" for nobody). Esc leaves it unwritten."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place: tuple[int, int, int] | None = None
        self._about = QLabel()
        self._about.setProperty("scale", "caption")
        self._about.setProperty("tone", "quiet")
        self._line = LeavableField()
        self._line.setAccessibleName("Note of continuity")
        self._line.setPlaceholderText("What must hold? Enter keeps it, Esc does not")
        self._line.returnPressed.connect(self._end)
        self._line.left.connect(self._leave)
        self._who = QComboBox()
        self._who.setAccessibleName("Character whom the note is about")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._about, 1)
        row.addWidget(self._who)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._line)
        self.hide()

    def begin(self, selected: Selection, names: Sequence[str]) -> None:
        """Write a note on what is selected (of several paragraphs, on the first); ``names`` are the characters'."""
        index, start = selected.first
        length = len(selected.text.split("\n")[0])
        self.place = (index, start, start + length)
        words = selected.text.split("\n")[0]
        self._about.setText(f"On “{words[:28]}{'…' if len(words) > 28 else ''}”")
        self._who.clear()
        self._who.addItems([_NOBODY, *names])
        meant = next((place for place, name in enumerate(names) if name in words), -1)
        self._who.setCurrentIndex(meant + 1)
        self._line.clear()
        self.show()
        self._line.setFocus()

    def _end(self) -> None:
        words, who = self._line.text().strip(), self._who.currentText()
        self.hide()
        self.written.emit(words, "" if who == _NOBODY else who)

    def _leave(self) -> None:
        self.place = None
        self.hide()
        self.written.emit("", "")
