# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph is by its formatting: body, heading, block quotation, verse, list item, table cell, scene mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ShapeKind(StrEnum):
    """The part that a document's formatting gives to a paragraph. ``TITLE``: of the whole story."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    QUOTE = "quote"
    VERSE = "verse"
    ITEM = "list item"
    CELL = "table cell"
    MARK = "scene mark"


class Align(StrEnum):
    """How lines stand between the margins; ``NONE``: as the style of the document has it."""

    NONE = ""
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Shape:
    """``level``: of a heading from 1, of a list item or quotation the depth from 0. ``numbered``: a list item that
    counts (otherwise it has a bullet).
    """

    kind: ShapeKind = ShapeKind.BODY
    level: int = 0
    align: Align = Align.NONE
    numbered: bool = False


BODY = Shape()
