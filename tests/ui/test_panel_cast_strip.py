# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip of scenes on a character's page: by mouse, by keys, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redraft.storage import story_bible
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar
from redraft.ui.actions import MENUS, Spec
from redraft.ui.panels.cast.panel import CastPanel
from redraft.ui.panels.cast.rows import Cell, span_of
from redraft.ui.panels.cast.sequel import carry_over
from redraft.ui.panels.cast.strip import SceneStrip
from tests.ui.story import TEXTS, room

CELLS = (Cell(1, "The gate", 4, (1, 0, 4)), Cell(2, "", 0, None), Cell(3, "Anko", 1, (9, 2, 6)))


@pytest.fixture
def strip(qtbot: QtBot) -> tuple[SceneStrip, list[tuple[int, int, int]]]:
    made, went = SceneStrip(), []
    qtbot.addWidget(made)
    made.resize(300, 24)
    made.show_cells("Anko", CELLS)
    made.wanted.connect(lambda *place: went.append(place))
    made.show()
    return made, went


def test_a_click_goes_to_the_scene(strip: tuple[SceneStrip, list[tuple[int, int, int]]], qtbot: QtBot) -> None:
    made, went = strip
    for x in (50, 150, 250):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert went == [(1, 0, 4), (9, 2, 6)]


def test_keys_go_from_scene_to_scene(strip: tuple[SceneStrip, list[tuple[int, int, int]]], qtbot: QtBot) -> None:
    made, went = strip
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Home,
                Qt.Key.Key_Enter, Qt.Key.Key_Left):  # fmt: skip
        qtbot.keyClick(made, key)
    assert went == [(9, 2, 6), (1, 0, 4), (1, 0, 4)] and made.current == 0


def test_each_scene_is_told_in_words(strip: tuple[SceneStrip, list[tuple[int, int, int]]], qtbot: QtBot) -> None:
    made, _ = strip
    assert made.accessibleDescription() == "Scene 1, The gate: named 4 times"
    assert [each.words for each in CELLS[1:]] == ["Scene 2: not here", "Scene 3, Anko: named 1 time"]
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, QPoint(250, 8), made.mapToGlobal(QPoint(250, 8))))
    assert made.cell_at(250) == 2


def test_many_narrow_cells_give_the_nearest_scene(qtbot: QtBot) -> None:
    made = SceneStrip()
    qtbot.addWidget(made)
    made.resize(100, 24)
    made.show_cells("Anko", [Cell(number, "", number == 150, (number, 0, 4) if number == 150 else None)
                             for number in range(1, 301)])  # fmt: skip
    assert made.cells[made.cell_at(49.4)].number == 150 and made.cells[made.cell_at(10)].place is None


def test_a_strip_without_scenes_does_nothing(qtbot: QtBot) -> None:
    made = SceneStrip()
    qtbot.addWidget(made)
    made.show_cells("Anko", ())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.keyClick(made, Qt.Key.Key_Right)
    assert made.cell_at(4) == -1 and made.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("cells", "words"), [(CELLS, "Scenes 1–3, in 2 of 3"), (CELLS[:2], "Scene 1 of 2"), (CELLS[:1], ""), (CELLS[1:2] * 2, "")]
)
def test_first_and_last_scene(cells: tuple[Cell, ...], words: str) -> None:
    assert span_of(cells) == words


def test_the_page_shows_the_strip_and_notes_about_the_character(qtbot: QtBot) -> None:
    made = room()
    entry = story_bible.note("n1", "Never drinks tea.", TEXTS[1], 0, 4, "Anko")
    other = story_bible.note("n2", "Limps.", TEXTS[1], 0, 4, "Kakashi")
    for each in (entry, other):
        made.context.book.put(each.kind, each.id, each.fields).do()
    panel = CastPanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    assert [each.count for each in panel.details.strip.cells] == [2, 1] and panel.details._span.text() == "Scenes 1–2, in 2 of 2"
    titles = [each.heading.title for each in panel.details.model.groups]  # type: ignore[attr-defined]
    assert titles == ["Eyes: grey-green", "Your notes", "Scenes"]
    assert [each.title for each in panel.details.model.groups[1].rows] == ["Never drinks tea."]  # type: ignore[attr-defined]
    panel.details.strip.setFocus()
    qtbot.keyClick(panel.details.strip, Qt.Key.Key_End)
    qtbot.keyClick(panel.details.strip, Qt.Key.Key_Return)
    assert made.deeds[-1] == ("go_to", 4, 17, 21)


def test_words_and_cast_are_carried_to_a_sequel(tmp_path: Path) -> None:
    made = room()
    sequel = tmp_path / "two.txt"
    sequel.write_text("Anko came back.", encoding="utf-8")
    made.context.book.add_word("zork").do()
    carry_over(made.context, sequel)
    told = DecisionBook(Sidecar.open(sequel)).current
    assert told.own_words == {"zork"} and told.cast.added == {"Anko"} and "carried to two.txt" in str(made.said[-1])
    carry_over(made.context, sequel)
    assert "knows all of it already" in str(made.said[-1])


def test_bible_and_sequel_are_in_the_menu() -> None:
    named = {each.id: each.text for _, entries in MENUS for each in entries if isinstance(each, Spec)}
    assert named["story-bible"] == "Export Story &Bible…" and "sequel" in named["sequel"].lower()
