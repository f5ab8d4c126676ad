# SPDX-License-Identifier: GPL-3.0-or-later
"""Doubled spaces, told once for a story."""

from collections.abc import Callable

from redraft.checks.rules.spacing.doubled_space import doubled_space
from redraft.checks.story import Passage


def test_many_are_told_once_with_their_number(passage: Callable[..., Passage]) -> None:
    one = passage("He sat.  She  ran.")
    ((index, found),) = doubled_space.rule([passage("He ran."), one, one])
    assert (index, found.start, found.suggestions) == (1, 7, (" ",)) and "4 such places" in found.message


def test_one_is_told_without_a_number(passage: Callable[..., Passage]) -> None:
    ((_, found),) = doubled_space.rule([passage("He  ran.")])
    assert found.message == "One space is enough."


def test_columns_and_blanks_at_the_ends_are_left(passage: Callable[..., Passage]) -> None:
    assert list(doubled_space.rule([passage("Tea      3.20      one cup"), passage("He ran.  ")])) == []
