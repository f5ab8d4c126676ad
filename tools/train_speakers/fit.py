# SPDX-License-Identifier: GPL-3.0-or-later
"""Fit the weights: the likelihood of what is known, summed over what is not, by Adam (Kingma and Ba, 2015).

What is summed over may drift to where it explains anything. So a few weights are held near what is known of how
dialogue is set: a new paragraph is another's turn, who acts alone before a bare line speaks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from redraft.characters.links import Link
from redraft.characters.sequence import marginals
from tools.train_speakers.examples import Conversation, Example, Vocabulary

EXPECTED = {
    "same next": -2.5, "same one": -0.5, "same one/bare": 0.2, "same asked next": -0.3, "same asked one": -0.3,
    "same goes on": 3.0, "same next/acts": 0.8, "back next": 0.8, "back next next/bare": 0.5, "back one": 0.4,
    "stranger/NOUN": 0.5, "cue is other/NOUN": -0.5, "alone before/NONE": 0.8, "alone before": 0.0,
    "acts last before/NONE": 0.5, "gender differs": 0.0, "gender differs/ACTION": -2.0, "gender differs/NOUN": -2.0,
    "cue is/ACTION": 1.2, "cue is/NOUN": 0.8, "pronoun is/ACTION": 1.2, "is I/ACTION": 1.0, "called here": -2.0,
    "foremost of gender/ACTION": 0.3, "called here/ACTION": -1.0, "called here/NOUN": 0.0,
    "led in/PRONOUN": 2.5, "other led in/PRONOUN": -1.0, "leads/PRONOUN": 0.5, "pronoun is/PRONOUN": 1.5,
    "alone may be/PRONOUN": 1.0, "alone may be/NOUN": 0.5, "called before": 1.0, "called before/PRONOUN": 0.5,
    "other called before": -0.3, "spoken to before": 1.0, "spoken to here": -1.5, "narrator silent/NONE": -0.7,
    "cue is, calling": 2.0, "cue is, one told apart": 2.0, "cue is, looks": 0.8, "cue is, other": 1.0,
    "cue is, kin": 0.5,
}
"""Where weights are held; all others at nothing."""
_FIRM = frozenset(("gender differs", "alone before", "alone before/NONE", "stranger/NOUN", "cue is other/NOUN",
                   "called here/ACTION", "called here/NOUN"))
_BATCH = 8
_NEVER = -1e30
Numbers = NDArray[np.float64]


def fit(conversations: list[Conversation], known: Vocabulary, rounds: int, random: Random) -> Numbers:
    """The weights by number of clue."""
    for name in EXPECTED:
        known[name]
    names = list(known.numbers)
    middle = np.array([EXPECTED.get(name, 0.0) for name in names])
    hold = np.array([_hold(name) for name in names])
    weights, first, second = middle.copy(), np.zeros(len(names)), np.zeros(len(names))
    steps = 0
    for turn in range(rounds):
        random.shuffle(conversations)
        likelihood = 0.0
        for start in range(0, len(conversations), _BATCH):
            slope = -hold * (weights - middle)
            for each in conversations[start : start + _BATCH]:
                likelihood += _add_slope(each, weights, slope)
            steps += 1
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
            rate = 0.05 * (1 - 0.8 * turn / rounds)
            weights = weights + rate * (first / (1 - 0.9**steps)) / (np.sqrt(second / (1 - 0.99**steps)) + 1e-6)
        print(f"round {turn + 1}: log likelihood {likelihood:.0f}", flush=True)
    return weights


def _hold(name: str) -> float:
    if name.split("/")[0] in ("often", "speaks"):
        return 2.0
    if name.startswith(("same", "back")) or name in _FIRM:
        return 0.5
    return 0.5 if name in EXPECTED and "/" in name else 0.3


def _add_slope(talk: Conversation, weights: Numbers, slope: Numbers) -> float:
    """Add what the conversation pulls the weights to; its log likelihood."""
    own = [_scores(each, weights) for each in talk.turns]
    links = [Link(float(weights[each.same].sum()), float(weights[each.back].sum()), 0.0) for each in talk.turns]
    told = [_clamped(scores, each) for scores, each in zip(own, talk.turns, strict=True)]
    known = _expect(talk.turns, told, links, slope, talk.weight)
    return talk.weight * (known - _expect(talk.turns, own, links, slope, -talk.weight))


def _scores(turn: Example, weights: Numbers) -> Numbers:
    scores = np.zeros(len(turn.candidates))
    np.add.at(scores, turn.rows, weights[turn.columns] * turn.values)
    return scores


def _clamped(scores: Numbers, turn: Example) -> Numbers:
    if turn.right is None:
        return scores
    return np.where(np.isin(np.arange(len(scores)), turn.right), scores, _NEVER)


def _expect(
    turns: Sequence[Example], own: Sequence[Numbers], links: Sequence[Link], slope: Numbers, weight: float,
) -> float:
    """Add the expected number of each clue and tie, times ``weight``; the logarithm of the sum over all ways."""
    people = [each.candidates for each in turns]
    odds, triples, total = marginals(own, links, people)
    before: list[list[int | None]] = [[None], [None], *people]
    for number, turn in enumerate(turns):
        np.add.at(slope, turn.columns, weight * turn.values * odds[number][turn.rows])
        if turn.same.size:
            same = _equal(before[number + 1], before[number + 2])
            back = _equal(before[number], before[number + 2])
            slope[turn.same] += weight * (triples[number].sum(0) * same).sum()
            slope[turn.back] += weight * (triples[number] * (back[:, None, :] & ~same[None])).sum()
    return total


def _equal(one: Sequence[int | None], other: Sequence[int | None]) -> NDArray[np.bool_]:
    return np.array([[a is not None and a == b for b in other] for a in one], dtype=bool)
