# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the images of a note's words, with those of the words round it, are a place or only a scatter of words.

The floor under every placing: below it a note is lost. The figures were set with ``python -m tools.evaluate_notes`` on
four novels so that no note landed on other words; ``docs/accuracy.md`` has what seven others said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redraft.notes.placing.aligning import Image
from redraft.notes.placing.wording import Stretch

CONTEXT_WORDS = 8
"""So many words on either side of a note are its surroundings."""

Images = Sequence[Image | None]


@dataclass(frozen=True, slots=True)
class Floor:
    """How much must stand. ``support``: the share of note and surroundings together; ``short``: the same of a note of
    up to three words, and ``rare`` of one of seldom words. ``alone``: so many of the note's own words need no
    surroundings. ``sides``: on how many sides a short note's neighbour must stand beside it still. ``round``: so many
    words on either side must stand, nearly all, where a few words gave way to others altogether."""

    support: float
    short: float
    rare: float
    alone: int
    sides: int
    round: int


IN_COPY = Floor(0.4, 0.5, 0.25, 4, 1, 4)
"""The copy is known, and with it which passage of the text now the words can only be in."""
BY_QUOTE = Floor(0.6, 0.75, 0.75, 7, 2, 8)
"""The words may be anywhere, or nowhere."""

_KEPT = 0.5
_KEPT_LONG, _LONG, _FEWEST = 0.35, 8, 4
_KEPT_ALONE = 0.75
_SURE = 0.75
_SHORT = 3
_FEW = 4
_SCATTERED = 6
_STRAY = 2.5
_BESIDE = 1


def judged(before: Images, note: Images, after: Images, floor: Floor, rare: bool = False) -> Stretch | None:
    """The words that are the note's now, or None.

    ``before`` and ``after`` are the images of up to :data:`CONTEXT_WORDS` words on either side, in reading order.
    ``rare``: the note's words are such as occur seldom, so that meeting them here is no chance.
    """
    shared = {each for each in (*before[-1:], *after[:1]) if each and not each.weight}
    place = _cluster([each for each in note if each not in shared] if len(note) > 1 else note)
    if place is None:
        return None
    inside = [each for each in note if each and place.first <= each.first and each.last <= place.last]
    kept = sum(each.weight for each in inside)
    share = kept / len(note)
    if share >= _KEPT or (len(note) >= _LONG and share >= _KEPT_LONG and kept >= _FEWEST):
        near = _standing((*before, *after), place, len(before) + len(note) + 8)
        support = (kept + near) / (len(note) + len(before) + len(after))
        alone = kept >= floor.alone and share >= _KEPT_ALONE
        if len(note) > _SHORT:
            enough = support >= floor.support or alone
        else:
            missing = floor.sides - _sides(before, place, after)
            beside = missing <= 0 or (floor.sides == 1 and support >= _SURE)
            enough = (support >= floor.short and beside) or (rare and share == 1.0 and support >= floor.rare)
        if enough:
            return place
    return place if _among_neighbours(before[-floor.round :], note, after[: floor.round], place) else None


def _standing(images: Images, place: Stretch, reach: int) -> float:
    return sum(
        each.weight for each in images if each and place.first - reach <= each.first and each.last <= place.last + reach
    )


def _cluster(note: Images) -> Stretch | None:
    """The stretch, not much longer than the note, in which most of its words are."""
    images = sorted(each for each in note if each and (each.weight or each.last - each.first <= _FEW))
    groups: list[list[Image]] = []
    for image in images:
        if groups and image.first - groups[-1][-1].last <= _SCATTERED:
            groups[-1].append(image)
        else:
            groups.append([image])
    if not groups:
        return None
    chosen = _together(groups, len(note) + len(note) // 2 + 10)
    return Stretch(chosen[0][0].first, max(each.last for each in chosen[-1]))


def _together(groups: Sequence[Sequence[Image]], reach: int) -> Sequence[Sequence[Image]]:
    """The groups of words round the greatest one that lie within reach of it and are more than strays."""
    weights = [sum(each.weight for each in group) for group in groups]
    low = high = max(range(len(groups)), key=weights.__getitem__)
    while low > 0 and weights[low - 1] >= _STRAY and groups[high][-1].last - groups[low - 1][0].first <= reach:
        low -= 1
    while (
        high + 1 < len(groups) and weights[high + 1] >= _STRAY
        and groups[high + 1][-1].last - groups[low][0].first <= reach
    ):
        high += 1
    return groups[low : high + 1]


def _sides(before: Images, place: Stretch, after: Images) -> int:
    """On how many sides what stood beside the note does so still; a side at the text's end counts."""
    left, right = before[-1] if before else None, after[0] if after else None
    sides = int(not before) + int(not after)
    sides += int(left is not None and left.weight > 0 and 0 <= place.first - left.last <= _BESIDE)
    return sides + int(right is not None and right.weight > 0 and 0 <= right.first - place.last <= _BESIDE)


def _among_neighbours(left: Images, note: Images, right: Images, place: Stretch) -> bool:
    """Whether all round a few words that gave way to others everything stands as it was: a name that was changed."""
    if len(note) > _FEW or len(place) > 2 * len(note) + 1:
        return False
    if not left or not right or left[-1] is None or right[0] is None:
        return False
    if left[-1].last != place.first or right[0].first != place.last:
        return False
    return _standing((*left, *right), place, 8) >= _SURE * (len(left) + len(right))
