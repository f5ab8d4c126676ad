# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letters of a strange word say: put together or bent from known words, or a row of letters unlike English."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2

import numpy as np
from numpy.typing import NDArray

from redraft.checks.rules.spelling.lexicon import Lexicon, lexicon

_SIDE = 27
_SUFFIXES = (
    "like", "less", "ness", "ish", "wise", "ward", "wards", "ly", "able", "fully", "lessly", "ishly", "hood", "ship",
)  # fmt: skip
_PREFIXES = (
    "un", "re", "non", "over", "under", "out", "mis", "anti", "super", "semi", "half", "mid", "pre", "sub", "inter",
    "ultra", "hyper", "micro", "mega", "multi", "counter", "fore", "self", "cyber", "ex", "co", "de", "dis",
)  # fmt: skip
_SAMPLE = 3
"""Words of this level or more teach what English looks like; rarer ones are often names of foreign things."""


def is_coined(lower: str, known: Lexicon) -> bool:
    """Whether a word is put together from known ones: "starship", "catlike", "unpetted"."""
    for ending in _SUFFIXES:
        if lower.endswith(ending) and known.level(lower[: -len(ending)]) >= 3 and len(lower) - len(ending) > 2:
            return True
    for beginning in _PREFIXES:
        stem = lower.removeprefix(beginning)
        if stem != lower and len(stem) > 3 and known.level(stem) >= 3:
            return True
    return any(
        known.level(lower[:cut]) >= 5 and known.level(lower[cut:].removesuffix("s")) >= 5
        for cut in range(3, len(lower) - 2)
    )


def is_bent(lower: str, known: Lexicon, *, freely: bool) -> bool:
    """Whether a word is a regular form of a known one that the lexicon lacks: "worlder", "delvings", "jowled".

    ``freely``: as in compounds, where the stem may be any word ("high-ceilinged").
    """
    for ending in ("s", "ers", "er", "ed", "ings", "eth", "est", "'d", "or"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 3 and known.level(stem) >= (0 if freely else 2):
            return True
        if stem != lower and ending[0] == "e" and known.level(stem + "e") >= (0 if freely else 2):
            return True
    return False


@lru_cache(maxsize=20_000)
def oddity(lower: str) -> float:
    """The oddest three letters of a word in bits: about 3 in common words, 12 where English has no such three."""
    if not lower.isascii():
        return 0.0
    table = _letters()
    found = [0, 0, *(ord(each) - 96 if "a" <= each <= "z" else 0 for each in lower), 0]
    return max(float(table[one, two, three]) for one, two, three in zip(found, found[1:], found[2:], strict=False))


@cache
def _letters() -> NDArray[np.float32]:
    """How surprising each letter is behind each two others in the words of the lexicon, in bits."""
    weights = [0.0] * _SIDE**3
    for word, level in lexicon().levels.items():
        if level >= _SAMPLE and word.isascii() and word.isalpha():
            worth, place = log2(2 + level), 0
            for letter in (*word.lower().encode(), 96):
                place = (place * _SIDE + letter - 96) % _SIDE**3
                weights[place] += worth
    times = np.array(weights).reshape(_SIDE, _SIDE, _SIDE) + 0.02
    shares: NDArray[np.float32] = -np.log2(times / times.sum(2, keepdims=True)).astype(np.float32)
    return shares
