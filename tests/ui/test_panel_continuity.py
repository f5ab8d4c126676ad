# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictions with all their places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redraft.continuity.conflicts import Conflict, Place
from redraft.ui.panels.continuity.panel import ContinuityPanel
from redraft.ui.panels.continuity.rows import ConflictRow, conflict_rows, speak, time_rows
from tests.ui.story import TEXTS, FakeDesk, Room, conflict, outline, paragraphs, room


def test_a_conflict_and_its_places() -> None:
    (heading, places), = conflict_rows([conflict()], paragraphs(), outline())
    assert isinstance(heading, ConflictRow) and heading.kind == "Spelled two ways" and heading.places == 2
    assert [(each.index, each.start, each.end, each.scene) for each in places] == [(4, 26, 36, 2), (5, 14, 23, 2)]
    assert places[1].before + places[1].words + places[1].after == TEXTS[5]


def test_a_place_that_moved_is_found_again() -> None:
    texts = [*TEXTS[:5], "Then: " + TEXTS[5]]
    (_, places), = conflict_rows([conflict()], paragraphs(texts), outline())
    assert places[1].start == 20


def test_a_conflict_with_one_place_left_is_none() -> None:
    texts = [*TEXTS[:5], "Her eyes were blue."]
    assert conflict_rows([conflict()], paragraphs(texts), outline()) == []


def test_descriptions_come_before_spellings_and_unknown_kinds_last() -> None:
    made = [replace(conflict(), kind=kind) for kind in ("term", "new kind", "attribute", "time")]
    kinds = [heading.kind for heading, _ in conflict_rows(made, paragraphs(), outline()) if isinstance(heading, ConflictRow)]
    assert kinds == ["Two descriptions", "Two times", "Spelled two ways", "Conflict"]


def test_times_stand_under_one_heading() -> None:
    (heading, places), = time_rows(FakeDesk().timeline, paragraphs(), outline())
    assert (places[0].words, places[0].note) == ("Three days later", "day 3")
    assert "1 place" in speak(heading) and speak(places[0]).startswith("Scene 2 (day 3)")
    assert time_rows((), paragraphs(), outline()) == []


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[ContinuityPanel, Room]:
    made = room()
    panel = ContinuityPanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    return panel, made


def test_a_click_goes_to_the_place(shown: tuple[ContinuityPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    index = panel.model.index(1, 0, panel.model.index(0))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(index).center())
    assert made.deeds == [("go_to", 5, 14, 23)]


def test_time_is_folded_until_asked_for(shown: tuple[ContinuityPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    times = panel.model.index(1)
    assert not panel.view.isExpanded(times)
    panel.view.setCurrentIndex(times)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.view.isExpanded(times) and made.deeds == []


def test_a_long_message_is_not_cut(shown: tuple[ContinuityPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    places = (Place(14, 26, 36, "grey-green"), Place(15, 14, 23, "greygreen"))
    made.desk.conflicts = (Conflict("attribute", "Anko", "Her eyes are brown. " * 12, places),)
    panel.renew_now()
    qtbot.wait(1)
    assert panel.view.visualRect(panel.model.index(0)).height() > 80


def test_a_story_that_agrees_with_itself_says_so(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, made = shown
    made.desk.conflicts = ()
    panel.renew_now()
    assert not panel.is_empty and panel._sum.text() == "No contradictions."
    made.desk.timeline = ()
    panel.renew_now()
    assert panel.is_empty and "agrees with itself" in panel._notice.text
