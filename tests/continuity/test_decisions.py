# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers and corrections are known again by words and context, and only so."""

from __future__ import annotations

from redraft.continuity.decisions import Answer, ContinuityNote, Kept, Reply, answer, open_conflicts
from redraft.continuity.places import Conflict, Place

GREEN = "Far out on the water Anna’s green eyes shone at him."
BROWN = "She turned back, and Anna’s brown eyes were wet with rain."


def conflict(*more: Place) -> Conflict:
    places = (Place(1, 28, 38, "green eyes"), Place(2, 28, 38, "brown eyes"))
    return Conflict("attribute", "Anna", "Anna’s eyes differ.", (*places, *more), "eyes")


TEXTS = {1: GREEN, 2: BROWN, 3: "And then came Anna, and her brown eyes laughed.", 4: "Anna’s black eyes."}


def left(told: Answer, found: Conflict, texts: dict[int, str] = TEXTS) -> list[Conflict]:
    return open_conflicts([found], [told], texts.__getitem__)


def test_the_places_are_what_the_test_says() -> None:
    assert GREEN[28:38] == "green eyes" and BROWN[28:38] == "brown eyes"


def test_an_answered_conflict_is_not_asked_again() -> None:
    told = answer(conflict(), Reply.INTENDED, TEXTS.__getitem__)
    assert left(told, conflict()) == []


def test_it_survives_edits_on_one_side_of_its_places() -> None:
    told = answer(conflict(), Reply.INTENDED, TEXTS.__getitem__)
    edited = {**TEXTS, 1: "Far away on the water Anna’s green eyes shone at him."}
    moved = Conflict("attribute", "Anna", "…", (Place(1, 29, 39, "green eyes"), Place(2, 28, 38, "brown eyes")), "eyes")
    assert left(told, moved, edited) == []


def test_new_evidence_opens_an_intended_one_and_not_a_changed_one() -> None:
    same = Place(3, 28, 38, "brown eyes")
    assert left(answer(conflict(), Reply.INTENDED, TEXTS.__getitem__), conflict(same)) != []
    assert left(answer(conflict(), Reply.CHANGED, TEXTS.__getitem__), conflict(same)) == []


def test_a_third_value_is_asked_about() -> None:
    black = Place(4, 7, 17, "black eyes")
    assert left(answer(conflict(), Reply.CHANGED, TEXTS.__getitem__), conflict(black)) != []


def test_an_answer_is_of_one_person_and_one_attribute() -> None:
    told = answer(conflict(), Reply.INTENDED, TEXTS.__getitem__)
    other = Conflict("attribute", "Tom", "…", (Place(3, 28, 38, "brown eyes"), Place(4, 7, 17, "black eyes")), "eyes")
    assert left(told, other) != []
    assert left(told, Conflict("attribute", "Anna", "…", conflict().places, "hair")) != []


def test_an_answer_holds_when_the_person_goes_by_another_name() -> None:
    renamed = Conflict("attribute", "Anna Reed", "…", conflict().places, "eyes")
    assert left(answer(conflict(), Reply.INTENDED, TEXTS.__getitem__), renamed) == []
    assert left(answer(conflict(), Reply.CHANGED, TEXTS.__getitem__), renamed) == []


def test_an_answer_whose_words_are_gone_fits_nothing_and_stays() -> None:
    told = answer(conflict(), Reply.CHANGED, TEXTS.__getitem__)
    found = Conflict("attribute", "Anna", "…", (Place(1, 0, 3, "old"), Place(4, 7, 17, "black eyes")), "eyes")
    assert left(told, found, {1: "old eyes", 4: TEXTS[4]}) == [found]
    assert ContinuityNote("n", "x", told.places[0]).find(["Nothing of the kind."]) is None


def test_a_place_is_found_again_or_not_at_all() -> None:
    kept = Kept.make(GREEN, 28, 38)
    assert kept.find("Now, far out on the water Anna's green eyes shone.") == (33, 43)
    assert kept.find("His green eyes were open.") is None
    assert kept.find("") is None


def test_a_note_is_found_where_its_words_stand() -> None:
    note = ContinuityNote("n", "She must not see him yet.", Kept.make(BROWN, 28, 38), "Anna")
    assert note.find([GREEN, BROWN]) == (1, 28, 38)
    assert note.find([GREEN]) is None
