# SPDX-License-Identifier: GPL-3.0-or-later
"""All keys at a glance, by menu, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMainWindow, QTextBrowser, QVBoxLayout, QWidget

from redraft.ui import theme as themes
from redraft.ui.palette import Command, all_commands, plain
from redraft.ui.panels.base import Panel

Row = tuple[str, str]


def keys(window: QMainWindow) -> list[tuple[str, list[Row]]]:
    """The commands that have a key, under the names of their menus; then the keys inside each panel."""
    groups: list[tuple[str, list[Row]]] = []
    with_keys = [each for each in all_commands(window) if each.shortcut]
    for menu, found in groupby(sorted(with_keys, key=_menu_order(with_keys)), key=lambda each: each.menu):
        groups.append((menu or "Anywhere", [(each.name, each.shortcut) for each in found]))
    for panel in window.findChildren(Panel):
        rows = [("Go there", "Enter"), *(_row(each) for each in panel.findChildren(QAction) if _has_key(each))]
        groups.append((f"In the panel {panel.accessibleName()}", list(dict.fromkeys(rows))))
    return groups


def _menu_order(found: list[Command]) -> Callable[[Command], int]:
    order = list(dict.fromkeys(each.menu for each in found))
    return lambda each: order.index(each.menu)


def _has_key(action: QAction) -> bool:
    return bool(plain(action.text())) and not action.shortcut().isEmpty()


def _row(action: QAction) -> Row:
    return plain(action.text()), action.shortcut().toString()


def table(groups: list[tuple[str, list[Row]]], wanted: str = "") -> str:
    """The keys as HTML; only those whose name, key or menu has ``wanted`` in it."""
    parts = []
    for title, rows in groups:
        fitting = [row for row in rows if wanted.casefold() in f"{title} {' '.join(row)}".casefold()]
        lines = "".join(
            f"<tr><td class='key' width='128'>{escape(key)}</td><td>{escape(name)}</td></tr>" for name, key in fitting)
        if lines:
            parts.append(f"<p class='group'>{escape(title)}</p><table cellspacing='0' cellpadding='2'>{lines}</table>")
    return "".join(parts) or "<p>No key does that.</p>"


class ShortcutsDialog(QDialog):
    """A table of keys with a field to narrow it."""

    def __init__(self, window: QMainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent or window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self.resize(520, 600)
        self._groups = keys(window)
        field = QLineEdit()
        field.setPlaceholderText("Filter")
        field.setAccessibleName("List only keys with these words")
        field.textChanged.connect(self._show)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Keys")
        self.browser.document().setDocumentMargin(12)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (field, self.browser, buttons):
            column.addWidget(widget)
        self._show("")

    def _show(self, wanted: str) -> None:
        theme = themes.current()
        self.browser.document().setDefaultStyleSheet(
            f".group {{ color: {theme.colours['quiet']}; font-weight: 600; margin-top: 16px; }}"
            f"td {{ padding-right: 16px; }} .key {{ color: {theme.colours['accent']}; font-weight: 600; }}")
        self.browser.setHtml(table(self._groups, wanted))
