# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of findings: headings fold, rows lead to the page.

It is a flat list of rows of one height and not a tree, because a tree asks for the height of each of 2,000 rows
whenever one of them goes.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from redraft.ui.panels.findings.rows import FindingRow, Heading
from redraft.ui.panels.lists import RowList
from redraft.ui.panels.models import ROW

_END = 32


class FindingList(RowList):
    """Sends ``folded`` (key of a heading, and whether it is to be folded), ``asked`` (a heading whose right end was
    clicked) and, as every list, ``chosen``."""

    folded = Signal(str, bool)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Findings")
        self.setUniformItemSizes(True)
        self._at_end = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left folds the group, Right unfolds it."""
        row = self.currentIndex().data(ROW)
        if event.key() == Qt.Key.Key_Left and isinstance(row, FindingRow):
            self.setCurrentIndex(self._heading_above())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and isinstance(row, Heading):
            self.folded.emit(row.key, event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether the right end was meant."""
        self._at_end = event.position().x() > self.viewport().width() - _END
        super().mousePressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, Heading):
            super()._choose(index)
        elif self._at_end:
            self.asked.emit(row)
        else:
            self.folded.emit(row.key, not row.folded)
        self._at_end = False

    def _heading_above(self) -> QModelIndex:
        place = self.currentIndex().row()
        model = self.model()
        while place > 0 and not isinstance(model.index(place, 0).data(ROW), Heading):
            place -= 1
        return model.index(place, 0)
