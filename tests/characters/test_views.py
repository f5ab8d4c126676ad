# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be seen from a turn."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.characters.clues import Clues
from redraft.characters.decisions import CastDecisions
from redraft.characters.names import find_names
from redraft.characters.persons import find_persons
from redraft.characters.speakers import Known, listen
from redraft.characters.views import BACK, FAR, View
from tests.characters.conftest import Analyse

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat."


def seen(
    analyse: Analyse, *paragraphs: str, scenes: Sequence[int] | None = None, number: int = -1,
) -> tuple[View, dict[int, str], Clues]:
    """The view of the last turn, and who is who."""
    read = analyse(OPENING, *paragraphs)
    scene_of = scenes or [1] * len(read)
    persons = find_persons(read, scene_of, find_names(read), CastDecisions())
    talk = listen(read, persons.mentions, Known({index: each.gender for index, each in enumerate(persons.known)}), scene_of)
    clues = Clues(talk.told, talk.scene_of, talk.turns, talk.company)
    return clues.views.of(number % len(talk.turns)), persons.shown, clues


def test_who_was_brought_up_last_comes_first(analyse: Analyse) -> None:
    view, names, _ = seen(analyse, "Tom saw Anna.", "Anna sat down.", "“Well?”")
    assert [names[each] for each in view.order] == ["Anna Reed", "Tom Lake"]
    present = {names[person]: much for person, much in view.present.items()}
    assert present["Anna Reed"] > present["Tom Lake"] > 0
    assert {names[person]: far for person, far in view.told.items()} == {"Anna Reed": 1.0, "Tom Lake": 2.0}


def test_another_scene_is_not_seen(analyse: Analyse) -> None:
    view, _, _ = seen(analyse, "“Well?”", scenes=[1, 2])
    assert (view.order, view.told, view.long_ago) == ([], {}, [])


def test_those_named_long_ago_are_kept_where_nobody_else_is(analyse: Analyse) -> None:
    far = ("The wind blew.",) * (BACK + 2)
    view, names, clues = seen(analyse, *far, "“Well?”")
    assert not view.order
    assert {names[each] for each in view.long_ago} == {"Anna Reed", "Tom Lake"}
    assert set(view.long_ago) <= set(clues.candidates(0))
    view, _, _ = seen(analyse, *far, *("The wind blew.",) * FAR, "“Well?”")
    assert not view.long_ago


def test_who_is_told_to_speak_round_about(analyse: Analyse) -> None:
    view, names, clues = seen(analyse, "“One,” said Anna.", "“Two.”", "“Three,” said Anna.", number=1)
    assert {names[person]: turns for person, turns in view.heard.items()} == {"Anna Reed": 2}
    assert clues.parties(1) == 1


def test_who_acts_before_the_speech_is_the_he_behind_it(analyse: Analyse) -> None:
    _, names, clues = seen(analyse, "Anna and Bill Hay saw him.", "Tom Lake stood up. “It is late,” he said.")
    told = {names.get(person or 0): {name for name, _ in clues.of(0, person)} for person in clues.candidates(0)[:-1]}
    assert "led in" in told["Tom Lake"]
    assert all("other led in" in each for name, each in told.items() if name != "Tom Lake")


def test_whom_the_words_are_spoken_to(analyse: Analyse) -> None:
    _, names, clues = seen(analyse, "“Is it late?” Tom asked Anna.", "“It is.”", number=1)
    asked = {names.get(person or 0): {name for name, _ in clues.of(1, person)} for person in clues.candidates(1)[:-1]}
    assert "spoken to before" in asked["Anna Reed"]
    assert "spoken to before" not in asked["Tom Lake"]
