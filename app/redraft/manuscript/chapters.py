# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging whole stories, file by file: chapters changed, added, taken away and renamed by another program.

A chapter that the other side renamed is known by its text; one that it took away stays where this side changed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redraft.manuscript.merging import Merged, merged, untied
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile

_RENAMED = 0.5
"""The share of paragraphs in common from which a file under a new name is the one that is gone."""


@dataclass(frozen=True, slots=True)
class MergedStory:
    """``files``: those of the whole, in order; ``theirs`` the other side's paragraphs in them, ``paragraphs`` the
    whole; ``taken`` and ``conflicts`` as in :class:`Merged`. ``added``, ``gone``, ``renamed`` (old, new) and ``kept``
    (gone there, changed here) name chapters."""

    path: Path | None
    files: tuple[SourceFile, ...]
    theirs: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    taken: int
    conflicts: tuple[tuple[int, int, int], ...]
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def manuscript(self) -> Manuscript:
        """The other side's story, in the files of the whole."""
        return Manuscript(self.path, self.files, self.theirs)


def merged_story(base: Manuscript, mine: Sequence[Paragraph], theirs: Manuscript) -> MergedStory:
    """The merge of this side's paragraphs ``mine``, which lie in the files of ``base``, and the story ``theirs``."""
    pairs = _pairs(base, theirs)
    before = {each: _of(base.paragraphs, each) for each in range(len(base.files))}
    here = {each: _of(mine, each) for each in range(len(base.files))}
    kept = [each for each in before if each not in pairs and _texts(here[each]) != _texts(before[each])]
    order = _order(base, theirs, pairs, kept)
    return _put_together(base, theirs, pairs, order, before, here)


def _put_together(
    base: Manuscript, theirs: Manuscript, pairs: dict[int, int], order: list[tuple[int | None, int | None]],
    before: dict[int, list[Paragraph]], here: dict[int, list[Paragraph]],
) -> MergedStory:
    found: list[Paragraph] = []
    held: list[Paragraph] = []
    conflicts: list[tuple[int, int, int]] = []
    taken, fresh = 0, 1 + max((each.id for own in (*before.values(), *here.values()) for each in own), default=-1)
    for number, (own, other) in enumerate(order):
        there = _of(theirs.paragraphs, other) if other is not None else []
        part = _merged(before[own], here[own], there, other, fresh) if own is not None else _new(there, fresh)
        start = len(found)
        found += [replace(each, file=number) for each in part.paragraphs]
        held += [replace(each, file=number) for each in there]
        conflicts += [(one + start, two + start, end + start) for one, two, end in part.conflicts]
        taken += part.taken
        fresh = max([fresh, *(each.id + 1 for each in part.paragraphs)])
    files = tuple(theirs.files[other] if other is not None else replace(base.files[own or 0], digest="")
                  for own, other in order)
    lost = [each for each in before if each not in pairs and (each, None) not in order]
    held = [replace(each, id=fresh + place) for place, each in enumerate(held)]
    return MergedStory(
        theirs.path, files, tuple(held), tuple(found), taken + len(lost), tuple(conflicts),
        tuple(_name(theirs.files[other]) for own, other in order if own is None and other is not None),
        tuple(_name(base.files[each]) for each in lost),
        tuple((_name(base.files[one]), _name(theirs.files[two])) for one, two in pairs.items()
              if _name(base.files[one]) != _name(theirs.files[two])),
        tuple(_name(base.files[own]) for own, other in order if own is not None and other is None))


def _merged(
    base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph], other: int | None, fresh: int
) -> Merged:
    if other is None:
        return Merged(tuple(untied(each) for each in mine), 0, ())
    return merged(base, mine, theirs, fresh)


def _new(theirs: Sequence[Paragraph], fresh: int) -> Merged:
    """A chapter that only the other side has."""
    return Merged(tuple(replace(each, id=fresh + place) for place, each in enumerate(theirs)), 1, ())


def _pairs(base: Manuscript, theirs: Manuscript) -> dict[int, int]:
    """Which of the other side's files is which of ours: by its path, then by its text."""
    if len(base.files) == len(theirs.files) == 1:
        return {0: 0}
    places = {each.path: number for number, each in enumerate(theirs.files)}
    found = {number: places[each.path] for number, each in enumerate(base.files) if each.path in places}
    free = [number for number in range(len(theirs.files)) if number not in found.values()]
    for number in range(len(base.files)):
        if number in found or not free:
            continue
        own = _of(base.paragraphs, number)
        share, best = max((_shared(own, _of(theirs.paragraphs, each)), -each) for each in free)
        if share >= _RENAMED:
            found[number] = -best
            free.remove(-best)
    return found


def _shared(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> float:
    """The share of paragraphs that two chapters have in common, of the longer one."""
    counts = Counter(each.text for each in one if each.text), Counter(each.text for each in other if each.text)
    most = max(counts[0].total(), counts[1].total())
    return (counts[0] & counts[1]).total() / most if most else 0.0


def _order(
    base: Manuscript, theirs: Manuscript, pairs: dict[int, int], kept: Sequence[int]
) -> list[tuple[int | None, int | None]]:
    """(Our file, their file) in the other side's order; what only we keep stands behind what it stood behind."""
    ours = {there: here for here, there in pairs.items()}
    order: list[tuple[int | None, int | None]] = [(ours.get(number), number) for number in range(len(theirs.files))]
    for number in kept:
        behind = [place for place, (own, _) in enumerate(order) if own is not None and own < number]
        order.insert(behind[-1] + 1 if behind else 0, (number, None))
    return order


def _of(paragraphs: Sequence[Paragraph], file: int) -> list[Paragraph]:
    return [each for each in paragraphs if each.file == file]


def _texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [each.text for each in paragraphs]


def _name(file: SourceFile) -> str:
    return file.path.name if file.path is not None else ""
