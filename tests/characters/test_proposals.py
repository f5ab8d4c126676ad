# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may be one person, and who surely is not."""

from __future__ import annotations

import pytest

from redraft.characters.cast import Cast, Character, Mention
from redraft.characters.decisions import CastDecisions
from redraft.characters.proposals import proposals


def asked(one: str, other: str, *, together: bool = False, pronouns: tuple[str | None, str | None] = (None, None),
          decisions: CastDecisions | None = None) -> list[tuple[str, str]]:
    people = (Character(one, mentions=(Mention(1, 0, 4),), pronouns=pronouns[0]),
              Character(other, mentions=(Mention(1 if together else 2, 9, 12),), pronouns=pronouns[1]))
    return [(each.one, each.other) for each in proposals(Cast(people), decisions or CastDecisions())]


@pytest.mark.parametrize(
    ("one", "other"), [("Charlotte Collins", "Mrs. Collins"), ("Elizabeth Bennet", "Liz"), ("Marian", "Marien"), ("Tom Hale", "Hale")]
)
def test_who_may_be_one(one: str, other: str) -> None:
    assert asked(one, other) == [(one, other)]


@pytest.mark.parametrize(("one", "other"), [("Anna Reed", "Tom Reed"), ("Anna", "Tom"), ("Anna Reed", "Clara Hill")])
def test_who_is_two(one: str, other: str) -> None:
    assert asked(one, other) == []


def test_side_by_side_or_of_two_pronouns_they_are_two() -> None:
    assert asked("Charlotte Collins", "Mrs. Collins", together=True) == []
    assert asked("Charlotte Collins", "Mr. Collins", pronouns=("she", "he")) == []


def test_what_was_turned_down_is_not_asked_again() -> None:
    decisions = CastDecisions(apart=frozenset({("Mrs. Collins", "Charlotte Collins")}))
    assert asked("Charlotte Collins", "Mrs. Collins", decisions=decisions) == []


def family(*people: tuple[str, str, int]) -> list[tuple[str, str]]:
    """What is proposed of people with their pronoun and the paragraph that names them."""
    cast = Cast(tuple(Character(name, mentions=(Mention(place, 0, 4),), pronouns=told) for name, told, place in people))
    return [(each.one, each.other) for each in proposals(cast, CastDecisions())]


def test_a_wedding_may_have_given_her_another_name() -> None:
    walter = ("Walter Morel", "he", 3)
    assert family(("Gertrude Coppard", "she", 1), ("Gertrude Morel", "she", 2), walter) == [
        ("Gertrude Coppard", "Gertrude Morel")
    ]


@pytest.mark.parametrize(
    "people",
    [
        (("Mary Hill", "she", 1), ("Mary Reed", "she", 2)),
        (("John Hill", "he", 1), ("John Reed", "he", 2), ("Anna Reed", "she", 3)),
        (("Mary Hill", "she", 1), ("Mary Reed", "she", 1), ("Tom Reed", "he", 3)),
        (("Mary Hill", "she", 1), ("Martha Reed", "she", 2), ("Tom Reed", "he", 3)),
    ],
)
def test_no_wedding_is_made_up(people: tuple[tuple[str, str, int], ...]) -> None:
    assert family(*people) == []
