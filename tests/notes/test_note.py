# SPDX-License-Identifier: GPL-3.0-or-later
"""How a note stands, and what it remembers of the text."""

from __future__ import annotations

from redraft.notes.note import Note, Place, Quote, Reply, State, Target, text_digest

PLACE = Place("x", 3, 9)


def test_a_note_without_a_place_is_lost() -> None:
    assert Note("1", place=PLACE).state is State.OPEN
    assert Note("1").state is State.LOST


def test_a_note_on_the_whole_manuscript_needs_no_place() -> None:
    assert Note("1", target=Target.MANUSCRIPT).state is State.OPEN


def test_what_is_done_stays_done_without_its_words() -> None:
    assert Note("1", done=True).state is State.DONE


def test_answers_come_in_order_and_without_those_taken_back() -> None:
    note = Note("1", replies=(Reply("b", "Ann", "later", "2"), Reply("c", "Ann", "gone", "0", gone=True), Reply("a", "Bo", "first", "1")))
    assert [each.body for each in note.answers] == ["first", "later"]


def test_a_quote_has_its_surroundings_to_the_ends_of_the_text() -> None:
    text = "She opened the door."
    assert Quote.at(text, 4, 10) == Quote("opened", "She ", " the door.")
    assert Quote.at("a" * 100 + "b" + "c" * 100, 100, 101) == Quote("b", "a" * 64, "c" * 64)


def test_a_digest_is_that_of_the_text_in_utf8() -> None:
    assert text_digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_digest("\ud800")
