# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a description means, where the story says so."""

from __future__ import annotations

import pytest

from redraft.characters.decisions import CastDecisions
from redraft.characters.epithets import called_so, renamed
from redraft.characters.mentions import Place
from redraft.characters.names import find_names
from redraft.characters.persons import find_persons
from redraft.characters.strangers import Strangers
from tests.characters.conftest import Analyse, MakeCast

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat. Anna liked Tom Lake."


def told(analyse: Analyse, *paragraphs: str) -> dict[str, str]:
    """The person named for each description."""
    read = analyse(OPENING, *paragraphs)
    scenes = [1] * len(read)
    persons = find_persons(read, scenes, find_names(read), CastDecisions())
    places: dict[int, list[Place]] = {}
    for place in persons.mentions:
        places.setdefault(place.chain.paragraph, []).append(place)
    strangers = Strangers({index: frozenset(persons.known[index].titles()) for index in persons.shown})
    described = strangers.read(read, scenes)
    genders = {index: each.gender for index, each in enumerate(persons.known)}
    genders.update({each.number: strangers.gender(each.number) for each in strangers.known})
    same = called_so(read, places, described, strangers, genders)
    assert all(each.person == same.get(old.person, old.person) for index, here in renamed(described, same).items()
               for each, old in zip(here, described[index], strict=True))  # fmt: skip
    return {strangers.get(stranger).name: persons.shown[person] for stranger, person in same.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Lake, the gardener, sat down.", "The gardener, Tom Lake, sat down.", "Tom was the gardener.",
        "Here was Tom Lake, the gardener of the house.",
    ],
)
def test_who_is_said_to_be_it(analyse: Analyse, text: str) -> None:
    assert told(analyse, text) == {"the gardener": "Tom Lake"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Lake saw the gardener.", "Tom’s friend, the gardener, sat down.", "The mother, Tom Lake thought, was late.",
        "The gardener, Tom Lake and the cook sat down.", "Tom was no gardener. The gardener sat down.",
        "Anna, the king, and Tom sat down.",
    ],
)
def test_who_is_somebody_else(analyse: Analyse, text: str) -> None:
    assert "Tom Lake" not in told(analyse, text).values()


def test_once_is_too_little_for_somebody_met_over_and_over(analyse: Analyse) -> None:
    often = ("The gardener sat down.",) * 30
    assert told(analyse, "Tom Lake, the gardener, sat down.", *often) == {}


def test_what_the_gardener_says_is_said_by_tom(cast_of: MakeCast) -> None:
    cast = cast_of(OPENING, "Tom Lake, the gardener, sat down.", "“It is late,” said the gardener.", "“It is,” said Anna.")
    assert [each.speaker for each in cast.quotes] == ["Tom Lake", "Anna Reed"]


def test_the_one_aunt_of_a_story_is_meant_by_my_aunt(cast_of: MakeCast) -> None:
    cast = cast_of(OPENING, "Aunt Betsy came in. Aunt Betsy sat down.", "“It is late,” said her aunt.", "“It is,” said Anna.")
    assert [each.speaker for each in cast.quotes] == ["Aunt Betsy", "Anna Reed"]
