# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sentence of an older text is which of a newer one, wherever it was moved.

A sentence that occurs once in both and is long enough is itself; one that occurs more often, or is short, is known by
a neighbour that is known. Where two sentences lay claim to one, neither has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redraft.notes.placing.wording import Wording

_LONG = 4
"""From so many words on a sentence that occurs once in both texts is taken for the same wherever it stands."""


def pairs(old: Wording, new: Wording) -> dict[int, int]:
    """For each sentence of ``old`` that stands unchanged in ``new``, word for word, its number there."""
    found = _unique(old, new)
    _grow(found, old.keys, new.keys)
    return found


def _unique(old: Wording, new: Wording) -> dict[int, int]:
    ours, theirs = Counter(old.keys), Counter(new.keys)
    places = {key: number for number, key in enumerate(new.keys) if theirs[key] == 1}
    return {
        number: places[key] for number, key in enumerate(old.keys)
        if key in places and ours[key] == 1 and len(old.sentence(number)) >= _LONG
    }


def _grow(found: dict[int, int], ours: list[str], theirs: list[str]) -> None:
    """Extend from known sentences to equal neighbours, forward and backward; contested ones stay out."""
    taken = set(found.values())
    forward = _claims(range(len(ours)), 1, found, taken, ours, theirs)
    backward = _claims(range(len(ours) - 1, -1, -1), -1, found, taken, ours, theirs)
    claims = {**backward, **forward}
    wanted = Counter(claims.values())
    for number, place in claims.items():
        if wanted[place] == 1 and forward.get(number, place) == backward.get(number, place):
            found[number] = place


def _claims(
    order: Iterable[int], step: int, found: dict[int, int], taken: set[int], ours: list[str], theirs: list[str]
) -> dict[int, int]:
    claims: dict[int, int] = {}
    for number in order:
        before = found.get(number - step, claims.get(number - step))
        if number in found or before is None:
            continue
        place = before + step
        if 0 <= place < len(theirs) and place not in taken and ours[number] == theirs[place]:
            claims[number] = place
    return claims
