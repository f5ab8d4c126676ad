# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes, their days, and what the author corrects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from redraft.ui.panels.timeline.panel import TimelinePanel
from redraft.ui.panels.timeline.rows import SceneTime, between, speak, time_rows
from tests.ui.story import TEXTS, FakeDesk, Room, outline, paragraphs, room


def test_every_scene_has_a_row_and_its_words_of_time() -> None:
    (first, none), (second, places) = time_rows(FakeDesk().timeline, {}, paragraphs(), outline())
    assert (first.number, first.day, none) == (1, "", ()) and (second.day, second.cues) == ("day 3", 1)
    assert (places[0].words, places[0].note) == ("Three days later", "day 3")
    assert speak(second) == "Scene 2, Three days: day 3, 1 word of time"
    assert speak(places[0]).startswith("Three days later (day 3)")


def test_a_day_said_by_the_author_is_told_as_such() -> None:
    _, (second, _) = time_rows(FakeDesk().timeline, {"key 2": 1}, paragraphs(), outline())
    assert (second.day, second.corrected) == ("days 1–3", 1) and "as you said" in speak(second)


def test_a_scene_between_two_of_one_day_is_of_that_day_still() -> None:
    def scene(day: str) -> SceneTime:
        return SceneTime(day, 1, "", day, None, 0, 0)

    rows = [(scene(day), ()) for day in ("", "days 1–2", "", "", "day 2", "", "day 3", "", "day 9", "")]
    assert [each.day for each, _ in between(rows)] == [
        "", "days 1–2", "still day 2", "still day 2", "day 2", "day 2 or 3", "day 3", "", "day 9", ""]


def test_words_that_are_gone_are_left_out() -> None:
    _, (second, places) = time_rows(FakeDesk().timeline, {}, paragraphs([*TEXTS[:4], "Anko slept.", TEXTS[5]]), outline())
    assert places == () and second.day == ""


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[TimelinePanel, Room]:
    made = room()
    panel = TimelinePanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    return panel, made


def test_enter_unfolds_a_scene_and_goes_to_its_words(shown: tuple[TimelinePanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.view.isExpanded(panel.model.index(1))
    panel.view.setCurrentIndex(panel.model.index(0, 0, panel.model.index(1)))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert made.deeds == [("go_to", 4, 0, 16)]


def test_the_author_says_on_which_day_a_scene_begins(shown: tuple[TimelinePanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(1))
    panel._correct.trigger()
    assert panel.field.isVisible() and panel.field._day.value() == 3
    panel.field._day.setValue(9)
    qtbot.keyClick(panel.field._day, Qt.Key.Key_Return)
    assert made.context.book.current.continuity.days == (("key 2", 9),) and not panel.field.isVisible()
    panel.renew_now()
    panel.view.setCurrentIndex(panel.model.index(1))
    panel._back.trigger()
    assert made.context.book.current.continuity.days == ()


def test_escape_says_nothing(shown: tuple[TimelinePanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(0))
    panel._correct.trigger()
    qtbot.keyClick(panel.field._day, Qt.Key.Key_Escape)
    assert made.deeds == [] and not panel.field.isVisible()


def test_words_that_are_not_about_now(shown: tuple[TimelinePanel, Room]) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(0, 0, panel.model.index(1)))
    menu = QMenu()
    panel._fill(menu)
    assert "Not about now" in [each.text() for each in menu.actions()]
    panel._drop.trigger()
    (aside,) = made.context.book.current.continuity.asides
    assert aside.words == "Three days later"


def test_a_story_without_time_says_what_would_be_here(shown: tuple[TimelinePanel, Room]) -> None:
    panel, made = shown
    made.desk.timeline = ()
    panel.renew_now()
    assert panel.is_empty and "No word of time" in panel._notice.text
    made.desk.know_nothing()
    panel.renew_now()
    assert "Reading" in panel._notice.text
