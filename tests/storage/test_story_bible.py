# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions on cast and continuity come back from the sidecar as they were put there."""

from __future__ import annotations

import pytest

from redraft.continuity.alike import Alike
from redraft.continuity.decisions import Kept, Reply, open_alike
from redraft.continuity.places import Conflict, Place
from redraft.storage import story_bible
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar
from redraft.storage.story_bible import Entry

TEXT = "Anna’s green eyes shone on Tuesday."
CONFLICT = Conflict("attribute", "Anna", "…", (Place(1, 7, 17, "green eyes"), Place(1, 18, 23, "shone")), "eyes")


def book_with(*entries: Entry) -> DecisionBook:
    book = DecisionBook(Sidecar.open(None))
    for each in entries:
        book.put(each.kind, each.id, each.fields).do()
    return book


def test_what_is_decided_of_the_cast() -> None:
    cast = book_with(
        story_bible.split("Anna", "Miss Reed"), story_bible.add("zork"), story_bible.pin("Tom"),
        story_bible.keep_apart("Tom", "Anna"), story_bible.call("Anna", "they"),
    ).current.cast
    assert cast.splits == (("Anna", "Miss Reed"),) and cast.added == {"zork"} and cast.pinned == {"Tom"}
    assert cast.apart == {("Tom", "Anna")} and cast.pronouns == (("Anna", "they"),)


def test_what_is_decided_of_continuity() -> None:
    told = book_with(
        story_bible.reply(CONFLICT, Reply.INTENDED, lambda _: TEXT), story_bible.begin_on("key", 4),
        story_bible.pass_over(TEXT, 24, 34), story_bible.note("n1", "Mind the eyes.", TEXT, 7, 17, "Anna"),
    ).current.continuity
    (answer,), (note,) = told.answers, told.notes
    assert answer.covers(CONFLICT, lambda _: TEXT)
    assert told.days == (("key", 4),) and told.asides == (Kept.make(TEXT, 24, 34),)
    assert (note.id, note.text, note.character, note.place.words) == ("n1", "Mind the eyes.", "Anna", "green eyes")


def test_everything_can_be_taken_back() -> None:
    book = book_with(
        story_bible.pin("Tom"), story_bible.call("Anna", "she"), story_bible.begin_on("key", 4),
        story_bible.reply(CONFLICT, Reply.CHANGED, lambda _: TEXT), story_bible.note("n1", "…", TEXT, 7, 17),
    )
    (answer,) = book.current.continuity.answers
    for each in (story_bible.pin("Tom", False), story_bible.call("Anna", ""), story_bible.begin_on("key", None),
                 story_bible.take_back(answer), story_bible.drop_note("n1")):
        book.put(each.kind, each.id, each.fields).do()
    assert book.current == DecisionBook(Sidecar.open(None)).current


def test_undoing_restores_what_stood_there() -> None:
    book = book_with(story_bible.begin_on("key", 4))
    entry = story_bible.begin_on("key", 7)
    decision = book.put(entry.kind, entry.id, entry.fields)
    decision.do()
    assert book.current.continuity.days == (("key", 7),)
    decision.undo()
    assert book.current.continuity.days == (("key", 4),)


def test_no_other_pronouns() -> None:
    with pytest.raises(ValueError, match="no pronoun"):
        story_bible.call("Anna", "it")


@pytest.mark.parametrize(
    "entry",
    [
        Entry("conflict", "x", {"reply": "perhaps", "places": []}), Entry("conflict", "x", {"reply": "intended"}),
        Entry("conflict", "x", {"reply": "intended", "places": ["one"]}), Entry("scene-day", "key", {"day": "soon"}),
        Entry("scene-day", "key", {"day": -1}), Entry("character-pronouns", "Anna", {"pronouns": 7}),
    ],
)
def test_records_that_make_no_sense_do_nothing(entry: Entry) -> None:
    current = book_with(entry).current
    assert current.continuity.days == () and current.cast.pronouns == ()
    assert not any(each.places for each in current.continuity.answers)


def test_an_answer_follows_a_character_who_is_renamed() -> None:
    book = book_with(story_bible.reply(CONFLICT, Reply.INTENDED, lambda _: TEXT))
    for each in story_bible.renamed(book.current, "Anna", "Marta"):
        book.put(each.kind, each.id, each.fields).do()
    (told,) = book.current.continuity.answers
    assert (told.subject, told.reply, len(told.places)) == ("Marta", Reply.INTENDED, 2)


def test_two_names_meant_to_be_alike_are_not_told_again() -> None:
    pair, other = Alike("Marcus", "Marius", 1, 0, 6), Alike("Anna", "Anne", 1, 0, 4)
    told = book_with(story_bible.mean_alike(pair)).current.continuity
    assert open_alike([pair, other], told.answers) == [other]
    assert not told.answers[0].covers(CONFLICT, lambda _: TEXT)
