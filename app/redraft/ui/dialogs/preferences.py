# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences, made from the options: what is added there appears here. Every change counts at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from redraft.errors import RedraftError
from redraft.settings.options import Option, Value, options
from redraft.settings.store import Settings
from redraft.ui.dialogs.fields import field


def shown() -> list[tuple[str, list[Option]]]:
    """The options that an author can set, by page, in the order in which they are written down."""
    labelled = [each for each in options().values() if each.label]
    order = list(dict.fromkeys(each.group for each in labelled))
    labelled.sort(key=lambda each: order.index(each.group))
    return [(group, list(found)) for group, found in groupby(labelled, key=lambda each: each.group)]


class PreferencesDialog(QDialog):
    """A page for each group of options. There is no OK: closing keeps what is set. ``rules``: names by id."""

    def __init__(self, settings: Settings, rules: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Preferences")
        self.resize(520, 560)
        self._settings = settings
        self._rules = rules
        self.fields: dict[str, QWidget] = {}
        self.pages = QTabWidget()
        self.pages.setAccessibleName("Pages of the preferences")
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self._problem = QLabel()
        self._problem.setProperty("tone", "warning")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.defaults = buttons.addButton("Back to defaults", QDialogButtonBox.ButtonRole.ResetRole)
        self.defaults.setToolTip("Set the options of this page as they were at first")
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(self._reset)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.pages, self._problem, buttons):
            column.addWidget(widget)

    def _fill(self) -> None:
        current = max(0, self.pages.currentIndex())
        self.pages.clear()
        for group, found in shown():
            self.pages.addTab(self._page(found), group)
        self.pages.setCurrentIndex(current)

    def _page(self, found: list[Option]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        for option in found:
            value = self._settings.get(option.name)
            made = self.fields[option.name] = field(option, value, partial(self._try, option.name), self._rules)
            if option.kind != "flag":
                name = QLabel(option.label)
                name.setBuddy(made)
                column.addWidget(name)
            column.addWidget(made)
            told = QLabel(option.help)
            told.setWordWrap(True)
            told.setProperty("tone", "quiet")
            told.setProperty("scale", "caption")
            column.addWidget(told)
            column.addSpacing(16)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _try(self, name: str, value: Value) -> None:
        try:
            self._settings.set(name, value)
        except RedraftError as error:
            self._problem.setText(f"{error} It counts until Redraft is closed.")
            self._problem.show()

    def _reset(self) -> None:
        _, found = shown()[self.pages.currentIndex()]
        for option in found:
            self._try(option.name, option.default)
        self._fill()
