# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the narration brings up."""

from __future__ import annotations

from redraft.characters.coreference import By, Foremost, references
from redraft.characters.decisions import CastDecisions
from redraft.characters.names import find_names
from redraft.characters.persons import find_persons
from redraft.characters.strangers import Strangers
from tests.characters.conftest import Analyse

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat."


def told(analyse: Analyse, *paragraphs: str) -> list[tuple[str, str | None]]:
    """The references of the last paragraph: what by, and who."""
    read = analyse(OPENING, *paragraphs)
    scenes = [1] * len(read)
    persons = find_persons(read, scenes, find_names(read), CastDecisions())
    strangers = Strangers()
    described = strangers.read(read, scenes)
    genders = {index: each.gender for index, each in enumerate(persons.known)}
    genders.update({each.number: strangers.gender(each.number) for each in strangers.known})
    found = references(read, scenes, persons.mentions, described, genders)[-1].references
    names = {**persons.shown, **{each.number: each.name for each in strangers.known}}
    return [(each.by.name, None if each.person is None else names[each.person]) for each in found]


def test_pronouns_mean_the_foremost_of_their_gender(analyse: Analyse) -> None:
    assert told(analyse, "She waved. He bowed to her.") == [
        ("PRONOUN", "Anna Reed"), ("PRONOUN", "Tom Lake"), ("PRONOUN", "Anna Reed"),
    ]  # fmt: skip


def test_a_subject_comes_before_an_object(analyse: Analyse) -> None:
    assert told(analyse, "Bill Hay sat down.", "Bill saw Tom. He laughed.")[-1] == ("PRONOUN", "Bill Hay")


def test_an_object_is_not_its_own_subject(analyse: Analyse) -> None:
    assert told(analyse, "Tom saw him.")[-1] != ("PRONOUN", "Tom Lake")


def test_people_without_a_name_are_meant_too(analyse: Analyse) -> None:
    assert told(analyse, "The old woman sat. She coughed.") == [
        ("NOUN", "the old woman"), ("PRONOUN", "the old woman"),
    ]  # fmt: skip


def test_whose_brother_he_is(analyse: Analyse) -> None:
    read = analyse(OPENING, "Her brother laughed.")
    persons = find_persons(read, [1, 1], find_names(read), CastDecisions())
    strangers = Strangers()
    described = strangers.read(read, [1, 1])
    genders: dict[int, str | None] = {index: each.gender for index, each in enumerate(persons.known)}
    found = references(read, [1, 1], persons.mentions, described, genders)[1].references
    assert [(each.by, persons.shown.get(each.owner or 0)) for each in found] == [(By.NOUN, "Anna Reed")]


def test_a_new_scene_forgets(analyse: Analyse) -> None:
    read = analyse(OPENING, "He laughed.")
    persons = find_persons(read, [1, 2], find_names(read), CastDecisions())
    genders: dict[int, str | None] = {index: each.gender for index, each in enumerate(persons.known)}
    found = references(read, [1, 2], persons.mentions, {}, genders)[1]
    assert found.references[0].person is None
    assert found.foremost == {"he": None, "she": None}


def test_who_was_brought_up_long_ago_falls_back() -> None:
    fore = Foremost({1: "he", 2: "he"})
    fore.bring(1, 1.0)
    fore.fade()
    fore.bring(2, 0.6)
    assert fore.of("he") == 2
    assert fore.of("he", barred=[2]) == 1
    assert fore.of("she") is None


def test_an_i_is_the_narrator_and_nobody_he_means(analyse: Analyse) -> None:
    read = analyse(OPENING, "I saw Tom. He saw me. “I am late,” he said.")
    persons = find_persons(read, [1, 1], find_names(read), CastDecisions())
    genders: dict[int, str | None] = {index: each.gender for index, each in enumerate(persons.known)}
    narrator = len(persons.known)
    found = references(read, [1, 1], persons.mentions, {}, {**genders, narrator: "he"}, narrator)[1].references
    tom = next(index for index, name in persons.shown.items() if name == "Tom Lake")
    assert [each.person for each in found] == [narrator, tom, tom, narrator, tom]
    assert [each.subject for each in found] == [True, False, True, False, True]
