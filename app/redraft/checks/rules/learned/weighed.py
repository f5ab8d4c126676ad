# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tagger only half says, weighed with what novels have: an edit that makes a row of words far likelier.

The tagger reads the sentence and does not count; the counts of novels do not read. An edit that both like is rarely
wrong, even where neither alone is sure enough. The weights lie in ``resources/words/weighed_marks.toml``;
``tools/words/fit_weighed.py`` fits them.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from functools import cache

from redraft.checks.fluency import bits
from redraft.checks.rates import likeness
from redraft.checks.rules.spelling.pairs import EDGE
from redraft.checks.story import EngineMark
from redraft.places import resource

FAMILIES = frozenset((
    "missing-word", "extra-word", "article", "preposition", "pronoun", "agreement", "verb-form", "wrong-form",
    "confusable", "apostrophe",
))  # fmt: skip
"""The tagger's families whose edits change words."""
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:!?\"]|\d+")
_STOPS = frozenset('.!?"')
_WIDE = 60
_LEAST_GAIN, _MOST_GAIN = -12.0, 16.0
_FAINTEST, _CLEAREST = 0.05, 0.995
_BASE_ODDS = 3.0


def speaks(mark: EngineMark, straight: str, *, speech: bool, roughness: float | None) -> bool:
    """Whether the tagger's mark and the counts together are sure enough in a manuscript with so many sure errors in
    1,000 words (None, not known: as in a clean one). ``straight``: the paragraph with straight quotes."""
    if mark.message not in FAMILIES:
        return False
    bars = _table()["bars"]
    least = bars["clean"] + likeness(roughness) * (bars["rough"] - bars["clean"])
    return score(told(mark, straight, speech=speech)) >= least


def told(mark: EngineMark, straight: str, *, speech: bool) -> dict[str, float]:
    """What speaks for the mark's first suggestion, by name."""
    old, new = _pieces(straight[mark.start : mark.end]), _pieces(mark.suggestions[0].replace("’", "'"))
    held = min(max(mark.probability, _FAINTEST), _CLEAREST)
    kind = "longer" if len(new) > len(old) else "shorter" if len(new) < len(old) else "other"
    gain = max(_LEAST_GAIN, min(_gain(straight, mark, old, new), _MOST_GAIN))
    return {
        kind: 1.0, f"gain {kind}": gain, "odds": math.log(held / (1 - held)) + _BASE_ODDS, mark.message: 1.0,
        "speech": float(speech),
    }  # fmt: skip


def score(told: Mapping[str, float]) -> float:
    """The log-odds that the edit is right, up to a constant."""
    weights = _table()["weights"]
    return sum(weights.get(name, 0.0) * value for name, value in told.items())


def _gain(straight: str, mark: EngineMark, old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """By how many bits the row is likelier with the edit."""
    before = (EDGE, EDGE, *_pieces(straight[max(0, mark.start - _WIDE) : mark.start]))[-2:]
    behind = (*_pieces(straight[mark.end : mark.end + _WIDE]), EDGE, EDGE)[:2]
    sides = (before[0], before[1]), (behind[0], behind[1])
    return bits(sides[0], new, sides[1]) - bits(sides[0], old, sides[1])


def _pieces(straight: str) -> tuple[str, ...]:
    found = (each.lower() for each in _PIECE.findall(straight))
    return tuple(EDGE if each in _STOPS else "0" if each.isdigit() else each for each in found)


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    """Weights and bars; raises OSError or ValueError where the file is missing or damaged."""
    stored = tomllib.loads(resource("words", "weighed_marks.toml").read_text("utf-8"))
    return {part: {name: float(value) for name, value in stored[part].items()} for part in ("weights", "bars")}
