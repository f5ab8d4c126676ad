# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is said to hold an office or a rank, and who only stands beside one who does."""

from __future__ import annotations

from collections import Counter

import pytest

from redraft.characters.decisions import CastDecisions
from redraft.characters.mentions import Place
from redraft.characters.names import find_names
from redraft.characters.offices import holders, offices
from redraft.characters.persons import find_persons
from tests.characters.conftest import Analyse, MakeCast

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat. Anna liked Tom Lake."
DUKE = "“It is late,” said Avon. Avon sat down, and Avon drew off his glove."


def held(analyse: Analyse, *paragraphs: str) -> dict[str, set[str]]:
    """The names of those who are said to hold each office."""
    read = analyse(OPENING, *paragraphs)
    persons = find_persons(read, [1] * len(read), find_names(read), CastDecisions())
    places: dict[int, list[Place]] = {}
    for place in persons.mentions:
        places.setdefault(place.chain.paragraph, []).append(place)
    return {office: {persons.shown[each] for each in votes} for office, votes in offices(read, places).items()}


@pytest.mark.parametrize(
    "text",
    [
        "“I saw Tom Lake, the gardener,” said Anna.", "“My old gardener, Tom Lake, will come,” said Anna.",
        "She wrote to her gardener, Tom Lake.", "There stood Tom Lake, our old gardener.",
    ],
)
def test_speech_and_telling_say_who_holds_an_office(analyse: Analyse, text: str) -> None:
    assert held(analyse, text) == {"gardener": {"Tom Lake"}}


@pytest.mark.parametrize(
    "text",
    [
        "Anna saw Tom Lake, the gardener and the cook.", "Anna saw the cook, the gardener, Tom Lake, and the porter.",
        "Tom’s friend, the gardener, sat down.", "“I saw the gardener, Tom Lake and the cook,” said Anna.",
        "Anna saw Tom Lake, the gardener’s son.", "Tom Lake the gardener saw.",
    ],
)
def test_who_stands_beside_an_office_does_not_hold_it(analyse: Analyse, text: str) -> None:
    assert held(analyse, text) == {}


def test_a_rank_is_borne_with_a_place(analyse: Analyse) -> None:
    assert held(analyse, DUKE, "The Duke of Avon rose.") == {"duke": {"Avon"}}
    assert held(analyse, DUKE, "The friend of Avon rose.", "The carriage of Avon came.") == {}


def test_an_honour_tells_of_several_ranks_and_an_office_of_itself() -> None:
    votes = {"cook": Counter({1: 3}), "duke": Counter({1: 5}), "earl": Counter({2: 1}), "lord": Counter({3: 1})}
    assert holders(votes, "grace") == {1: 5} and holders(votes, "lordship") == {2: 1, 3: 1}
    assert holders(votes, "cook") == {1: 3} and holders(votes, "nurse") == {}


def test_of_an_office_that_two_hold_neither_is_meant(cast_of: MakeCast) -> None:
    both = "“I saw Tom Lake, the gardener. I saw my gardener, Sam Hill.”", "Sam Hill nodded. Sam Hill left."
    found = cast_of(OPENING, *both, "The gardener sat down.", "The gardener yawned.", "The gardener rose.")
    assert all("the gardener" not in each.aliases for each in found.characters)


def test_the_duke_and_his_grace_are_names_of_avon(cast_of: MakeCast) -> None:
    duke = ("The Duke of Avon rose.", "The Duke sat down.", "The Duke yawned.", "“It is,” said his Grace.",
            "“Come,” said his Grace.", "“No,” said his Grace.")  # fmt: skip
    found = cast_of(OPENING, DUKE, *duke).find("Avon")
    assert found is not None and {"the Duke", "his Grace"} <= set(found.aliases)


def test_a_rank_needs_no_more_telling_for_a_longer_story(cast_of: MakeCast) -> None:
    found = cast_of(OPENING, DUKE, "The Duke of Avon rose.", *("The Duke sat down.",) * 40).find("Avon")
    assert found is not None and "the Duke" in found.aliases


def test_another_office_and_another_grace_are_nobodys_names(cast_of: MakeCast) -> None:
    others = ("Anna walked with her grace.", "The cook sat down.", "The cook yawned.", "The cook rose.")
    found = cast_of(OPENING, DUKE, "Tom Lake, the gardener, rose.", *others)
    assert not {"the cook", "her grace"} & {alias for each in found.characters for alias in each.aliases}


def test_a_woman_is_no_waiter(cast_of: MakeCast) -> None:
    waiter = ("“It is late,” said the waiter.", "The waiter sat down.", "The waiter rose.", "The waiter came.")
    found = cast_of(OPENING, "“I saw Anna Reed, the waiter,” said Tom.", *waiter).find("Anna Reed")
    assert found is not None and "the waiter" not in found.aliases
