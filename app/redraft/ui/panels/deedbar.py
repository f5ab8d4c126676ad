# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of buttons under a list, for what may be done about the row selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class DeedBar(QWidget):
    """One button for each action that can be done now, with its key in the tip. In a narrow dock they are cut, not the
    list."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        for action in actions:
            row.addWidget(_button(action))
        row.addStretch()


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.setProperty("link", "true")
    key = action.shortcut().toString()
    button.setToolTip(f"{action.toolTip()} ({key})" if key else action.toolTip())
    button.setAccessibleName(action.text())
    button.setMinimumWidth(24)
    button.setAccessibleDescription(action.toolTip())
    button.clicked.connect(lambda _=False: action.trigger())

    def follow() -> None:
        button.setVisible(action.isEnabled())

    action.changed.connect(follow)
    follow()
    return button
