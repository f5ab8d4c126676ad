# SPDX-License-Identifier: GPL-3.0-or-later
"""American and British spelling mixed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from redraft.checks.rules.spelling.variety import counterpart, mixed_variety
from redraft.checks.story import Passage


@pytest.mark.parametrize(
    ("word", "variety", "other"),
    [
        ("colour", "US", "color"), ("color", "GB", "colour"), ("grey", "US", "gray"), ("theater", "GB", "theatre"),
        ("travelling", "US", "traveling"), ("realize", "GB", None), ("house", "US", None), ("amongst", "US", None),
    ],
)  # fmt: skip
def test_counterpart(word: str, variety: str, other: str | None) -> None:
    assert counterpart(word, variety) == other


def test_a_mixture_is_told_once_and_names_its_words(passage: Callable[..., Passage]) -> None:
    one = passage("The colour, the colour and the honour.")
    american = replace(one, story=replace(one.story, variety="US"))
    ((index, found),) = mixed_variety.rule([american, american])
    assert (index, found.start, found.suggestions) == (0, 4, ("color",)) and "honour" in found.message


def test_one_strange_word_in_a_long_story_is_no_mixture(passage: Callable[..., Passage]) -> None:
    one = passage("The colour was clear.")
    long = replace(one, story=replace(one.story, variety="US", words=60_000))
    assert list(mixed_variety.rule([long])) == []


def test_a_story_without_a_variety_is_left_alone(passage: Callable[..., Passage]) -> None:
    assert list(mixed_variety.rule([passage("The colour was gray.")])) == []
