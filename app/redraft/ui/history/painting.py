# SPDX-License-Identifier: GPL-3.0-or-later
"""How the line of time is painted: a line down the side, a dot for each moment, its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from redraft.storage.history import Kind
from redraft.ui.history.lines import Day, Line, Row
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height

_TIME, _LINE, _TEXT = 12, 62, 78
_DOT, _BIG = 3.5, 5.0


class MomentDelegate(RowDelegate):
    """A day is a small heading; a moment has its time, a dot on the line, what it is, and what changed in it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line for a day, two for a moment."""
        if isinstance(index.data(ROW), Day):
            return QSize(240, line_height() + 16)
        return QSize(240, line_height() + line_height("caption") + 12)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        if isinstance(row, Day):
            brush.write(box.adjusted(_TIME, 8, -8, 0), row.text, size="caption", colour="quiet", bold=True)
            return
        top = QRect(box.left(), box.top() + 4, box.width() - 8, line_height())
        brush.write(QRect(box.left() + _TIME, top.top(), _LINE - _TIME - 8, top.height()), row.clock, size="caption",
                    colour="quiet")
        self._dot(brush, box, top, row)
        named = row.moment is None or row.moment.kind is Kind.NAMED
        brush.write(top.adjusted(_TEXT, 0, 0, 0), row.title, bold=named, colour="quiet" if row.broken else "text")
        low = QRect(box.left() + _TEXT, top.bottom() + 1, box.width() - _TEXT - 8, line_height("caption"))
        brush.write(low, row.changed or "…", size="caption", colour="warning" if row.broken else "quiet")

    @staticmethod
    def _dot(brush: Brush, box: QRect, top: QRect, row: Line) -> None:
        """Full for what the author named and for the present, hollow for what Redraft kept by itself."""
        x, y = box.left() + _LINE, top.center().y() + 1
        painter = brush.painter
        painter.setPen(QPen(brush.theme.colour("line"), 1))
        painter.drawLine(QPointF(x, box.top() if row.moment is not None else y), QPointF(x, box.bottom() + 1))
        big = row.moment is None or row.moment.kind is Kind.NAMED
        size = _BIG if big else _DOT
        painter.setPen(QPen(brush.theme.colour("accent" if big else "quiet"), 1.5))
        painter.setBrush(brush.theme.colour("accent" if big else "panel"))
        painter.drawEllipse(QRectF(x - size, y - size, 2 * size, 2 * size))
