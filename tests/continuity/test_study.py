# SPDX-License-Identifier: GPL-3.0-or-later
"""All of continuity in one call, with the author's corrections; names much alike; odd texts."""

from __future__ import annotations

import pytest

from redraft.characters.cast import Cast, Character, Mention, cast
from redraft.continuity.alike import names_alike
from redraft.continuity.decisions import ContinuityDecisions, Kept
from redraft.continuity.study import Told, study_continuity
from tests.continuity.conftest import OPENING, Analyse

MORNING, LATER = "That morning it rained.", "Two days later it was dry. Tom came at noon."


def told(analyse: Analyse, *texts: str, decisions: ContinuityDecisions | None = None) -> Told:
    read = analyse(*texts)
    ids, scenes = list(range(len(read))), list(range(1, len(read) + 1))
    return study_continuity(ids, read, scenes, cast(ids, read, scenes), decisions, {f"key{n}": n for n in scenes})


def test_the_author_says_on_which_day_a_scene_begins(analyse: Analyse) -> None:
    assert [each.day for each in told(analyse, MORNING, LATER).timeline] == [1, 3, 3]
    corrected = told(analyse, MORNING, LATER, decisions=ContinuityDecisions(days=(("key2", 9), ("gone", 4))))
    assert [each.day for each in corrected.timeline] == [1, 11, 11]


def test_words_that_are_not_about_now_move_nothing(analyse: Analyse) -> None:
    decisions = ContinuityDecisions(asides=(Kept.make(LATER, 0, 14),))
    assert [(each.text, each.day) for each in told(analyse, MORNING, LATER, decisions=decisions).timeline] == [
        ("That morning", 1), ("at noon", 1),
    ]


def test_sequences_out_of_step_are_refused(analyse: Analyse) -> None:
    with pytest.raises(ValueError, match="one scene for each"):
        study_continuity([1], analyse("One.", "Two."), [1, 1], Cast())


def people(*names: str) -> Cast:
    mentions = tuple(Mention(1, place, place + 4) for place in range(6))
    return Cast(tuple(Character(name, mentions=mentions) for name in names))


@pytest.mark.parametrize("names", [("Marcus", "Marius"), ("Anna Reed", "Anne Hill"), ("Jim", "Tim")])
def test_names_alike(names: tuple[str, str]) -> None:
    found = [(each.one, each.other) for each in names_alike(people(*names))]
    assert found == ([names] if names[0][0] == names[1][0] else [])


@pytest.mark.parametrize("names", [("Anna Reed", "Tom Reed"), ("Anna", "Tom"), ("Al", "Abe"), ("Marcus", "Margaret")])
def test_names_that_are_not(names: tuple[str, str]) -> None:
    assert list(names_alike(people(*names))) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("It rained. The road was wet, and nobody came.",), ("Anna Reed sat. Anna Reed stood. Anna smiled at her hands.",),
        ("“Yes.”", "“No.”", "“Why?”"), ("ANKO: Where is it?", "REN: I don’t know.", "ANKO: Look again."),
        ("[10:02] Anna: I am thirty", "[10:02] Tom: hey", "[10:03] Anna: I am thirty-one"),
        ("Zorvak’s qil eyes glowed. “Nim,” said Zorvak. Yx’tal bowed to Zorvak. Yx’tal’s sern eyes dimmed.",),
        ("Dear Tom,", "I am well. Come on Monday.", "Yours, Anna"), ("ANNA’S GREEN EYES SHONE. TOM SAID NOTHING.",),
        ("anna’s green eyes shone. tom said nothing. anna’s brown eyes closed.",), ("",), ("***",),
        ("Will will hope that Hope will rise when Rose rises. “Hope,” said Will, “Summer is here.”",),
        ("D’Artagnan met Žofie O’Neill. Žofie’s eyes were blue. D’Artagnan bowed, and O’Neill laughed.",),
        (OPENING * 40,), ("Day 31 of March 99, at 25:61 o’clock, on Saturday, March 31, 2001, Anna was 999 years old.",),
    ],
)
def test_odd_texts_say_nothing_wrong(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert [each.message for each in told(analyse, *texts).conflicts] == []


def test_four_hundred_people(analyse: Analyse) -> None:
    tails = "ak em ik ov un as el ir on ut arg esk igg olm ulp ank ebb irk ost urz esh amn iff onk ull".split()
    names = [head + middle + tail for head in "Bo Da Fi Gu".split() for middle in "rn lst mbr ndl".split()
             for tail in tails]  # fmt: skip
    texts = [f"“Good day,” said Captain {name}. {name} had {colour} eyes."
             for name, colour in zip(names, ("green", "brown") * 200, strict=True)]  # fmt: skip
    assert [each for each in told(analyse, *texts).conflicts if each.kind != "term"] == []
