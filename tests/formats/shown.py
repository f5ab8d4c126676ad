# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read, written so that a test can say it in a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Shape, ShapeKind

_BRACKETS = {
    MarkKind.ITALIC: "i", MarkKind.BOLD: "b", MarkKind.UNDERLINE: "u", MarkKind.STRIKE: "s", MarkKind.SMALL_CAPS: "c",
    MarkKind.SUPERSCRIPT: "^", MarkKind.SUBSCRIPT: "_", MarkKind.LINK: "a", MarkKind.INSERTED: "+", MarkKind.COMMENT: "#",
    MarkKind.LANGUAGE: "l",
}  # fmt: skip


class Shown(Protocol):
    """A block or a paragraph."""

    @property
    def text(self) -> str: ...
    @property
    def marks(self) -> tuple[Mark, ...]: ...
    @property
    def shape(self) -> Shape: ...


def marked(block: Shown) -> str:
    """The text with its marks: "he [i:never] said", a point as "{note:its text}"."""
    signs: list[tuple[int, int, int, str]] = []
    for mark in block.marks:
        if mark.is_point:
            signs.append((mark.start, 1, 0, f"{{{mark.kind.value}:{mark.value}}}"))
        else:
            signs.append((mark.start, 2, -mark.end, f"[{_BRACKETS[mark.kind]}:"))
            signs.append((mark.end, 0, -mark.start, "]"))
    text = block.text
    for place, _, _, sign in sorted(signs, reverse=True):
        text = text[:place] + sign + text[place:]
    return text.replace("\u2028", "⏎")


def lines(blocks: Iterable[Shown]) -> list[str]:
    """A line a block: its shape where it is no body text, then the marked text."""
    return [_prefix(each.shape) + marked(each) for each in blocks]


def _prefix(shape: Shape) -> str:
    signs = {ShapeKind.HEADING: "#" * shape.level, ShapeKind.QUOTE: ">", ShapeKind.CELL: "|", ShapeKind.MARK: "~",
             ShapeKind.ITEM: "  " * shape.level + ("1." if shape.numbered else "-"), ShapeKind.TITLE: "=",
             ShapeKind.VERSE: "%"}  # fmt: skip
    sign = signs.get(shape.kind, "") + (f"<{shape.align.value}>" if shape.align else "")
    return sign + " " if sign else ""
