# SPDX-License-Identifier: GPL-3.0-or-later
"""The find bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redraft.ui.editor.find import SCENE
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts


def search(window: Window, words: str) -> None:
    """Type a search."""
    window.menus.actions["replace"].trigger()
    window.find_bar.find_field.setText(words)
    window.find_bar.search()


def test_all_hits_are_counted_and_gone_through(window: Window) -> None:
    search(window, "the")
    assert window.find_bar.count.text() == "2 found"
    QTest.keyClick(window.find_bar.find_field, Qt.Key.Key_Return)
    assert window.page.textCursor().selectedText() == "The"
    assert window.find_bar.count.text() == "1 of 2"
    QTest.keyClick(window.find_bar.find_field, Qt.Key.Key_Return)
    assert window.page.caret()[0] == 3
    QTest.keyClick(window.find_bar.find_field, Qt.Key.Key_Return)
    assert window.page.caret()[0] == 0
    window.find_bar.previous()
    assert window.page.caret()[0] == 3


def test_a_search_may_keep_to_the_scene(window: Window) -> None:
    window.page.put_caret(3, 0)
    from redraft.manuscript.outline import outline
    window.desk._outline = outline(window.story.session.paragraphs)
    search(window, "the")
    window.find_bar.scope.setCurrentIndex(SCENE)
    assert [each.index for each in window.find_bar.hits] == [3]


def test_a_bad_expression_is_told_in_the_bar(window: Window) -> None:
    search(window, "(the")
    window.find_bar.regex.setChecked(True)
    assert "cannot be read" in window.find_bar.count.text()
    assert window.find_bar.hits == []


def test_replacing_one_goes_on_to_the_next(window: Window) -> None:
    search(window, "the")
    window.find_bar.replace_field.setText("That")
    window.find_bar.next()
    window.find_bar.replace()
    assert texts(window)[0].startswith("That gate")
    assert window.page.caret()[0] == 3
    assert page_texts(window) == texts(window)


def test_replacing_all_is_one_step_of_undo(window: Window) -> None:
    before = texts(window)
    search(window, "the")
    window.find_bar.replace_field.setText("a")
    window.find_bar.replace_all()
    assert window.find_bar.count.text() == "Replaced 2 times"
    assert texts(window)[3] == "a next day it rained."
    window.menus.actions["undo"].trigger()
    assert texts(window) == before
    assert page_texts(window) == before


def test_hits_follow_the_text(window: Window, qtbot: QtBot) -> None:
    search(window, "rouge")
    assert len(window.find_bar.hits) == 1
    window.story.session.replace(0, 1, ["No such word."], label="x", initiator="test")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "Not found")


def test_escape_puts_the_bar_away(window: Window) -> None:
    search(window, "the")
    QTest.keyClick(window.find_bar.find_field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.find_bar.hits == []


def test_the_selection_is_what_is_searched(window: Window) -> None:
    window.page.select(0, 4, 8)
    window.menus.actions["find"].trigger()
    assert window.find_bar.find_field.text() == "gate"
    assert not window.find_bar.replace_field.isVisible()
