# SPDX-License-Identifier: GPL-3.0-or-later
"""Three-way merge by paragraph: what was changed here and what another program changed, from the text both began with.

As in diff3 (Khanna, Kunal and Pierce: A Formal Investigation of Diff3, 2007), stretches that all three share hold the
texts together; between them the side that changed wins, and where both did, both stay, this side's first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from redraft.manuscript.model import Paragraph

_Piece = tuple[slice, slice, slice]


@dataclass(frozen=True, slots=True)
class Merged:
    """``paragraphs``: the whole; ``taken``: how many stretches came from the other side; ``conflicts``: for each
    stretch that both had changed, the indices at which this side's, the other's, and what follows them begin."""

    paragraphs: tuple[Paragraph, ...]
    taken: int
    conflicts: tuple[tuple[int, int, int], ...]


def merged(base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Merged:
    """The merge of ``mine`` and ``theirs``. What stays keeps its id, what comes from the other side gets a new one."""
    found: list[Paragraph] = []
    conflicts: list[tuple[int, int, int]] = []
    taken = 0
    fresh = max((each.id for each in (*base, *mine)), default=-1)
    for shared, (old, own, other) in _pieces(base, mine, theirs):
        if shared or _texts(theirs[other]) in (_texts(base[old]), _texts(mine[own])):
            found += mine[own]
            continue
        new = [replace(each, id=fresh + step) for step, each in enumerate(theirs[other], 1)]
        fresh += len(new)
        taken += 1
        start = len(found)
        if _texts(mine[own]) != _texts(base[old]):
            found += mine[own]
            conflicts.append((start, len(found), len(found) + len(new)))
        found += new
    return Merged(tuple(_parted(found, base)), taken, tuple(conflicts))


def _pieces(
    base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]
) -> Iterator[tuple[bool, _Piece]]:
    """Stretches that all three share (True), and those between them, in order."""
    here, there = _same_places(base, mine), _same_places(base, theirs)
    ends = (len(base), len(mine), len(theirs))
    anchors = [(place, here[place], there[place]) for place in range(len(base)) if place in here and place in there]
    for one, other in pairwise(((-1, -1, -1), *anchors, ends)):
        between = tuple(slice(start + 1, end) for start, end in zip(one, other, strict=True))
        if any(each.stop > each.start for each in between):
            yield False, (between[0], between[1], between[2])
        if other != ends:
            at = tuple(slice(each, each + 1) for each in other)
            yield True, (at[0], at[1], at[2])


def _same_places(base: Sequence[Paragraph], other: Sequence[Paragraph]) -> dict[int, int]:
    matcher = SequenceMatcher(None, _texts(base), _texts(other), autojunk=False)
    return {
        first + step: second + step for first, second, size in matcher.get_matching_blocks() for step in range(size)
    }


def _texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [each.text for each in paragraphs]


def _parted(found: Sequence[Paragraph], base: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What ended a text and now stands inside gets the usual gap behind it."""
    usual = Counter(each.gap for each in (*base[:-1], *found[:-1]) if each.gap).most_common(1)
    gap = usual[0][0] if usual else "\n\n"
    for place, each in enumerate(found):
        last = place == len(found) - 1
        yield each if last or len(each.gap) >= len(gap) else replace(each, gap=gap)
