# SPDX-License-Identifier: GPL-3.0-or-later
"""Short and pet names made from a name of the story that no table lists: Prendy from Prendergast, Ruthie from Ruth."""

from __future__ import annotations

_ENDINGS = ("ie", "ey", "y", "ers", "kins")
_LEAST = 3
"""The fewest letters that a short name must share with the whole one from its beginning."""


def may_shorten(short: str, whole: str) -> bool:
    """Whether a word looks like a short or pet name made from a whole name."""
    one, other = short.lower(), whole.lower()
    if one == other or not one.isalpha():
        return False
    stems = {one} if len(one) < len(other) else set()
    for ending in _ENDINGS:
        if one.endswith(ending):
            stem = one.removesuffix(ending)
            stems.add(stem)
    return any(len(each) >= _LEAST and other.startswith(each) for each in stems)


def is_diminutive(short: str, whole: str) -> bool:
    """Whether a word is a whole name, itself short as a rule, with an ending: Ronnie and Ron, Billy and Bill."""
    one, other = short.lower(), whole.lower()
    for ending in _ENDINGS[:3]:
        stem = one.removesuffix(ending)
        if stem != one and len(other) >= _LEAST and other in (stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
            return True
    return False
