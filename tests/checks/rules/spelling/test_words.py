# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words are judged at all, and what makes a strange one the story's own."""

from collections.abc import Callable

import pytest

from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.words import is_bent, is_coined, is_own, lower_names, words
from redraft.checks.story import Passage, StoryFacts

Make = Callable[..., Passage]


@pytest.mark.parametrize(
    "text",
    [
        "W-what? D-don't!", "Hmmm. Nooooo. Pfft. Tsk. Shh. Brrr.", "goin' 'ouse 'e", "NATO and FBI",
        "www.example.org and bob@example.com", "XIV, iv", "Chicago-ish lit-tle",
    ],
)  # fmt: skip
def test_words_that_are_not_judged(passage: Make, text: str) -> None:
    unknown = [each.text for each in words(passage(text)) if not lexicon().knows(each.text)]
    assert unknown == []


def test_a_capital_at_a_sentence_start_says_nothing(passage: Make) -> None:
    found = {each.text: each.capital for each in words(passage("Kakashi sat. “Anko?” Then Iruka came."))}
    assert found == {"Kakashi": False, "sat": False, "Anko": False, "Then": False, "Iruka": True, "came": False}


def test_a_word_in_single_quotes_is_no_clipped_one(passage: Make) -> None:
    assert next(words(passage("‘Recieve it,’ he said."))).text == "Recieve"


def test_the_story_makes_words_its_own() -> None:
    known = lexicon()
    story = StoryFacts(
        counts={"chakra": 3, "kunai": 2, "eyess": 1, "eyes": 90}, capital_counts={"konoha": 2},
        names=frozenset({"Anko"}), own_words=frozenset({"jutsu"}),
    )  # fmt: skip
    assert [each for each in ("chakra", "kunai", "eyess", "konoha", "anko", "jutsu") if is_own(each, story, known)] == [
        "chakra", "konoha", "anko", "jutsu",
    ]  # fmt: skip
    assert lower_names(story) == {"anko"}


@pytest.mark.parametrize("word", ["starship", "catlike", "unpetted", "doorless"])
def test_coined_words(word: str) -> None:
    assert is_coined(word, lexicon())


@pytest.mark.parametrize("word", ["definatly", "recieve", "windwo"])
def test_misspelt_words_are_not_coined(word: str) -> None:
    assert not is_coined(word, lexicon())


def test_bent_words() -> None:
    assert is_bent("worlder", lexicon(), freely=False) and not is_bent("windwo", lexicon(), freely=False)
