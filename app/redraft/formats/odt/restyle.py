# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives characters the looks that their marks say, where the document gives them others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from redraft.formats.odt.editing import content, pieces_of, set_slot
from redraft.formats.odt.names import DECLARED, q
from redraft.formats.odt.reader import Tree
from redraft.formats.odt.walk import Piece, Place, Slot
from redraft.formats.odt.writer import PROPERTIES, RAISED, possible
from redraft.manuscript.marks import LOOKS, Mark, MarkKind

Change = tuple[frozenset[MarkKind], frozenset[MarkKind]]
"""The looks to set, and those to take away."""


class Restyler:
    """Makes automatic styles for changed looks; one for each change, in use for the whole document."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._made: dict[Change, str] = {}
        self._names = {each.get(q("style:name")) for each in tree.root.iter(q("style:style"))}

    def restyle(self, place: Place, marks: Sequence[Mark]) -> None:
        """Wrap the stretches of a paragraph that look otherwise than its marks say."""
        wanted = [each for each in marks if each.kind in LOOKS and not each.is_point]
        at = 0
        due: list[tuple[Piece, list[tuple[int, int, Change]]]] = []
        for piece in pieces_of(place, self._tree.styles):
            if piece.slot is not Slot.WHOLE:
                due.append((piece, list(_differing(piece, at, wanted))))
            at += len(piece.text)
        for piece, stretches in reversed(due):
            for start, end, change in reversed(stretches):
                self._wrap(piece, start, end, change)

    def _wrap(self, piece: Piece, start: int, end: int, change: Change) -> None:
        span = etree.Element(q("text:span"))
        span.set(q("text:style-name"), self._style(change))
        held = content(piece.node, piece.slot)
        span.text = held[piece.start + start : piece.start + end]
        set_slot(piece.node, piece.slot, held[: piece.start + start], [span], held[piece.start + end :])

    def _style(self, change: Change) -> str:
        if change not in self._made:
            number = len(self._made) + 1
            while f"Redraft{number}" in self._names:
                number += 1
            name = f"Redraft{number}"
            self._names.add(name)
            self._made[change] = name
            self._add(name, change)
        return self._made[change]

    def _add(self, name: str, change: Change) -> None:
        on, off = possible(change[0]), change[1]
        off -= RAISED if on & RAISED else frozenset()
        pairs = [PROPERTIES[each][0] for each in sorted(on)] + [PROPERTIES[each][1] for each in sorted(off)]
        properties = " ".join(dict.fromkeys(pairs))
        style = etree.fromstring(
            f'<style:style {DECLARED} style:name="{name}" style:family="text"><style:text-properties {properties}/>'
            "</style:style>"
        )
        self._automatic().append(style)
        etree.cleanup_namespaces(style)
        self._tree.styles.add(style, automatic=True)

    def _automatic(self) -> etree._Element:
        """The automatic styles of the content; made where there are none."""
        root = self._tree.root
        found = root.find(q("office:automatic-styles"))
        if found is None:
            found = etree.Element(q("office:automatic-styles"))
            body = root.find(q("office:body"))
            root.insert(root.index(body) if body is not None else len(root), found)
        return found


def _differing(piece: Piece, at: int, wanted: Sequence[Mark]) -> Iterator[tuple[int, int, Change]]:
    """The stretches of a piece that begins at ``at`` whose looks are not those wanted, and what changes them."""
    has = frozenset(kind for kind, _, _ in piece.looks if kind in LOOKS)
    size = len(piece.text)
    places = {place - at for each in wanted for place in (each.start, each.end)}
    for start, end in pairwise(sorted({0, size, *(each for each in places if 0 < each < size)})):
        wants = frozenset(each.kind for each in wanted if each.start <= at + start < each.end)
        if wants != has:
            yield start, end, (wants - has, has - wants)
