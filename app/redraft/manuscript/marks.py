# SPDX-License-Identifier: GPL-3.0-or-later
"""Formatting as marks on stretches of a paragraph's text, carried through every edit.

What is typed takes the looks of the character before it, what replaces words takes those of the first word replaced,
as in every word processor. A mark without length stands between two characters (a footnote's figure, a picture, what
was deleted with changes tracked) and is never lost by an edit around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redraft.text.edits import Edit


class MarkKind(StrEnum):
    """What a mark says of its stretch."""

    ITALIC = "italic"
    BOLD = "bold"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SMALL_CAPS = "small-caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LANGUAGE = "language"
    LINK = "link"
    COMMENT = "comment"
    INSERTED = "inserted"
    DELETED = "deleted"
    NOTE = "note"
    IMAGE = "image"
    OBJECT = "object"


LOOKS = frozenset({
    MarkKind.ITALIC, MarkKind.BOLD, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SMALL_CAPS, MarkKind.SUPERSCRIPT,
    MarkKind.SUBSCRIPT,
})  # fmt: skip
"""How letters look. These the author can set and take away; typing goes on in them."""

_GROWS = LOOKS | {MarkKind.LANGUAGE}
CLOSING = frozenset(".,;:!?…—–)]}”’\"'")
"""Signs that belong to the word before them: typed behind a footnote’s figure, they go before it."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """The characters ``start``–``end`` (code points of the paragraph's text) are ``kind``.

    ``value``: of a link its address, of a language its tag ("en-GB"), of a footnote its text, of an image or object a
    description, of inserted text who and when, of deleted text the text itself. ``key``: the file's own name of the
    thing, where it has one (a comment, a footnote).
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""
    key: str = ""

    @property
    def is_point(self) -> bool:
        """Whether it stands between two characters."""
        return self.start == self.end

    def shifted(self, by: int) -> Mark:
        """The same mark ``by`` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def through(mark: Mark, edit: Edit, text: str) -> Mark | None:
    """The mark after ``edit`` of ``text``; None when all that it marked is gone. Comments stay, as a point."""
    if mark.is_point:
        place = _point(mark.start, edit)
        return mark if place == mark.start else replace(mark, start=place, end=place)
    start, end = _start(mark, edit, text), _end(mark, edit)
    if start < end:
        return mark if (start, end) == (mark.start, mark.end) else replace(mark, start=start, end=end)
    if mark.kind is MarkKind.COMMENT:
        place = edit.span.start + len(edit.replacement)
        return replace(mark, start=place, end=place)
    return None


def mapped(marks: Iterable[Mark], edits: Sequence[Edit], text: str) -> tuple[Mark, ...]:
    """The marks of ``text`` after several edits, all given in places of the original text, not touching one another."""
    kept = list(marks)
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        kept = [found for each in kept if (found := through(each, edit, text)) is not None]
    return tidy(kept)


def tidy(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order; looks that meet or overlap become one."""
    result: list[Mark] = []
    last: dict[tuple[MarkKind, str, str], int] = {}
    for mark in sorted(marks):
        name = (mark.kind, mark.value, mark.key)
        at = last.get(name)
        if at is not None and not mark.is_point and not result[at].is_point and mark.start <= result[at].end:
            result[at] = replace(result[at], end=max(result[at].end, mark.end))
            continue
        last[name] = len(result)
        result.append(mark)
    return tuple(result)


def within(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks of the piece ``start``–``end`` of a text, counted from its start; a point at ``start`` belongs to it
    only where ``start`` is 0 or the character before it is not shown (a paragraph's end).
    """
    found: list[Mark] = []
    for mark in marks:
        if mark.is_point:
            if start <= mark.start <= end:
                found.append(mark.shifted(-start))
        elif mark.start < end and start < mark.end:
            found.append(replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start))
    return tuple(found)


def toggled(marks: Sequence[Mark], start: int, end: int, kind: MarkKind, on: bool) -> tuple[Mark, ...]:
    """The marks with the look ``kind`` set on, or taken from, the characters ``start``–``end``."""
    kept = [each for each in marks if each.kind is not kind]
    for mark in marks:
        if mark.kind is not kind:
            continue
        kept.extend(replace(mark, start=a, end=b) for a, b in (
            (mark.start, min(mark.end, start)), (max(mark.start, end), mark.end)) if a < b)
    if on and start < end:
        kept.append(Mark(start, end, kind))
    return tidy(kept)


def covers(marks: Iterable[Mark], start: int, end: int, kind: MarkKind) -> bool:
    """Whether every character from ``start`` to ``end`` has the look ``kind``."""
    return any(each.kind is kind and each.start <= start and end <= each.end for each in tidy(marks))


def _point(place: int, edit: Edit) -> int:
    """Where a point goes: it stays behind the character before it, but closing punctuation goes before it."""
    start, end, new = edit.span.start, edit.span.end, edit.replacement
    if start == end == place:
        return place + len(new) if new[:1] in CLOSING else place
    if place <= start:
        return place
    return place + edit.growth if place >= end else start + len(new)


def _start(mark: Mark, edit: Edit, text: str) -> int:
    start, end = edit.span.start, edit.span.end
    if mark.start < start:
        return mark.start
    if start == end == mark.start and mark.kind in _GROWS and (not start or text[start - 1] == "\n"):
        return mark.start
    if mark.start >= end:
        return mark.start + edit.growth
    return start if mark.start == start else start + len(edit.replacement)


def _end(mark: Mark, edit: Edit) -> int:
    start, end = edit.span.start, edit.span.end
    if mark.end == start == end:
        return mark.end + (len(edit.replacement) if mark.kind in _GROWS else 0)
    if mark.end <= start:
        return mark.end
    if mark.end >= end:
        return mark.end + edit.growth
    return start + len(edit.replacement) if mark.start <= start else start
