# SPDX-License-Identifier: GPL-3.0-or-later
"""How far apart two words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.characters.spelling import alike, bare, distance

WORDS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("vane", "vane", 0), ("vane", "vayne", 1), ("veil", "viel", 1), ("chunin", "chuunin", 1), ("abc", "xyz", 3), ("", "ab", 2)],
)
def test_distance(one: str, other: str, expected: int) -> None:
    assert distance(one, other) == expected


@given(WORDS, WORDS)
def test_distance_is_the_same_both_ways_and_none_only_for_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_bare_words() -> None:
    assert bare("Icha-Icha") == bare("Icha Icha") == "ichaicha"
    assert bare("Zoë") == "zoe"


@pytest.mark.parametrize(("one", "other"), [("Vane", "Vayne"), ("Ollerenshaw", "Ollerinshaw"), ("Konoha", "Konohah")])
def test_slips_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Mary", "Gary"), ("Ann", "Ian"), ("Julia", "Julie"), ("Jon", "Joan")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert not alike(one, other)
