# SPDX-License-Identifier: GPL-3.0-or-later
"""Who says what."""

from __future__ import annotations

import pytest

from tests.characters.conftest import MakeCast

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat. Anna liked her brother’s friend."


def speakers(cast_of: MakeCast, *paragraphs: str) -> list[str | None]:
    return [each.speaker for each in cast_of(OPENING, *paragraphs).quotes]


@pytest.mark.parametrize(
    "line",
    [
        "“Come in,” said Anna.", "“Come in,” Anna said.", "Anna said, “Come in.”", "“Come in,” whispered Anna softly.",
        "“Come in.” Anna said.", "“Come in!” Anna opened the gate.", "Anna opened the gate. “Come in.”",
        "“Come in,” she said.", "“Come in,” said Anna, “and sit down.”", "‘Come in,’ said Anna.", "\"Come in,\" said Anna.",
        "“Come in, Tom,” she said.", "“Come in.” She opened the gate.",
    ],
)
def test_tags_and_actions(cast_of: MakeCast, line: str) -> None:
    assert set(speakers(cast_of, line)) == {"Anna Reed"}


def test_two_take_turns(cast_of: MakeCast) -> None:
    lines = ("“Well?” said Anna.", "“Well what?” said Tom.", "“Is it done?”", "“It is.”", "“Good.”")
    assert speakers(cast_of, *lines) == ["Anna Reed", "Tom Lake", "Anna Reed", "Tom Lake", "Anna Reed"]


def test_one_who_is_called_answers(cast_of: MakeCast) -> None:
    assert speakers(cast_of, "“Are you well, Tom?” said Anna.", "“I am.”") == ["Anna Reed", "Tom Lake"]


def test_one_who_is_called_does_not_speak(cast_of: MakeCast) -> None:
    assert "Tom Lake" not in speakers(cast_of, "“You are late, Tom!”")


def test_who_nods_has_answered(cast_of: MakeCast) -> None:
    lines = ("“You too?” said Anna.", "Tom nodded.", "“Two months ago.”")
    assert speakers(cast_of, *lines) == ["Anna Reed", "Tom Lake"]


def test_speech_goes_on_in_the_next_paragraph(cast_of: MakeCast) -> None:
    assert speakers(cast_of, "“It was late,” said Tom. “We left.", "“Nobody saw us.”") == ["Tom Lake"] * 3


def test_a_stranger_heard_once_is_not_given_a_name(cast_of: MakeCast) -> None:
    assert speakers(cast_of, "“Who goes there?” said the old man.") == [None]


def test_a_stranger_heard_often_has_the_words_that_tell_of_them(cast_of: MakeCast) -> None:
    lines = ("“Who goes there?” said the old man.", "“A friend,” said Anna.", "“Pass, friend,” the old man said.")
    assert speakers(cast_of, *lines) == ["the old man", "Anna Reed", "the old man"]


def test_two_speak_in_one_paragraph(cast_of: MakeCast) -> None:
    assert speakers(cast_of, "“Well?” said Anna. “Well what?” said Tom.") == ["Anna Reed", "Tom Lake"]


def test_a_colon_leads_to_the_next_paragraph(cast_of: MakeCast) -> None:
    assert speakers(cast_of, "Tom cleared his throat and said:", "“I am late.”") == ["Tom Lake"]


def test_how_the_speaker_is_known_is_told(cast_of: MakeCast) -> None:
    quotes = cast_of(OPENING, "“Well?” said Anna.", "“Yes,” he said.", "“Good.”").quotes
    assert [each.sign for each in quotes] == ["tag", "pronoun", "turn"]
    assert quotes[0].odds == 1.0 > quotes[2].odds > 0.4


def test_turns_that_do_not_come_out_are_less_sure(cast_of: MakeCast) -> None:
    lines = ("“One,” said Anna.", "“Two.”", "“Three.”")
    odd = cast_of(OPENING, *lines, "“Four,” said Anna.").quotes
    even = cast_of(OPENING, *lines, "“Four,” said Tom.").quotes
    assert odd[1].odds < even[1].odds


def test_a_speech_that_nobody_can_have_spoken_is_nobodys(cast_of: MakeCast) -> None:
    assert [each.speaker for each in cast_of("“Help!”", "The wind blew.").quotes] == [None]


def test_an_i_without_a_name_is_the_narrator(cast_of: MakeCast) -> None:
    cast = cast_of(
        "I went out. I saw Tom. I liked him, and I think I always had.", "“You are late,” I said.", "“I am,” said Tom.",
    )
    assert [each.speaker for each in cast.quotes] == ["Narrator", "Tom"]
    narrator = cast.find("Narrator")
    assert narrator is not None and (narrator.lines, narrator.mentions) == (1, ())


def test_an_i_that_others_call_by_name_has_it(cast_of: MakeCast) -> None:
    cast = cast_of(
        "I went out. I saw Tom. I liked him, and I think I always had.", "“You are late, Jo,” said Tom.", "“I am,” I said.",
        "“Never mind, Jo,” said Tom.", "“Thank you,” I said.",
    )
    assert [each.speaker for each in cast.quotes] == ["Tom", "Jo", "Tom", "Jo"]


def test_a_narrator_who_says_the_name_has_it(cast_of: MakeCast) -> None:
    cast = cast_of("My name is Ishmael. I went to sea. I was young, and I had no money. I went.", "“Yes,” I said.")
    assert [each.speaker for each in cast.quotes] == ["Ishmael"]


def test_who_stands_up_before_the_speech_speaks_it(cast_of: MakeCast) -> None:
    lines = ("“It is late,” said Bill Hay.", "“It is,” said Bill.", "Tom stood up. “Good night,” he said.")
    assert speakers(cast_of, *lines)[2] == "Tom Lake"


def test_who_says_the_own_name_speaks(cast_of: MakeCast) -> None:
    lines = ("“Who is there?” said Anna.", "“I’m Tom Lake.”", "“My name is Tom,” he said.", "“I am Tom’s sister.”")
    assert speakers(cast_of, *lines)[1:3] == ["Tom Lake", "Tom Lake"]


def test_the_other_is_not_the_one_before(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Anna Reed met Tom Lake. Anna bowed and Tom bowed.", "“Is it late?” said Anna.", "“It is,” said the other.",
    )
    assert [each.speaker for each in cast.quotes] == ["Anna Reed", "Tom Lake"]


@pytest.mark.parametrize("tag", [
    "It was Anna’s voice.", "It was Anna Reed’s voice, low and clear.", "It was the gentle voice of Anna Reed.",
    "That was Anna’s answer.", "Such was the cheery cry of Anna Reed.",
])
def test_a_voice_that_is_known_again_is_a_tag(cast_of: MakeCast, tag: str) -> None:
    cast = cast_of("“Where?” asked Tom Lake. Anna Reed looked up at Ben Moor.", f"“In the mill.” {tag}")
    assert (cast.quotes[-1].speaker, cast.quotes[-1].sign) == ("Anna Reed", "tag")


@pytest.mark.parametrize("words", [
    "It was Anna’s voice that he missed.", "It was Anna’s lamp.", "It was the voice of the sea.",
    "It was a voice like Anna’s.", "There was no answer from Anna.", "It was the voice that Anna loved.",
])
def test_a_voice_told_of_is_no_tag(cast_of: MakeCast, words: str) -> None:
    cast = cast_of("“Where?” asked Tom Lake. Anna Reed looked up at Ben Moor.", f"“In the mill.” {words}")
    assert cast.quotes[-1].sign != "tag"
