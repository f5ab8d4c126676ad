# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations that were weighed before."""

from __future__ import annotations

import pytest

from redraft.characters import speakers
from redraft.characters.decisions import CastDecisions
from redraft.characters.names import find_names
from redraft.characters.persons import find_persons
from redraft.characters.recall import Recall
from redraft.characters.speaker_weights import weights
from redraft.characters.speakers import Known, Talk, decide, listen
from tests.characters.conftest import Analyse

FIRST = ("Anna Reed met Tom Lake. Anna bowed, and Tom bowed.", "“Well?” said Anna.", "“Well what?”", "“Is it done?”")
SECOND = ("Anna sat beside Tom. She sighed.", "“Yes,” said Tom.", "“Good.”", "“Is it?” he said.")


def talk_of(analyse: Analyse, *paragraphs: str) -> Talk:
    read = analyse(*paragraphs)
    scenes = [1] * 4 + [2] * (len(read) - 4)
    persons = find_persons(read, scenes, find_names(read), CastDecisions())
    genders = {index: each.gender for index, each in enumerate(persons.known)}
    return listen(read, persons.mentions, Known(genders), scenes)


def test_only_what_an_edit_touches_is_weighed_again(analyse: Analyse, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[range] = []
    weigh = speakers._weigh

    def counted(*given: object) -> object:
        weighed.append(given[2])  # type: ignore[arg-type]
        return weigh(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(speakers, "_weigh", counted)
    recall = Recall()
    decide(talk_of(analyse, *FIRST, *SECOND), weights(), recall)
    assert len(weighed) == 2
    edited = talk_of(analyse, *FIRST, SECOND[0], SECOND[1], "“It is good.”", SECOND[3], "“It is.”")
    decide(edited, weights(), recall)
    assert weighed[2:] == [range(3, 7)]


def test_what_is_recalled_is_what_would_be_found(analyse: Analyse) -> None:
    recall = Recall()
    for paragraphs in ((*FIRST, *SECOND), (*FIRST, *SECOND[:3], "“Is it, Anna?”"), (*FIRST, *SECOND)):
        kept, fresh = talk_of(analyse, *paragraphs), talk_of(analyse, *paragraphs)
        decide(kept, weights(), recall)
        decide(fresh, weights(), Recall())
        assert kept.speeches == fresh.speeches


def test_too_many_are_forgotten() -> None:
    recall = Recall()
    for number in range(4001):
        recall.keep(number, [])
    assert recall.get(0) is None
    assert recall.get(4000) == []
