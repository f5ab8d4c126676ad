# SPDX-License-Identifier: GPL-3.0-or-later
"""Every check: its examples hold, its manual is whole, its name is clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.catalogue import by_id, catalogue, story_catalogue
from redraft.checks.check import Check, Fires, Found, Quiet, StoryCheck
from redraft.checks.finding import CATEGORIES

ALL = (*catalogue(), *story_catalogue())
SECTIONS = ("What it finds:", "Why a reader minds:", "When to leave it:", "Example:")
EXAMPLES = [(check, each) for check in catalogue() for each in check.examples]


def _named(pair: tuple[Check, Fires | Quiet]) -> str:
    return f"{pair[0].id}: {pair[1].text}"


@pytest.mark.parametrize("pair", [each for each in EXAMPLES if isinstance(each[1], Fires)], ids=_named)
def test_it_fires_where_its_example_says(
    pair: tuple[Check, Fires], example: Callable[[Check, Fires], list[Found]],
) -> None:
    check, one = pair
    (found,) = example(check, one)
    assert (found.start, found.end) == one.span
    if one.fix is not None:
        assert found.suggestions[0] == one.fix


@pytest.mark.parametrize("pair", [each for each in EXAMPLES if isinstance(each[1], Quiet)], ids=_named)
def test_it_is_quiet_where_its_example_says(
    pair: tuple[Check, Quiet], example: Callable[[Check, Quiet], list[Found]],
) -> None:
    assert [each for each in example(*pair) if not each.unsure] == []


@pytest.mark.parametrize("check", ALL, ids=lambda each: each.id)
def test_its_manual_has_its_sections_in_order(check: Check | StoryCheck) -> None:
    places = [check.manual.find(section) for section in SECTIONS]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize("check", ALL, ids=lambda each: each.id)
def test_it_has_as_many_quiet_examples_as_others(check: Check | StoryCheck) -> None:
    fires = sum(isinstance(each, Fires) for each in check.examples)
    assert 1 <= fires <= len(check.examples) - fires


@pytest.mark.parametrize("check", ALL, ids=lambda each: each.id)
def test_its_name_and_category_are_an_authors(check: Check | StoryCheck) -> None:
    assert check.name and not check.name.endswith(".") and "_" not in check.name
    assert check.category in CATEGORIES


def test_every_id_is_found_under_itself() -> None:
    assert {each.id for each in ALL} == set(by_id())
    assert len(ALL) == len(by_id())


def test_the_order_is_that_of_the_ids() -> None:
    assert [each.id for each in catalogue()] == sorted(each.id for each in catalogue())
