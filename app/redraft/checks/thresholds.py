# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure the tagger must be before its word is shown, by kind of error and by how rough the manuscript is.

``resources/models/tagger/thresholds.toml`` gives two settings per family: ``quiet``, at which clean novels stay
quiet, and ``close``, for a draft with twenty errors in 1,000 words. Between them Bayes' rule decides: the odds that
a mark is right grow with the share of errors in this manuscript, so the bar sinks in the same measure.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redraft.places import resource

CLEAN = 0.5
"""Sure findings per 1,000 words up to which a manuscript counts as clean; ROUGH: from which as a rough draft."""
ROUGH = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Probabilities from which a mark is shown: in a clean book, and in a rough draft."""

    quiet: float
    close: float

    def at(self, roughness: float | None) -> float:
        """The bar for a manuscript with so many sure findings per 1,000 words (None: not known, taken as clean)."""
        if roughness is None or roughness <= CLEAN:
            return self.quiet
        share = min(1.0, math.log(roughness / CLEAN) / math.log(ROUGH / CLEAN))
        return _probability(_odds(self.quiet) + share * (_odds(self.close) - _odds(self.quiet)))


@cache
def bars() -> Mapping[str, Bar]:
    """The bar of each family; "speech <family>" where speech has one of its own.

    An absent file gives an empty mapping: without measured thresholds the tagger's word alone is never shown.
    """
    path = resource("models", "tagger", "thresholds.toml")
    if not path.is_file():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {family: Bar(float(each["quiet"]), float(each["close"])) for family, each in data["bar"].items()}


def _odds(probability: float) -> float:
    held = min(max(probability, 0.001), 0.9999)
    return math.log(held / (1 - held))


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
