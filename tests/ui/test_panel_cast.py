# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast: from mention to mention, and what the author knows better."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from redraft.characters.attributes import Attribute
from redraft.characters.cast import Cast, Character, Mention, Quote
from redraft.ui.context import Selection
from redraft.ui.dialogs.rename_character import RenameCharacter
from redraft.ui.panels.cast.bible import write_bible
from redraft.ui.panels.cast.page import line_of
from redraft.ui.panels.cast.panel import CastPanel
from redraft.ui.panels.cast.rows import Spot, cast_rows, details, quoted, speak, spots, step, strip, traits
from tests.ui.story import TEXTS, Room, cast, paragraphs, room


def test_rows_are_ordered_by_mentions() -> None:
    anko, kakashi = cast_rows(cast(), 2)
    assert (anko.name, anko.mentions, anko.strip, anko.also) == ("Anko", 3, (2, 1), "Ms. Mitarashi")
    assert (kakashi.name, kakashi.mentions) == ("Kakashi", 2)
    assert details(anko) == "small part · 3 mentions · she"
    assert details(kakashi) == "leading part · 2 mentions · speaks 1× · he"
    assert traits(anko) == "eyes: grey-green" and traits(kakashi) == ""
    assert speak(anko) == "Anko, also Ms. Mitarashi, 3 mentions in 2 scenes"


@given(st.dictionaries(st.integers(1, 200), st.integers(0, 9)), st.integers(0, 200), st.integers(1, 60))
def test_a_strip_loses_no_mention(counts: dict[int, int], scenes: int, cells: int) -> None:
    made = strip(counts, scenes, cells)
    assert len(made) == min(scenes, cells)
    assert sum(made) == sum(count for number, count in counts.items() if number <= scenes)


def _anko() -> Character:
    return next(each for each in cast().characters if each.name == "Anko")


def test_spots_are_in_the_present_text() -> None:
    assert spots(_anko(), paragraphs()) == [Spot(1, 0, 4), Spot(2, 26, 30), Spot(4, 17, 21)]


def test_a_mention_that_moved_is_found_and_one_that_is_gone_is_not() -> None:
    texts = [TEXTS[0], "Then " + TEXTS[1], "Nobody came.", *TEXTS[3:]]
    assert spots(_anko(), paragraphs(texts)) == [Spot(1, 5, 9), Spot(4, 17, 21)]


def test_a_mention_by_a_part_of_the_name_counts() -> None:
    person = Character("Anko", ("Ms. Mitarashi",), (Mention(10, 0, 9),), {1: 1}, 0, None, (), "")
    assert spots(person, paragraphs(["Mitarashi left."])) == [Spot(0, 0, 9)]


_SPOTS = [Spot(1, 0, 4), Spot(1, 10, 14), Spot(3, 2, 6)]


@pytest.mark.parametrize(
    ("caret", "forward", "place"),
    [((0, 0), True, 0), ((1, 4), True, 1), ((1, 14), True, 2), ((3, 6), True, 0),
     ((1, 14), False, 0), ((3, 6), False, 1), ((1, 0), False, 2), ((9, 0), False, 2)])
def test_steps_go_round(caret: tuple[int, int], forward: bool, place: int) -> None:
    assert step(_SPOTS, caret, forward) == (place, _SPOTS[place])


def test_no_step_without_mentions() -> None:
    assert step([], (0, 0), True) is None


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[CastPanel, Room]:
    made = room()
    panel = CastPanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    return panel, made


def test_clicks_walk_through_the_mentions(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    for _ in range(3):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton,
                         pos=panel.view.visualRect(panel.model.index(0)).center())
    panel.details.stepped.emit(False)
    assert made.deeds == [("go_to", 1, 0, 4), ("go_to", 2, 26, 30), ("go_to", 4, 17, 21), ("go_to", 2, 26, 30)]


def test_rename_in_place(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel._rename.trigger()
    assert panel.details._field.isVisible()
    panel.details._field.setText(" Anko Mitarashi ")
    qtbot.keyClick(panel.details._field, Qt.Key.Key_Return)
    assert made.context.book.current.cast.renames == (("Anko", "Anko Mitarashi"),)
    assert not panel.details._field.isVisible()


@pytest.mark.parametrize("name", ["", "  ", "Anko"])
def test_a_rename_to_nothing_new_is_none(shown: tuple[CastPanel, Room], qtbot: QtBot, name: str) -> None:
    panel, made = shown
    panel._rename.trigger()
    panel.details._field.setText(name)
    qtbot.keyClick(panel.details._field, Qt.Key.Key_Return)
    assert made.deeds == []


def test_escape_leaves_the_name_alone(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    panel._rename.trigger()
    panel.details._field.setText("Other")
    qtbot.keyClick(panel.details._field, Qt.Key.Key_Escape)
    assert made.deeds == [] and not panel.details._field.isVisible()


def test_merge_and_not_a_person_are_remembered(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    panel._merge_into("Kakashi")
    panel._nobody.trigger()
    decided = made.context.book.current.cast
    assert decided.merges == (("Kakashi", "Anko"),) and decided.not_people == {"Anko"}
    assert all("Ctrl+Z" in str(each) for each in made.said)


def test_the_first_words_are_quoted_once(shown: tuple[CastPanel, Room]) -> None:
    panel, _ = shown
    assert panel.details._first.text() == "“Anko went through the gate.”"
    panel.view.setCurrentIndex(panel.model.index(1))
    assert panel.details._first.text().count("““") == 0


@pytest.mark.parametrize(
    ("words", "shown"), [("Anko went.", "“Anko went.”"), ("“Here,” said Anko.", "“Here,” said Anko."), ("", "")])
def test_words_that_hold_speech_keep_their_own_marks(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_nobody_yet(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    made.desk.know_nothing()
    panel.renew_now()
    assert "Reading" in panel._notice.text
    made.desk.progress = (40, 40)
    panel.renew_now()
    assert panel.is_empty and "Nobody yet" in panel._notice.text


def titles(panel: CastPanel) -> list[str]:
    return [each.heading.title for each in panel.details.model.groups]  # type: ignore[attr-defined]


def test_the_page_of_a_character(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    assert titles(panel) == ["Eyes: grey-green", "Scenes"]
    row = panel.details.model.groups[0].rows[0]
    panel.details._go(row)
    assert made.deeds == [("go_to", 4, 26, 36)]


def test_lines_are_listed_in_order_and_those_of_others_apart(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    quotes = (Quote(12, 0, 11, "Kakashi"), Quote(15, 0, 15, "Anko"))
    mentions = (*next(each for each in cast().characters if each.name == "Anko").mentions, Mention(12, 1, 5))
    people = tuple(replace(each, mentions=mentions) if each.name == "Anko" else each for each in cast().characters)
    made.desk.cast = Cast(people, quotes)
    panel.renew_now()
    assert titles(panel) == ["Eyes: grey-green", "Lines spoken", "Spoken of by others", "Scenes"]
    spoken, of = panel.details.model.groups[1].rows[0], panel.details.model.groups[2].rows[0]
    assert (spoken.title, of.title, of.words) == ("Her eyes were g", "“Come here”", "Kakashi · sc. 1")
    panel._lines.trigger()
    assert panel.details.tree.isExpanded(panel.details.model.index(1))


def test_what_the_author_decides_is_kept(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    panel._pin.trigger()
    panel.deeds.split("Anko", "Ms. Mitarashi")
    panel.deeds.call(panel.character, "they")  # type: ignore[arg-type]
    made.asked.selected = Selection((1, 5), (1, 9), " the \n gate")
    panel._add.trigger()
    told = made.context.book.current.cast
    assert told.pinned == {"Anko"} and told.splits == (("Anko", "Ms. Mitarashi"),) and told.pronouns == (("Anko", "they"),)
    assert told.added == {"the gate"}


def test_nothing_is_added_unless_a_name_is_selected(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    panel._add.trigger()
    assert made.deeds == [] and "Select a name" in str(made.said[-1])


def test_who_is_pinned_comes_first() -> None:
    assert [each.name for each in cast_rows(cast(), 2, frozenset(("Kakashi",)))] == ["Kakashi", "Anko"]


def test_showing_a_name_on_the_page_and_not_any_more(shown: tuple[CastPanel, Room]) -> None:
    panel, made = shown
    heard: list[str] = []
    made.context.bus.highlight_wanted.connect(heard.append)
    panel._show.trigger()
    panel._show.trigger()
    assert heard == ["Anko", ""]


def test_everything_can_be_reached_by_menu(shown: tuple[CastPanel, Room]) -> None:
    panel, _ = shown
    menu = QMenu()
    panel._fill(menu)
    texts = [each.text() for each in menu.actions()]
    assert {"Rename in the text…", "Same person as", "Somebody else is called", "Pronouns", "List first"} <= set(texts)


def test_renaming_in_the_text_is_one_step_with_every_form(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    made.context.book.put("character-pinned", "Anko", {}).do()
    dialog = RenameCharacter(made.context, panel.character, panel)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.name.setText("Yuki")
    assert [dialog.list.item(row).checkState() is Qt.CheckState.Checked for row in range(dialog.list.count())] == [True] * 3
    dialog.accept()
    texts = [each.text for each in made.context.session.paragraphs]
    assert texts[1].startswith("Yuki went") and texts[4].startswith("Three days later Yuki had")
    assert made.context.book.current.cast.pinned == {"Yuki"}
    made.context.session.undo()
    assert [each.text for each in made.context.session.paragraphs] == list(TEXTS)
    assert made.context.book.current.cast.pinned == {"Anko"}


def test_what_is_not_ticked_stays(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    dialog = RenameCharacter(made.context, panel.character, panel)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.name.setText("Yuki")
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert made.context.session.paragraphs[1].text.startswith("Anko") and "2 places changed" in str(made.said[-1])


def test_one_line_about_a_character() -> None:
    assert line_of(_anko(), 2) == "Anko · she · in 2 of 2 scenes · eyes: grey-green"


def test_what_somebody_is_to_others_comes_first() -> None:
    facts = (Attribute("eyes", "green", 1, 0, 4), Attribute("relation", "Anna’s brother", 1, 0, 4), Attribute("rank", "captain", 1, 0, 4))
    assert line_of(Character("Tom", (), (), {1: 1}, attributes=facts), 1) == "Tom · Anna’s brother · captain · eyes: green"


def test_the_bible_is_written_from_what_is_known(shown: tuple[CastPanel, Room], tmp_path: Path) -> None:
    _, made = shown
    write_bible(made.context, tmp_path / "bible.md")
    text = (tmp_path / "bible.md").read_text(encoding="utf-8")
    assert "### Anko" in text and "**Eyes:** grey-green" in text and "also written" in text and "day 3" in text
    assert "story bible is in bible.md" in str(made.said[-1])


def test_a_bible_without_ending_is_a_word_document(shown: tuple[CastPanel, Room], tmp_path: Path) -> None:
    _, made = shown
    write_bible(made.context, tmp_path / "bible")
    assert (tmp_path / "bible.docx").exists()


def test_a_doubtful_link_is_asked_about_once(shown: tuple[CastPanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    kakashi = next(each for each in cast().characters if each.name == "Kakashi")
    made.desk.cast = Cast((kakashi, Character("Mr. Kakashi", (), (Mention(11, 0, 4),), {1: 1})))
    panel.renew_now()
    assert panel.details.proposals.isVisible() and "one person?" in panel.details.proposals._question.text()
    panel.details.proposals._answer(False)
    panel.renew_now()
    assert not panel.details.proposals.isVisible() and made.context.book.current.cast.apart
    made.context.book.put("character-apart", made.context.book.sidecar.records("character-apart")[0].id, None).do()
    panel.renew_now()
    panel.details.proposals._answer(True)
    assert made.context.book.current.cast.merges == (("Kakashi", "Mr. Kakashi"),)
