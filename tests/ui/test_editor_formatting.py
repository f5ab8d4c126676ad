# SPDX-License-Identifier: GPL-3.0-or-later
"""Italics and the rest by key, in formats that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redraft.formats import registry
from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Shape, ShapeKind
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts
from tests.ui.documents import docx


@pytest.fixture
def rich(window: Window, tmp_path: Path) -> Window:
    """The window with a Word document."""
    blocks = (Block("It was not so."), Block("Nor was it late."), Block("Two", (), Shape(ShapeKind.HEADING, 2)))
    window.show_story(Story.read(docx(tmp_path / "story.docx", blocks)))
    return window


def marks(window: Window, index: int) -> list[tuple[int, int, MarkKind]]:
    """The marks of a paragraph."""
    return [(each.start, each.end, each.kind) for each in window.story.session.paragraphs[index].marks]


def do(window: Window, name: str) -> None:
    """Choose an action of a menu."""
    window.menus.actions[name].trigger()


@pytest.mark.parametrize(("name", "kind"), [
    ("italic", MarkKind.ITALIC), ("bold", MarkKind.BOLD), ("underline", MarkKind.UNDERLINE),
    ("strike", MarkKind.STRIKE), ("small-caps", MarkKind.SMALL_CAPS),
])
def test_a_look_is_set_taken_away_and_undone(rich: Window, name: str, kind: MarkKind) -> None:
    rich.page.select(0, 7, 10)
    do(rich, name)
    assert marks(rich, 0) == [(7, 10, kind)] and texts(rich)[0] == "It was not so."
    do(rich, name)
    assert marks(rich, 0) == []
    do(rich, "undo")
    assert marks(rich, 0) == [(7, 10, kind)]
    do(rich, "undo")
    assert marks(rich, 0) == [] and not rich.story.session.modified


def test_a_look_is_seen_at_once_and_after_undo_no_more(rich: Window) -> None:
    rich.page.select(0, 7, 10)
    do(rich, "italic")
    block = rich.page.document().firstBlock()
    assert [(each.start, each.length) for each in block.layout().formats() if each.format.fontItalic()] == [(7, 3)]
    do(rich, "undo")
    assert block.layout().formats() == []


def test_a_selection_over_paragraphs_is_set_as_one(rich: Window) -> None:
    cursor = rich.page.textCursor()
    cursor.setPosition(7)
    cursor.setPosition(18, cursor.MoveMode.KeepAnchor)
    rich.page.setTextCursor(cursor)
    do(rich, "bold")
    assert marks(rich, 0) == [(7, 14, MarkKind.BOLD)] and marks(rich, 1) == [(0, 3, MarkKind.BOLD)]
    do(rich, "undo")
    assert marks(rich, 0) == marks(rich, 1) == []


def test_a_half_set_selection_is_set_whole(rich: Window) -> None:
    rich.page.select(0, 0, 6)
    do(rich, "italic")
    rich.page.select(0, 3, 10)
    do(rich, "italic")
    assert marks(rich, 0) == [(0, 10, MarkKind.ITALIC)]


def test_without_a_selection_the_word_around_the_caret_is_set(rich: Window) -> None:
    rich.page.put_caret(0, 8)
    do(rich, "italic")
    assert marks(rich, 0) == [(7, 10, MarkKind.ITALIC)]
    assert rich.page.caret() == (0, 8)


def test_between_words_the_look_holds_for_what_is_typed_next(rich: Window, qtbot: QtBot) -> None:
    rich.page.put_caret(0, 7)
    do(rich, "italic")
    assert marks(rich, 0) == []
    QTest.keyClicks(rich.page, "really ")
    qtbot.waitUntil(lambda: marks(rich, 0) == [(7, 14, MarkKind.ITALIC)])
    do(rich, "italic")
    QTest.keyClicks(rich.page, "quite ")
    qtbot.waitUntil(lambda: marks(rich, 0) == [(7, 14, MarkKind.ITALIC)])
    assert texts(rich)[0] == page_texts(rich)[0] == "It was really quite not so."


def test_a_look_asked_for_and_left_is_forgotten(rich: Window, qtbot: QtBot) -> None:
    rich.page.put_caret(0, 7)
    do(rich, "italic")
    rich.page.put_caret(1, 0)
    QTest.keyClicks(rich.page, "x")
    qtbot.wait(20)
    assert marks(rich, 0) == marks(rich, 1) == []


def test_a_heading_is_made_of_the_level_that_the_story_has(rich: Window) -> None:
    rich.page.put_caret(0, 3)
    do(rich, "heading")
    assert rich.story.session.paragraphs[0].shape == Shape(ShapeKind.HEADING, 2)
    assert rich.page.document().firstBlock().blockFormat().headingLevel() == 2
    do(rich, "heading")
    assert rich.story.session.paragraphs[0].shape == Shape()
    assert rich.page.document().firstBlock().blockFormat().headingLevel() == 0


def test_the_menu_shows_what_is_set_at_the_caret(rich: Window, qtbot: QtBot) -> None:
    actions = rich.menus.actions
    rich.page.select(0, 7, 10)
    do(rich, "italic")
    rich.menus.update_selection()
    assert actions["italic"].isChecked() and not actions["bold"].isChecked()
    rich.page.put_caret(0, 2)
    qtbot.waitUntil(lambda: not actions["italic"].isChecked())
    do(rich, "bold")
    rich.menus.update_selection()
    assert actions["bold"].isChecked()
    rich.page.put_caret(2, 1)
    qtbot.waitUntil(lambda: actions["heading"].isChecked() and not actions["bold"].isChecked())


def test_a_scene_break_is_one_step_and_stands_in_the_middle(rich: Window) -> None:
    rich.page.put_caret(0, 7)
    do(rich, "scene-break")
    assert texts(rich)[:3] == page_texts(rich)[:3] == ["It was", "* * *", "not so."]
    assert rich.story.session.paragraphs[1].shape.kind is ShapeKind.MARK and rich.page.caret() == (2, 0)
    do(rich, "undo")
    assert texts(rich)[0] == "It was not so." and not rich.story.session.modified


def test_looks_are_saved(rich: Window) -> None:
    rich.page.select(0, 7, 10)
    do(rich, "italic")
    do(rich, "save")
    assert rich.story.path is not None
    assert registry.read(rich.story.path).manuscript.paragraphs[0].marks == (Mark(7, 10, MarkKind.ITALIC),)
    assert not rich.story.session.modified


def test_shift_enter_breaks_a_line_in_a_document(rich: Window) -> None:
    rich.page.put_caret(0, 6)
    QTest.keyClick(rich.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert texts(rich)[0] == "It was\u2028 not so."


def test_what_a_format_cannot_hold_says_why(window: Window, tmp_path: Path) -> None:
    underline = window.menus.actions["underline"]
    assert not underline.isEnabled() and "Markdown has none of this" in underline.toolTip()
    assert window.menus.actions["italic"].isEnabled()
    plain = tmp_path / "plain.txt"
    plain.write_text("Plain.")
    window.filing.open(plain)
    italic = window.menus.actions["italic"]
    assert not italic.isEnabled() and "Plain text holds no formatting" in italic.toolTip()
    window.filing.open(docx(tmp_path / "story.docx"))
    assert italic.isEnabled() and underline.isEnabled() and italic.toolTip() == "Italic"
