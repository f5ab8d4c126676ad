# SPDX-License-Identifier: GPL-3.0-or-later
"""Where in the source of a file each character of a paragraph stands, so that saving changes just those places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redraft.manuscript.marks import Mark, MarkKind

Look = tuple[MarkKind, str, str]
"""A mark without its place: kind, value, key."""

Looks = frozenset[Look]
PLAIN: Looks = frozenset()

Where = tuple[int, int]
"""From and up to, not including: places in the source. A start below 0: it stands nowhere in it."""

NOWHERE: Where = (-1, -1)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, and the source that they come from: character for character where both are equally long,
    otherwise as one lump (an entity, folded white space, a character of several bytes).
    """

    text: str
    looks: Looks
    start: int
    end: int

    @property
    def by_letter(self) -> bool:
        """Whether each character has a place of its own."""
        return self.start >= 0 and self.end - self.start == len(self.text)

    def cut(self, start: int, end: int) -> Run:
        """The characters ``start``–``end`` of it; of a lump the whole place."""
        if self.by_letter:
            return Run(self.text[start:end], self.looks, self.start + start, self.start + end)
        return replace(self, text=self.text[start:end])


@dataclass(frozen=True, slots=True)
class Trace:
    """A paragraph's source. ``points``: where its marks without length stand. ``spot``: what words put into it give
    way to while it is empty. ``close``: what ends it (in RTF). ``holder``: the element that it ends with (in pages, by
    number). ``looks``: what holds at its end.
    """

    runs: tuple[Run, ...] = ()
    points: tuple[tuple[Mark, Where], ...] = ()
    spot: Where = NOWHERE
    close: Where = NOWHERE
    holder: int = -1
    looks: Looks = PLAIN

    def cut(self, start: int, end: int) -> Trace:
        """The trace of the characters ``start``–``end``."""
        return replace(self, runs=sliced(self.runs, start, end),
                       points=tuple((mark.shifted(-start), where) for mark, where in self.points
                                    if start <= mark.start <= end))  # fmt: skip

    @property
    def extent(self) -> Where:
        """From its first to its last character in the source, or where they would stand."""
        placed = [each for each in self.runs if each.start >= 0]
        return (placed[0].start, placed[-1].end) if placed else self.spot


def sliced(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the characters ``start``–``end`` of their text."""
    found: list[Run] = []
    place = 0
    for run in runs:
        low, high = max(start - place, 0), min(end - place, len(run.text))
        if low < high:
            found.append(run.cut(low, high))
        place += len(run.text)
    return tuple(found)
