# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of the outline looks: two lines for a scene, one for what stands apart."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QStyleOptionViewItem

from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.outline.rows import OutlineRow, Sort
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.words import thousands

_NUMBER = 28
_PICTURE = 48


class OutlineDelegate(RowDelegate):
    """Number, title and words; under them a small picture of the sentences, reading ease, tense, findings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air for a scene, one for front matter."""
        row: OutlineRow = index.data(ROW)
        if row.sort is Sort.APART:
            return QSize(160, line_height("caption") + 8)
        return QSize(160, line_height() + line_height("caption") + 12)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one row."""
        row: OutlineRow = index.data(ROW)
        if row.sort is Sort.APART:
            brush.write(box.adjusted(8, 0, -8, 0), row.title, size="caption", colour="quiet", italic=True)
            return
        top = QRect(box.left() + 8, box.top() + 4, box.width() - 16, line_height())
        self._title(brush, top, row)
        low = QRect(top.left() + _NUMBER, top.bottom() + 1, top.width() - _NUMBER, line_height("caption"))
        self._details(brush, low, row)

    def _title(self, brush: Brush, box: QRect, row: OutlineRow) -> None:
        likely = row.sort is Sort.INFERRED
        colour = "quiet" if likely else "text"
        brush.write(QRect(box.left(), box.top(), _NUMBER - 4, box.height()), str(row.scene), colour="quiet")
        words = thousands(row.words) if row.words is not None else ""
        used = brush.write(box, words, size="caption", colour="quiet", right=True)
        brush.write(box.adjusted(_NUMBER, 0, -used - 8, 0), row.title, colour=colour, italic=likely)

    def _details(self, brush: Brush, box: QRect, row: OutlineRow) -> None:
        picture = QRect(box.left(), box.top() + 3, _PICTURE, box.height() - 6)
        brush.bars(picture, row.rhythm)
        used = self._state(brush, box, row)
        says = "likely · " + row.details if row.sort is Sort.INFERRED and row.details else row.details
        if row.sort is Sort.INFERRED and not row.details:
            says = "likely"
        brush.write(box.adjusted(_PICTURE + 8, 0, -used - 8, 0), says, size="caption", colour="quiet")

    @staticmethod
    def _state(brush: Brush, box: QRect, row: OutlineRow) -> int:
        """How many findings are left, with a dot; a tick where the scene is reviewed. Returns the width taken."""
        if row.reviewed:
            size = 14
            brush.icon(QRect(box.right() - size + 1, box.center().y() - size // 2, size, size), "reviewed", "accent")
            return size
        if not row.findings:
            return 0
        dot = QRectF(box.right() - 5, box.center().y() - 2, 6, 6)
        brush.fill(dot, "accent", 3)
        return 12 + brush.write(box.adjusted(0, 0, -12, 0), str(row.findings), size="caption", right=True)


