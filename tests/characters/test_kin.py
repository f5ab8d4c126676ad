# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose father Mr. Hale is."""

from __future__ import annotations

import pytest

from redraft.characters.aliases import Person
from redraft.characters.forms import Form
from redraft.characters.kin import relative
from tests.characters.conftest import MakeCast

KNOWN = [
    Person([Form((), ("Anna", "Hale")), Form(("miss",), ("Hale",))], "she"), Person([Form(("mr",), ("Hale",))], "he"),
    Person([Form(("mrs",), ("Hale",))], "she"), Person([Form(("mr",), ("Lake",))], "he"), Person([Form((), ("Tom",))], "he"),
]
SHOWN = {index: str(index) for index in range(len(KNOWN))}


@pytest.mark.parametrize(
    ("owner", "noun", "who"),
    [(0, "father", 1), (0, "mother", 2), (1, "wife", 2), (2, "husband", 1), (0, "sister", None), (3, "wife", None),
     (4, "father", None)],
)  # fmt: skip
def test_a_relative_by_the_familys_name(owner: int, noun: str, who: int | None) -> None:
    assert relative(owner, noun, KNOWN, SHOWN) == who


def test_one_of_two_is_nobody() -> None:
    two = [*KNOWN, Person([Form(("lord",), ("Hale",))], "he")]
    assert relative(0, "father", two, {**SHOWN, 5: "5"}) is None


def test_what_her_father_says_is_said_by_mr_hale(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Anna Hale sat down. Anna sighed. Mr. Hale was in the garden.", "“Yes,” said her father.", "“No,” said Anna.",
    )
    assert [each.speaker for each in cast.quotes] == ["Mr. Hale", "Anna Hale"]
