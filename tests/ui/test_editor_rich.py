# SPDX-License-Identifier: GPL-3.0-or-later
"""The formatting of documents on the page, which adds no character to their text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlockFormat, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import FileNote, Paragraph
from redraft.manuscript.outline import outline
from redraft.manuscript.shape import Align, Shape, ShapeKind
from redraft.ui import theme
from redraft.ui.editor.looks import Role, looks
from redraft.ui.editor.rich import tip, told
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts
from tests.ui.documents import docx

NOTE = Mark(3, 3, MarkKind.NOTE, "In May.", "footnote:2")
GONE = Mark(6, 6, MarkKind.DELETED, "very ", "Ann Editor · 2026-01-02T10:00:00Z")
CAME = Mark(6, 10, MarkKind.INSERTED, "Ann Editor · 2026-01-02T10:00:00Z")


@pytest.fixture
def open_blocks(window: Window, tmp_path: Path) -> Callable[..., Window]:
    """The window with a Word document of these blocks."""

    def opened(*blocks: Block) -> Window:
        window.show_story(Story.read(docx(tmp_path / "rich.docx", blocks)))
        window.page.set_outline(outline(window.story.session.paragraphs))
        QApplication.processEvents()
        return window

    return opened


def formats(window: Window, index: int) -> list[QTextLayout.FormatRange]:
    """The formats laid over a paragraph."""
    window.page.repaint()
    return window.page.document().findBlockByNumber(index).layout().formats()


def block_format(window: Window, index: int) -> QTextBlockFormat:
    """How a paragraph is set."""
    return window.page.document().findBlockByNumber(index).blockFormat()


LOOKS = [
    (MarkKind.ITALIC, lambda form: form.fontItalic()),
    (MarkKind.BOLD, lambda form: form.fontWeight() > 500),
    (MarkKind.UNDERLINE, lambda form: form.fontUnderline()),
    (MarkKind.STRIKE, lambda form: form.fontStrikeOut()),
    (MarkKind.SMALL_CAPS, lambda form: form.fontCapitalization().name == "SmallCaps"),
    (MarkKind.SUPERSCRIPT, lambda form: form.verticalAlignment().name == "AlignSuperScript"),
    (MarkKind.SUBSCRIPT, lambda form: form.verticalAlignment().name == "AlignSubScript"),
]


@pytest.mark.parametrize(("kind", "is_so"), LOOKS)
def test_each_look_is_shown(open_blocks: Callable[..., Window], kind: MarkKind, is_so: Callable[..., bool]) -> None:
    window = open_blocks(Block("It was not so.", (Mark(7, 10, kind),)))
    assert [(each.start, each.length) for each in formats(window, 0) if is_so(each.format)] == [(7, 3)]


def test_places_are_counted_in_characters_that_qt_counts_twice(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(Block("😀😀 so", (Mark(3, 5, MarkKind.ITALIC),)))
    assert [(each.start, each.length) for each in formats(window, 0)] == [(5, 2)]


def test_the_page_holds_the_text_and_nothing_else(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(
        Block("One", (), Shape(ShapeKind.ITEM)), Block("So it was.", (NOTE,)), Block("a\u2028b", (), Shape(ShapeKind.VERSE)))
    assert page_texts(window) == texts(window) == ["One", "So it was.", "a\u2028b"]


def test_a_footnote_has_room_and_says_its_words(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(Block("So it was.", (Mark(5, 5, MarkKind.NOTE, "In May.", "1"),)))
    room = [each for each in formats(window, 0) if each.format.fontLetterSpacing() > 1]
    assert [(each.start, each.length) for each in room] == [(4, 1)]
    box = window.page.cursorRect()
    cursor = window.page.textCursor()
    cursor.setPosition(5)
    box = window.page.cursorRect(cursor)
    assert window.page.told_at(QPoint(box.left() - 4, box.center().y())) == "Footnote: In May."
    assert window.page.told_at(QPoint(box.left() + 20, box.center().y())) == ""


def test_what_marks_say_to_one_who_points_at_them() -> None:
    assert told(GONE, ()).startswith("Deleted by Ann Editor on 2026-01-02: “very ”.")
    assert told(CAME, ()).startswith("Inserted by Ann Editor on 2026-01-02.")
    assert told(Mark(0, 2, MarkKind.LINK, "https://a.b"), ()) == "A link to https://a.b"
    assert told(Mark(0, 0, MarkKind.IMAGE, "a map"), ()) == "A picture: a map."
    assert told(Mark(0, 2, MarkKind.ITALIC), ()) == ""
    note = FileNote("4", "Ann", "", "Why?", (FileNote("5", "Bo", "", "So."),))
    assert told(Mark(0, 2, MarkKind.COMMENT, "", "4"), (note,)) == "Ann: Why?\n↳ Bo: So."


def test_a_tooltip_shows_signs_of_markup_as_they_are_and_ends() -> None:
    assert tip("a <b>\nc") == "<qt>a &lt;b&gt;<br>c</qt>"
    assert len(tip("word " * 1000)) < 620


def test_shapes_are_set_in_and_aligned(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(
        Block("Said the story."), Block("Said the letter.", (), Shape(ShapeKind.QUOTE)),
        Block("Bread", (), Shape(ShapeKind.ITEM)), Block("Centred", (), Shape(align=Align.CENTRE)))
    assert block_format(window, 0).leftMargin() == 0
    assert block_format(window, 1).leftMargin() > 20 and block_format(window, 1).rightMargin() > 20
    assert block_format(window, 2).leftMargin() > 20 and block_format(window, 2).textIndent() == 0
    assert block_format(window, 3).alignment() & Qt.AlignmentFlag.AlignHCenter


def test_headings_have_three_sizes(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(Block("Title", (), Shape(ShapeKind.TITLE)), *(
        Block(f"Heading {level}", (), Shape(ShapeKind.HEADING, level)) for level in (1, 2, 3)), Block("It was."))
    dressed = [formats(window, index) for index in range(4)]
    sizes = [each[0].format.fontPointSize() for each in dressed]
    assert sizes[0] == sizes[1] > sizes[2] > sizes[3] > window.page.document().defaultFont().pointSizeF()


def test_items_are_counted_by_level() -> None:
    def item(level: int, numbered: bool = True) -> Paragraph:
        return Paragraph(0, "Bread", "Bread", shape=Shape(ShapeKind.ITEM, level, numbered=numbered))

    story = [item(0), item(1), item(1), item(0), Paragraph(0, "So.", "So."), item(0), item(1, False)]
    made = looks(story, outline(story), spaced=False)
    assert [each.bullet for each in made] == ["1.", "1.", "2.", "2.", "", "1.", "–"]
    assert made[1].left > made[0].left and made[4].role is Role.BODY


def test_marks_move_with_the_words_that_are_typed(open_blocks: Callable[..., Window]) -> None:
    window = open_blocks(Block("It was not so.", (Mark(7, 10, MarkKind.ITALIC),)))
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, "Oh. ")
    assert [(each.start, each.length) for each in formats(window, 0) if each.format.fontItalic()] == [(11, 3)]
    window.page.put_caret(0, 14)
    QTest.keyClicks(window.page, "hing")
    assert [(each.start, each.length) for each in formats(window, 0) if each.format.fontItalic()] == [(11, 7)]


def test_what_was_deleted_stands_struck_out_but_is_no_text(open_blocks: Callable[..., Window], qtbot: QtBot) -> None:
    window = open_blocks(Block("It was not so.", (Mark(7, 10, MarkKind.ITALIC),)))
    plain = window.page.grab().toImage()
    paragraph = window.story.session.paragraphs[0]
    marked = Paragraph(paragraph.id, paragraph.text, paragraph.raw, paragraph.gap, marks=(GONE,))
    window.story.session.bring_back([marked], label="x", initiator="test")
    shown = window.page.grab().toImage()
    red = theme.current().colour("deleted").name()
    assert page_texts(window) == ["It was not so."]
    assert red in {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(60, 120)}
    assert red not in {plain.pixelColor(x, y).name() for x in range(plain.width()) for y in range(60, 120)}
