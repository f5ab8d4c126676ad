# SPDX-License-Identifier: GPL-3.0-or-later
"""How a character looks in the list: disc, name and number, other names, and where in the story."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QStyleOptionViewItem

from redraft.ui.panels.cast.portrait import DISC, draw_disc, portrait_colour
from redraft.ui.panels.cast.rows import CastRow
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.words import number

_STRIP = 8


class CastDelegate(RowDelegate):
    """Two lines and a strip with a cell for each scene, the fuller the more often the character is named there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line less where there are no other names."""
        row: CastRow = index.data(ROW)
        also = line_height("caption") if row.aliases else 0
        return QSize(160, line_height() + also + _STRIP + 20)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one character."""
        row: CastRow = index.data(ROW)
        draw_disc(brush, QRect(box.left() + 8, box.top() + 6, DISC, DISC), row.name)
        left = box.left() + 8 + DISC + 8
        line = QRect(left, box.top() + 4, box.right() - left - 8, line_height())
        used = brush.write(line, number(row.mentions), size="caption", colour="quiet", right=True)
        used += brush.write(line.adjusted(0, 0, -used - 8, 0), "pinned", size="caption", colour="accent",
                            right=True) + 8 if row.pinned else 0  # fmt: skip
        brush.write(line.adjusted(0, 0, -used - 8, 0), row.name, bold=True)
        top = line.bottom() + 1
        if row.aliases:
            also = QRect(line.left(), top, line.width(), line_height("caption"))
            brush.write(also, row.also, size="caption", colour="quiet")
            top = also.bottom() + 1
        self._strip(brush, QRect(line.left(), top + 4, line.width(), _STRIP), row)

    @staticmethod
    def _strip(brush: Brush, box: QRect, row: CastRow) -> None:
        if not row.strip:
            return
        most = max(row.strip)
        step = box.width() / len(row.strip)
        gap = 2 if step >= 6 else 1
        for place, count in enumerate(row.strip):
            cell = QRectF(box.left() + place * step, box.top(), max(1.0, step - gap), box.height())
            brush.fill(cell, "line", 2)
            if count:
                colour = portrait_colour(row.name)
                colour.setAlphaF(0.35 + 0.65 * count / most)
                brush.fill(cell, colour, 2)
