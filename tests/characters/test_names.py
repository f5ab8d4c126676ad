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
