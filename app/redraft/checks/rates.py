# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each check is wrong in a clean book, and what follows for this manuscript.

A published novel has perhaps one error in ten thousand words, a rough draft twenty in one thousand. A rule that marks
a clean book once in five thousand words is nearly always wrong there and nearly always right in the draft. So what a
check says alone is shown from the roughness on at which, by Bayes' rule, its mark is rather right than wrong; below
it a second judge must say the same.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from redraft.places import resource

CLEAN = 0.8
"""Sure findings per 1,000 words up to which a manuscript is read as a clean one."""

ROUGH = 1.6
"""Sure findings per 1,000 words from which it is read as a rough draft."""

_QUIET = 0.02
"""Alarms per 1,000 words of clean books that one check may cost."""

_SECOND = {"clean": 0.93, "rough": 0.25}
"""The probability from which the tagger's word is a second voice."""

_SHARES = {
    "comma": 0.18, "dialogue-punctuation": 0.18, "comma-splice": 0.085, "spelling": 0.07, "confusable": 0.065,
    "wrong-form": 0.06, "tense": 0.044, "missing-word": 0.041, "hyphenation": 0.035, "punctuation": 0.033,
    "extra-word": 0.032, "verb-form": 0.024, "case": 0.018, "apostrophe": 0.018, "variant": 0.015,
}  # fmt: skip
"""The share of each kind among 339 errors that two annotators marked in five drafts; the kinds left out: 0.01 each."""


def closeness(roughness: float | None) -> str:
    """In a few words for the author: how closely a manuscript with so many sure findings per 1,000 words is read."""
    if roughness is None or roughness <= CLEAN:
        return "read as a finished text"
    return "read as a rough draft" if roughness >= ROUGH else "read closely"


def likeness(roughness: float | None) -> float:
    """How like a draft it is: 0 clean, 1 a rough draft, in even steps of the log of the share of errors."""
    if roughness is None or roughness <= CLEAN:
        return 0.0
    return min(1.0, math.log(roughness / CLEAN) / math.log(ROUGH / CLEAN))


def reads_clean(roughness: float | None) -> bool:
    """Whether so many sure findings per 1,000 words are those of a clean book; no if unknown."""
    return roughness is not None and roughness <= CLEAN


def stands_alone(id: str, category: str, *, sure: bool, roughness: float | None) -> bool:
    """Whether the check's word is enough in a manuscript with so many sure findings per 1,000 words; yes if unknown."""
    if roughness is None or not is_loud(id, sure=sure):
        return True
    return roughness >= max(CLEAN, rate(id, sure=sure) / _SHARES.get(category, 0.01))


def is_loud(id: str, *, sure: bool = True) -> bool:
    """Whether clean books set the check off more often than one check may."""
    return rate(id, sure=sure) > _QUIET


def rate(id: str, *, sure: bool) -> float:
    """How often clean books set the check off, per 1,000 words, where it is sure or only likely right."""
    return rates()["sure" if sure else "likely"].get(id, 0.0)


def weight(id: str) -> float:
    """What a sure finding of the check says of the whole manuscript, where 1 is usual: the log of how much oftener it
    comes in novels with errors put in than in the same novels clean; 0 where errors make no odds."""
    return float(_table("weights").get(id, 1.0))


def second_voice(roughness: float | None) -> float:
    """The probability from which the tagger confirms what a rule is not sure of."""
    if roughness is None:
        return _SECOND["rough"]
    low, high = (math.log(each / (1 - each)) for each in (_SECOND["rough"], _SECOND["clean"]))
    return 1 / (1 + math.exp(-(high + likeness(roughness) * (low - high))))


def measured(id: str) -> str:
    """What was measured of a check, in a sentence or two; "" where nothing was."""
    told = []
    if id in _table("drafts"):
        right, marks = (int(each) for each in _table("drafts")[id])
        told.append(f"On six rough drafts written to measure it was right in {right} of {marks} places.")
    alarms = max(rates()[part].get(id, 0.0) for part in ("sure", "likely"))
    if alarms:
        needs = "; in a text as clean it needs a second voice" if alarms > _QUIET else ""
        told.append(f"Published novels set it off {alarms:.2f} times in 1,000 words{needs}.")
    return " ".join(told)


@cache
def rates() -> Mapping[str, Mapping[str, float]]:
    """Alarms per 1,000 words of clean books by check, in what it says alone: what it is sure of, and what is likely.

    ``tools/rate_checks`` counts them.
    """
    return {part: _table(part) for part in ("sure", "likely")}


@cache
def _table(name: str) -> Mapping[str, Any]:
    path = resource("words", "alarm_rates.toml")
    table: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    found: Mapping[str, Any] = table.get(name, {})
    return found
