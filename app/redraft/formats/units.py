# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs as read, letter by letter with their places in the source, and what a new text changes in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from redraft.formats.flow import Block
from redraft.formats.trace import NOWHERE, PLAIN, Looks, Trace
from redraft.manuscript.marks import LOOKS, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.text.edits import Edit, apply_all, trimmed, word_edits
from redraft.text.span import Span

BREAK = "\u2029"
"""What parts paragraphs in a text of several."""

SEEN = LOOKS | {MarkKind.LINK}
"""What of the marks is written: how letters look, and where links lead."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A letter, a lump of them, or the end of a paragraph (``block`` is its number), and its place in the source."""

    text: str
    looks: Looks
    start: int
    end: int
    block: int

    @property
    def parts(self) -> bool:
        """Whether it is a paragraph's end."""
        return self.text == BREAK

    @property
    def placed(self) -> bool:
        """Whether it stands in the source."""
        return self.start >= 0


@dataclass(frozen=True, slots=True)
class Segment:
    """The units ``first``–``last`` give way to the characters ``start``–``end`` of the new text, or are ``kept``."""

    first: int
    last: int
    start: int
    end: int
    kept: bool


def units_of(blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[Unit]:
    """The units of some blocks, one behind the other."""
    for number in numbers:
        if number != numbers[0]:
            yield Unit(BREAK, PLAIN, *NOWHERE, number - 1)
        block = blocks[number]
        for run in (block.trace or Trace()).runs:
            looks = seen(run.looks)
            for at, char in enumerate(run.text) if run.by_letter else ((0, run.text),):
                place = (run.start + at, run.start + at + 1) if run.by_letter else (run.start, run.end)
                yield Unit(char, looks, *place, number)


def seen(looks: Looks) -> Looks:
    """What of some looks is written, without the file's own names for it."""
    return frozenset((kind, value, "") for kind, value, _ in looks if kind in SEEN)


def looks_of(paragraphs: Sequence[Paragraph]) -> list[Looks]:
    """How each character of the paragraphs is to look, those between them included."""
    found: list[Looks] = []
    for paragraph in paragraphs:
        found += [PLAIN] * bool(found or paragraph is not paragraphs[0])
        base = len(found)
        found += [PLAIN] * len(paragraph.text)
        for mark in paragraph.marks:
            if mark.kind in SEEN and not mark.is_point:
                for at in range(base + mark.start, base + mark.end):
                    found[at] |= {(mark.kind, mark.value, "")}
    return found


def segments(units: Sequence[Unit], text: str) -> Iterator[Segment]:
    """What stays of the units, and what gives way, to make them read ``text``."""
    starts = [0, *accumulate(len(each.text) for each in units)]
    old = "".join(each.text for each in units)
    unit = place = 0
    for first, last, edits in _widened(trimmed(word_edits(old, text), old), starts):
        yield Segment(unit, first, place, place + starts[first] - starts[unit], True)
        place += starts[first] - starts[unit]
        base = starts[first]
        inner = (Edit(Span(each.span.start - base, each.span.end - base), each.replacement) for each in edits)
        length = len(apply_all(old[base : starts[last]], inner))
        yield Segment(first, last, place, place + length, False)
        unit, place = last, place + length
    yield Segment(unit, len(units), place, len(text), True)


def _widened(edits: Sequence[Edit], starts: Sequence[int]) -> list[tuple[int, int, list[Edit]]]:
    """The edits with the whole units that they touch; several that touch one unit together."""
    found: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end)
        last = max(last, first) if start == end and starts[first] == start else max(last, first + (start < end))
        if found and first < found[-1][1]:
            before = found.pop()
            found.append((before[0], max(before[1], last), [*before[2], edit]))
        else:
            found.append((first, last, [edit]))
    return found
