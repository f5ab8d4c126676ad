# SPDX-License-Identifier: GPL-3.0-or-later
"""The page and the session say the same, whoever changes the text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.session import Session
from redraft.ui.editor.bridge import Bridge
from redraft.ui.editor.page import Page
from redraft.ui.editor.shown import shown
from redraft.ui.main import application

Opener = Callable[..., Page]


def same(page: Page) -> list[str]:
    """The texts, after making sure that page and session agree."""
    texts = [each.text for each in page.test_session.paragraphs]  # type: ignore[attr-defined]
    assert page.document().toRawText().split("\u2029") == [shown(each) for each in texts] or not texts
    return texts


def test_typing_reaches_the_session(open_page: Opener) -> None:
    page = open_page("One.", "Two.")
    page.put_caret(1, 3)
    QTest.keyClicks(page, " more")
    assert same(page) == ["One.", "Two more."]


def test_enter_parts_a_paragraph_and_backspace_joins_it_again(open_page: Opener) -> None:
    page = open_page("One two.", "Three.")
    first_id = page.test_session.paragraphs[0].id  # type: ignore[attr-defined]
    page.put_caret(0, 4)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert same(page) == ["One ", "two.", "Three."]
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert same(page) == ["One two.", "Three."]
    assert page.test_session.paragraphs[0].id == first_id  # type: ignore[attr-defined]


def test_shift_enter_makes_no_line_separator(open_page: Opener) -> None:
    page = open_page("One two.")
    page.put_caret(0, 4)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert same(page) == ["One ", "two."]


def test_undo_takes_back_a_run_of_typing_and_puts_the_caret_there(open_page: Opener) -> None:
    page = open_page("One.", "Two.")
    page.put_caret(0, 3)
    QTest.keyClicks(page, " more")
    page.put_caret(1, 0)
    page.test_session.undo()  # type: ignore[attr-defined]
    assert same(page) == ["One.", "Two."]
    assert page.caret() == (0, 3)


def test_redo_brings_it_back(open_page: Opener) -> None:
    page = open_page("One.")
    page.put_caret(0, 3)
    QTest.keyClicks(page, " x")
    QTest.keyClick(page, Qt.Key.Key_Return)
    page.test_session.undo()  # type: ignore[attr-defined]
    page.test_session.undo()  # type: ignore[attr-defined]
    assert same(page) == ["One."]
    page.test_session.redo()  # type: ignore[attr-defined]
    page.test_session.redo()  # type: ignore[attr-defined]
    assert same(page) == ["One x", "."]


def test_moving_the_caret_begins_a_new_step_of_undo(open_page: Opener) -> None:
    page = open_page("One.")
    page.put_caret(0, 3)
    QTest.keyClicks(page, "a")
    page.put_caret(0, 0)
    QTest.keyClicks(page, "b")
    page.test_session.undo()  # type: ignore[attr-defined]
    assert same(page) == ["Onea."]


def test_pasted_paragraphs_are_one_step_of_undo(open_page: Opener) -> None:
    page = open_page("Start end.", "Last.")
    page.put_caret(0, 6)
    data = QMimeData()
    data.setText("a\r\nb\rc")
    data.setHtml("<b>a</b>")
    page.insertFromMimeData(data)
    assert same(page) == ["Start a", "b", "cend.", "Last."]
    page.test_session.undo()  # type: ignore[attr-defined]
    assert same(page) == ["Start end.", "Last."]


def test_no_break_spaces_emoji_and_unknown_characters_stay(open_page: Opener) -> None:
    odd = "Mr.\u00a0X \U0001f600 a\ud800b \ufdd0 \x00 \u2028 end"
    page = open_page(odd)
    page.put_caret(0, len(odd))
    QTest.keyClicks(page, "!")
    assert same(page) == [odd + "!"]


def test_places_count_characters_and_not_units(open_page: Opener) -> None:
    page = open_page("\U0001f600\U0001f600 ab")
    page.select(0, 3, 4)
    assert page.textCursor().selectedText() == "a"
    assert page.bridge.place_of(page.textCursor().position()) == (0, 4)


def test_an_empty_story_can_be_written_in(open_page: Opener) -> None:
    page = open_page()
    QTest.keyClicks(page, "Once")
    assert same(page) == ["Once"]
    page.test_session.undo()  # type: ignore[attr-defined]
    assert page.toPlainText() == ""


def test_everything_can_be_deleted_and_brought_back(open_page: Opener) -> None:
    page = open_page("One.", "", "Two.")
    page.selectAll()
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert same(page) == [""]
    page.test_session.undo()  # type: ignore[attr-defined]
    assert same(page) == ["One.", "", "Two."]


def test_a_change_of_format_is_no_edit(open_page: Opener) -> None:
    page = open_page("One.", "Two.")
    revision = page.test_session.revision  # type: ignore[attr-defined]
    page.set_zoom(150)
    page.set_theme()
    assert page.test_session.revision == revision  # type: ignore[attr-defined]


_TEXT = st.text(alphabet="ab\u00a0\U0001f600é\u2028\x00", max_size=6)
_STEP = st.tuples(st.sampled_from(["type", "delete", "session", "undo", "redo"]), st.integers(0, 40), st.integers(0, 12),
                  st.lists(_TEXT, max_size=3))


@given(st.lists(_TEXT, min_size=1, max_size=4), st.lists(_STEP, max_size=14))
def test_page_and_session_never_part(start: list[str], steps: list[tuple[str, int, int, list[str]]]) -> None:
    application()
    session = Session(Manuscript(None, paragraphs=tuple(
        Paragraph(number, text, text) for number, text in enumerate(start))))
    document = QTextDocument()
    bridge = Bridge(document)
    bridge.attach(session, QTextBlockFormat())
    for kind, place, length, texts in steps:
        _step(bridge, document, session, kind, place, length, texts)
        page = document.toRawText().split("\u2029")
        assert page == ([shown(each.text) for each in session.paragraphs] or [""])
        assert len({each.id for each in session.paragraphs}) == len(session.paragraphs)
    while session.undo():
        pass
    assert [each.text for each in session.paragraphs] == start
    assert document.toRawText().split("\u2029") == [shown(each) for each in start]


def _step(
    bridge: Bridge, document: QTextDocument, session: Session, kind: str, place: int, length: int, texts: list[str],
) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(place % document.characterCount())
    if kind in ("type", "delete"):
        end = min(cursor.position() + length, document.characterCount() - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        bridge.moved(cursor)
        if kind == "type":
            cursor.insertText("\n".join(shown(each) for each in texts))
        else:
            cursor.removeSelectedText()
    elif kind == "session":
        first = place % (len(session.paragraphs) + 1)
        session.replace(first, min(first + length % 3, len(session.paragraphs)), texts, label="x", initiator="test")
    elif kind == "undo":
        session.undo()
    else:
        session.redo()
