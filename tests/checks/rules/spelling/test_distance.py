# SPDX-License-Identifier: GPL-3.0-or-later
"""How far spellings lie apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.checks.rules.spelling.distance import distance, sound

_WORDS = st.text(alphabet="abcdeit'", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("wrong", "nearer", "farther"),
    [
        ("runing", "running", "ruling"), ("dont", "don't", "donut"),
        ("tge", "the", "age"), ("seperate", "separate", "seprate"), ("teh", "the", "tea"),
    ],
)  # fmt: skip
def test_the_likelier_slip_is_nearer(wrong: str, nearer: str, farther: str) -> None:
    assert distance(wrong, nearer) < distance(wrong, farther)


@given(_WORDS)
def test_a_word_is_no_distance_from_itself(word: str) -> None:
    assert distance(word, word) == 0


@given(_WORDS, _WORDS)
def test_different_words_are_apart(one: str, other: str) -> None:
    assert one == other or distance(one, other, 50) > 0


def test_what_is_too_far_is_not_reckoned() -> None:
    assert distance("cat", "elephant", 2.0) == 9.0


@pytest.mark.parametrize(("one", "other"), [("wierd", "weird"), ("fone", "phone"), ("nite", "night"), ("rite", "wright")])
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_words_that_do_not() -> None:
    assert sound("cat") != sound("dog")
