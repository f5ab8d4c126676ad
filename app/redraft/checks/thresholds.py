# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure the tagger must be before its word is shown, by kind of error and by how rough the manuscript is.

The model comes with two profiles: ``quiet``, at which clean novels stay quiet, and ``close``, for a draft with twenty
errors in 1,000 words. Between them Bayes' rule decides: the odds that a mark is right grow with the share of errors
in this manuscript, so the bar sinks in the same measure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from redraft.checks.engines.tagger import ModelUnavailable
from redraft.checks.engines.tagger.thresholds import NEVER, Profile, load
from redraft.checks.story import EngineMark
from redraft.places import resource

CLEAN = 1.2
"""Sure findings per 1,000 words up to which a manuscript is read as a clean one."""

ROUGH = 6.0
"""Sure findings per 1,000 words from which it is read as a rough draft."""


def closeness(roughness: float | None) -> str:
    """In a few words for the author: how closely a manuscript with so many sure findings per 1,000 words is read."""
    if roughness is None or roughness <= CLEAN:
        return "read as a finished text"
    return "read as a rough draft" if roughness >= ROUGH else "read closely"


def bar(mark: EngineMark, *, speech: bool, roughness: float | None) -> float:
    """The probability that a mark of the tagger needs in a manuscript with so many sure findings per 1,000 words.

    ``roughness`` None: not known yet, taken as clean. More than 1: never shown on the tagger's word alone, as is
    everything where the model's thresholds are missing.
    """
    profiles = _profiles()
    if not profiles:
        return NEVER
    quiet, close = (_floor(profiles[name], mark, speech) for name in ("quiet", "close"))
    if roughness is None or roughness <= CLEAN or quiet <= close:
        return quiet
    share = min(1.0, math.log(roughness / CLEAN) / math.log(ROUGH / CLEAN))
    if quiet > 1:
        return close if share == 1 else NEVER
    return _probability(_odds(quiet) + share * (_odds(close) - _odds(quiet)))


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
