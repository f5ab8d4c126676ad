# SPDX-License-Identifier: GPL-3.0-or-later
"""Which two values one person cannot have."""

from __future__ import annotations

import pytest

from redraft.characters.attributes import Attribute
from redraft.continuity.clashes import clash


def told(kind: str, value: str, *, named: bool = True, speech: bool = False) -> Attribute:
    return Attribute(kind, value, 1, 0, 1, speech, named)


@pytest.mark.parametrize(
    ("kind", "one", "other", "days", "clashes"),
    [
        ("eyes", "blue", "brown", 0, True), ("eyes", "blue", "grey", 0, False), ("height", "tall", "short", 0, True),
        ("height", "tall", "short", 4000, False), ("height", "six feet two", "five feet four", 4000, True),
        ("build", "fat", "thin", 10, True), ("build", "fat", "thin", 800, False), ("age", "ten", "twelve", 10, True),
        ("age", "ten", "twelve", 730, False), ("family", "wife Karen", "wife Bridget", 0, True),
        ("family", "wife Katherine", "wife Kathy", 0, False), ("family", "first wife Karen", "wife Bridget", 0, False),
        ("rank", "captain", "corporal", 0, True), ("rank", "corporal", "captain", 0, False), ("rank", "captain", "corporal", 900, False),
        ("birthday", "may", "the third of november", 0, True), ("hand", "left", "right", 0, True), ("job", "dentist", "butcher", 0, True),
        ("job", "farmer", "poet", 0, False), ("relation", "Anna’s brother", "Anna’s friend", 0, False),
        ("home", "Elm Hollow", "London", 0, False), ("home", "7 Elm Lane", "9 Elm Lane", 0, True),
    ],
)
def test_what_clashes(kind: str, one: str, other: str, days: int, clashes: bool) -> None:
    assert clash(told(kind, one), told(kind, other), days, days, same_scene=False) is clashes


def test_work_needs_a_name_at_one_of_its_places() -> None:
    he, anna = told("job", "dentist", named=False), told("job", "butcher")
    assert clash(he, anna, 0, 0, same_scene=False)
    assert not clash(he, told("job", "butcher", named=False), 0, 0, same_scene=False)


def test_without_a_count_of_days_only_what_cannot_grow_clashes() -> None:
    assert not clash(told("height", "tall"), told("height", "short"), 0, None, same_scene=False)
    assert clash(told("age", "twelve"), told("age", "ten"), 0, None, same_scene=False)
    assert not clash(told("age", "ten"), told("age", "twelve"), 0, None, same_scene=False)
