# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that a cast is hard to read from: each with what must come out."""

from __future__ import annotations

from redraft.characters.cast import Cast
from redraft.characters.decisions import CastDecisions
from tests.characters.conftest import MakeCast


def names(cast: Cast) -> set[str]:
    return {each.name for each in cast.characters}


def spoken(cast: Cast) -> list[str | None]:
    return [each.speaker for each in cast.quotes]


def test_a_text_without_names_has_nobody(cast_of: MakeCast) -> None:
    assert cast_of("It rained. The road was long, and nobody came.", "The river rose in the night.") == Cast()


def test_one_character(cast_of: MakeCast) -> None:
    cast = cast_of("Maren walked in. Maren sat down. “I am cold,” said Maren.")
    assert (names(cast), spoken(cast)) == ({"Maren"}, ["Maren"])


def test_four_hundred_characters(cast_of: MakeCast) -> None:
    heads, tails = "B D F G H K L M N P R S T V Z Br Dr Gr Kr Tr".split(), "ar el in ov us an et il or um".split()
    made = [f"{head}a{middle}{tail}" for head in heads for middle in "lr" for tail in tails]
    cast = cast_of(*(f"“Here,” said {name}. {name} nodded and smiled at the others." for name in made))
    assert len(made) == 400
    assert len(names(cast) & set(made)) >= 396


def test_a_play_gives_its_speakers(cast_of: MakeCast) -> None:
    cast = cast_of("ANKO: Where were you?", "TOBIAS: Out.", "ANKO (angry): Out where?", "TOBIAS: In the rain.")
    assert (names(cast), spoken(cast)) == ({"Anko", "Tobias"}, ["Anko", "Tobias", "Anko", "Tobias"])


def test_a_chat_gives_its_speakers(cast_of: MakeCast) -> None:
    cast = cast_of("[10:02] Anna: hi", "[10:02] Tom: hey", "[10:03] Anna: coming?", "[10:04] Tom: maybe")
    assert spoken(cast) == ["Anna", "Tom", "Anna", "Tom"]
    assert next((each.start, each.end) for each in cast.quotes) == (14, 16)


def test_in_a_play_the_author_has_the_last_word(cast_of: MakeCast) -> None:
    decisions = CastDecisions(renames=(("Anko", "Anko Mitarashi"),), not_people=frozenset({"Sound"}))
    lines = ("ANKO: Where were you?", "SOUND: Rain.", "ANKO: Out where?", "SOUND: Thunder.")
    cast = cast_of(*lines, decisions=decisions)
    assert spoken(cast) == ["Anko Mitarashi", "Anko Mitarashi"]


def test_letters_speak_to_nobody(cast_of: MakeCast) -> None:
    cast = cast_of("My dear Jane,", "Mr. Hale has come, and Tobias with him.", "Your loving sister,", "Margaret")
    assert {"Jane", "Mr. Hale", "Tobias"} <= names(cast)
    assert cast.quotes == ()


def test_talk_alone_has_speakers_by_whom_it_calls(cast_of: MakeCast) -> None:
    cast = cast_of("“Is it done, Anna?”", "“It is, Tom.”", "“Are you sure?”", "“Quite sure.”")
    assert spoken(cast)[:2] == ["Tom", "Anna"]


def test_shouted_words_are_no_names(cast_of: MakeCast) -> None:
    cast = cast_of("Anna Reed came in. “COME HERE AT ONCE,” said Anna.", "ANNA REED WAS NOT A PATIENT WOMAN.")
    assert names(cast) == {"Anna Reed"}


def test_lower_case_names_are_left_out(cast_of: MakeCast) -> None:
    assert cast_of("anna walked in. “come here,” said anna.", "“why?” asked tom.").characters == ()


def test_names_that_are_words(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Will looked at Hope. “Come, Rose,” said Will. Hope and Will will come if there is hope.",
        "Rose laughed, and Summer laughed too. Might Guy bowed. “Youth!” said Guy. He rose.",
        "“Will you come?” asked Hope. Guy smiled at the guy. Will nodded. “Yes,” said Summer. It was summer.",
    )
    assert {"Will", "Hope", "Rose", "Summer"} <= names(cast)
    assert spoken(cast)[1:] == ["Guy", "Hope", "Summer"] or spoken(cast)[1:] == ["Might Guy", "Hope", "Summer"]


def test_a_woman_called_may(cast_of: MakeCast) -> None:
    cast = cast_of(
        "May Welland smiled. “Yes,” said May. May laughed, and May’s hand shook.", "“May I come in May? Oh, May!” he said.",
    )
    may = cast.find("May Welland")
    assert may is not None and may.aliases == ("May",) and len(may.mentions) == 5


def test_apostrophes_and_accents(cast_of: MakeCast) -> None:
    cast = cast_of("Siobhán O’Brien smiled. “Well?” said O’Brien. “Ah,” said D’Artagnan. D’Artagnan bowed.", "“Yes,” said Zoë. Zoë left.")
    assert names(cast) == {"Siobhán O’Brien", "D’Artagnan", "Zoë"}
    assert spoken(cast) == ["Siobhán O’Brien", "D’Artagnan", "Zoë"]


def test_people_known_by_what_they_are(cast_of: MakeCast) -> None:
    cast = cast_of(
        "The Time Traveller smiled. “It is my plan,” said the Time Traveller.", "“Impossible,” said the Medical Man.",
        "“Not at all,” said the Time Traveller.", "The Medical Man shrugged. “We shall see,” said the Medical Man.",
    )
    assert names(cast) == {"the Time Traveller", "the Medical Man"}
    assert not any(each.named for each in cast.characters)
    assert spoken(cast) == ["the Time Traveller", "the Medical Man"] * 2


def test_the_author_says_who_the_old_man_is(cast_of: MakeCast) -> None:
    lines = ("Tobias Hale had gone.", "“Who is it?” said the old man. “Me,” said the old man. “Oh!”")
    assert spoken(cast_of(*lines)) == ["the old man"] * 3
    merged = cast_of(*lines, decisions=CastDecisions(merges=(("Tobias Hale", "the old man"),)))
    assert spoken(merged) == ["Tobias Hale"] * 3
    gone = cast_of(*lines, decisions=CastDecisions(not_people=frozenset({"the old man"})))
    assert spoken(gone) == [None] * 3
    renamed = cast_of(*lines, decisions=CastDecisions(renames=(("the old man", "Grandfather"),)))
    assert spoken(renamed) == ["Grandfather"] * 3


def test_decisions_that_fit_nobody_change_nothing(cast_of: MakeCast) -> None:
    lines = ("Anna Reed came in. “Well?” said Anna.",)
    decisions = CastDecisions(
        renames=(("Nobody", "Somebody"),), merges=(("Nobody", "Anna"), ("Anna", "No One")),
        not_people=frozenset({"Elsewhere"}), splits=(("Nobody", "Nob"),), pronouns=(("Nobody", "they"),),
    )
    assert cast_of(*lines, decisions=decisions) == cast_of(*lines)
