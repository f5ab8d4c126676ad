# SPDX-License-Identifier: GPL-3.0-or-later
"""Birthdays as words tell them, and which are two people's."""

from __future__ import annotations

import pytest

from redraft.continuity.birthdays import Birthday, birthday, birthdays_clash


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("march", Birthday(3)), ("the 4th of march", Birthday(3, 4)), ("the third of november", Birthday(11, 3)),
        ("june 2, 1931", Birthday(6, 2, 1931)), ("1931", Birthday(year=1931)), ("spring", Birthday()),
    ],
)
def test_what_words_tell(words: str, told: Birthday) -> None:
    assert birthday(words) == told


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("march", "may", True), ("1931", "june 2, 1934", True), ("the 4th of march", "the 5th of march", True),
        ("march", "the 4th of march", False), ("1931", "june 2, 1931", False), ("march", "1931", False),
    ],
)
def test_which_clash(one: str, other: str, clash: bool) -> None:
    assert birthdays_clash(one, other) is clash
