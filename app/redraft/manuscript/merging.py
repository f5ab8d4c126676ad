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

from redraft.manuscript.carrying import carried
from redraft.manuscript.marks import LOOKS, Mark, MarkKind
from redraft.manuscript.model import Paragraph

_Piece = tuple[slice, slice, slice]
_CARRIED = LOOKS | {MarkKind.LANGUAGE, MarkKind.LINK}
"""What a paragraph keeps in another file: a footnote or a comment is known only where it stands."""


@dataclass(frozen=True, slots=True)
class Merged:
    """``paragraphs``: the whole; ``taken``: how many stretches came from the other side; ``conflicts``: for each
    stretch that both had changed, the indices at which this side's, the other's, and what follows them begin."""

    paragraphs: tuple[Paragraph, ...]
    taken: int
    conflicts: tuple[tuple[int, int, int], ...]


def merged(
    base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph], first_id: int = 0
) -> Merged:
    """The merge of ``mine`` and ``theirs``. What stays keeps its id, what comes from the other side gets a new one,
    from ``first_id`` on where that is none of this side's.

    In documents with formatting the other side's file is the one that is written on: what is tied to a file is tied to
    that one, its formatting stands but where this side changed it.
    """
    found: list[Paragraph] = []
    conflicts: list[tuple[int, int, int]] = []
    taken = 0
    fresh = max([first_id - 1, *(each.id for each in (*base, *mine))])
    for shared, (old, own, other) in _pieces(base, mine, theirs):
        if shared or _texts(theirs[other]) in (_texts(base[old]), _texts(mine[own])):
            found += _own(base[old], mine[own], theirs[other])
            continue
        new = [replace(each, id=fresh + step) for step, each in enumerate(theirs[other], 1)]
        fresh += len(new)
        taken += 1
        start = len(found)
        if _texts(mine[own]) != _texts(base[old]):
            found += [untied(each) for each in mine[own]]
            conflicts.append((start, len(found), len(found) + len(new)))
        found += new
    return Merged(tuple(_parted(found, base)), taken, tuple(conflicts))


def merged_without_base(mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Merged:
    """The merge of two texts of which it is not known what both began with: what both have stands once, what only one
    has stands too, and where both have something else both stand."""
    places = sorted(_same_places(mine, theirs))
    return merged([mine[each] for each in places], mine, theirs)


def untied(paragraph: Paragraph) -> Paragraph:
    """The paragraph as a new one in another file: its words and looks, without what only its own file knows."""
    if not paragraph.tied and not paragraph.marks:
        return paragraph
    marks = tuple(each for each in paragraph.marks if each.kind in _CARRIED)
    return replace(paragraph, tied="", marks=marks)


def _own(base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> list[Paragraph]:
    """This side's paragraphs of a stretch that the other side has as it was, or has just so."""
    if _texts(theirs) != _texts(base):
        pairs = dict(zip((each.id for each in mine), theirs, strict=True))
        return [_over(each, each, pairs[each.id]) for each in mine]
    by_tie = {old.tied: (old, other) for old, other in zip(base, theirs, strict=True) if old.tied}
    by_place = list(zip(base, theirs, strict=True)) if _texts(mine) == _texts(base) else []
    found: list[Paragraph] = []
    for place, each in enumerate(mine):
        old, other = by_place[place] if by_place else by_tie.get(each.tied, (None, None))
        found.append(untied(each) if old is None or other is None else _over(old, each, other))
    return found


def _over(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> Paragraph:
    """This side's paragraph, written over the other side's, which has the words of the base (or of this side)."""
    if (mine.raw, mine.gap, mine.marks, mine.shape) == (base.raw, base.gap, base.marks, base.shape):
        return replace(theirs, id=mine.id)
    if not theirs.tied:
        return mine
    (followed,) = carried((theirs,), (replace(mine, marks=()),))
    (as_before,) = carried((base,), (replace(mine, marks=()),))
    marks = followed.marks
    if _looks(mine.marks) != _looks(as_before.marks):
        others = (each for each in followed.marks if each.kind not in LOOKS)
        marks = tuple(sorted((*_looks(mine.marks), *others)))
    shape = theirs.shape if mine.shape == base.shape else mine.shape
    return replace(mine, tied=theirs.tied, marks=marks, shape=shape)


def _looks(marks: Sequence[Mark]) -> list[Mark]:
    return [each for each in marks if each.kind in LOOKS]


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
