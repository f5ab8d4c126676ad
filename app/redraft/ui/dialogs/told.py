# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is to be known of a file just opened, where it is too much for the bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget


class ToldDialog(QDialog):
    """Lists sentences about the file called ``title``."""

    def __init__(self, title: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About this file")
        self.resize(560, 320)
        headline = QLabel(f"What to know about “{title}”")
        headline.setProperty("scale", "title")
        self.list = QListWidget()
        self.list.setAccessibleName("What to know about this file")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.addItems(list(sentences))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (headline, self.list, buttons):
            column.addWidget(widget)
