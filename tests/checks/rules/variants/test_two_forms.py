# SPDX-License-Identifier: GPL-3.0-or-later
"""Common words written two ways; the check's examples cover the plain cases."""

from collections.abc import Callable

import pytest

from redraft.checks.rules.variants.two_forms import two_forms
from redraft.checks.story import Passage


@pytest.mark.parametrize(
    ("common", "rare", "fix"), [("okay", "OK", "okay"), ("gray", "grey", "gray"), ("teapot", "tea-pot", "teapot"),
                                ("naïve", "naive", "naïve")],
)  # fmt: skip
def test_the_rarer_is_told_once_for_all_its_places(
    passage: Callable[..., Passage], common: str, rare: str, fix: str,
) -> None:
    often = passage(" ".join([f"It was {common} here."] * 8))
    ((index, found),) = two_forms.rule([often, passage(f"It was {rare}."), passage(f"All {rare} there.")])
    assert index == 1 and found.suggestions == (fix,) and "8 times" in found.message and "2 places" in found.message


def test_a_name_is_not_the_colour(passage: Callable[..., Passage]) -> None:
    often = passage(" ".join(["It was gray here."] * 8))
    assert list(two_forms.rule([often, passage("They met Mr Grey.")])) == []


def test_two_habits_of_like_strength_are_left_alone(passage: Callable[..., Passage]) -> None:
    assert list(two_forms.rule([passage("Okay. It was okay. So okay. OK, then. OK. All OK.")])) == []
