# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns, and what the text says of who takes them."""

from __future__ import annotations

from redraft.characters.decisions import CastDecisions
from redraft.characters.names import find_names
from redraft.characters.persons import find_persons
from redraft.characters.strangers import Strangers
from redraft.characters.turns import Cue, Turn, meet, spoken_nouns, turns
from tests.characters.conftest import Analyse

OPENING = "Anna Reed met Tom Lake at the gate. Anna lifted her hand and Tom lifted his hat."


def read(analyse: Analyse, *paragraphs: str) -> list[Turn]:
    analyses = analyse(OPENING, *paragraphs)
    scenes = [1] * len(analyses)
    persons = find_persons(analyses, scenes, find_names(analyses), CastDecisions())
    places = {index: [each for each in persons.mentions if each.chain.paragraph == index] for index in range(len(analyses))}
    _, found = turns(analyses, scenes, places)
    meet(found, Strangers().read(analyses, scenes, spoken_nouns(found)))
    return found


def test_cues(analyse: Analyse) -> None:
    found = read(
        analyse, "“A,” said Anna.", "“B,” he said.", "“C,” I said.", "“D,” said the clerk.", "“E.” Tom rose.", "“F.”",
        "“G,” they said.", "“H,” said the clerk.",
    )
    assert [each.cue for each in found] == [
        Cue.NAME, Cue.PRONOUN, Cue.NARRATOR, Cue.NOUN, Cue.ACTION, Cue.NONE, Cue.SEVERAL, Cue.NOUN,
    ]  # fmt: skip
    assert [each.hint.gender for each in found[:3]] == [None, "he", "i"]
    assert found[3].hint.person is not None and found[3].hint.person < 0
    assert spoken_nouns(found) == {"clerk"}


def test_the_speeches_of_a_paragraph_are_one_turn(analyse: Analyse) -> None:
    (turn,) = read(analyse, "“A,” said Anna, “and B.” She sat. “C?”")
    assert (turn.speeches, turn.asks) == ([0, 1, 2], True)


def test_two_tags_are_two_turns(analyse: Analyse) -> None:
    assert [each.speeches for each in read(analyse, "“A,” said Anna. “B,” said Tom.")] == [[0], [1]]


def test_a_speech_that_goes_on_is_one_turn(analyse: Analyse) -> None:
    (turn,) = read(analyse, "“A,” said Tom. “B.", "“C.”")
    assert (turn.first, turn.last, turn.speeches) == (1, 2, [0, 1, 2])


def test_a_tag_says_that_somebody_goes_on(analyse: Analyse) -> None:
    found = read(analyse, "“A,” she continued, “B.”", "“C,” he said, and continued.", "“D.” He rose and went on.")
    assert [each.goes_on for each in found] == [True, True, False]


def test_who_is_called_and_who_is_named(analyse: Analyse) -> None:
    (turn,) = read(analyse, "“Come, Tom, Anna waits, sir.”")
    assert [each.called for each in turn.named] == [True, False]
    assert turn.addressed == "he"
