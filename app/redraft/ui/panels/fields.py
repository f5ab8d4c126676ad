# SPDX-License-Identifier: GPL-3.0-or-later
"""A field in a panel that one may leave without having said anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class LeavableField(QLineEdit):
    """A line to write in that Esc leaves; ``left`` says so."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
