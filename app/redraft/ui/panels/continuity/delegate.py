# SPDX-License-Identifier: GPL-3.0-or-later
"""How conflicts and their places look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from redraft.ui import theme as themes
from redraft.ui.panels.continuity.rows import ConflictRow, PlaceRow, SectionRow, TextRow
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.words import number

_LEFT = 24


class ConflictDelegate(RowDelegate):
    """A heading says what is at odds, in as many lines as it takes; under it each place with its words."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the message needs at the view's width."""
        row = index.data(ROW)
        if isinstance(row, ConflictRow):
            room = self._view.viewport().width() - _LEFT - 16
            return QSize(160, line_height("caption") + self._message_height(row.message, room) + 12)
        if isinstance(row, SectionRow):
            return QSize(160, line_height() + 12)
        if isinstance(row, TextRow):
            room = self._view.viewport().width() - _LEFT - 16
            return QSize(160, self._message_height(row.title, room) + line_height("caption") + 8)
        return QSize(160, line_height() + line_height("caption") + 4)

    @staticmethod
    def _message_height(message: str, room: int) -> int:
        box = QRect(0, 0, max(80, room), 400)
        return QFontMetrics(themes.sans()).boundingRect(box, int(Qt.TextFlag.TextWordWrap), message).height()

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint a heading or a place."""
        row = index.data(ROW)
        if isinstance(row, PlaceRow):
            self._draw_place(brush, box, row)
            return
        if isinstance(row, TextRow):
            self._draw_text(brush, box, row)
            return
        arrow = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
        brush.icon(QRect(box.left() + 4, box.top() + 6, 16, 16), arrow)
        if isinstance(row, ConflictRow):
            self._draw_conflict(brush, box, row)
        elif isinstance(row, SectionRow):
            line = box.adjusted(_LEFT, 0, -8, 0)
            used = brush.write(line, number(row.count), size="caption", colour="quiet", right=True)
            brush.write(line.adjusted(0, 0, -used - 8, 0), row.title, bold=True)

    @staticmethod
    def _draw_conflict(brush: Brush, box: QRect, row: ConflictRow) -> None:
        top = QRect(box.left() + _LEFT, box.top() + 4, box.width() - _LEFT - 8, line_height("caption"))
        brush.write(top, f"{row.kind} · {row.subject}", size="caption", colour="quiet")
        rest = QRect(top.left(), top.bottom() + 1, top.width(), box.bottom() - top.bottom() - 4)
        brush.painter.setFont(themes.sans())
        brush.painter.setPen(brush.theme.colour("text"))
        brush.painter.drawText(rest, int(Qt.TextFlag.TextWordWrap), row.message)

    @staticmethod
    def _draw_text(brush: Brush, box: QRect, row: TextRow) -> None:
        low = line_height("caption")
        top = QRect(box.left() + _LEFT, box.top() + 4, box.width() - _LEFT - 8, box.height() - low - 8)
        brush.painter.setFont(themes.sans())
        brush.painter.setPen(brush.theme.colour("text"))
        brush.painter.drawText(top, int(Qt.TextFlag.TextWordWrap), row.title)
        under = QRect(top.left(), box.bottom() - low - 2, top.width(), low)
        brush.write(under, row.words, size="caption", colour="quiet")

    @staticmethod
    def _draw_place(brush: Brush, box: QRect, row: PlaceRow) -> None:
        top = QRect(box.left() + _LEFT, box.top() + 2, box.width() - _LEFT - 8, line_height())
        where = f"sc. {row.scene}" if row.scene else ""
        said = " · ".join(each for each in (row.note, where) if each)
        used = brush.write(top, said, size="caption", colour="quiet", right=True)
        brush.write(top.adjusted(0, 0, -used - 8, 0), row.words, bold=True)
        low = QRect(top.left(), top.bottom() + 1, top.width(), line_height("caption"))
        brush.write(low, f"{row.before}{row.words}{row.after}".strip(), size="caption", colour="quiet", face="serif")
