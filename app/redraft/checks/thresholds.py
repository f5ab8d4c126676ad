# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure the tagger must be before its word is shown, by kind of error and by how rough the manuscript is.

The model comes with profiles from ``quiet``, at which clean novels stay quiet, to ``rough``, for a draft with twenty
errors in 1,000 words. Between two of them Bayes' rule decides: the odds that a mark is right grow with the share of
errors in this manuscript, so the bar sinks in the same measure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from redraft.checks.engines.tagger.thresholds import NEVER, Profile, load
from redraft.checks.engines.tagger.unavailable import ModelUnavailable
from redraft.checks.rates import CLEAN, ROUGH
from redraft.checks.rates import closeness as closeness
from redraft.checks.story import EngineMark
from redraft.places import resource

_ANCHORS = {"quiet": CLEAN, "close": ROUGH, "rough": 20.0}
"""Sure findings per 1,000 words at which exactly a profile's thresholds hold."""


def bar(mark: EngineMark, *, speech: bool, roughness: float | None) -> float:
    """The probability that a mark of the tagger needs in a manuscript with so many sure findings per 1,000 words.

    ``roughness`` None: not known yet, taken as clean. More than 1: never shown on the tagger's word alone, as is
    everything where the model's thresholds are missing.
    """
    profiles = _profiles()
    if not profiles:
        return NEVER
    points = [(_ANCHORS[name], _floor(profile, mark, speech)) for name, profile in profiles.items()]
    held = CLEAN if roughness is None else max(roughness, CLEAN)
    lower = max(point for point in points if point[0] <= held)
    higher = min((point for point in points if point[0] > held), default=lower)
    return _between(lower, higher, held)


def _between(lower: tuple[float, float], higher: tuple[float, float], roughness: float) -> float:
    """The threshold between two points (roughness, threshold): in even steps of the odds for even steps of the log of
    the share of errors. What the stricter point never shows is not shown before the other is reached."""
    if lower[1] <= higher[1] or roughness <= lower[0]:
        return lower[1]
    if lower[1] > 1:
        return NEVER
    share = math.log(roughness / lower[0]) / math.log(higher[0] / lower[0])
    return _probability(_odds(lower[1]) + share * (_odds(higher[1]) - _odds(lower[1])))


def _floor(profile: Profile, mark: EngineMark, speech: bool) -> float:
    table = profile.speech if speech else profile.narration
    return table.get(f"{mark.rule} {mark.message}", table.get(mark.message, NEVER))


@cache
def _profiles() -> Mapping[str, Profile]:
    try:
        return load(resource("models", "tagger"))
    except ModelUnavailable:
        return {}


def _odds(probability: float) -> float:
    held = min(max(probability, 0.001), 0.9999)
    return math.log(held / (1 - held))


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
