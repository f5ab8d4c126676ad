# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes panel: filtered, sorted, counted; its keys do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from redraft.manuscript.outline import outline
from redraft.notes.following import Spot
from redraft.notes.note import Kind, Note, Quote, Reaction, State, Target
from redraft.ui.notes.desk import Placed
from redraft.ui.panels.notes.panel import NotesPanel
from redraft.ui.panels.notes.rows import Wanted, names, rows, speak, summary
from redraft.ui.story import Story
from redraft.ui.window import Window

STORY = "Chapter One\n\nThe lamp went out.\n\nNobody was there.\n\nChapter Two\n\nIt rained.\n"


def note(id: str, author: str, when: str, **fields: object) -> Note:
    return Note(id, author, f"Says {id}.", created=when, quote=Quote("words"), **fields)  # type: ignore[arg-type]


PLACED = [
    Placed(note("a", "Ann", "2026-01-03"), Spot(1, 4, 1, 8)),
    Placed(note("b", "Bob", "2026-01-01", kind=Kind.QUESTION), Spot(2, 0, 2, 6)),
    Placed(note("c", "Ann", "2026-01-02", done=True), Spot(4, 0, 4, 2)),
    Placed(note("d", "Ann", "2026-01-05", reaction=Reaction.LOVED), None),
    Placed(note("e", "Bob", "2026-01-04", target=Target.MANUSCRIPT), None),
]


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    path = tmp_path / "lamp.txt"
    path.write_text(STORY, encoding="utf-8")
    window.show_story(Story.read(path))
    return window


def ids(window: Window, wanted: Wanted) -> str:
    found, _ = rows(PLACED, outline(window.story.session.paragraphs), wanted)
    return "".join(each.id for each in found)


def test_rows_are_those_asked_for(opened: Window) -> None:
    assert ids(opened, Wanted()) == "abe"
    assert ids(opened, Wanted(state="")) == "abcde"
    assert ids(opened, Wanted(state="done")) == "c"
    assert ids(opened, Wanted(state="lost")) == "d"
    assert ids(opened, Wanted(reader="Bob")) == "be"
    assert ids(opened, Wanted(kind=Kind.QUESTION)) == "b"
    assert ids(opened, Wanted(state="", scene=2)) == "c"
    assert ids(opened, Wanted(state="", by_time=True)) == "deacb"


def test_counts_are_by_reader_and_scene(opened: Window) -> None:
    found, counts = rows(PLACED, outline(opened.story.session.paragraphs), Wanted(state=""))
    assert counts.readers == {"Ann": 3, "Bob": 2} and counts.scenes == {0: 2, 1: 2, 2: 1}
    assert summary(counts) == "5 notes · Ann 3 · Bob 2"
    assert names(counts)[1] == ("Ann", "Ann (3)")
    assert speak(found[0]) == "Note of Ann, sc. 1 on “words”: Says a."
    assert found[3].where == "words gone" and found[3].state is State.LOST and found[4].where == "whole story"


def test_the_panel_lists_goes_there_and_settles(opened: Window, qtbot: QtBot) -> None:
    notes = opened.context.notes
    first = notes.add("One.", Spot(1, 4, 1, 8))
    notes.add("Two.", Spot(2, 0, 2, 6), Kind.SUGGESTION, "No one")
    panel = opened.docks.docks["notes"].widget()
    assert isinstance(panel, NotesPanel)
    opened.docks.docks["notes"].raise_()
    qtbot.waitUntil(lambda: len(panel.model.rows) == 2)
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened.page.textCursor().selectedText() == "Nobody"
    assert opened.noting.card.isVisible()
    panel._take.trigger()
    assert opened.story.session.paragraphs[2].text == "No one was there."
    qtbot.waitUntil(lambda: [each.id for each in panel.model.rows] == [first])
    panel.view.setCurrentIndex(panel.model.index(0))
    panel._done.trigger()
    qtbot.waitUntil(lambda: not panel.model.rows)
    panel.choose_state("done")
    assert len(panel.model.rows) == 2
    panel.view.setCurrentIndex(panel.model.index(0))
    panel._delete.trigger()
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1)


def test_without_notes_it_says_how_they_come(opened: Window) -> None:
    panel = opened.docks.docks["notes"].widget()
    assert isinstance(panel, NotesPanel)
    panel.renew_now()
    assert panel.is_empty and "Ctrl+M" in panel._notice.text
