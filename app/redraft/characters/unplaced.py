# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the names in a paragraph does not depend on where the paragraph stands in the story."""

from __future__ import annotations

from collections.abc import Iterable

from redraft.characters.mentions import Place

Unplaced = tuple[tuple[object, ...], ...]


def unplaced(places: Iterable[Place]) -> Unplaced:
    """Who is named where and how, without the paragraph's index: equal while nothing but that has changed."""
    return tuple(
        (each.person, c.start, c.end, c.first, c.last, c.titles, c.words, c.suffix, c.due, c.possessive, c.speech)
        for each in places for c in (each.chain,)
    )
