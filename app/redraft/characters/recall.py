# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations already weighed: after an edit only those that it touches are weighed again.

A conversation's outcome depends on its turns, on what the narration round it tells, and on what is known of the people
in it. All of that is its key; so an outcome that is recalled is the one that would be found afresh.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from redraft.characters.clues import Clues
from redraft.characters.coreference import Told
from redraft.characters.turns import Turn
from redraft.characters.views import AHEAD, BACK, FAR, NEAR_TURNS

Outcome = list[tuple[int | None, float]]
"""For each turn the likeliest speaker, and how probable."""
_MOST = 4000


@dataclass
class Recall:
    """Outcomes by key. When there are too many, all are forgotten."""

    known: dict[Hashable, Outcome] = field(default_factory=dict)

    def get(self, key: Hashable) -> Outcome | None:
        """The outcome of a conversation, if it was weighed before."""
        return self.known.get(key)

    def keep(self, key: Hashable, outcome: Outcome) -> None:
        """Remember an outcome."""
        if len(self.known) >= _MOST:
            self.known.clear()
        self.known[key] = outcome


class Keys:
    """Makes the keys of a story's conversations."""

    def __init__(self, clues: Clues) -> None:
        self.clues = clues
        self.paragraphs = [_told(each) for each in clues.told]
        self.people = [{each.person for each in told.references if each.person is not None} for told in clues.told]

    def of(self, numbers: range, scene: int) -> Hashable:
        """The key of the turns ``numbers``, which stand in a scene."""
        clues, turns = self.clues, self.clues.turns
        around = [
            turn for turn in turns[max(0, numbers.start - NEAR_TURNS) : numbers.stop + NEAR_TURNS]
            if clues.scene_of[turn.first] == scene
        ]
        base = turns[numbers.start].first
        first, last = max(0, around[0].first - BACK - FAR - 1), min(len(clues.told), around[-1].last + AHEAD + 1)
        inside = [index for index in range(first, last) if clues.scene_of[index] == scene]
        people = {clues.company.narrator} if clues.company.narrator is not None else set()
        people.update(*(self.people[index] for index in inside))
        for turn in around:
            people.update(each.person for each in turn.named)
            people.update(() if turn.hint.person is None else (turn.hint.person,))
        return (
            len(numbers), tuple(_turn(each, base) for each in around),
            tuple((index - base, self.paragraphs[index]) for index in inside),
            tuple((each, *clues.standing(each)) for each in sorted(people)), clues.company.narrator,
        )


def _told(told: Told) -> Hashable:
    return (
        tuple((each.start, each.person, each.by, each.subject, each.owner) for each in told.references),
        told.foremost.get("he"), told.foremost.get("she"),
    )


def _turn(turn: Turn, base: int) -> Hashable:
    hint = turn.hint
    away = hint.paragraph - base if hint.cue else 0
    return (
        turn.first - base, turn.last - base, turn.opens, hint.cue, away, hint.at, hint.person,
        hint.gender, hint.noun, hint.apart, turn.asks, turn.goes_on, turn.addressed,
        tuple((each.person, each.called, each.own) for each in turn.named),
    )
