# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words with a capital are names of persons."""

from __future__ import annotations

import pytest

from redraft.characters.names import NameKind, find_names, is_heading, story_names
from tests.characters.conftest import Analyse

STORY = (
    "“Come here,” said Maren to Tolvic. Tolvic shook his head, and Maren laughed.",
    "On Tuesday they walked to Drosk, for Maren liked Drosk. Suddenly a bell rang in Drosk.",
    "“Heh, you are late, Tolvic,” said Maren. “God knows where you were.”",
    "The Ardents feared him, and the Ardents told the French. Captain Ossel nodded to Maren.",
)


def persons(analyse: Analyse, *paragraphs: str) -> set[str]:
    return {" ".join(key) for key in find_names(analyse(*paragraphs)).persons()}


def test_those_who_speak_and_are_spoken_to_are_persons(analyse: Analyse) -> None:
    assert {"Maren", "Tolvic", "Ossel"} <= persons(analyse, *STORY)


@pytest.mark.parametrize("word", ["Tuesday", "Drosk", "Suddenly", "Heh", "God", "Ardents", "French", "Come"])
def test_other_words_with_a_capital_are_not(analyse: Analyse, word: str) -> None:
    assert word not in persons(analyse, *STORY)


def test_a_place_is_told_by_its_prepositions(analyse: Analyse) -> None:
    assert find_names(analyse(*STORY)).kinds["Drosk",] is NameKind.PLACE


def test_names_that_are_words_are_told_from_the_words(analyse: Analyse) -> None:
    found = persons(
        analyse, "Will sat down beside Hope. “Will you stay?” asked Hope.", "There is hope, thought Will. He will stay.",
        "Then Hope smiled at Will.",
    )
    assert {"Will", "Hope"} <= found


def test_a_title_alone_or_with_the_article_is_no_name(analyse: Analyse) -> None:
    assert persons(analyse, "The Captain nodded. The Captain said nothing. He feared the Captain.") == set()


def test_shouted_names_are_the_same_names(analyse: Analyse) -> None:
    found = find_names(analyse("“Maren!” he cried. “MAREN!” And Maren turned.", "“Yes?” said Maren."))
    assert found.evidence["Maren",].count == 4


def test_everything_works_on_nothing(analyse: Analyse) -> None:
    assert story_names([]) == frozenset()
    assert persons(analyse, "he walked. she ran. nobody spoke.") == set()


def test_story_names_are_what_a_spelling_check_must_know(analyse: Analyse) -> None:
    known = story_names(analyse(*STORY))
    assert {"Maren", "Tolvic", "Drosk", "Ardents"} <= known
    assert not {"Come", "Suddenly", "Heh", "bell"} & known


def test_only_headings_look_like_headings() -> None:
    assert is_heading("Chapter One: The Bell Comes Up Short")
    assert is_heading("# The end")
    assert not is_heading("Maren laughed.")
    assert not is_heading("“Maren Tolvic”")
    assert not is_heading("then Maren Laughed")


def test_one_who_is_only_spoken_of_is_a_person_all_the_same(analyse: Analyse) -> None:
    told = [
        "He knew that Robert was dead, and that Robert would be missed.",
        "It was Robert’s gun. Nobody had seen it since Robert went abroad.",
        "“I never liked that story of Robert and the horse,” he said.",
    ]
    assert "Robert" in persons(analyse, *told)


def test_an_inn_or_a_ship_of_a_persons_name_is_none(analyse: Analyse) -> None:
    told = ["They dined at the George. The George was full, and they left the George early.", "He liked the George."]
    assert "George" not in persons(analyse, *told)


@pytest.mark.parametrize("cry", ["Lawks", "Bonjour", "Vraiment", "Shucks", "Och", "Kuso"])
def test_what_is_only_cried_out_is_nobody(analyse: Analyse, cry: str) -> None:
    story = [f"“{cry}, that is late,” said Maren.", f"“{cry}!” he cried.", f"“{cry}, no,” said Tolvic to Maren.", f"“{cry}!”"]
    assert cry not in persons(analyse, *story)


def test_a_name_cried_out_and_told_of_is_somebody(analyse: Analyse) -> None:
    story = ["“Ozzle! Run!” he cried.", "“Ozzle, no,” said Maren.", "Ozzle ran.", "“Come back, Ozzle,” said Maren."]
    assert "Ozzle" in persons(analyse, *story)


@pytest.mark.parametrize("name", ["King Street", "Scotland Yard", "Queen Anne Mansions", "Amberson Block", "Danes"])
def test_streets_houses_and_peoples_are_no_persons(analyse: Analyse, name: str) -> None:
    story = ["Amberson smiled, and Scotland laughed.", f"They spoke to {name}. “It was called {name},” said Maren.",
             f"She thought of {name} and asked {name} about it."]  # fmt: skip
    found = persons(analyse, *story)
    assert name not in found and name.split()[-1] not in found


def test_a_letter_is_nobody_unless_it_acts(analyse: Analyse) -> None:
    assert "C" not in persons(analyse, "He drew a line from A to C. The point C was marked. At C he stopped.")
    assert "K" in persons(analyse, "K nodded. “I am late,” said K.", "K smiled at Frieda. “Come, K,” said Frieda.")
