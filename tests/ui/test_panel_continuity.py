# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictions with all their places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict, Place
from redraft.ui.context import Selection
from redraft.ui.panels.continuity.panel import ContinuityPanel
from redraft.ui.panels.continuity.rows import ConflictRow, SectionRow, TextRow, conflict_rows, speak
from tests.ui.story import TEXTS, Room, conflict, outline, paragraphs, room


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


def headings(panel: ContinuityPanel) -> list[str]:
    return [each.heading.title if isinstance(each.heading, SectionRow) else "conflict" for each in panel.model.groups]


def test_what_is_intended_is_not_asked_again_until_taken_back(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, _ = shown
    panel.view.setCurrentIndex(panel.model.index(0))
    panel._intended.trigger()
    panel.renew_now()
    assert headings(panel) == ["Answered"] and not panel.view.isExpanded(panel.model.index(0))
    panel.view.setCurrentIndex(panel.model.index(0, 0, panel.model.index(0)))
    panel._drop.trigger()
    panel.renew_now()
    assert headings(panel) == ["conflict"]


def test_fix_goes_to_the_last_place(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(0))
    panel._fix.trigger()
    assert made.deeds == [("go_to", 5, 14, 23)]


def test_a_note_stays_with_its_words_and_its_character(shown: tuple[ContinuityPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    made.asked.selected = Selection((1, 0), (1, 4), "Anko")
    panel.begin_note()
    assert panel.field.isVisible() and panel.field._who.currentText() == "Anko"
    qtbot.keyClicks(panel.field._line, "She is left-handed.")
    qtbot.keyClick(panel.field._line, Qt.Key.Key_Return)
    panel.renew_now()
    row = panel.model.groups[1].rows[0]
    assert isinstance(row, TextRow) and (row.title, row.words) == ("She is left-handed.", "Anko · “Anko”")
    panel._go(row)
    assert made.deeds[-1] == ("go_to", 1, 0, 4)


def test_without_words_selected_the_author_is_told_what_to_do(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, made = shown
    panel.begin_note()
    assert not panel.field.isVisible() and "Select the words" in str(made.said[-1])


def test_names_much_alike_are_a_hint(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, made = shown
    made.desk.alike = (Alike("Anko", "Anka", 11, 0, 4),)
    panel.renew_now()
    assert headings(panel) == ["conflict", "Names much alike"]
    row = panel.model.groups[1].rows[0]
    assert speak(row).startswith("Anko · Anka")
    panel._go(row)
    assert made.deeds[-1] == ("go_to", 1, 0, 4)


def test_names_meant_to_be_alike_are_told_no_more(shown: tuple[ContinuityPanel, Room]) -> None:
    panel, made = shown
    made.desk.alike = (Alike("Anko", "Anka", 11, 0, 4),)
    panel.renew_now()
    panel.view.setCurrentIndex(panel.model.index(0, 0, panel.model.index(1)))
    assert panel._intended.isEnabled() and not panel._changed.isEnabled()
    panel._intended.trigger()
    panel.renew_now()
    assert headings(panel) == ["conflict", "Answered"] and "Ctrl+Z" in str(made.said[-1])


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
    assert panel.is_empty and "agrees with itself" in panel._notice.text
