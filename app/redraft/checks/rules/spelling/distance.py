# SPDX-License-Identifier: GPL-3.0-or-later
"""How far two spellings lie apart: by slips of the fingers (keyboard, doubled or swapped letters) and by sound."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_NEAR = frozenset(
    frozenset((one, other))
    for row, keys in enumerate(_ROWS)
    for place, one in enumerate(keys)
    for other in keys[place + 1 : place + 2] + (_ROWS[row + 1][max(0, place - 1) : place + 1] if row < 2 else "")
)
_ALIKE = frozenset(map(frozenset, ("ck", "cs", "sz", "gj", "fv", "td", "mn", "kq", "iy", "bp", "ie", "ea", "ao", "ou")))
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^kn|^gn|^pn", "n"), ("^wr", "r"), ("^wh", "w"), ("^ps", "s"), ("^x", "s"), ("mb$", "m"), ("tch", "C"),
        ("sch|sh|ch|ti(?=o|a)|ci(?=o|a|e)|ssi(?=o)", "C"), ("ph", "f"), ("ght", "t"), ("gh", ""), ("dge|dg", "j"),
        ("ck|cq|q", "k"), ("sc(?=[eiy])|c(?=[eiy])", "s"), ("c", "k"), ("g(?=[eiy])", "j"), ("x", "ks"), ("z", "s"),
        ("th", "T"), ("[aeiouyw]+", "A"), (r"(.)\1", r"\1"), ("A$", ""),
    )
]  # fmt: skip
_FAR = 9.0
_FIRST = 0.35
"""What it costs beside to take one first letter for another."""


def sound(word: str) -> str:
    """A rough key of how a lower-case word sounds: equal for "wierd" and "weird"."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def distance(wrong: str, right: str, limit: float = 3.0) -> float:
    """What it takes to come from ``wrong`` to ``right``, both in lower case; a full slip costs 1, above ``limit`` 9.

    Swapped neighbours, doubled letters, vowels for vowels and neighbouring keys cost less; a first letter more.
    """
    added = [_added(right, place) for place in range(len(right))]
    before = list(accumulate(added, initial=0.0))
    older: list[float] = []
    for i, a in enumerate(wrong):
        drop = _dropped(wrong, i)
        cost = before[0] + drop
        row = [cost]
        for j, b in enumerate(right):
            change = 0.0 if a == b else _swapped(a, b) if i or j else _swapped(a, b) + _FIRST
            cost = min(cost + added[j], before[j + 1] + drop, before[j] + change)
            if change and i and j and a == right[j - 1] and wrong[i - 1] == b:
                cost = min(cost, older[j - 1] + 0.65)
            row.append(cost)
        if min(row) > limit:
            return _FAR
        older, before = before, row
    return before[-1] if before[-1] <= limit else _FAR


@cache
def _swapped(one: str, other: str) -> float:
    pair = frozenset((one, other))
    return 0.75 if one in _VOWELS and other in _VOWELS else 0.8 if pair in _ALIKE else 0.85 if pair in _NEAR else 1.0


def _dropped(wrong: str, place: int) -> float:
    """A letter too many in the wrong word; one doubled by mistake costs little."""
    doubled = place and wrong[place] == wrong[place - 1]
    return 0.6 if doubled else 0.95 if place else 1.2


def _added(right: str, place: int) -> float:
    """A letter that the wrong word lacks; half of a double, an apostrophe or a mute e costs little."""
    if right[place] == "'":
        return 0.3
    if place and right[place] == right[place - 1]:
        return 0.6
    if place and right[place] in _VOWELS:
        return 0.85
    return 0.95 if place else 1.2
