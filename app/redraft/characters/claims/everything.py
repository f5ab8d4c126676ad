# SPDX-License-Identifier: GPL-3.0-or-later
"""All claims of a paragraph, found once for each text."""

from __future__ import annotations

from collections.abc import Iterator

from redraft.characters.claims.ages import ages
from redraft.characters.claims.bodies import bodies
from redraft.characters.claims.claim import Claim, kept_by_text
from redraft.characters.claims.looks import looks
from redraft.characters.claims.things import things
from redraft.characters.claims.ties import ties
from redraft.language.analysis import Analysis


@kept_by_text
def claims(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph claims of people, in reading order, each place and kind once."""
    seen: set[tuple[str, int, int]] = set()
    found = (each for find in (looks, ages, bodies, ties, things) for each in find(analysis))
    for claim in sorted(found, key=lambda each: (each.start, each.end)):
        if (claim.kind, claim.start, claim.end) not in seen:
            seen.add((claim.kind, claim.start, claim.end))
            yield claim
