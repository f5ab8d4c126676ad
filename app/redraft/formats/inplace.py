# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves into the source of a file what the author changed, letter by letter, and touches nothing else of it.

For formats that are text with signs in it (web pages, RTF). A reader has told where in the source each character
stands (:class:`~redraft.formats.trace.Trace`); here the changed paragraphs become splices of the source. How words and
looks are written, and how paragraphs are parted, joined, put in and taken out, the format says itself. What was spliced
is read again and compared, so that nothing is written that would read otherwise than the author's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from redraft.formats.errors import FormatError
from redraft.formats.flow import Block
from redraft.formats.pairing import Group, differs, groups
from redraft.formats.trace import PLAIN, Looks, Trace, Where
from redraft.formats.units import BREAK, Segment, Unit, looks_of, seen, segments, units_of
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph

_T = TypeVar("_T")
Seam = Callable[[str, str], str]
_LONGEST_WORD = 64


class NotInPlace(FormatError):
    """What was changed cannot be put into the file as it is. ``name`` is the file's."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is built in such a way that this change cannot be put into it without harm. Nothing was saved "
            "yet, and your text is here; use Save As to go on in a Word or OpenDocument file."
        )


class Unplaced(Exception):
    """A change has no place in the source."""


@dataclass(frozen=True, slots=True)
class Splice:
    """The source at ``start``–``end`` gives way to ``text``."""

    start: int
    end: int
    text: str = ""


def words_of(trace: Trace, *, points: bool) -> list[Splice]:
    """The splices that take the words of a paragraph out, with ``points`` its marks without length as well.

    Raises:
        Unplaced: when some of it has no place in the source.
    """
    if any(each.start < 0 for each in trace.runs):
        raise Unplaced
    found = [Splice(each.start, each.end) for each in trace.runs]
    return found + [Splice(*where) for _, where in trace.points if points and where[0] >= 0]


class Dialect(Protocol):
    """How a format writes what is changed. Numbers are those of the blocks as read; each may raise Unplaced."""

    def words(self, text: str, context: Looks, wanted: Looks) -> str:
        """The characters as source that looks as ``wanted`` where ``context`` holds."""

    def wrap(self, run: Where, context: Looks, wanted: Looks) -> Sequence[Splice]:
        """What makes a stretch of source look as ``wanted``."""

    def parting(self, number: int, place: int) -> str:
        """What ends a paragraph at a place inside a block, and begins the next like it."""

    def joining(self, number: int) -> Sequence[Splice]:
        """What makes one paragraph of a block and the next."""

    def insertion(self, number: int, paragraph: Paragraph) -> Splice:
        """A new paragraph behind a block (-1: before the first)."""

    def removal(self, number: int, *, emptied: bool) -> Sequence[Splice]:
        """What takes a block away, or just its words: its notes and pictures have another paragraph now."""

    def outside(self, place: int, context: Looks, wanted: Looks, *, before: bool) -> tuple[int, Looks]:
        """Where words go that stand ``before`` what is at a place, or behind it, and what looks hold there: not in a
        link that they do not belong to.
        """


def saved(
    source: str, blocks: Sequence[Block], now: Sequence[Paragraph], dialect: Dialect,
    again: Callable[[str], tuple[_T, Sequence[Block]]], seam: Seam | None = None,
) -> _T:
    """What ``again`` makes of the source with the paragraphs ``now``: it gives the bytes and the blocks read in them.
    ``seam``: what must stand between two pieces of source that did not meet before.

    Where paragraphs cannot be parted and joined as they stand, their words move instead.

    Raises:
        Unplaced: when the file cannot be made to read so.
    """
    for apart in (False, True):
        try:
            result, read = again(spliced(source, changed(blocks, now, dialect, apart=apart), seam))
        except (Unplaced, FormatError):
            continue
        if reads_as(read, now):
            return result
    raise Unplaced


def changed(
    blocks: Sequence[Block], now: Sequence[Paragraph], dialect: Dialect, *, apart: bool = False
) -> list[Splice]:
    """The splices that make the paragraphs ``now`` of the blocks, to which these are tied by their number. ``apart``:
    no paragraph is parted or joined.

    Raises:
        Unplaced: when one of them has no place.
    """
    found: list[Splice] = []
    gone: list[int] = []
    for each in groups(blocks, now):
        group = each.apart() if apart else each
        if group.kept:
            group, made = _rewritten(blocks, group, dialect)
            found += made
        after = group.kept[-1] if group.kept else group.after
        found += (dialect.insertion(after, paragraph) for paragraph in group.new)
        gone += group.gone
    kept = _points([block for number, block in enumerate(blocks) if number not in gone])
    for number in gone:
        wanted = _points(now) - kept
        own = _points([blocks[number]])
        found += dialect.removal(number, emptied=bool(wanted & own))
        kept += own & wanted
    return found


def _rewritten(blocks: Sequence[Block], group: Group, dialect: Dialect) -> tuple[Group, list[Splice]]:
    """What a group of blocks becomes, as closely to the source as it can be had, and what is left of the group."""
    for tried in (group, group.apart()):
        if len(tried.kept) == len(tried.texts) == 1 and not differs(blocks[tried.kept[0]], tried.texts[0]):
            return tried, []
        try:
            return tried, list(_Rewriting(blocks, tried, dialect).splices())
        except Unplaced:
            continue
    group = group.apart()
    number, text = group.kept[0], group.texts[0]
    return group, [*dialect.removal(number, emptied=False), dialect.insertion(number, text)]


def spliced(source: str, splices: Sequence[Splice], seam: Seam | None = None) -> str:
    """The source with the splices made; those at one place follow one another as they were found. ``seam``: as
    :func:`saved` has it.

    Raises:
        Unplaced: when two of them overlap.
    """
    parts: list[str] = []
    place = 0
    for each in sorted(splices, key=lambda one: (one.start, one.end)):
        if each.start < place:
            if each.end <= place and not each.text:
                continue
            raise Unplaced
        parts += (source[place : each.start], each.text)
        place = each.end
    parts = [each for each in (*parts, source[place:]) if each]
    if seam is not None:
        parts = [each + seam(each[-_LONGEST_WORD:], next_one[:1]) for each, next_one in pairwise(parts)] + parts[-1:]
    return "".join(parts)


def reads_as(saved: Sequence[Block], wanted: Sequence[Paragraph]) -> bool:
    """Whether a file reads as the author's text: words, looks, links; and no note or picture is lost.

    White space counts for no more than it does on a page, and neither do empty paragraphs.
    """
    one = [each for each in saved if each.text and not each.text.isspace()]
    other = [each for each in wanted if each.text and not each.text.isspace()]
    if len(one) != len(other) or _points(saved) != _points(wanted):
        return False
    return all((a.text, a.marks) == (b.text, b.marks) or _told(a) == _told(b) for a, b in zip(one, other, strict=True))


def stretches(text: str, looks: Sequence[Looks], start: int, end: int) -> Iterator[tuple[str, Looks]]:
    """The characters ``start``–``end`` in stretches of one look."""
    for wanted, group in groupby(range(start, end), key=lambda at: looks[at]):
        found = list(group)
        yield text[found[0] : found[-1] + 1], wanted


class _Rewriting:
    """A group of blocks that become other paragraphs, word by word."""

    def __init__(self, blocks: Sequence[Block], group: Group, dialect: Dialect) -> None:
        self._blocks, self._group, self._dialect = blocks, group, dialect
        self._units = list(units_of(blocks, group.kept))
        self._text = BREAK.join(each.text for each in group.texts)
        self._looks = looks_of(group.texts)

    def splices(self) -> Iterator[Splice]:
        """From the first letter to the last."""
        if "".join(each.text for each in self._units) != BREAK.join(self._blocks[at].text for at in self._group.kept):
            raise Unplaced
        for segment in segments(self._units, self._text):
            yield from self._kept(segment) if segment.kept else self._put(segment)

    def _kept(self, segment: Segment) -> Iterator[Splice]:
        """Letters that stay, in other looks where these were changed."""
        place, run = segment.start, [-1, -1]
        now: tuple[Looks, Looks] = (PLAIN, PLAIN)
        for unit in self._units[segment.first : segment.last]:
            looks = (unit.looks, self._looks[place] if not unit.parts else unit.looks)
            place += len(unit.text)
            if unit.start == run[1] and looks == now:
                run[1] = unit.end
                continue
            yield from self._relooked((run[0], run[1]), *now)
            run, now = [unit.start, unit.end], looks
        yield from self._relooked((run[0], run[1]), *now)

    def _relooked(self, run: Where, context: Looks, wanted: Looks) -> Sequence[Splice]:
        if run[0] < 0 or context == wanted:
            return ()
        return self._dialect.wrap(run, context, wanted)

    def _put(self, segment: Segment) -> Iterator[Splice]:
        """Letters that give way to others. What is new stands where the first of them stood."""
        going = self._units[segment.first : segment.last]
        letters = [each for each in going if not each.parts]
        if any(not each.placed for each in letters):
            raise Unplaced
        first = letters[0] if letters else None
        if segment.start < segment.end:
            place, end, context = (first.start, first.end, first.looks) if first else self._gap(segment)
            yield Splice(place, end, self._new(segment, place, context))
            letters = letters[1:]
        yield from (Splice(each.start, each.end) for each in letters)
        for each in going:
            if each.parts:
                yield from self._dialect.joining(each.block)

    def _new(self, segment: Segment, place: int, context: Looks) -> str:
        parts: list[str] = []
        for text, wanted in stretches(self._text, self._looks, segment.start, segment.end):
            for number, words in enumerate(text.split(BREAK)):
                if number:
                    parts.append(self._dialect.parting(self._block(segment.first), place))
                parts.append(self._dialect.words(words, context, wanted) if words else "")
        return "".join(parts)

    def _block(self, unit: int) -> int:
        """The number of the block in which a unit begins."""
        return self._units[unit - 1].block if unit else self._group.kept[0]

    def _gap(self, segment: Segment) -> tuple[int, int, Looks]:
        """Where words are put in between two letters: as the one before, but not in a link or before a note that they
        do not belong to.
        """
        wanted = next((each for each in self._looks[segment.start : segment.end]), PLAIN)
        left = self._letter(segment.first - 1)
        right = self._letter(segment.last)
        points = self._points_before(segment)
        trace = self._blocks[self._block(segment.first)].trace
        if points and not right:
            place, context = self._dialect.outside(points[-1], PLAIN, wanted, before=False)
        elif right and (points or not left or (left.looks != wanted == right.looks)):
            place, context = self._dialect.outside(right.start, right.looks, wanted, before=True)
        elif left:
            place, context = self._dialect.outside(left.end, left.looks, wanted, before=False)
        elif trace is None or trace.spot[0] < 0:
            raise Unplaced
        elif trace.spot[0] < trace.spot[1]:
            return (*trace.spot, seen(trace.looks))
        else:
            place, context = self._dialect.outside(trace.spot[0], seen(trace.looks), wanted, before=False)
        return place, place, context

    def _letter(self, at: int) -> Unit | None:
        """A unit, if it is a letter with a place."""
        unit = self._units[at] if 0 <= at < len(self._units) else None
        return unit if unit and not unit.parts and unit.placed else None

    def _points_before(self, segment: Segment) -> list[int]:
        """Where the notes and pictures end that stand at a gap, and before what is put in there."""
        number = self._block(segment.first)
        trace = self._blocks[number].trace
        behind = [each for each in self._units[: segment.first] if each.block == number and not each.parts]
        offset = sum(len(each.text) for each in behind)
        base = segment.start - self._text.rfind(BREAK, 0, segment.start) - 1
        at = self._text.count(BREAK, 0, segment.start)
        now = {_name(mark) for mark in self._group.texts[at].marks if mark.is_point and mark.start <= base}
        return [where[1] for mark, where in (trace.points if trace else ()) if mark.start == offset
                and where[0] >= 0 and _name(mark) in now]  # fmt: skip


def _name(mark: Mark) -> tuple[MarkKind, str]:
    return mark.kind, mark.value


def _told(block: Block | Paragraph) -> tuple[str, list[Looks]]:
    letters = looks_of([Paragraph(0, block.text, block.text, marks=block.marks)])
    shown = [looks for char, looks in zip(block.text, letters, strict=True) if not char.isspace()]
    return " ".join(block.text.split()), shown


def _points(blocks: Sequence[Block] | Sequence[Paragraph]) -> Counter[tuple[MarkKind, str]]:
    kinds = (MarkKind.NOTE, MarkKind.IMAGE, MarkKind.OBJECT)
    return Counter(_name(mark) for each in blocks for mark in each.marks if mark.kind in kinds)
