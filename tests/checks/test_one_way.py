# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from redraft.checks.check import Found
from redraft.checks.one_way import Place, against, usual


def places(forms: str) -> list[Place]:
    """A place for each letter; every other letter is a cure."""
    return [
        Place(number, form, {other: Found(0, 1, "Odd.", (other,)) for other in "ab" if other != form})
        for number, form in enumerate(forms)
    ]


def test_few_places_make_no_habit() -> None:
    assert usual(places("aaaaaaaaa")) is None
    assert usual(places("aaaaaaaaaa")) == "a"


def test_an_author_who_does_both_has_no_habit() -> None:
    assert usual(places("aaaaabbbbb")) is None
    assert list(against(places("aaaaaaabbb"), None)) == []


def test_what_goes_against_the_habit_is_told_once() -> None:
    ((number, found),) = against(places("a" * 10 + "ba" + "a" * 10 + "b"), None)
    assert number == 10 and found.suggestions == ("a",)
    assert found.message == "Odd. So is one place more."


def test_what_goes_against_a_choice_is_told_each_time() -> None:
    assert [number for number, _ in against(places("abab"), "a")] == [1, 3]
    assert [number for number, _ in against(places("aaaaaaaaaaaaa"), "b")] == list(range(13))


def test_a_form_without_a_cure_is_left_alone() -> None:
    assert list(against(places("aa"), "c")) == []
