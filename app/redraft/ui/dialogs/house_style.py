# SPDX-License-Identifier: GPL-3.0-or-later
"""The style of one manuscript: what the author chooses where several ways are right. Every choice counts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from redraft.checks.house_style import CHOICES, HouseStyle

_ASKED = {
    "variety": ("&English", {"US": "American (gray, color)", "GB": "British (grey, colour)"}),
    "serial_comma": ("Last comma in &lists", {"yes": "salt, oil, and bread", "no": "salt, oil and bread"}),
    "quotes": ("&Quote marks", {"double": "“Come in,” she said.", "single": "‘Come in,’ she said."}),
    "dashes": ("&Dashes", {
        "em": "He came—late.", "spaced-em": "He came — late.", "spaced-en": "He came – late.",
        "hyphens": "He came--late.",
    }),
}  # fmt: skip
_AS_IT_IS = "As the text has it"
_TOLD = (
    "Either way is right; a book should keep to one. What you choose here is marked wherever the text goes another "
    "way. What you leave open is told once, where the text has a clear habit and leaves it."
)

Choose = Callable[[str, str | None], None]


class HouseStyleDialog(QDialog):
    """A list of choices for each matter of style. ``choose`` is given the field and the choice, None: left open."""

    def __init__(self, style: HouseStyle, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Style of This Manuscript")
        self._choose = choose
        self.fields: dict[str, QComboBox] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, (label, choices) in _ASKED.items():
            self.fields[name] = self._field(name, choices, getattr(style, name))
            self.fields[name].setAccessibleName(label.replace("&", ""))
            form.addRow(label, self.fields[name])
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        told.setProperty("tone", "quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(buttons)
        self.resize(440, self.sizeHint().height())

    def _field(self, name: str, words: dict[str, str], chosen: str | None) -> QComboBox:
        made = QComboBox()
        made.addItem(_AS_IT_IS, None)
        for choice in CHOICES[name]:
            made.addItem(words[choice], choice)
        made.setCurrentIndex(max(0, made.findData(chosen)) if chosen else 0)
        made.currentIndexChanged.connect(partial(self._chosen, name))
        return made

    def _chosen(self, name: str, row: int) -> None:
        self._choose(name, self.fields[name].itemData(row))
