# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in quote marks that nobody says."""

from __future__ import annotations

import pytest

from redraft.characters.unspoken import is_unspoken
from tests.characters.conftest import Analyse, MakeCast

UNSAID = (
    "On the shelf lay a thick book bearing the title: “A History of the Marsh.”",
    "The story ran under the headline “Bridge Falls!” and took up half a page.",
    "Over the door there was a painted sign: “Reed and Daughters.”",
    "The last of them was a note headed “What Must Be Done.”",
    "Between the names “Allen” and “Ambrose,” a line had been scratched out.",
    "It was a game called “Jacks,” and nobody won it.",
    "He was just about to say “Good morning,” when the bell rang.",
    "Tom nodded, as much as to say: “Here is a narrow corner.”",
    "He meant, to use the phrase that he liked, “looking for an opening.”",
    "The council had promised the town “a better class of mud.”",
)
SAID = (
    "Anna lifted the lamp. “Who is there?”",
    "“Who is there?” He looked at the sign. “Nobody.”",
    "Anna whispered the word “Go.”",
    "With the words “Good night,” he shut the door.",
    "Tom shook his head at the title. “Dreadful.”",
    "He had the word. “Please!”",
    "She was about to leave. “Wait!”",
    "Tom put down the book, and the lamp, and the bread: “There.”",
    "“I think,” and she smiled, “that you are wrong.”",
    "Tom called “Anna!”",
    "“The word was his. I had nothing to say.”",
)


@pytest.mark.parametrize("text", UNSAID)
def test_words_of_something_written_or_spoken_of_are_said_by_nobody(analyse: Analyse, text: str) -> None:
    (analysis,) = analyse(text)
    speeches = analysis.speeches()
    assert speeches
    assert is_unspoken(analysis, len(speeches) - 1, speeches)


@pytest.mark.parametrize("text", SAID)
def test_words_that_may_be_said_are_left_to_the_conversation(analyse: Analyse, text: str) -> None:
    (analysis,) = analyse(text)
    speeches = analysis.speeches()
    assert not any(is_unspoken(analysis, number, speeches) for number in range(len(speeches)))


def test_a_title_between_two_who_talk_has_no_speaker_and_takes_no_turn(cast_of: MakeCast) -> None:
    cast = cast_of(
        "“Is that for me?” asked Anna Reed.", "“It is,” said Tom Lake.",
        "It was a thick book bearing the title: “A History of the Marsh.”", "“Thank you.”", "“Read it,” said Tom.",
    )
    assert [each.speaker for each in cast.quotes] == ["Anna Reed", "Tom Lake", None, "Anna Reed", "Tom Lake"]


def test_a_tag_is_believed_even_behind_a_sign(cast_of: MakeCast) -> None:
    cast = cast_of("“Yes,” said Anna Reed.", "She looked up at the sign: “Closed,” said Tom Lake.")
    assert cast.quotes[-1].speaker == "Tom Lake"


def test_a_story_may_open_with_words_that_nobody_says(cast_of: MakeCast) -> None:
    cast = cast_of("Over the door there was a painted sign: “Reed and Daughters.”", "“Come in,” said Anna Reed.")
    assert [each.speaker for each in cast.quotes] == [None, "Anna Reed"]
