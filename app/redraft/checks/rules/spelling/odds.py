# SPDX-License-Identifier: GPL-3.0-or-later
"""The odds that a strange word is a slip, and no coinage, name, foreign or dialect word.

A logistic model over a dozen facts. Its weights lie in ``resources/words/spelling_odds.toml``; they were fitted by
``tools/words/fit_spelling.py`` on strange words of clean novels and on slips put into them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from math import log2

from redraft.checks.rates import CLEAN, ROUGH
from redraft.checks.rules.spelling.lexicon import Lexicon
from redraft.checks.rules.spelling.own import StoryWords, times
from redraft.checks.rules.spelling.shape import is_bent, is_coined, oddity
from redraft.checks.rules.spelling.suggest import Suggestion
from redraft.checks.rules.spelling.surroundings import Surroundings
from redraft.checks.rules.spelling.words import Word
from redraft.checks.story import Passage
from redraft.language.analysis import Zone
from redraft.places import resource

_NEAR = 0.97
"""Slips up to which the better word is one slip away."""


def facts(
    passage: Passage, word: Word, best: Suggestion, around: Surroundings, own: StoryWords, known: Lexicon,
) -> dict[str, float]:
    """What speaks for and against a slip, each as a number of about 0 to 10."""
    lower = word.lower
    level = max(map(known.level, best.word.split(" ")))
    seen = known.seen.get(lower, -1)
    spoken = passage.analysis.zone(word.start) is not Zone.NARRATION
    joined = "-" in (passage.text[word.start - 1 : word.start], passage.text[word.end : word.end + 1])
    number = times(lower, passage.story)
    return {
        "one": 1.0, "slips": best.slips, "far": float(best.slips > _NEAR), "level": level / 2,
        "bits": max(-4.0, min(best.bits, 12.0)) / 2, "here": log2(1 + passage.story.counts.get(best.word, 0)) / 2,
        "letters": min(len(lower), 10) - 6.0, "tiny": float(len(lower) <= 3), "small": float(len(lower) == 4),
        "opens": float(word.opens), "joined": float(joined), "spoken": float(spoken),
        "again": log2(number) if number > 1 else 0.0, "unseen": float(seen < 0), "seen": max(0, seen) / 2,
        "commoner": max(0.0, level - max(seen, 0)) / 2, "coined": float(is_coined(lower, known)),
        "bent": float(is_bent(lower, known, freely=joined)), "beside": float(around.beside),
        "strange": float(min(around.strange, 3)), "dialect": float(min(around.dialect, 4)),
        "oddity": oddity(lower) / 2, "gain": (oddity(lower) - oddity(best.word)) / 2,
        "apart": float(" " in best.word), "apostrophe": float("'" in lower),
        "missing apostrophe": float("'" in best.word), "habit": min(own.joined, 4.0) * is_coined(lower, known),
        "foreign": float(lower in known.foreign), "first": float(best.word[0] != lower[0]),
    }  # fmt: skip


def log_odds(told: Mapping[str, float], roughness: float | None) -> float:
    """The log-odds that the word is a slip, in a manuscript with so many sure errors in 1,000 words; shown from 0."""
    weights = _weights()
    share = min(max((roughness or 0.0), CLEAN), ROUGH) / CLEAN
    spoken_for = sum(weights.get(name, 0.0) * value for name, value in told.items())
    return spoken_for - weights["bar"] + weights["rough"] * log2(share)


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(value) for name, value in tomllib.loads(
        resource("words", "spelling_odds.toml").read_text("utf-8")).items()}
