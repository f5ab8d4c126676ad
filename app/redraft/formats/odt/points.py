# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands between two characters — notes, pictures, objects — goes where its mark has gone."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from redraft.formats.odt.editing import content, pieces_of, set_slot, take_out
from redraft.formats.odt.names import q
from redraft.formats.odt.reader import point_of
from redraft.formats.odt.styles import Styles
from redraft.formats.odt.walk import Pieces, Place, Slot
from redraft.manuscript.marks import Mark, MarkKind

Name = tuple[MarkKind, str, str]
"""A point's kind, value and key."""

MILESTONES = frozenset(map(q, (
    "text:change", "text:change-start", "text:change-end", "text:bookmark-start", "text:bookmark-end",
    "text:reference-mark-start", "text:reference-mark-end", "office:annotation-end",
)))  # fmt: skip
"""Elements whose partner may stand in another paragraph: they outlive the paragraph that they stand in."""


class Pool:
    """The points of paragraphs that lost them, until another paragraph wants them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._held: dict[Name, list[etree._Element]] = {}

    def drop(self, place: Place, marks: Sequence[Mark]) -> None:
        """Take out of a paragraph the points that are not among its marks any more."""
        wanted = [_name(each) for each in marks if each.is_point]
        for name, element in self._points(place):
            if name in wanted:
                wanted.remove(name)
                continue
            take_out(element)
            self._held.setdefault(name, []).append(element)

    def settle(self, place: Place, marks: Sequence[Mark]) -> None:
        """Put into a paragraph the points that its marks have and it has not."""
        present = [name for name, _ in self._points(place)]
        for mark in marks:
            name = _name(mark)
            if name in present:
                present.remove(name)
            elif mark.is_point and self._held.get(name):
                put(self._held[name].pop(0), place, self._styles, mark.start)

    def _points(self, place: Place) -> list[tuple[Name, etree._Element]]:
        others = Pieces(self._styles).read(place).others
        return [(point, element) for _, element in others if (point := point_of(element)) is not None]


def milestones(place: Place, styles: Styles) -> list[etree._Element]:
    """The milestones of a paragraph."""
    return [each for _, each in Pieces(styles).read(place).others if each.tag in MILESTONES]


def _name(mark: Mark) -> Name:
    return mark.kind, mark.value, mark.key


def put(element: etree._Element, place: Place, styles: Styles, offset: int) -> None:
    """Put an element behind the character before ``offset``."""
    at = 0
    for piece in pieces_of(place, styles):
        end = at + len(piece.text)
        if offset <= end and (offset > at or offset == 0):
            if piece.slot is Slot.WHOLE:
                set_slot(piece.node, Slot.TAIL, "", [element], piece.node.tail or "")
                return
            held, cut = content(piece.node, piece.slot), piece.start + offset - at
            set_slot(piece.node, piece.slot, held[:cut], [element], held[cut:])
            return
        at = end
    place.element.append(element)
