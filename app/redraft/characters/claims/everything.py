# SPDX-License-Identifier: GPL-3.0-or-later
"""All claims of a paragraph, found once for each text."""

from __future__ import annotations

from collections.abc import Iterator

from redraft.characters.claims.ages import ages
from redraft.characters.claims.bodies import bodies
from redraft.characters.claims.claim import Claim, kept_by_text
from redraft.characters.claims.features import features
from redraft.characters.claims.looks import looks
from redraft.characters.claims.ranks import ranks
from redraft.characters.claims.things import things
from redraft.characters.claims.ties import ties
from redraft.language.analysis import Analysis

_LOOKS = frozenset("eyes hair beard moustache height build".split())


@kept_by_text
def claims(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph claims of people, in reading order, each place and kind once."""
    told: list[Claim] = []
    found = (each for find in (looks, features, ages, bodies, ranks, ties, things) for each in find(analysis))
    for claim in sorted(found, key=lambda each: (each.start, each.end)):
        if not any(_is_same(claim, each) for each in told[-4:]):
            told.append(claim)
            yield claim


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether two ways of reading found one claim: of one kind at one place; of looks, one place holds the other."""
    if one.kind != other.kind or one.kind not in _LOOKS:
        return (one.kind, one.start, one.end) == (other.kind, other.start, other.end)
    return other.start <= one.start < one.end <= other.end or one.start <= other.start < other.end <= one.end
