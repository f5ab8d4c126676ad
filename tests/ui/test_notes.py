# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in the window: written, shown beside their words, answered, settled, accepted, gone through, kept."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from redraft.notes.following import Spot
from redraft.notes.note import Kind, Reaction, State, Target
from redraft.storage.notes import NoteStore
from redraft.ui.notes.desk import CHANGED, NotesDesk
from redraft.ui.story import Story
from redraft.ui.window import Window

STORY = "The lamp went out.\n\nNobody was there; the rain was on the roof.\n\nIt rained and rained.\n"
EVIL = "<b>bold</b> <img src=x onerror=alert(1)> </p>{{ x }} &amp; \u202e"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def noted(window: Window, story: Path) -> Window:
    """A window with the story open."""
    window.show_story(Story.read(story))
    return window


def select(window: Window, words: str) -> None:
    index, start = place(window, words)
    window.page.select(index, start, start + len(words))


def place(window: Window, words: str) -> tuple[int, int]:
    for index, paragraph in enumerate(window.story.session.paragraphs):
        if words in paragraph.text:
            return index, paragraph.text.index(words)
    raise AssertionError(words)


def spot(window: Window, words: str) -> Spot:
    index, start = place(window, words)
    return Spot(index, start, index, start + len(words))


def words_of(window: Window, id: str) -> str | None:
    found = window.context.notes.spot(id)
    return None if found is None else window.story.session.paragraphs[found.first].text[found.start : found.end]


def test_ctrl_m_writes_a_note_on_the_words_selected(noted: Window, story: Path) -> None:
    select(noted, " the rain ")
    noted.menus.actions["note"].trigger()
    assert noted.noting.editor.isVisible()
    noted.noting.editor.text.setPlainText("Which rain?")
    noted.noting.editor.choose(Kind.QUESTION)
    noted.noting.editor.keep()
    (note,) = noted.context.notes.notebook
    assert (note.body, note.kind, note.quote.exact, note.source) == ("Which rain?", Kind.QUESTION, "the rain", "")
    (kept,) = NoteStore.open(story).notebook
    assert kept == note
    noted.story.session.undo()
    assert not list(noted.context.notes.notebook)
    noted.story.session.redo()
    assert [each.body for each in noted.context.notes.notebook] == ["Which rain?"]


def test_without_a_selection_the_word_at_the_caret_is_meant(noted: Window) -> None:
    noted.page.put_caret(*place(noted, "roof"))
    noted.noting.write()
    noted.noting.editor.text.setPlainText("x")
    QTest.keyClick(noted.noting.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.quote.exact for each in noted.context.notes.notebook] == ["roof"]


def test_an_empty_note_is_none(noted: Window) -> None:
    select(noted, "roof")
    noted.noting.write()
    noted.noting.editor.keep()
    assert not list(noted.context.notes.notebook)


def test_notes_on_the_story_and_on_a_scene(noted: Window) -> None:
    noted.noting.write_on_manuscript()
    noted.noting.editor.text.setPlainText("All of it.")
    noted.noting.editor.keep()
    (note,) = noted.context.notes.all()
    assert note.note.target is Target.MANUSCRIPT and note.spot is None and note.state is State.OPEN


def test_a_note_goes_with_its_words(noted: Window) -> None:
    id = noted.context.notes.add("Hm.", spot(noted, "the rain"))
    noted.page.put_caret(1, 0)
    QTest.keyClicks(noted.page, "So ")
    assert words_of(noted, id) == "the rain"
    select(noted, "; the rain was")
    QTest.keyClick(noted.page, Qt.Key.Key_Delete)
    assert words_of(noted, id) is None
    assert noted.context.notes.all()[0].state is State.LOST
    noted.story.session.undo()
    assert words_of(noted, id) == "the rain"


def test_a_suggestion_is_taken_as_one_step(noted: Window) -> None:
    notes = noted.context.notes
    id = notes.add("", spot(noted, "Nobody"), Kind.SUGGESTION, "No one")
    assert notes.accept(id)
    assert noted.story.session.paragraphs[1].text.startswith("No one was there")
    assert notes.notebook.get(id).done  # type: ignore[union-attr]
    assert words_of(noted, id) == "No one"
    noted.story.session.undo()
    assert noted.story.session.paragraphs[1].text.startswith("Nobody was there")
    assert not notes.notebook.get(id).done  # type: ignore[union-attr]


def test_a_suggestion_for_words_that_have_changed_is_not_taken(noted: Window) -> None:
    notes = noted.context.notes
    id = notes.add("", spot(noted, "Nobody was there"), Kind.SUGGESTION, "No one")
    noted.story.session.replace(1, 2, ["Nobody else was there; the rain."], label="x", initiator="editor")
    assert not notes.accept(id)
    assert "Nobody else" in noted.story.session.paragraphs[1].text
    assert CHANGED in [each.text() for each in noted.notices.findChildren(QLabel)]


def test_answering_settling_and_deleting(noted: Window) -> None:
    notes = noted.context.notes
    id = notes.add("Where?", spot(noted, "Nobody"))
    notes.reply(id, "Here.")
    notes.settle(id, True)
    note = notes.notebook.get(id)
    assert note is not None and note.state is State.DONE and [each.body for each in note.answers] == ["Here."]
    assert notes.stretches(1) == []
    notes.settle(id, False)
    assert [each[2].id for each in notes.stretches(1)] == [id]
    notes.delete(id)
    assert not list(notes.notebook)
    for _ in range(4):
        noted.story.session.undo()
    note = notes.notebook.get(id)
    assert note is not None and note.answers == () and note.state is State.OPEN


def test_the_margin_shows_notes_beside_their_lines_and_none_over_another(noted: Window, qtbot: QtBot) -> None:
    notes = noted.context.notes
    noted.resize(1500, 800)
    for words in ("The lamp", "went out", "Nobody", "the rain", "It rained"):
        notes.add(f"On {words}, at some length, so that it takes more than one line to say.", spot(noted, words))
    qtbot.waitUntil(lambda: len(noted.noting.margin.entries()) == 5)
    boxes = [each.box for each in noted.noting.margin.entries()]
    assert all(one.bottom() < other.top() for one, other in pairwise(boxes))
    assert boxes[0].top() == noted.noting.margin.entries()[0].words
    assert not noted.noting.margin.compact
    assert noted.noting.margin.geometry().left() > noted.page.viewport().geometry().right()


def test_two_readers_on_the_same_words_are_shown_together(noted: Window, qtbot: QtBot) -> None:
    notes = noted.context.notes
    for author in ("Ann", "Bob"):
        notes.author = author
        notes.add(f"{author} says so.", spot(noted, "the rain"))
    qtbot.waitUntil(lambda: len(noted.noting.margin.entries()) == 1)
    (entry,) = noted.noting.margin.entries()
    assert [each.author for each in entry.notes] == ["Ann", "Bob"]
    QTest.mouseClick(noted.noting.margin, Qt.MouseButton.LeftButton, pos=entry.box.center())
    assert noted.noting.card.isVisible()
    shown = [each.text() for each in noted.noting.card.findChildren(QLabel)]
    assert "Ann says so." in shown and "Bob says so." in shown


def test_the_card_does_what_is_offered(noted: Window, qtbot: QtBot) -> None:
    notes = noted.context.notes
    id = notes.add("", spot(noted, "Nobody"), Kind.SUGGESTION, "No one")
    noted.noting.go_to(id)
    card = noted.noting.card
    answer = card.findChild(QPlainTextEdit)
    assert answer is not None
    answer.setPlainText("Yes.")
    QTest.keyClick(answer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Yes." in each.text() for each in card.findChildren(QLabel)))
    next(each for each in card.findChildren(QPushButton) if each.text() == "Take it").click()
    assert noted.story.session.paragraphs[1].text.startswith("No one")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_what_a_reader_wrote_is_shown_as_characters(noted: Window, qtbot: QtBot) -> None:
    notes = noted.context.notes
    notes.author = EVIL
    id = notes.add(EVIL, spot(noted, "the rain"))
    notes.reply(id, EVIL)
    noted.noting.go_to(id)
    labels = noted.noting.card.findChildren(QLabel)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in labels if "<b>" in each.text())
    assert sum("<b>" in each.text() for each in labels) >= 3
    from redraft.ui.notes.margin import plain_tip

    assert "<img" not in plain_tip(EVIL) and "&lt;img" in plain_tip(EVIL)
    noted.noting.margin.grab()
    qtbot.wait(20)


def test_alt_f8_goes_from_note_to_note_and_round(noted: Window) -> None:
    notes = noted.context.notes
    ids = [notes.add("x", spot(noted, words)) for words in ("lamp", "the rain", "It rained")]
    notes.settle(ids[1], True)
    noted.page.put_caret(0, 0)
    seen = []
    for _ in range(3):
        noted.menus.actions["next-note"].trigger()
        seen.append(noted.page.textCursor().selectedText())
        noted.noting.card.close_card()
    assert seen == ["lamp", "It rained", "lamp"]
    noted.menus.actions["previous-note"].trigger()
    assert noted.page.textCursor().selectedText() == "It rained"


def test_places_are_kept_with_the_story_and_found_again(noted: Window, story: Path) -> None:
    notes = noted.context.notes
    id = notes.add("Hm.", spot(noted, "the rain"))
    noted.story.session.replace(0, 1, ["A long new beginning went before the lamp."], label="x", initiator="editor")
    noted.story.save()
    noted.context.notes.saved(noted.story.session, noted.story.path)
    again = NotesDesk()
    opened = Story.read(story)
    again.follow(opened.session, story)
    found = again.spot(id)
    assert found is not None and opened.session.paragraphs[found.first].text[found.start : found.end] == "the rain"
    story.write_text(STORY.replace("Nobody was there;", "There was nobody at all;"), encoding="utf-8")
    changed = Story.read(story)
    again.follow(changed.session, story)
    found = again.spot(id)
    assert found is not None and changed.session.paragraphs[found.first].text[found.start : found.end] == "the rain"


def test_notes_go_along_when_the_story_is_saved_elsewhere(noted: Window, tmp_path: Path) -> None:
    noted.context.notes.add("Hm.", spot(noted, "the rain"))
    other = tmp_path / "other.txt"
    noted.story.save_as(other)
    noted.context.notes.saved(noted.story.session, noted.story.path)
    assert [each.body for each in NoteStore.open(other).notebook] == ["Hm."]


def test_a_later_draft_under_another_name_has_the_notes_too(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    text = "\n\n".join(f"This is paragraph {number} of the draft, and nothing else is in it." for number in range(12))
    first, later = tmp_path / "draft 1.txt", tmp_path / "draft 2.txt"
    first.write_text(text, encoding="utf-8")
    window.show_story(Story.read(first))
    window.context.notes.add("Hm.", spot(window, "paragraph 7"))
    window.story.session.replace(0, 1, ["It began."], label="x", initiator="editor")
    window.story.save()
    window.context.notes.saved(window.story.session, window.story.path)
    later.write_text(text.replace("This is paragraph 3 of", "Quite another"), encoding="utf-8")
    window.show_story(Story.read(later))
    qtbot.waitUntil(lambda: len(window.context.notes.all()) == 1, timeout=10_000)
    (placed,) = window.context.notes.all()
    assert words_of(window, placed.note.id) == "paragraph 7"
    assert "draft 1.txt" in window.notices.sentence


def test_a_lost_note_is_put_back_by_hand(noted: Window) -> None:
    notes = noted.context.notes
    id = notes.add("Hm.", spot(noted, "the rain"))
    noted.story.session.replace(1, 2, ["Nothing of it is left."], label="x", initiator="editor")
    assert words_of(noted, id) is None
    select(noted, "Nothing of it")
    notes.put_asked.emit(id)
    assert words_of(noted, id) == "Nothing of it"


def test_the_page_makes_room_only_where_there_are_notes(noted: Window, qtbot: QtBot) -> None:
    assert noted.page.note_room == 0 and not noted.noting.margin.isVisible()
    id = noted.context.notes.add("Hm.", spot(noted, "the rain"))
    qtbot.waitUntil(lambda: noted.page.note_room > 0)
    noted.context.notes.delete(id)
    qtbot.waitUntil(lambda: noted.page.note_room == 0)


def test_a_narrow_window_shows_icons(noted: Window, qtbot: QtBot) -> None:
    noted.resize(700, 500)
    noted.context.notes.add("Hm.", spot(noted, "the rain"))
    qtbot.waitUntil(lambda: len(noted.noting.margin.entries()) == 1)
    if noted.noting.margin.compact:
        assert noted.noting.margin.entries()[0].box.height() <= 24
    assert noted.noting.margin.at(QPoint(-5, -5)) is None


def test_reactions_and_kinds_all_have_a_look() -> None:
    from redraft.ui.notes.looks import KINDS, REACTIONS

    assert set(KINDS) == set(Kind) and set(REACTIONS) == set(Reaction)
