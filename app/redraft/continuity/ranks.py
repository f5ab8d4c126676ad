# SPDX-License-Identifier: GPL-3.0-or-later
"""Ranks in their order: who is a captain now was a lieutenant once, and not the other way about."""

from __future__ import annotations

_LADDERS = (
    "private corporal sergeant lieutenant captain major colonel brigadier general marshal",
    "midshipman lieutenant commander captain commodore admiral",
    "constable sergeant inspector superintendent",
    "deacon priest bishop archbishop cardinal",
)


def ranks_clash(one: str, other: str) -> bool:
    """Whether somebody who is ``one`` cannot be ``other`` later, unless something befell: the rank is lower."""
    if one == other:
        return False
    for ladder in (each.split() for each in _LADDERS):
        if one in ladder and other in ladder:
            return ladder.index(other) < ladder.index(one)
    return False
