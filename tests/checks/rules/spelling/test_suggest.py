# SPDX-License-Identifier: GPL-3.0-or-later
"""What a misspelt word was meant to be."""

import pytest

from redraft.checks.rules.spelling.suggest import suggestions


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("definitly", "definitely"), ("wisper", "whisper"), ("shoudler", "shoulder"), ("ocassion", "occasion"),
        ("suddently", "suddenly"), ("knifes'".strip("'"), "knives"), ("ofthe", "of the"), ("becuase", "because"),
        ("thougth", "thought"), ("exitement", "excitement"), ("neigbour", "neighbour"), ("strenght", "strength"),
    ],
)  # fmt: skip
def test_the_right_word_is_among_the_first_three(wrong: str, right: str) -> None:
    assert right in [each.word for each in suggestions(wrong)[:3]]


def test_the_one_that_fits_its_neighbours_comes_first() -> None:
    assert suggestions("walke", beside=("he", "away"))[0].word == "walked"
    assert suggestions("walke", beside=("to", "away"))[0].word == "walk"


def test_what_stands_in_the_story_comes_first() -> None:
    assert suggestions("swrod", story={"sword": 40})[0].word == "sword"


def test_nothing_is_near_to_nonsense() -> None:
    assert suggestions("qxzvbqjk") == []
