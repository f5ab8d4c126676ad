# SPDX-License-Identifier: GPL-3.0-or-later
"""Places cross the border to Qt and come back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.text.utf16 import Utf16Map, length


def test_an_emoji_counts_as_two_units() -> None:
    places = Utf16Map.of("a🙂b")
    assert [places.units(each) for each in range(4)] == [0, 1, 3, 4]


def test_a_place_inside_a_character_is_its_start() -> None:
    places = Utf16Map.of("a🙂b🙂")
    assert [places.points(each) for each in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_plain_text_shares_one_map() -> None:
    assert Utf16Map.of("naïve “quotes”") is Utf16Map.of("other")


@given(st.text(alphabet="aé“🙂𝔄"))
def test_every_place_comes_back(text: str) -> None:
    places = Utf16Map.of(text)
    assert [places.points(places.units(each)) for each in range(len(text) + 1)] == list(range(len(text) + 1))
    assert length(text) == len(text.encode("utf-16-le")) // 2
