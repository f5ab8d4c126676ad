# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a finding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from redraft.ui.editor.card import Card
from redraft.ui.window import Window
from tests.ui.acting import found, judge, texts


def buttons(card: Card) -> list[str]:
    """What the card's buttons say."""
    return [each.text() for each in card.findChildren(QPushButton) if each.isVisibleTo(card)]


def open_card(window: Window, qtbot: QtBot) -> Card:
    """The card of the first finding, by keyboard."""
    window.page.put_caret(0, 0)
    window.reviewing.next()
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible())
    return window.reviewing.card


def test_it_says_what_and_why_and_offers_three_suggestions(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue", "red", "rough", "route"))
    card = open_card(window, qtbot)
    said = [each.text() for each in card.findChildren(QLabel) if each.isVisibleTo(card)]
    assert "About “rouge”." in said
    assert [each.split()[-1] for each in buttons(card)[:3]] == ["rogue", "red", "rough"]
    assert not any("route" in each for each in buttons(card))
    assert card.accessibleName() == "rouge: About “rouge”."


def test_only_words_can_become_the_story_s(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    assert "Story’s word" not in buttons(open_card(window, qtbot))
    judge(window, found(window, 0, "ninja", category="spelling"))
    assert not window.reviewing.card.isVisible()
    assert "Story’s word" in buttons(open_card(window, qtbot))


def test_a_number_takes_that_suggestion(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue", "red"))
    QTest.keyClick(open_card(window, qtbot), Qt.Key.Key_2)
    assert "a red ninja" in texts(window)[0]


def test_a_number_without_a_suggestion_is_written(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    QTest.keyClick(open_card(window, qtbot), Qt.Key.Key_2)
    assert "a 2rouge ninja" in texts(window)[0]


def test_no_suggestion_is_said(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge"))
    card = open_card(window, qtbot)
    assert any("for you to decide" in each.text() for each in card.findChildren(QLabel))
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "rouge" in texts(window)[0]


def test_escape_closes_and_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    QTest.keyClick(open_card(window, qtbot), Qt.Key.Key_Escape)
    assert not window.reviewing.card.isVisible()
    assert window.focusWidget() is window.page


def test_tab_walks_through_all_it_offers(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    card = open_card(window, qtbot)
    seen = set()
    for _ in range(12):
        focused = window.focusWidget()
        assert focused is card or card.isAncestorOf(focused)
        if isinstance(focused, QPushButton):
            seen.add(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"Ignore", "Ignore everywhere", "Switch rule off", "About this rule"} <= seen


def test_shift_delete_ignores_everywhere(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    QTest.keyClick(open_card(window, qtbot), Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert window.story.book.current.dismissed[0].anywhere


def test_the_mouse_opens_it_and_leaving_closes_it(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    cursor = window.page.textCursor()
    cursor.setPosition(texts(window)[0].index("rouge") + 2)
    move(window, window.page.cursorRect(cursor))
    qtbot.waitUntil(lambda: window.reviewing.card.isVisible())
    assert window.focusWidget() is window.page
    move(window, QRect(3, window.page.viewport().height() - 4, 1, 1))
    qtbot.waitUntil(lambda: not window.reviewing.card.isVisible())


def test_it_stays_inside_the_window(window: Window, qtbot: QtBot) -> None:
    judge(window, found(window, 0, "rouge", "rogue"))
    card = open_card(window, qtbot)
    for words in (QRect(0, 0, 40, 20), QRect(card.room.width() - 20, card.room.height() - 30, 40, 20)):
        assert card.finding is not None
        card.show_finding(card.finding, words, keyboard=False)
        assert card.room.rect().contains(card.geometry())


def move(window: Window, where: QRect) -> None:
    """Move the mouse over the page."""
    place = QPointF(where.center())
    event = QMouseEvent(QEvent.Type.MouseMove, place, window.page.viewport().mapToGlobal(place), Qt.MouseButton.NoButton,
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.page.viewport(), event)


def test_after_three_marks_left_alone_the_rule_may_be_switched_off(window: Window, qtbot: QtBot) -> None:
    words = texts(window)[0].split()[:4]
    for word in words[:2]:
        window.ignore(found(window, 0, word), False)
    assert not answers(window)
    window.ignore(found(window, 0, words[2]), False)
    qtbot.waitUntil(lambda: len(answers(window)) == 2)
    off, keep = answers(window)
    assert (off.text(), keep.text()) == ("Switch it off here", "Keep it")
    assert not window.story.book.current.rules_off
    off.click()
    assert len(window.story.book.current.rules_off) == 1
    window.ignore(found(window, 0, words[3]), False)
    qtbot.waitUntil(lambda: not answers(window))


def answers(window: Window) -> list[QPushButton]:
    return [each for each in window.notices.findChildren(QPushButton) if each.isVisible()]


def test_no_button_of_the_card_is_cut(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, each has the room that its words need, inside the card."""
    monkeypatch.setattr(window.reviewing, "_speaker", lambda finding: "Anna")
    judge(window, found(window, 0, "ninja", category="spelling"))
    card = open_card(window, qtbot)
    shown = [each for each in card.findChildren(QPushButton) if each.isVisibleTo(card)]
    assert "Ignore in this character’s speech" in [each.text() for each in shown]
    for button in shown:
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(card, button.rect().topRight()).x() < card.width()
