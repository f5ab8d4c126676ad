# SPDX-License-Identifier: GPL-3.0-or-later
"""A note that went out as a comment is known when it comes back."""

from __future__ import annotations

from dataclasses import replace

from redraft.notes.arriving.recognising import Recogniser
from redraft.notes.note import Kind, Note, Place, Reaction, Reply

HERE = Note("1", "Ann", "Why?", Kind.CONFUSION, place=Place("t", 10, 14), replies=(Reply("r", "Bo", "Because."),))


def came(text: str = "Confusing: Why?", author: str = "Ann", at: int = 10, **more: object) -> Note:
    return Note("9", author, text, place=Place("t", at, at + 4), source="docx", **more)  # type: ignore[arg-type]


def test_who_says_what_is_known_again_with_what_is_new() -> None:
    replies = (Reply("x", "Bo", "Because."), Reply("y", "Cy", "Really?"))
    found = Recogniser([HERE]).known(came(replies=replies, done=True))
    assert found is not None
    assert (found.id, found.body, found.kind, found.done) == ("1", "Why?", Kind.CONFUSION, True)
    assert [each.body for each in found.replies] == ["Because.", "Really?"]


def test_another_author_other_words_another_source_are_new() -> None:
    assert Recogniser([HERE]).known(came(author="Bo")) is None
    assert Recogniser([HERE]).known(came("Why?")) is None
    assert Recogniser([HERE]).known(replace(came(), source="mail")) is None


def test_of_several_alike_the_nearest_and_each_once() -> None:
    far = replace(HERE, id="2", place=Place("t", 500, 504))
    recogniser = Recogniser([far, HERE])
    assert [note and note.id for note in (recogniser.known(came(at=12)), recogniser.known(came(at=12)), recogniser.known(came()))] == ["1", "2", None]


def test_reactions_and_suggestions_too() -> None:
    assert Recogniser([Note("1", "Ann", reaction=Reaction.LAUGHED)]).known(came("(laughed)")) is not None
    assert Recogniser([Note("1", "Ann", suggestion="rogue", kind=Kind.SUGGESTION)]).known(came("Instead: rogue")) is not None


def test_an_answer_that_was_parted_from_its_note() -> None:
    assert Recogniser([HERE]).is_answer(came("Because.", "Bo"))
    assert not Recogniser([HERE]).is_answer(came("Because.", "Ann"))


def test_notes_of_their_own_that_came_back_as_answers_are_no_answers() -> None:
    other = Note("2", "Cy", "Me too.", place=Place("t", 10, 14))
    replies = (Reply("x", "Cy", "Me too."), Reply("y", "Cy", "Really?"))
    recogniser = Recogniser([HERE, other])
    assert [each.body for each in recogniser.without_known(came("new", replies=replies)).replies] == ["Really?"]
    found = recogniser.known(came(replies=replies))
    assert found is not None and [each.body for each in found.replies] == ["Because.", "Really?"]
