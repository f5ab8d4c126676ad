# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters on the page: who is under the pointer, names in colour, names completed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redraft.characters.cast import Cast, Character
from redraft.manuscript.outline import Outline
from redraft.ui.editor.completion import begun, completions
from redraft.ui.editor.naming import Naming
from redraft.ui.editor.page import Page
from tests.ui.story import Room, cast, room


@pytest.mark.parametrize(
    ("before", "word"),
    [("He saw An", "An"), ("“An", "An"), ("An", "An"), ("he saw an", ""), ("Anko ", ""), ("O’Ne", "O’Ne"), ("", "")],
)
def test_the_word_being_written(before: str, word: str) -> None:
    assert begun(before) == word


def test_names_that_begin_so() -> None:
    people = Cast((Character("Anko Mitarashi", ("Anko", "Ms. Mitarashi")), Character("Anna")))
    assert completions("An", people) == ("Anko", "Anna", "Anko Mitarashi")
    assert completions("Mi", people) == ("Mitarashi",)
    assert completions("Anna", people) == () and completions("", people) == ()


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[Naming, Page, Room]:
    made = room()
    page = Page()
    qtbot.addWidget(page)
    page.resize(700, 500)
    naming = Naming(page, made.context)
    page.open(made.context.session, Outline((), ()))
    page.show()
    made.context.session.subscribe(made.context.bus.text_changed.emit)
    made.context.bus.story_changed.emit(frozenset({"cast"}))
    return naming, page, made


def test_who_is_named_at_a_place(shown: tuple[Naming, Page, Room]) -> None:
    naming, _, _ = shown
    found = naming.at(1, 2)
    assert found is not None and found.name == "Anko"
    assert naming.at(1, 9) is None and naming.at(99, 0) is None


def test_a_name_that_is_gone_is_nobody_s(shown: tuple[Naming, Page, Room]) -> None:
    naming, _, made = shown
    made.context.session.replace(1, 2, ["Nobody went through."], label="x", initiator="test")
    assert naming.at(1, 2) is None


def test_names_are_shown_in_colour_until_told_otherwise(shown: tuple[Naming, Page, Room]) -> None:
    naming, _, made = shown
    made.context.bus.highlight_wanted.emit("Anko")
    assert naming._highlighted(1) == [(0, 4)] and naming._highlighted(5) == []
    made.context.bus.highlight_wanted.emit("")
    assert naming._highlighted(1) == []


def test_a_name_is_completed_with_tab(shown: tuple[Naming, Page, Room], qtbot: QtBot) -> None:
    naming, page, made = shown
    page.put_caret(5, len(made.context.session.paragraphs[5].text))
    qtbot.keyClicks(page, " Kak")
    assert naming.list.isVisible() and naming.list.item(0).text() == "Kakashi"
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert made.context.session.paragraphs[5].text.endswith("long. Kakashi") and not naming.list.isVisible()


def test_writing_on_or_escape_passes_it_over(shown: tuple[Naming, Page, Room], qtbot: QtBot) -> None:
    naming, page, made = shown
    page.put_caret(5, len(made.context.session.paragraphs[5].text))
    qtbot.keyClicks(page, " Ank")
    assert naming.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not naming.list.isVisible()
    qtbot.keyClicks(page, "le")
    assert not naming.list.isVisible() and made.context.session.paragraphs[5].text.endswith(" Ankle")


def test_ctrl_space_asks_for_names(shown: tuple[Naming, Page, Room], qtbot: QtBot) -> None:
    naming, page, made = shown
    page.put_caret(5, len(made.context.session.paragraphs[5].text))
    qtbot.keyClicks(page, " A")
    assert not naming.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert naming.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert not naming.list.isVisible()


def test_no_cast_offers_nothing(shown: tuple[Naming, Page, Room], qtbot: QtBot) -> None:
    naming, page, made = shown
    made.desk.cast = Cast(())
    qtbot.keyClicks(page, "Kak")
    assert not naming.list.isVisible() and len(cast().characters) == 2
