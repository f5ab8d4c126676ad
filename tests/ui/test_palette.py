# SPDX-License-Identifier: GPL-3.0-or-later
"""The command palette finds every action by a few letters and does it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from redraft.ui.matching import score
from redraft.ui.palette import CommandPalette, commands, matching, plain


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [("save", "Save", "Save As"), ("sa", "Save As", "Go to scene above"), ("nf", "Next finding", "Insert file"),
     ("find", "Find and replace", "Fit in window"), ("pre", "Preferences", "Export as Word")])
def test_the_better_fit_scores_higher(query: str, better: str, worse: str) -> None:
    assert score(query, better) > score(query, worse)


@pytest.mark.parametrize(("query", "name"), [("xyz", "Save"), ("evas", "Save"), ("", "Save"), ("  ", "Save"), ("savee", "Save")])
def test_what_does_not_fit_scores_nothing(query: str, name: str) -> None:
    assert score(query, name) == 0


@given(st.text(alphabet="abcdefgh ", min_size=1, max_size=20), st.data())
def test_letters_in_order_always_fit(name: str, data: st.DataObject) -> None:
    kept = "".join(each for each in name if data.draw(st.booleans()))
    start = len(kept) - len(kept.lstrip())
    assert not kept.strip() or score(kept[start:], name) >= 0
    assert score(name, name) > 0 or not name.strip()


def test_mnemonics_are_not_letters() -> None:
    assert [plain(each) for each in ("&Save As…", "Find && Replace", "E&xit")] == ["Save As", "Find & Replace", "Exit"]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    file = made.menuBar().addMenu("&File")
    for name, keys in (("&Save", "Ctrl+S"), ("Save &As…", "Ctrl+Shift+S")):
        action = file.addAction(name)
        action.setShortcut(keys)
    file.addSeparator()
    file.addAction("Revert").setEnabled(False)
    file.addMenu("Recent").addAction("The Gate.md")
    only_key = QAction("Next finding", made)
    only_key.setShortcut("F8")
    made.addAction(only_key)
    made.show()
    return made


def test_commands_come_from_menus_and_keys(window: QMainWindow) -> None:
    assert [(each.said, each.shortcut) for each in commands(window)] == [
        ("File: Save", "Ctrl+S"), ("File: Save As", "Ctrl+Shift+S"), ("File › Recent: The Gate.md", ""), ("Next finding", "F8")]


def test_an_empty_query_lists_all_in_order(window: QMainWindow) -> None:
    assert matching("", commands(window)) == commands(window)
    assert [each.name for each in matching("sa", commands(window))][:2] == ["Save", "Save As"]


def test_typing_arrows_and_enter(window: QMainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    for command in commands(window):
        command.action.triggered.connect(lambda _=False, name=command.name: done.append(name))
    palette = CommandPalette(window)
    palette.show()
    qtbot.keyClicks(palette.field, "save")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Save As"]


def test_nothing_found_is_said(window: QMainWindow, qtbot: QtBot) -> None:
    palette = CommandPalette(window)
    palette.show()
    qtbot.keyClicks(palette.field, "zzz")
    assert list(palette.listed) == [] and palette._nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()
