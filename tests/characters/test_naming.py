# SPDX-License-Identifier: GPL-3.0-or-later
"""By which name a character is shown."""

from __future__ import annotations

import pytest

from redraft.characters.chains import Chain
from redraft.characters.naming import display_name, distinct, other_names


def chain(name: str, *titles: str, suffix: str = "") -> Chain:
    return Chain(0, 0, 1, 0, 1, titles, tuple(name.split()), suffix, False, False, "", False)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ([chain("Hale", "Mr."), chain("Tobias Hale"), chain("Tobias")], "Tobias Hale"),
        ([chain("Hale", "Mrs."), chain("Hale", "Mrs."), chain("Hale")], "Mrs. Hale"),
        ([chain("Pell", "Master"), chain("Ambrose Pell", "Master")], "Ambrose Pell"),
        ([chain("Orme"), chain("Orme"), chain("Orme", "Captain")], "Orme"),
        ([chain("Minase Kaoru"), chain("Kaoru Minase"), chain("Minase Kaoru")], "Minase Kaoru"),
        ([chain("T. Hale"), chain("Tobias Hale")], "Tobias Hale"),
        ([chain("John Orme", "Mrs."), chain("Orme", "Mrs.")], "Mrs. John Orme"),
        ([*[chain("Kitty")] * 400, chain("Hong Kong Kitty")], "Kitty"),
    ],
)
def test_the_fullest_name_in_use_is_shown(found: list[Chain], shown: str) -> None:
    assert display_name(found) == shown


def test_the_others_are_aliases_as_written() -> None:
    found = [chain("Kaoru", suffix="san"), chain("Kaoru"), chain("Kaoru"), chain("Minase", "Ms.")]
    assert other_names(found, "Minase Kaoru") == ("Kaoru", "Kaoru-san", "Ms. Minase")


def test_no_two_share_a_name() -> None:
    assert distinct({1: "Tom", 2: "Ann", 5: "Tom"}) == {1: "Tom", 2: "Ann", 5: "Tom (2)"}
