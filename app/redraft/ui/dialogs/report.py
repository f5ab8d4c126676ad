# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for the makers, to be read before it is saved or copied. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from redraft.storage.atomic import SaveError, write
from redraft.ui import theme as themes

_SAY = (
    "What you may send to the makers of Redraft when something went wrong. Nothing is sent from here: save it or copy "
    "it, and read it before it goes anywhere."
)
_NAME = "redraft-report.txt"


class ReportDialog(QDialog):
    """Shows ``text``. ``say`` tells a sentence in the window when it was saved or could not be."""

    def __init__(self, text: str, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Report for the makers")
        self.resize(680, 560)
        self._say = say
        explanation = QLabel(_SAY)
        explanation.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The report")
        font = self.text.font()
        font.setPointSizeF(themes.type_sizes()["caption"])
        self.text.setFont(font)
        buttons = QDialogButtonBox()
        save = buttons.addButton("&Save…", QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton("&Copy", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        save.clicked.connect(self._choose)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for each in (explanation, self.text, buttons):
            column.addWidget(each, int(each is self.text))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the Report", str(Path.home() / _NAME), "Text (*.txt)")
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the report; the window closes when that is done."""
        try:
            write(path, self.text.toPlainText().encode("utf-8"))
        except SaveError as error:
            self._say(str(error))
            return
        self._say(f"The report was saved as {path.name}.")
        self.accept()
