# SPDX-License-Identifier: GPL-3.0-or-later
"""Curly quotes made straight, and a paragraph as it is read: without its markup, with the way back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from redraft.text.edits import Edit, apply_all
from redraft.text.markup import Mark, marks
from redraft.text.span import Span
from redraft.text.words import pieces_of

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‚": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‟": '"'})


def straighten(text: str) -> str:
    """The text with straight quotes and apostrophes; every offset stays what it was."""
    return text if text.isascii() else text.translate(_STRAIGHT)


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as it is read. ``pieces`` ties it to the paragraph as written: at each pair (read, written) and
    from there on, a read offset plus (written - read) is the written one. All in code points.
    """

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    @property
    def plain(self) -> bool:
        """Whether nothing was left out: both texts are the same."""
        return self.pieces == ((0, 0),)

    def to_source(self, start: int, end: int) -> Span:
        """Where the read characters ``start``–``end`` are written: marks at either end stay outside."""
        if self.plain:
            return Span(start, end)
        first = self._written(start)
        return Span(first, self._written(end - 1) + 1 if end > start else first)

    def to_reading(self, start: int, end: int) -> Span:
        """Where the written characters ``start``–``end`` are read; markup among them counts nothing."""
        return Span(start, end) if self.plain else Span(self._read(start), self._read(end))

    def rewritten(self, written: str, start: int, end: int, suggestion: str) -> tuple[Span, str]:
        """What to replace in the ``written`` paragraph, and by what, to read ``suggestion`` in place of start–end.

        Markup inside the place stays round the words that it marks.
        """
        place = self.to_source(start, end)
        if self.plain or len(place) == end - start:
            return place, suggestion
        return place, apply_all(place.of(written), self._word_edits(start, end, suggestion, place.start))

    def _word_edits(self, start: int, end: int, suggestion: str, base: int) -> list[Edit]:
        old, new = pieces_of(self.text[start:end]), pieces_of(suggestion)
        starts = [start]
        for piece in old:
            starts.append(starts[-1] + len(piece))
        edits: list[Edit] = []
        for _, first, last, new_first, new_last in _changed(old, new):
            replacement = "".join(new[new_first:new_last])
            if first < last or starts[first] == start:
                span = self.to_source(starts[first], starts[last])
            else:
                span = self.to_source(starts[first] - 1, starts[first])
                span = Span(span.end, span.end)
            edits.extend(_around_marks(self, span.shifted(-base), base, replacement))
        return edits

    def _written(self, offset: int) -> int:
        read, written = self.pieces[bisect_right(self.pieces, (offset, _FAR)) - 1]
        return written + offset - read

    def _read(self, offset: int) -> int:
        best = 0
        for index, (read, written) in enumerate(self.pieces):
            if written > offset:
                break
            limit = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.text)
            best = min(read + offset - written, limit)
        return best


_FAR = 1 << 60


def _changed(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    return [each for each in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if each[0] != "equal"]


def _around_marks(reading: Reading, span: Span, base: int, replacement: str) -> list[Edit]:
    """One edit for ``span``, cut where markup lies in it: the words give way, the marks stay."""
    cuts = [written - base for _, written in reading.pieces if span.start < written - base < span.end]
    if not cuts:
        return [Edit(span, replacement)]
    edits: list[Edit] = []
    start = span.start
    for cut in [*cuts, span.end]:
        last = reading.to_reading(start + base, cut + base)
        length = len(last)
        edits.append(Edit(Span(start, start + length), replacement))
        replacement = ""
        start = cut
    return edits


def read_markup(text: str) -> Reading:
    """The paragraph as it is read: without Markdown emphasis, heading hashes, HTML and BBCode tags, escapes."""
    found = marks(text)
    if not found:
        return Reading(text)
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    place = read = 0
    for mark in found:
        if mark.span.start > place:
            parts.append(text[place : mark.span.start])
            pieces.append((read, place))
            read += mark.span.start - place
        place = mark.span.end
    if place < len(text) or not pieces:
        parts.append(text[place:])
        pieces.append((read, place))
    return Reading("".join(parts), tuple(pieces))


class Look(StrEnum):
    """How a stretch is set; ``MARK`` is the markup itself, shown faintly."""

    ITALIC = "italic"
    BOLD = "bold"
    STRONG_ITALIC = "strong-italic"
    MARK = "mark"


class Emphasis(NamedTuple):
    """A stretch of a paragraph as written, and how it looks."""

    span: Span
    kind: Look


def emphasis(text: str) -> list[Emphasis]:
    """The emphasised stretches of ``text`` and the marks round them, in order, none overlapping."""
    result: list[Emphasis] = []
    place = italic = bold = 0
    for mark in marks(text):
        _append(result, Span(place, mark.span.start), italic, bold)
        result.append(Emphasis(mark.span, Look.MARK))
        italic, bold = italic + _turn(mark, "italic"), bold + _turn(mark, "bold")
        place = mark.span.end
    _append(result, Span(place, len(text)), italic, bold)
    return result


def _turn(mark: Mark, kind: str) -> int:
    return mark.turn if mark.kind == kind else 0


def _append(result: list[Emphasis], span: Span, italic: int, bold: int) -> None:
    if len(span) and (italic > 0 or bold > 0):
        both = italic > 0 and bold > 0
        result.append(Emphasis(span, Look.STRONG_ITALIC if both else Look.ITALIC if italic > 0 else Look.BOLD))
