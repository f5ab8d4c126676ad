# SPDX-License-Identifier: GPL-3.0-or-later
"""Which colours of eyes and hair cannot be one: families that shade into one another never conflict."""

from __future__ import annotations

_FAMILIES = {
    "eyes": (
        "blue violet grey gray", "green hazel amber", "hazel brown amber golden", "brown black", "grey gray silver",
        "red crimson scarlet", "purple violet", "yellow golden amber",
    ),
    "hair": (
        "black dark raven brown", "brown chestnut brunette auburn copper",
        "red auburn ginger copper chestnut sandy crimson",
        "blond blonde fair golden yellow sandy", "white silver grey gray", "fair blond blonde white silver",
        "golden brown", "purple violet black dark",
    ),
}  # fmt: skip
_FAMILIES["beard"] = _FAMILIES["moustache"] = _FAMILIES["hair"]
_AGES = frozenset("white silver grey gray".split())
"""Hair turns to these in time, so they conflict with no other colour of hair that was told before them."""
_NEVER_AGAIN = frozenset("black brown red auburn ginger".split())
"""What white hair does not turn to."""


def colours_clash(feature: str, one: str, other: str) -> bool:
    """Whether one person cannot have both, ``one`` being told first.

    ``feature`` is "eyes", "hair", "beard" or "moustache"."""
    first, second = one.split()[-1].split("-")[-1], other.split()[-1].split("-")[-1]
    if first == second or (feature == "eyes" and {"dark", "fair"} & {first, second}):
        return False
    if feature != "eyes" and {first, second} & _AGES:
        return first == "white" and second in _NEVER_AGAIN
    return not any(first in family.split() and second in family.split() for family in _FAMILIES[feature])
