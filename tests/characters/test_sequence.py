# SPDX-License-Identifier: GPL-3.0-or-later
"""Speakers of a conversation, weighed together."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from redraft.characters.links import Link
from redraft.characters.sequence import marginals

CANDIDATES: list[list[str | None]] = [["a", "b", None], ["a", None], ["b", "a", "c"], ["a", "c"]]
LINKS = [Link(0, 0, 0), Link(-2, 0, 0), Link(-1.5, 1, 0.2), Link(-1, 0.7, 0)]
OWN = [np.array(each) for each in ([0.3, 0.1, 0.0], [0.5, -0.2], [0.0, 0.4, -1.0], [0.9, 0.2])]


def by_hand(way: tuple[int, ...]) -> float:
    """The score of one way in which the conversation may go."""
    people = [CANDIDATES[turn][choice] for turn, choice in enumerate(way)]
    score = sum(float(OWN[turn][choice]) for turn, choice in enumerate(way))
    for turn, person in enumerate(people):
        link = LINKS[turn]
        before = [None, None, *people][turn : turn + 2]
        if person is not None and person == before[1]:
            score += link.same
        elif person is not None and person == before[0]:
            score += link.back
        else:
            score += link.new
    return score


def test_probabilities_are_those_of_all_ways_added_up() -> None:
    ways = list(product(*(range(len(each)) for each in CANDIDATES)))
    weights = np.exp([by_hand(way) for way in ways])
    odds, triples, total = marginals(OWN, LINKS, CANDIDATES)
    assert total == pytest.approx(np.log(weights.sum()))
    for turn, each in enumerate(odds):
        wanted = [sum(weights[i] for i, way in enumerate(ways) if way[turn] == choice) for choice in range(len(each))]
        assert each == pytest.approx(np.array(wanted) / weights.sum())
        assert triples[turn].sum() == pytest.approx(1.0)


def test_one_turn_is_its_own_clues() -> None:
    odds, _, _ = marginals([np.log([3.0, 1.0])], [Link(0, 0, 0)], [["a", None]])
    assert odds[0] == pytest.approx([0.75, 0.25])


def test_nobody_is_not_the_same_as_nobody() -> None:
    odds, _, _ = marginals([np.zeros(1), np.zeros(2)], [Link(5, 5, 0), Link(5, 5, 0)], [[None], [None, "a"]])
    assert odds[1] == pytest.approx([0.5, 0.5])
