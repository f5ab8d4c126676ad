# SPDX-License-Identifier: GPL-3.0-or-later
"""Short and pet names that no table lists."""

from __future__ import annotations

import pytest

from redraft.characters.pet_names import is_diminutive, may_shorten


@pytest.mark.parametrize(
    ("short", "whole"),
    [("Prendy", "Prendergast"), ("Fergy", "Ferguson"), ("Ruthie", "Ruth"), ("Sheldy", "Sheldon"), ("Moley", "Mole"),
     ("Jud", "Judkins"), ("Barto", "Bartolomeo"), ("Briss", "Brissenden")],
)  # fmt: skip
def test_short_names_are_made_from_the_beginning(short: str, whole: str) -> None:
    assert may_shorten(short, whole)


@pytest.mark.parametrize(
    ("short", "whole"),
    [("Harry", "Harvey"), ("Ruth", "Ruth"), ("Molly", "Mole"), ("Al", "Alaric"), ("Marian", "Mary"), ("Rose", "Ross"),
     ("Perdita", "Perry"), ("Kay", "Kathleen"), ("O’Hara", "O’Harahan")],
)  # fmt: skip
def test_other_names_are_not(short: str, whole: str) -> None:
    assert not may_shorten(short, whole)


@pytest.mark.parametrize(("short", "whole"), [("Ronnie", "Ron"), ("Billy", "Bill"), ("Jimmy", "Jim"), ("Davey", "Dav")])
def test_an_ending_makes_a_short_name_smaller(short: str, whole: str) -> None:
    assert is_diminutive(short, whole)


@pytest.mark.parametrize(
    ("short", "whole"), [("Harry", "Harvey"), ("Molly", "Mole"), ("Bill", "Bill"), ("Mary", "Marian"), ("Betty", "Beth")]
)
def test_no_other_name_is_made_smaller(short: str, whole: str) -> None:
    assert not is_diminutive(short, whole)
