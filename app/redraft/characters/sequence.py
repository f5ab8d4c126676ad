# SPDX-License-Identifier: GPL-3.0-or-later
"""Speakers of a whole conversation at once: each turn's own clues, and who spoke the two turns before it.

A conditional random field of the second order (Lafferty, McCallum and Pereira, 2001): the probability of every speaker
of every turn is summed over all ways in which the conversation may go.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from redraft.characters.links import Link

Scores = NDArray[np.float64]


def step(link: Link, first: Sequence[object], second: Sequence[object], third: Sequence[object]) -> Scores:
    """The worth of every three speakers in a row; None, who may be anybody, is the same as nobody."""
    same = _equal(second, third)
    back = _equal(first, third)
    tensor = np.where(same[None, :, :], link.same, np.where(back[:, None, :], link.back, link.new))
    return np.asarray(tensor, dtype=np.float64)


def _equal(one: Sequence[object], other: Sequence[object]) -> NDArray[np.bool_]:
    return np.array([[a is not None and a == b for b in other] for a in one], dtype=bool)


def likelihoods(
    own: Sequence[Sequence[float]], links: Sequence[Link], candidates: Sequence[Sequence[object]],
) -> list[list[float]]:
    """For each turn the probability of each candidate, from each turn's scores by candidate."""
    odds, _, _ = marginals([np.array(each, dtype=np.float64) for each in own], links, candidates)
    return [[float(one) for one in each] for each in odds]


def marginals(
    own: Sequence[Scores], links: Sequence[Link], candidates: Sequence[Sequence[object]],
) -> tuple[list[Scores], list[Scores], float]:
    """For each turn the probability of each candidate; of each three in a row; and the logarithm of the sum over all.

    ``own``: each turn's scores by candidate; ``links[i]`` ties turn i to the two before it.
    """
    count = len(own)
    before: list[Sequence[object]] = [[None], [None], *candidates]
    tensors = [step(links[turn], before[turn], before[turn + 1], candidates[turn]) + own[turn] for turn in range(count)]
    forward: list[Scores] = [np.zeros((1, 1))]
    for tensor in tensors:
        forward.append(_logsum(forward[-1][:, :, None] + tensor, 0))
    backward: list[Scores] = [np.zeros((len(before[-2]), len(before[-1])))]
    for tensor in reversed(tensors):
        backward.append(_logsum(tensor + backward[-1][None, :, :], 2))
    backward.reverse()
    total = float(_logsum(forward[-1].ravel(), 0))
    triples = [
        np.exp(forward[turn][:, :, None] + tensors[turn] + backward[turn + 1][None, :, :] - total)
        for turn in range(count)
    ]
    return [each.sum(axis=(0, 1)) for each in triples], triples, total


def _logsum(values: Scores, axis: int) -> Scores:
    top = values.max(axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        summed = np.log(np.exp(values - top).sum(axis=axis, keepdims=True)) + top
    return np.asarray(np.squeeze(summed, axis=axis))
