# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph is by its style, its own properties, and where it stands."""

from __future__ import annotations

from redraft.formats.docx.blocks import Block
from redraft.formats.docx.names import Element, child, value
from redraft.formats.docx.styles import ALIGNS, Styles
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import BODY, Shape, ShapeKind

_LONGEST_HEADING = 200


class Shaper:
    """Gives shapes. ``counted``: the lists and levels that are numbered."""

    def __init__(self, styles: Styles, counted: frozenset[tuple[str, int]]) -> None:
        self._styles, self._counted = styles, counted

    def shape(self, block: Block) -> Shape:
        """The shape of a paragraph."""
        properties = child(block.shaped_by, "pPr")
        style = self._styles.style(value(child(properties, "pStyle")) or self._styles.paragraph_default)
        kind, level, align = style.kind, style.level, style.align
        list_id, list_level = style.list_id, style.list_level
        if properties is not None:
            align = ALIGNS.get(value(child(properties, "jc")) or "", align)
            outline = value(child(properties, "outlineLvl"))
            if outline and outline.isdecimal() and int(outline) < 9 and len(block.text) <= _LONGEST_HEADING:
                kind, level = ShapeKind.HEADING, int(outline) + 1
            numbering = child(properties, "numPr")
            if numbering is not None:
                list_id = value(child(numbering, "numId")) or list_id
                depth = value(child(numbering, "ilvl"))
                list_level = int(depth) if depth and depth.isdecimal() else list_level
        if not block.text.strip() and _is_rule(block, properties):
            return Shape(ShapeKind.MARK, 0, align)
        if kind is ShapeKind.HEADING:
            return Shape(kind, level, align)
        if block.in_cell:
            return Shape(ShapeKind.CELL, 0, align)
        if kind is ShapeKind.BODY and list_id not in (None, "0"):
            return Shape(ShapeKind.ITEM, list_level, align, (list_id, list_level) in self._counted)
        made = Shape(kind, 0, align)
        return BODY if made == BODY else made


def _is_rule(block: Block, properties: Element | None) -> bool:
    """Whether an empty paragraph is a line across the page."""
    if any(each.point is MarkKind.OBJECT and each.value == "rule" for each in block.pieces):
        return True
    border = child(properties, "pBdr")
    return child(border, "bottom") is not None or child(border, "top") is not None
