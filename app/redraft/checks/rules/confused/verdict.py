# SPDX-License-Identifier: GPL-3.0-or-later
"""What the judges of a word say, weighed into one number, and the bars that it must pass.

Three judges look at a place: the linear judge, the network, and the learned tagger. Each alone errs too often; where
they agree they seldom do. ``verdict.toml`` beside their weights holds what each counts and the bars;
``tools/train_confusables/calibrate.py`` writes it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from redraft.checks.rules.confused.files import FOLDER
from redraft.places import resource

NAMES = (
    "linear", "unknown", "network", "lesser", "counts", "tagger", "seconded", "contradicted", "common", "rarer", "own",
    "others",
)  # fmt: skip
"""What is weighed, in the order of :meth:`Evidence.values`."""
_MOST_LINEAR, _MOST_NETWORK, _MOST_COUNTS = 6.0, 12.0, 16.0
_HEARD = 0.3
"""The tagger's word reaches us from this probability on."""
LONE = 2.0
"""So much higher is the bar in a clean book where one judge is alone; it was measured there."""
_SLIPS = 2
"""An author who takes a word for another may do so more than once: it is the story's own from the next time on."""
_SOME, _MANY = 135.0, 2_500.0
"""Sure confused words per million from which the bar sinks, and at which it is down. Edited books have some 25:
misprints, and mistakes of the judges. Between them six marks of seven stay right, as measured on clean books."""
_CLEAN, _ROUGH, _PART = 2.0, 8.0, 0.4
"""Sure findings per 1,000 words of any kind from which the bar sinks, and up to which; and by which part of the way.
Edited novels have 0.4 to 1.8."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one word that may stand for another.

    ``linear``, ``network``: by how much each prefers the other word (differences of log-probabilities), ``linear``
    None where that judge does not know the pair; ``counts``: by how many bits rows of three words in novels do
    (:mod:`redraft.checks.fluency`). ``tagger``: the tagger's probability that the word is wrong (0 where
    it says less than 0.3), ``same``: whether it would put the same word. ``written_count``, ``other_count``: how often
    each word stands in the novels that the network learned from; ``written_here``, ``other_here``: how often elsewhere
    in the manuscript.
    """

    linear: float | None
    network: float
    counts: float = 0.0
    tagger: float = 0.0
    same: bool = False
    written_count: int = 0
    other_count: int = 0
    written_here: int = 0
    other_here: int = 0

    @property
    def lone(self) -> bool:
        """Whether the network alone speaks for the other word."""
        return self.linear is None and not self.same

    def values(self) -> tuple[float, ...]:
        """The numbers that are weighed."""
        linear = 0.0 if self.linear is None else max(-_MOST_LINEAR, min(_MOST_LINEAR, self.linear))
        network = max(-_MOST_NETWORK, min(_MOST_NETWORK, self.network))
        heard = self.tagger >= _HEARD
        return (
            linear, float(self.linear is None), network,
            network if self.linear is None else min(linear, network),
            max(-_MOST_COUNTS, min(_MOST_COUNTS, self.counts)),
            _odds(self.tagger) if heard and self.same else 0.0,
            float(heard and self.same), float(heard and not self.same),
            math.log1p(self.written_count), math.log((self.other_count + 1) / (self.written_count + 1)),
            math.log1p(max(0, self.written_here - _SLIPS)), math.log1p(self.other_here),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bars:
    """The scores from which on a word is told: ``sure`` beyond doubt, ``clean`` in a clean book, ``rough`` where this
    author takes words for one another a hundred times as often."""

    sure: float
    clean: float
    rough: float

    def limit(self, roughness: float | None, confusions: float | None = None) -> float:
        """The score to pass in this manuscript.

        ``roughness``: sure findings of any kind per 1,000 words; ``confusions``: sure confused words per million; None:
        not known yet. By Bayes' rule the odds that a doubt is right grow with their share.
        """
        share = max(_PART * _way(roughness, _CLEAN, _ROUGH), _way(confusions, _SOME, _MANY))
        return self.clean - share * (self.clean - self.rough)

    def higher(self, by: float) -> Bars:
        """Bars higher by so much, but for that of the roughest manuscripts."""
        return Bars(self.sure + by, self.clean + by, self.rough)


def _way(value: float | None, first: float, last: float) -> float:
    """How far ``value`` is on the way from ``first`` to ``last``, by the logarithm: 0 to 1."""
    if value is None or value <= first:
        return 0.0
    return min(1.0, math.log(value / first) / math.log(last / first))


@dataclass(frozen=True)
class Scales:
    """The weight of each value, and the bars for pairs that are often taken for one another and for others."""

    weights: Sequence[float]
    base: float
    common: Bars
    rare: Bars

    def bars(self, evidence: Evidence, *, common: bool) -> Bars:
        """What the score must pass: more where one judge is alone; ``common``: the pair is often confused."""
        bars = self.common if common else self.rare
        return bars.higher(LONE) if evidence.lone else bars

    def score(self, evidence: Evidence) -> float:
        """How likely the word is wrong, as log-odds up to a constant."""
        return self.base + sum(a * b for a, b in zip(self.weights, evidence.values(), strict=True))


@cache
def load_scales() -> Scales | None:
    """The weights and bars that come with the program; None when their file is missing or damaged."""
    try:
        stored = tomllib.loads(resource("models", FOLDER, "verdict.toml").read_text("utf-8"))
        weights = [float(stored["weights"][name]) for name in NAMES]
        common, rare = (
            Bars(*(float(stored[part][name]) for name in ("sure", "clean", "rough"))) for part in ("common", "rare")
        )
        return Scales(weights, float(stored["base"]), common, rare)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _odds(probability: float) -> float:
    held = min(max(probability, 0.01), 0.9999)
    return math.log(held / (1 - held))
