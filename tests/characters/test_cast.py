# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast as a whole, and the author's decisions on it."""

from __future__ import annotations

import pytest

from redraft.characters.cast import Cast, cast
from redraft.characters.decisions import CastDecisions
from tests.characters.conftest import Analyse, MakeCast

STORY = (
    "Anna Reed met Tom Lake. “Hello,” said Anna.", "“Hello,” said Tom. Anna smiled, and she took his hand.",
    "“Ah, Drusk,” said Anna. Drusk growled.",
)


def names(found: Cast) -> set[str]:
    return {each.name for each in found.characters}


def test_every_number_has_its_place(analyse: Analyse) -> None:
    found = cast([7, 8, 9], analyse(*STORY), [1, 1, 2])
    anna = found.find("Anna Reed")
    assert anna is not None
    assert anna.aliases == ("Anna",)
    assert [(each.paragraph, each.start, each.end) for each in anna.mentions][:2] == [(7, 0, 9), (7, 38, 42)]
    assert anna.scenes == {1: 3, 2: 1}
    assert (anna.lines, anna.pronouns) == (2, "she")
    assert anna.first_words == "Anna Reed met Tom Lake."


def test_front_matter_is_not_read(analyse: Analyse) -> None:
    found = cast([1, 2], analyse("By Maud Orme. “Hi,” said Maud.", "“Yes,” said Tom. Tom sat."), [0, 1])
    assert names(found) == {"Tom"}
    assert [each.paragraph for each in found.quotes] == [2]


def test_every_speaker_is_in_the_cast(cast_of: MakeCast) -> None:
    found = cast_of(*STORY)
    assert {each.speaker for each in found.quotes} - {None} <= names(found)


def test_a_new_name_is_shown_and_the_old_is_an_alias(cast_of: MakeCast) -> None:
    found = cast_of(*STORY, decisions=CastDecisions(renames=(("Anna Reed", "The Spy"),)))
    spy = found.find("The Spy")
    assert spy is not None and "Anna Reed" in spy.aliases
    assert "The Spy" in {each.speaker for each in found.quotes}


def test_merged_characters_are_one(cast_of: MakeCast) -> None:
    found = cast_of(*STORY, decisions=CastDecisions(merges=(("Tom Lake", "Drusk"),)))
    tom = found.find("Drusk")
    assert tom is not None and tom.name == "Tom Lake"
    assert len(tom.mentions) == 4


def test_who_is_no_person_is_gone(cast_of: MakeCast) -> None:
    found = cast_of(*STORY, decisions=CastDecisions(not_people=frozenset({"Drusk"})))
    assert found.find("Drusk") is None
    assert "Drusk" not in {each.speaker for each in found.quotes}


def test_decisions_stand_one_upon_another(cast_of: MakeCast) -> None:
    decisions = CastDecisions(renames=(("Tom Lake", "Thomas"),), merges=(("Thomas", "Drusk"),))
    found = cast_of(*STORY, decisions=decisions)
    assert names(found) == {"Anna Reed", "Thomas"}


@pytest.mark.parametrize(
    "decisions",
    [
        CastDecisions(renames=(("Nobody", "Somebody"),)), CastDecisions(merges=(("Anna Reed", "Nobody"),)),
        CastDecisions(not_people=frozenset({"Nobody"})), CastDecisions(merges=(("Anna Reed", "Anna"),)),
    ],
)
def test_a_decision_that_fits_nobody_changes_nothing(cast_of: MakeCast, decisions: CastDecisions) -> None:
    assert cast_of(*STORY, decisions=decisions) == cast_of(*STORY)


def test_the_unnamed_narrator_can_be_named(cast_of: MakeCast) -> None:
    told = ("I went out. I saw Tom. I liked him, and I think I always had.", "“You are late,” I said to Tom.")
    found = cast_of(*told, decisions=CastDecisions(renames=(("Narrator", "Pip"),)))
    assert [each.speaker for each in found.quotes] == ["Pip"]


def test_nothing_makes_an_empty_cast() -> None:
    assert cast([], [], []) == Cast()


def test_sequences_out_of_step_are_refused(analyse: Analyse) -> None:
    with pytest.raises(ValueError, match="one id and one scene"):
        cast([1], analyse("Tom sat.", "Tom rose."), [1, 1])


def test_many_names_and_odd_ones(cast_of: MakeCast) -> None:
    lines = [f"“Yes,” said Dr. Q{chr(97 + i // 26)}{chr(97 + i % 26)}rn." for i in range(400)]
    assert len(cast_of(*lines).characters) == 400
    assert {"D’Arvo", "Zoë Lunt"} <= names(cast_of("“Yes,” said D’Arvo. D’Arvo rose.", "Zoë Lunt sat. “No,” said Zoë."))
