# SPDX-License-Identifier: GPL-3.0-or-later
"""People without a name."""

from __future__ import annotations

from redraft.characters.chains import Chain
from redraft.characters.mentions import Place
from redraft.characters.strangers import Strangers
from tests.characters.conftest import Analyse


def people(analyse: Analyse, *paragraphs: str, scenes: list[int] | None = None) -> list[int]:
    read = analyse(*paragraphs)
    found = Strangers().read(read, scenes or [1] * len(read))
    return [each.person for index in sorted(found) for each in found[index]]


def test_the_same_words_mean_the_same_person(analyse: Analyse) -> None:
    assert people(analyse, "An old man came in.", "The old man sat. The man coughed.") == [-1, -1, -1]


def test_another_adjective_is_another_person(analyse: Analyse) -> None:
    assert people(analyse, "The old man looked at the young man.") == [-1, -2]


def test_a_plain_noun_is_a_person_of_one_scene(analyse: Analyse) -> None:
    assert people(analyse, "The man sat.", "The man sat.", scenes=[1, 2]) == [-1, -2]


def test_a_calling_is_a_person_of_the_story(analyse: Analyse) -> None:
    assert people(analyse, "The innkeeper sat.", "The innkeeper sat.", scenes=[1, 2]) == [-1, -1]


def test_the_doctor_is_the_one_of_that_title(analyse: Analyse) -> None:
    read = analyse("The doctor sat. A doctor is often late.")
    found = Strangers({4: frozenset({"dr"})}).read(read, [1])
    assert [each.person for each in found[0]] == [4, -1]


def test_of_two_captains_the_one_named_of_late(analyse: Analyse) -> None:
    read = analyse("Captain Reed came.", "The captain sat.")
    chain = Chain(0, 0, 12, 0, 2, ("Captain",), ("Reed",), "", True, False, "", False)
    captains = {4: frozenset({"captain"}), 5: frozenset({"captain"})}
    assert Strangers(captains).read(read, [1, 1], places={0: [Place(chain, 4)]})[1][0].person == 4
    assert Strangers(captains).read(read, [1, 1])[1][0].person == -1


def test_of_two_captains_named_of_late_the_last(analyse: Analyse) -> None:
    read = analyse("Captain Reed came.", "Captain Voss came.", "The captain sat.")
    chains = [Chain(each, 0, 12, 0, 2, ("Captain",), ("Reed",), "", True, False, "", False) for each in (0, 1)]
    captains = {4: frozenset({"captain"}), 5: frozenset({"captain"})}
    places = {0: [Place(chains[0], 4)], 1: [Place(chains[1], 5)]}
    assert Strangers(captains).read(read, [1] * 3, places=places)[2][0].person == 5
    together = {1: [Place(chains[1], 4), Place(chains[1], 5)]}
    assert Strangers(captains).read(read, [1] * 3, places=together)[2][0].person == -1


def test_long_after_the_captain_is_the_one_who_is_named_by_far_the_oftenest(analyse: Analyse) -> None:
    read = analyse("Captain Reed came.", *["The rain fell."] * 40, "The captain sat.")
    chain = Chain(0, 0, 12, 0, 2, ("Captain",), ("Reed",), "", True, False, "", False)
    captains = {4: frozenset({"captain"}), 5: frozenset({"captain"})}
    for often, meant in ((4, 4), (3, -1)):
        places = {0: [*[Place(chain, 4)] * often, Place(chain, 5)]}
        assert Strangers(captains).read(read, [1] * 42, places=places)[41][0].person == meant


def test_an_adjective_that_stands_again_and_again_is_part_of_it(analyse: Analyse) -> None:
    lines = ["The masked man sat.", "The masked man rose."] * 3
    assert people(analyse, *lines, "The tired man sat.", scenes=[1, 2] * 3 + [3]) == [-1] * 6 + [-2]


def test_what_the_story_lets_speak_is_a_person(analyse: Analyse) -> None:
    read = analyse("The White Rabbit sat.")
    strangers = Strangers()
    assert strangers.read(read, [1]) == {}
    assert strangers.read(read, [1], frozenset({"rabbit"}))[0][0].person == -1
    assert strangers.get(-1).named == "White Rabbit"


def test_the_noun_tells_the_gender(analyse: Analyse) -> None:
    strangers = Strangers()
    strangers.read(analyse("The woman met the step-brother and the driver."), [1])
    assert [strangers.gender(each.number) for each in strangers.known] == ["she", "he", None]
