# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for every kind of option. Each writes the option as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from redraft.settings.options import Option, Value
from redraft.ui.dialogs.rule_page import RulePage

Set = Callable[[Value], None]
Names = Mapping[str, str]

_WORDS = {
    "off": "Only when I say so", "leaving": "When I leave the window", "minutes": "Every few minutes",
    "system": "As the desktop", "auto": "As the manuscript", "US": "American", "GB": "British",
    "indent": "An indent", "space": "A space above",
}


def field(option: Option, value: Value, put: Set, rules: Names) -> QWidget:
    """The field for an option, showing ``value``; ``put`` is called with each new value. ``rules``: names by id.

    Raises:
        KeyError: for a kind of option that has no field.
    """
    if option.kind == "names":
        made: QWidget = RuleList(value if isinstance(value, tuple) else (), put, rules)
    else:
        made = _FIELDS[option.kind](option, value, put)
    made.setAccessibleName(option.label)
    made.setAccessibleDescription(option.help)
    return made


def words(choice: str) -> str:
    """What an author reads for a choice."""
    return _WORDS.get(choice) or choice.replace("-", " ").capitalize()


def _choice(option: Option, value: Value, put: Set) -> QWidget:
    made = QComboBox()
    made.setMaximumWidth(240)
    for each in option.choices:
        made.addItem(words(each), each)
    made.setCurrentIndex(made.findData(value))
    made.currentIndexChanged.connect(lambda row: put(str(made.itemData(row))))
    return made


def _flag(option: Option, value: Value, put: Set) -> QWidget:
    made = QCheckBox(option.label)
    made.setChecked(bool(value))
    made.toggled.connect(put)
    return made


def _number(option: Option, value: Value, put: Set) -> QWidget:
    made = QSpinBox()
    made.setMaximumWidth(96)
    made.lineEdit().setTextMargins(4, 0, 0, 0)  # the style sheet's padding does not reach the field inside
    made.setRange(option.least, option.most)
    made.setValue(value if isinstance(value, int) else option.least)
    made.valueChanged.connect(put)
    return made


def _text(option: Option, value: Value, put: Set) -> QWidget:
    made = QLineEdit(str(value))
    made.editingFinished.connect(lambda: put(made.text()))
    return made


_FIELDS: dict[str, Callable[[Option, Value, Set], QWidget]] = {
    "choice": _choice, "flag": _flag, "number": _number, "text": _text,
}


class RuleList(QListWidget):
    """All rules by name; a tick says that the rule is off. Enter or a double click opens the rule's page."""

    def __init__(self, off: tuple[str, ...], put: Set, rules: Names) -> None:
        super().__init__()
        self._put = put
        self._foreign = tuple(each for each in off if each not in rules)
        for check, name in sorted(rules.items(), key=lambda pair: pair[1].casefold()):
            item = QListWidgetItem(name, self)
            item.setData(Qt.ItemDataRole.UserRole, check)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if check in off else Qt.CheckState.Unchecked)
        self.setMinimumHeight(180)
        self.itemChanged.connect(lambda _: self._put(self.off))
        self.itemActivated.connect(self._show_page)

    @property
    def off(self) -> tuple[str, ...]:
        """The ids of the rules that are off, with those that this version does not know."""
        items = [self.item(row) for row in range(self.count())]
        ticked = [each for each in items if each.checkState() is Qt.CheckState.Checked]
        return tuple(sorted((*self._foreign, *(str(each.data(Qt.ItemDataRole.UserRole)) for each in ticked))))

    def _show_page(self, item: QListWidgetItem) -> None:
        RulePage(str(item.data(Qt.ItemDataRole.UserRole)), self.window()).show()
