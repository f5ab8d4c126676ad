# SPDX-License-Identifier: GPL-3.0-or-later
"""How each paragraph is set: first-line indent, headings, scene marks, front matter. Knows no Qt.

The first paragraph of a scene has no indent, as in printed books; an inferred scene break is not shown on the page.
Block quotations, verse and lists of documents with formatting are set in; their bullets and numbers are no letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Break, Kind, Outline
from redraft.manuscript.shape import BODY as SHAPELESS
from redraft.manuscript.shape import Align, Shape, ShapeKind
from redraft.ui.editor.dressing import points_behind

_HASHES = re.compile(r"\s{0,3}(#{1,6})\s")


class Role(Enum):
    """What a paragraph is on the page."""

    BODY = "body"
    HEADING = "heading"
    MARK = "mark"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Look:
    """``indent``: its first line is indented. ``above``: space before it, in lines of text. ``level``: of a heading.

    ``left`` and ``right``: how far it is set in, in ems; ``bullet``: what stands before it; ``lead``: room for signs
    that stand before its first letter, in ems.
    """

    role: Role = Role.BODY
    indent: bool = True
    above: float = 0.0
    level: int = 0
    left: float = 0.0
    right: float = 0.0
    align: Align = Align.NONE
    bullet: str = ""
    lead: float = 0.0


BODY = Look()
SPACED = Look(indent=False, above=0.6)
_HEADINGS = {
    level: Look(Role.HEADING, indent=False, above=1.6 if level < 2 else 1.2, level=level) for level in (1, 2, 3)
}  # fmt: skip
_MARK = Look(Role.MARK, indent=False, above=0.6)
_AFTER_MARK = Look(indent=False, above=0.6)
_AFTER_HEADING = Look(indent=False, above=0.5)
_BREAK = Look(indent=False, above=1.4)
_ASIDE = 0.4
_QUIET = Look(Role.QUIET, indent=False, above=0.25)


def looks(paragraphs: Sequence[Paragraph], outline: Outline, *, spaced: bool) -> list[Look]:
    """The look of each paragraph; with an outline of another length all look like the body."""
    body = SPACED if spaced else BODY
    if len(outline.kinds) != len(paragraphs):
        return [body] * len(paragraphs)
    breaks = {each.first: each.break_ for each in outline.scenes}
    counted: dict[int, int] = {}
    result: list[Look] = []
    before: Look | None = None
    for index, (paragraph, kind) in enumerate(zip(paragraphs, outline.kinds, strict=True)):
        look = _look(paragraph, kind, breaks.get(index), before, body)
        number = _number(paragraph.shape, counted)
        if paragraph.shape != SHAPELESS:
            look = shaped(look, paragraph.shape, number)
        if _set_in(paragraphs, index) != _set_in(paragraphs, index - 1) and look.role is Role.BODY and not look.above:
            look = replace(look, above=_ASIDE)
        if paragraph.marks and (lead := _lead(paragraph)):
            look = replace(look, lead=lead)
        result.append(look)
        if kind is not Kind.EMPTY:
            before = look
    return result


def shaped(look: Look, shape: Shape, number: int = 0) -> Look:
    """The look of a paragraph that its document shapes so; ``number`` of an item that counts."""
    kind = shape.kind
    if kind in (ShapeKind.TITLE, ShapeKind.HEADING):
        level = 1 if kind is ShapeKind.TITLE else max(1, min(shape.level, 3))
        centre = Align.CENTRE if kind is ShapeKind.TITLE and shape.align is Align.NONE else shape.align
        return replace(_HEADINGS[level], align=centre)
    if look.role is Role.MARK or kind is ShapeKind.MARK:
        return _MARK
    if kind is ShapeKind.QUOTE:
        return replace(look, indent=False, left=2.0 * (shape.level + 1), right=2.0, align=shape.align)
    if kind is ShapeKind.VERSE:
        return replace(look, indent=False, left=2.5, align=shape.align)
    if kind is ShapeKind.ITEM:
        bullet = f"{number}." if shape.numbered else "–" if shape.level % 2 else "•"
        return replace(look, indent=False, left=1.8 * (shape.level + 1), align=shape.align, bullet=bullet)
    set_apart = kind is ShapeKind.CELL or shape.align in (Align.CENTRE, Align.RIGHT)
    return replace(look, indent=look.indent and not set_apart, align=shape.align)


def _set_in(paragraphs: Sequence[Paragraph], index: int) -> ShapeKind | None:
    """The kind of block (quotation, verse, list) that a paragraph is part of; None for the story itself."""
    kind = paragraphs[index].shape.kind if index >= 0 else ShapeKind.BODY
    return kind if kind in (ShapeKind.QUOTE, ShapeKind.VERSE, ShapeKind.ITEM) else None


def _number(shape: Shape, counted: dict[int, int]) -> int:
    """The number of a list's item; ``counted`` holds those before it by level, and is kept up."""
    if shape.kind is not ShapeKind.ITEM:
        counted.clear()
        return 0
    for deeper in [each for each in counted if each > shape.level]:
        del counted[deeper]
    counted[shape.level] = counted.get(shape.level, 0) + 1 if shape.numbered else 0
    return counted[shape.level]


def _lead(paragraph: Paragraph) -> float:
    """Room for the signs before the first letter: about as wide as their words."""
    points = points_behind(paragraph.marks).get(0, ())
    lengths = (len(each.value) if each.kind is MarkKind.DELETED else 8 for each in points)
    return round(sum(min(length, 28) * 0.45 + 0.8 for length in lengths), 1)


def _look(paragraph: Paragraph, kind: Kind, opened: Break | None, before: Look | None, body: Look) -> Look:
    hashes = _HASHES.match(paragraph.text)
    if kind is Kind.HEADING or (kind is Kind.FRONT and hashes):
        return _HEADINGS[min(len(hashes[1]), 2) if hashes else 1]
    if kind is Kind.MARK:
        return _MARK
    if kind in (Kind.FRONT, Kind.NOTE):
        return _QUIET
    if before is None:
        return Look(indent=False)
    if before.role is Role.MARK:
        return _AFTER_MARK
    if before.role is Role.HEADING:
        return _AFTER_HEADING
    if opened is Break.BLANK or before.role is Role.QUIET:
        return _BREAK
    return body
