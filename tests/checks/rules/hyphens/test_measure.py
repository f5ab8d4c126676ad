# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and units, and compounds before nouns."""

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("id", "text", "fix"),
    [
        ("measure-hyphen", "They climbed a ten foot wall.", "ten-foot"),
        ("measure-hyphen", "He faced a twelve year old girl.", "twelve-year-old"),
        ("compound-hyphen", "It was a nerve wracking night.", "nerve-wracking"),
        ("compound-hyphen", "The well known singer sat.", "well-known"),
        ("compound-hyphen", "He was an absent minded man.", "absent-minded"),
    ],
)  # fmt: skip
def test_the_hyphen_is_set(say: Say, id: str, text: str, fix: str) -> None:
    assert fix in [each.suggestions[0] for each in say(id, text)]


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("measure-hyphen", "The wall was ten feet high."), ("measure-hyphen", "By nine night had come."),
        ("compound-hyphen", "She was well known there."), ("compound-hyphen", "He saw two colored girls."),
        ("compound-hyphen", "He had long lost his way."), ("compound-hyphen", "The night was nerve wracking."),
    ],
)  # fmt: skip
def test_free_words_are_left_free(say: Say, id: str, text: str) -> None:
    assert say(id, text) == []
