# SPDX-License-Identifier: GPL-3.0-or-later
"""How scenes and their words of time look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from redraft.ui.panels.continuity.rows import PlaceRow
from redraft.ui.panels.models import ROW, Index
from redraft.ui.panels.painting import Brush, RowDelegate, line_height
from redraft.ui.panels.timeline.rows import SceneTime

_LEFT = 24


class TimeDelegate(RowDelegate):
    """A scene's number, first words and day; under it the words of time, each with what it tells."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line for a scene, two for a place."""
        row = index.data(ROW)
        return QSize(160, line_height() + (line_height("caption") + 4 if isinstance(row, PlaceRow) else 12))

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint a scene or a place."""
        row = index.data(ROW)
        if isinstance(row, SceneTime):
            self._scene(brush, box, index, row)
        elif isinstance(row, PlaceRow):
            self._place(brush, box, row)

    def _scene(self, brush: Brush, box: QRect, index: Index, row: SceneTime) -> None:
        if row.cues:
            arrow = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            brush.icon(QRect(box.left() + 4, box.top() + 8, 16, 16), arrow)
        line = box.adjusted(_LEFT, 0, -8, 0)
        own = row.corrected is not None
        colour = "accent" if own else "quiet"
        used = brush.write(line, row.day or "?", size="caption", colour=colour, right=True, bold=own)
        wide = brush.write(line, f"{row.number}", colour="quiet")
        brush.write(line.adjusted(max(20, wide + 8), 0, -used - 8, 0), row.label, bold=bool(row.cues))

    @staticmethod
    def _place(brush: Brush, box: QRect, row: PlaceRow) -> None:
        left = _LEFT + 20
        top = QRect(box.left() + left, box.top() + 2, box.width() - left - 8, line_height())
        used = brush.write(top, row.note, size="caption", colour="quiet", right=True)
        brush.write(top.adjusted(0, 0, -used - 8, 0), row.words)
        low = QRect(top.left(), top.bottom() + 1, top.width(), line_height("caption"))
        brush.write(low, f"{row.before}{row.words}{row.after}".strip(), size="caption", colour="quiet", face="serif")
