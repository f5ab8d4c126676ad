# SPDX-License-Identifier: GPL-3.0-or-later
"""The odds that a word stands for another: how well each fits between its neighbours, and how uneasy the tagger is.

The tagger often feels that a word is wrong without knowing the right one; the counts of novels know the right one and
too often take a rare word for a wrong one. Together they err seldom. Their weights lie in
``resources/words/slip_odds.toml``; ``tools/words/fit_slips.py`` fits them.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from redraft.checks.fluency import bits
from redraft.checks.frames import SMALL
from redraft.checks.lexicon import words
from redraft.checks.rates import likeness
from redraft.checks.rules.slips.meant import is_inflection, meant_by
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import EngineMark
from redraft.places import resource

Place = tuple[tuple[str, str], str, tuple[str, str]]
"""A word in lower case with the two pieces on either side."""

_LEAST_GAIN, _MOST_GAIN = -5.0, 18.0
_FAINTEST, _CLEAREST = 0.05, 0.995
_BASE_ODDS = 3.0
_PER_SLIP, _MOST_SLIPS, _SECONDED = 1.2, 2.0, 2.0
"""What a slip costs, and what the tagger's word for the same is worth, in bits, where one of several is chosen."""
_FAR = 4.0
_WORD_FAMILIES = words("confusable agreement verb-form wrong-form tense pronoun")
_CLEAR = 0.5
"""From this probability on the tagger knows what it wants; if that is another edit, it is mostly right."""
_OWN = 2
"""Times that a slip may come twice; from then on the word is the story's own."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """``better`` may have been meant; ``told`` is what speaks for it, by name."""

    better: str
    told: Mapping[str, float]


def doubt(place: Place, marks: Sequence[EngineMark], times_here: int) -> Doubt | None:
    """The likeliest word to have been meant; None where none is near.

    ``marks``: what the tagger says of the word, faintly or clearly, at least one; ``times_here``: how often the word
    stands in the manuscript.
    """
    before, word, behind = place
    candidates = meant_by(word)
    strongest = max(marks, key=lambda each: each.probability)
    if not candidates or (word in SMALL and strongest.rule.startswith("D")):
        return None  # a small word that is too many stands for no other
    told = _proposed(marks)
    written = bits(before, (word,), behind)
    gains = {each: bits(before, (each,), behind) - written for each in {*candidates, *told}}
    best = max(candidates, key=lambda each: (
        gains[each] - _PER_SLIP * min(candidates[each], _MOST_SLIPS) + _SECONDED * (each in told), each))
    if best not in told and strongest.probability >= _CLEAR and not _silly(strongest, gains, best):
        return None
    return Doubt(best, {
        "one": 1.0, "gain": max(_LEAST_GAIN, min(gains[best], _MOST_GAIN)), "unease": _odds(strongest.probability),
        "seconded": float(best in told), "same": _odds(told[best]) if best in told else 0.0,
        "level": float(lexicon().level(word)), "again": math.log1p(max(0, times_here - _OWN)),
        "slips": candidates[best], "inflected": float(is_inflection(word, best)),
        "left out": float(strongest.rule.startswith("D")), "form": float(strongest.rule.startswith("$")),
    })  # fmt: skip


def score(told: Mapping[str, float]) -> float:
    """The log-odds that the word is wrong, up to a constant; to be held against :func:`bar`."""
    weights = _table()["weights"]
    return sum(weights.get(name, 0.0) * value for name, value in told.items())


def bar(roughness: float | None) -> float:
    """The score from which a word is told in a manuscript with so many sure errors in 1,000 words; None: unknown."""
    bars = _table()["bars"]
    rough = 1.0 if roughness is None else likeness(roughness)
    return bars["clean"] + rough * (bars["rough"] - bars["clean"])


def certain() -> float:
    """The score from which a word is wrong beyond doubt."""
    return _table()["bars"]["sure"]


def _silly(mark: EngineMark, gains: Mapping[str, float], best: str) -> bool:
    """Whether the tagger wants a word that fits far worse here than ``best`` does, such as a verb's form for a noun."""
    wanted = next(iter(_proposed((mark,))), "")
    changes_word = wanted.replace("'", "").isalpha() and mark.message in _WORD_FAMILIES
    return changes_word and gains[wanted] + _SECONDED + _FAR < gains[best]


def _proposed(marks: Sequence[EngineMark]) -> dict[str, float]:
    found: dict[str, float] = {}
    for mark in marks:
        for each in mark.suggestions:
            word = each.lower().replace("’", "'")
            found[word] = max(found.get(word, 0.0), mark.probability)
    return found


def _odds(probability: float) -> float:
    held = min(max(probability, _FAINTEST), _CLEAREST)
    return math.log(held / (1 - held)) + _BASE_ODDS


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    """Weights and bars; raises OSError or ValueError where the file is missing or damaged."""
    stored = tomllib.loads(resource("words", "slip_odds.toml").read_text("utf-8"))
    return {part: {name: float(value) for name, value in stored[part].items()} for part in ("weights", "bars")}


def uneasy(marks: Sequence[EngineMark], start: int, end: int) -> Iterator[EngineMark]:
    """The marks that the tagger has, faintly or clearly, on a word."""
    return (each for each in marks if each.start < end and start < each.end)
