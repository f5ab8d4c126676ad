# SPDX-License-Identifier: GPL-3.0-or-later
"""The one holder of a manuscript's notes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Place as Caret
from redraft.manuscript.session import Session, Transaction
from redraft.notes.note import Kind, Note, Place, Quote, State
from redraft.notes.notebook import Notebook


def ticking() -> Iterator[str]:
    yield from (f"2026-01-01T00:00:{second:02}.000Z" for second in range(60))


@pytest.fixture
def book() -> Notebook:
    clock = ticking()
    return Notebook(clock=lambda: next(clock))


def test_a_note_added_gets_an_id_and_its_time(book: Notebook) -> None:
    note = book.add(Note("", "Ann", "Why?"))
    assert note.id.startswith("urn:uuid:")
    assert book.get(note.id) == note
    assert note.created == note.modified == "2026-01-01T00:00:00.000Z"


def test_the_same_note_twice_is_one(book: Notebook) -> None:
    book.merge([Note("1", "Ann", "Why?", modified="1"), Note("1", "Ann", "Why now?", modified="2"), Note("1", "Ann", "Why?", modified="1")])
    assert [each.body for each in book] == ["Why now?"]


def test_what_is_changed_is_said(book: Notebook) -> None:
    note = book.add(Note("1", "Ann", "Why?"))
    book.edit("1", body="How?", kind=Kind.QUESTION)
    changed = book.get("1")
    assert changed is not None
    assert (changed.body, changed.kind) == ("How?", Kind.QUESTION)
    assert changed.modified > note.modified


def test_done_and_open_again(book: Notebook) -> None:
    book.add(Note("1", place=Place("t", 0, 1)))
    book.done("1")
    assert [each.state for each in book] == [State.DONE]
    book.reopen("1")
    assert [each.state for each in book] == [State.OPEN]


def test_answers_are_written_changed_and_taken_back(book: Notebook) -> None:
    book.add(Note("1"))
    first = book.reply("1", "Ann", "Because.")
    second = book.reply("1", "Bo", "Oh.")
    assert first and second
    book.edit_reply("1", first, "Because of the door.")
    book.delete_reply("1", second)
    assert [each.body for note in book for each in note.answers] == ["Because of the door."]
    assert book.reply("nowhere", "Ann", "Hello?") is None


def test_a_deleted_note_does_not_come_back_from_an_older_record(book: Notebook) -> None:
    note = book.add(Note("1", body="Why?"))
    book.delete("1")
    book.merge([note])
    assert len(book) == 0 and book.get("1") is None
    assert [each.gone for each in book.records] == [True]


def test_a_place_found_does_not_count_as_a_change_of_what_is_said(book: Notebook) -> None:
    note = book.add(Note("1", place=Place("t", 0, 1)))
    book.place([Note("1", body="not taken", place=Place("u", 5, 6), quote=Quote("x"))])
    moved = book.get("1")
    assert moved is not None
    assert (moved.place, moved.quote, moved.body, moved.modified) == (Place("u", 5, 6), Quote("x"), "", note.modified)
    assert moved.placed > note.placed


def test_listeners_hear_once_what_changed_and_nothing_when_nothing_did(book: Notebook) -> None:
    heard: list[frozenset[str]] = []
    end = book.subscribe(heard.append)
    book.merge([Note("1"), Note("2")])
    book.merge([Note("1")])
    book.place([Note("1")])
    assert heard == [frozenset({"1", "2"})]
    end()
    book.delete("1")
    assert len(heard) == 1


def test_a_clock_set_back_does_not_make_the_last_word_the_older_one() -> None:
    book = Notebook(clock=lambda: "2026-01-01T00:00:00.000Z")
    book.add(Note("1", body="first"))
    book.edit("1", body="second")
    book.edit("1", body="third")
    kept = book.get("1")
    assert kept is not None
    again = Notebook([kept])
    again.merge([Note("1", body="second", created=kept.created, modified="2026-01-01T00:00:00.001Z")])
    assert [each.body for each in again] == ["third"]


def test_undo_brings_back_what_a_note_said_and_redo_says_it_again(book: Notebook) -> None:
    session = Session(Manuscript(None))
    book.add(Note("1", body="Why?"))
    book.reply("1", "Ann", "Kept.")

    def change() -> None:
        book.edit("1", body="How?")
        book.reply("1", "Ann", "With it.")

    session.commit(Transaction("note", [], Caret(), Caret(), [book.step("1", change)]), "test")
    for _ in range(2):
        assert [(each.body, len(each.answers)) for each in book] == [("How?", 2)]
        session.undo()
        assert [(each.body, len(each.answers)) for each in book] == [("Why?", 1)]
        session.redo()


def test_adding_and_deleting_can_be_taken_back(book: Notebook) -> None:
    adding = book.step("1", lambda: (book.add(Note("1", body="Why?")), None)[1])
    adding.do()
    adding.undo()
    assert not list(book)
    adding.do()
    assert [each.body for each in book] == ["Why?"]
    deleting = book.step("1", lambda: book.delete("1"))
    deleting.do()
    assert not list(book)
    deleting.undo()
    assert [each.body for each in book] == ["Why?"]
