# SPDX-License-Identifier: GPL-3.0-or-later
"""The page as it is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QInputMethodEvent, QTextCursor, QTextLayout, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redraft.checks.finding import Finding, Severity
from redraft.ui import theme
from redraft.ui.editor.layers import FindingLayer
from redraft.ui.editor.page import Page

Opener = Callable[..., Page]
LONG = "It was a long and winding road that went on and on beyond the hills, and nobody knew where it would end. " * 3


def formats(page: Page, index: int) -> list[QTextLayout.FormatRange]:
    """The formats laid over a paragraph."""
    QApplication.processEvents()
    return page.document().findBlockByNumber(index).layout().formats()


def test_a_line_holds_60_to_75_characters_whatever_the_window_s_width(open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(LONG)
    for width in (1000, 1600, 2400):
        page.resize(width, 700)
        QApplication.processEvents()
        layout = page.document().firstBlock().layout()
        lengths = [layout.lineAt(number).textLength() for number in range(1, layout.lineCount() - 1)]
        assert all(55 <= each <= 80 for each in lengths), lengths
        left = page.viewport().x()
        right = page.width() - page.viewport().geometry().right()
        assert abs(left - right) <= 24


def test_italics_are_shown_and_their_marks_dimmed(open_page: Opener) -> None:
    page = open_page("He *did* it, **yes**, <i>he</i>.")
    shown = {(each.start, each.length): each for each in formats(page, 0)}
    assert shown[4, 3].format.fontItalic()
    assert shown[15, 3].format.fontWeight() > 500
    assert shown[25, 2].format.fontItalic()
    assert shown[3, 1].format.foreground().color() != theme.current().colour("page_text")


def test_headings_are_larger(open_page: Opener) -> None:
    page = open_page("It rained.", "## Two", "It rained on.")
    assert formats(page, 1)[-1].format.fontPointSize() > page.document().defaultFont().pointSizeF() * 1.1


def test_a_scene_mark_stands_in_the_middle(open_page: Opener) -> None:
    page = open_page("It rained.", "***", "It stopped.")
    assert page.document().findBlockByNumber(1).blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter


def test_formats_follow_what_is_typed(open_page: Opener) -> None:
    page = open_page("He did it.")
    page.put_caret(0, 3)
    QTest.keyClicks(page, "*")
    page.put_caret(0, 7)
    QTest.keyClicks(page, "*")
    assert any(each.format.fontItalic() and each.length == 3 for each in formats(page, 0))


def test_zoom_keeps_the_paragraph_on_screen(open_page: Opener) -> None:
    page = open_page(*[f"{number} {LONG}" for number in range(80)])
    page.put_caret(40, 0)
    top = page.first_visible()
    size = QFontMetricsF(page.document().defaultFont()).height()
    page.set_zoom(150)
    QApplication.processEvents()
    assert QFontMetricsF(page.document().defaultFont()).height() > size * 1.3
    assert abs(page.first_visible() - top) <= 1


def test_the_wheel_in_the_margin_scrolls_the_page(open_page: Opener) -> None:
    page = open_page(*[LONG] * 60)
    page.resize(1600, 700)
    QApplication.processEvents()
    wheel = QWheelEvent(QPointF(5, 300), QPointF(5, 300), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(page, wheel)
    assert page.verticalScrollBar().value() > 0


def test_events_that_the_text_does_not_want_go_round_no_circle(open_page: Opener) -> None:
    page = open_page("One.", "Two.")
    page.resize(1600, 700)
    QApplication.processEvents()
    for target in (page, page.viewport()):
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
            QTest.mouseClick(target, button, Qt.KeyboardModifier.NoModifier, QPoint(20, 100))
        wheel = QWheelEvent(QPointF(20, 300), QPointF(20, 300), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(target, wheel)
    assert page.test_session.paragraphs[0].text == "One."  # type: ignore[attr-defined]


def test_a_click_in_the_margin_puts_the_caret_on_that_line(open_page: Opener) -> None:
    page = open_page("One.", "Two.", "Three.")
    page.resize(1600, 700)
    QApplication.processEvents()
    line = page.cursorRect(page.textCursor()).height()
    y = page.cursorRect().center().y() + round(line * 1.2)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1500, y))
    assert page.caret() == (1, 4)


def test_copies_keep_no_break_spaces(open_page: Opener) -> None:
    page = open_page("Mr.\u00a0X", "said.")
    page.selectAll()
    data = page.createMimeDataFromSelection()
    assert data.text() == "Mr.\u00a0X\nsaid."
    assert not data.hasHtml()


def test_what_an_input_method_composes_is_no_edit_until_it_is_done(open_page: Opener) -> None:
    page = open_page("ab *cd* ef")
    page.put_caret(0, 2)
    revision = page.test_session.revision  # type: ignore[attr-defined]
    QApplication.sendEvent(page, QInputMethodEvent("に", []))
    assert page.test_session.revision == revision  # type: ignore[attr-defined]
    assert any(each.format.fontItalic() and each.start == 5 for each in formats(page, 0))
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(page, done)
    assert page.test_session.paragraphs[0].text == "ab日本 *cd* ef"  # type: ignore[attr-defined]


def test_findings_are_underlined_in_their_colour_under_their_words(open_page: Opener) -> None:
    page = open_page("He was a rouge ninja.")
    finding = Finding("x", "confusable", Severity.ERROR, 0, 9, 14, "rouge", "?")
    page.layers.append(FindingLayer(lambda index: (finding,) if index == 0 else ()))
    page.viewport().update()
    image = page.viewport().grab().toImage()
    start, end = (page.cursorRect(cursor(page, place)) for place in (9, 14))
    red = theme.current().mark("confusable").colour
    under = range(start.bottom() - 6, start.bottom() + 6)
    assert coloured(image, red, range(start.left() + 2, end.left() - 2), under)
    assert not coloured(image, red, range(end.left() + 12, end.left() + 60), under)


def cursor(page: Page, place: int) -> QTextCursor:
    """A cursor at a place in the first paragraph."""
    made = page.textCursor()
    made.setPosition(place)
    return made


def coloured(image: QImage, colour: QColor, xs: range, ys: range) -> bool:
    """Whether some pixel in the box is near to the colour."""
    ratio = image.devicePixelRatio()
    for x in xs:
        for y in ys:
            seen = image.pixelColor(round(x * ratio), round(y * ratio))
            if abs(seen.red() - colour.red()) + abs(seen.green() - colour.green()) + abs(seen.blue() - colour.blue()) < 90:
                return True
    return False
