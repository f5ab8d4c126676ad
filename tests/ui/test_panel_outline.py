# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline lists scenes and what stands apart, follows the cursor, and leads there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redraft.manuscript.outline import Kind, Outline
from redraft.ui.panels.outline.panel import OutlinePanel
from redraft.ui.panels.outline.rows import OutlineRow, Sort, outline_rows, rhythm, row_at, speak
from tests.ui.story import Room, outline, paragraphs, report, room


def rows(found: dict[int, int] | None = None) -> list[OutlineRow]:
    return outline_rows(outline(), paragraphs(), {1: report()}, found or {}, frozenset({"key 1"}))


def test_scenes_and_front_matter_in_reading_order() -> None:
    front, gate, days = rows({1: 3})
    assert (front.sort, front.title) == (Sort.APART, "Front matter · The Gate")
    assert (gate.sort, gate.scene, gate.findings, gate.reviewed, gate.words) == (Sort.SCENE, 1, 3, True, 400)
    assert (days.sort, days.reviewed, days.words) == (Sort.INFERRED, False, None)


def test_an_accepted_scene_is_a_scene_like_others() -> None:
    found = outline()
    accepted = Outline((found.scenes[0], replace(found.scenes[1], accepted=True)), found.kinds)
    assert outline_rows(accepted, paragraphs(), {}, {}, frozenset())[2].sort is Sort.SCENE


def test_details_say_ease_and_tense_as_far_as_known() -> None:
    front, gate, days = rows()
    assert (front.details, gate.details, days.details) == ("", "ease 80 · past", "")


def _kinds(letters: str) -> tuple[Kind, ...]:
    names = {"f": Kind.FRONT, "n": Kind.NOTE, "e": Kind.EMPTY, "b": Kind.BODY}
    return tuple(names[each] for each in letters)


@pytest.mark.parametrize(
    ("letters", "runs"),
    [("ffb", [(0, 2)]), ("fefb", [(0, 3)]), ("fnb", [(0, 1), (1, 2)]), ("bbn", [(2, 3)]), ("bb", []), ("nbn", [(0, 1), (2, 3)])])
def test_runs_of_what_stands_apart(letters: str, runs: Sequence[tuple[int, int]]) -> None:
    made = outline_rows(Outline((), _kinds(letters)), paragraphs(["x"] * len(letters)), {}, {}, frozenset())
    assert [(row.first, row.last) for row in made] == runs


def test_front_matter_is_listed_without_its_markup() -> None:
    made = outline_rows(Outline((), (Kind.FRONT,)), paragraphs(["# The *Big* Reg"]), {}, {}, frozenset())
    assert made[0].title == "Front matter · The Big Reg"


def test_a_note_is_called_one() -> None:
    made = outline_rows(Outline((), (Kind.NOTE,)), paragraphs(["A/N: hello"]), {}, {}, frozenset())
    assert made[0].title == "Author’s note · A/N: hello"


@given(st.lists(st.integers(1, 60), max_size=80))
def test_rhythm_keeps_between_the_shortest_and_longest(lengths: list[int]) -> None:
    bars = rhythm(lengths)
    assert len(bars) == min(12, len(lengths))
    assert all(min(lengths) <= bar <= max(lengths) for bar in bars)


def test_row_at_takes_the_scene_else_the_last_that_has_begun() -> None:
    assert [row_at(rows(), paragraph, 0) for paragraph in range(6)] == [0, 1, 1, 1, 2, 2]
    assert row_at(rows(), 3, 2) == 2  # the heading of scene 2
    assert row_at([], 3, 1) == -1


def test_a_likely_scene_says_how_to_settle_it() -> None:
    assert "A accepts, D dismisses" in speak(rows()[2]) and "jump of time" in speak(rows()[2])
    assert "Counted in no scene" in speak(rows()[0])
    assert "nothing found" in speak(rows()[1])


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[OutlinePanel, Room]:
    made = room()
    panel = OutlinePanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    panel.show()
    return panel, made


def test_the_panel_counts_what_is_found_in_each_scene(shown: tuple[OutlinePanel, Room]) -> None:
    panel, _ = shown
    assert [row.findings for row in panel.model.rows] == [0, 3, 1]
    assert not panel.is_empty


def test_it_follows_the_cursor(shown: tuple[OutlinePanel, Room]) -> None:
    panel, made = shown
    made.context.bus.caret_moved.emit(5, 0)
    assert panel.current is not None and panel.current.scene == 2
    made.context.bus.caret_moved.emit(0, 0)
    assert panel.current.sort is Sort.APART


def test_a_click_and_enter_go_there(shown: tuple[OutlinePanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    index = panel.model.index(2)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(index).center())
    panel.view.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert made.deeds == [("go_to", 4, 0, 0), ("go_to", 1, 0, 0)]


def test_a_likely_scene_is_accepted_or_dismissed(shown: tuple[OutlinePanel, Room]) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(2))
    panel._accept.trigger()
    assert made.context.book.current.scenes.accepted == {"key 2"}
    panel._dismiss.trigger()
    assert made.context.book.current.scenes.dismissed == {"key 2"}


def test_a_real_scene_is_not(shown: tuple[OutlinePanel, Room]) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(1))
    panel._dismiss.trigger()
    assert made.deeds == [] and "likely" in str(made.said[0])


def test_reviewed_and_back(shown: tuple[OutlinePanel, Room]) -> None:
    panel, made = shown
    panel.view.setCurrentIndex(panel.model.index(1))
    panel._review.trigger()
    assert made.context.book.current.reviewed == {"key 1"}
    panel.renew_now()
    panel._review.trigger()
    assert made.context.book.current.reviewed == frozenset()


def test_scenes_are_listed_before_the_story_is_analysed(qtbot: QtBot) -> None:
    made = room(["# One", "Anko went out. " * 9, "# Two", "Kakashi slept. " * 9])
    made.desk.know_nothing()
    panel = OutlinePanel(made.context)
    qtbot.addWidget(panel)
    panel.renew_now()
    assert [row.title for row in panel.model.rows] == ["One", "Two"]
    assert panel._sum.text() == "2 scenes"


def test_a_text_without_scenes_says_what_makes_one(qtbot: QtBot) -> None:
    made = room(["# One"])
    made.desk.know_nothing()
    panel = OutlinePanel(made.context)
    qtbot.addWidget(panel)
    panel.renew_now()
    assert panel.is_empty and "starts a scene" in panel._notice.text


def test_an_empty_page_says_what_to_do(qtbot: QtBot) -> None:
    made = room([""])
    panel = OutlinePanel(made.context)
    qtbot.addWidget(panel)
    panel.renew_now()
    assert panel.is_empty and "Ctrl+O" in panel._notice.text


def test_a_hidden_panel_waits(qtbot: QtBot) -> None:
    made = room()
    panel = OutlinePanel(made.context)
    qtbot.addWidget(panel)
    made.context.bus.findings_changed.emit(None)
    assert panel.model.rows == ()
    panel.show()
    assert len(panel.model.rows) == 3


