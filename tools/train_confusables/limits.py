# SPDX-License-Identifier: GPL-3.0-or-later
"""From which margin on a pair may be told: the most recall for all pairs within one budget of false alarms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_LEAST_RECALL = 0.02
_LOWEST = 0.7
_PRIOR = 60
_FLOOR = 60

Pair = tuple[str, str]


@dataclass(frozen=True)
class Margins:
    """For one pair (written, better): how far the context prefers the better word where the written one is right
    (``clean``, each standing for ``weight`` places of the novels), and where the better one is right (``wrong``)."""

    clean: NDArray[np.float32]
    wrong: NDArray[np.float32]
    weight: float = 1.0

    def recall(self, limit: float) -> float:
        """The share of swaps found."""
        return float((self.wrong >= limit).mean())

    def false(self, limit: float) -> float:
        """Right words that would be marked."""
        return int((self.clean >= limit).sum()) * self.weight

    def expected(self, limit: float, usual: NDArray[np.float64]) -> float:
        """False alarms to reckon with. None seen does not mean none: those that come near the limit count in part,
        and where the word is rare, what is usual for all words."""
        near, nearer = int((self.clean >= limit - 1.0).sum()), int((self.clean >= limit - 0.5).sum())
        seen = int((self.clean >= limit).sum()) * 0.6 + nearer * 0.3 + near * 0.1
        share = (seen + _PRIOR * float(usual[min(len(usual) - 1, int(limit * 10))])) / (len(self.clean) + _PRIOR)
        return share * max(len(self.clean), _FLOOR) * self.weight


def choose(margins: Mapping[Pair, Margins], words: int, budget: float) -> dict[Pair, float]:
    """The limit of each pair, so that all together cost ``budget`` false alarms per 100,000 of ``words`` words."""
    usual = _usual(margins)
    curves = {pair: _curve(each, usual) for pair, each in margins.items()}
    low, high = 1e-5, 50.0
    chosen: dict[Pair, int] = {}
    for _ in range(40):
        price = (low * high) ** 0.5
        chosen = {pair: int(np.argmax(recall - price * cost)) for pair, (_, recall, cost) in curves.items()}
        spent = sum(float(curves[pair][2][place]) for pair, place in chosen.items())
        low, high = (price, high) if spent / words * 1e5 > budget else (low, price)
    told = {pair: place for pair, place in chosen.items() if curves[pair][1][place] >= _LEAST_RECALL}
    return {pair: float(curves[pair][0][place]) for pair, place in told.items()}


Curve = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


def _curve(margins: Margins, usual: NDArray[np.float64]) -> Curve:
    """Limits to choose from, and recall and cost at each; the last is never to speak."""
    limits = np.unique(np.maximum(np.quantile(margins.wrong, np.linspace(0, 0.98, 50)), _LOWEST))
    recall = [margins.recall(each) for each in limits]
    cost = [margins.expected(each, usual) for each in limits]
    return np.append(limits, 99.0), np.array([*recall, 0.0]), np.array([*cost, 0.0])


def _usual(margins: Mapping[Pair, Margins]) -> NDArray[np.float64]:
    """The share of right words whose margin reaches 0, 0.1, 0.2…, over all pairs alike."""
    steps = np.arange(0, 30, 0.1)
    shares = [(found[:, None] >= steps).mean(0) for each in margins.values() if len(found := each.clean[:3_000]) > 50]
    return np.asarray(np.mean(shares, 0) if shares else np.zeros(len(steps)), np.float64)
