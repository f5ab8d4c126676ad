# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that notes are on: a tint behind them in the colour of the note's kind, stronger where the caret is."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from redraft.text.utf16 import Utf16Map
from redraft.ui import theme as themes
from redraft.ui.editor.underlines import line_rects
from redraft.ui.notes.desk import NotesDesk
from redraft.ui.notes.looks import look_of

_FAINT, _STRONG = 34, 84


class NoteLayer:
    """Paints behind the text. ``chosen`` are the ids of the notes whose card is open."""

    behind = True

    def __init__(self, desk: NotesDesk) -> None:
        self._desk = desk
        self.chosen: frozenset[str] = frozenset()

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Tint each note's words; where two overlap the colours do."""
        index = block.blockNumber()
        if index >= len(self._desk.session.paragraphs):
            return
        found = self._desk.stretches(index)
        if not found:
            return
        dark = themes.current().dark
        units = Utf16Map.of(block.text()).units
        for start, end, note in found:
            colour = QColor(look_of(note).colour(dark))
            colour.setAlpha(_STRONG if note.id in self.chosen else _FAINT)
            for box, _ in line_rects(block, units(start), units(end), origin):
                painter.fillRect(box.adjusted(-1, -1, 1, 2), colour)
