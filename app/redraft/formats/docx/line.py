# SPDX-License-Identifier: GPL-3.0-or-later
"""One paragraph while it is being changed: where each character of its text stands in the XML.

Changes are made from its end to its start: what stands left of a change is as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redraft.formats.docx.names import Element, child, kind, twin
from redraft.formats.docx.runs import SHELLS, cut, depth, holder, new_run, properties_of_run, split, swap
from redraft.formats.docx.walk import Piece
from redraft.manuscript.marks import CLOSING, MarkKind

_STANDS = (MarkKind.NOTE, MarkKind.IMAGE, MarkKind.OBJECT)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where new text goes: into ``piece`` at ``offset``, or as a new run behind or before ``beside``.

    ``look`` is the piece whose looks it takes.
    """

    piece: Piece | None = None
    offset: int = 0
    beside: Element | None = None
    before: bool = False
    look: Piece | None = None


class Line:
    """A paragraph's elements and pieces. ``pattern``: run properties for text in an empty paragraph. ``joined``: the
    first of the elements that came from the paragraph behind it, when the two were joined.
    """

    def __init__(self, elements: list[Element], pieces: list[Piece], pattern: Element | None = None) -> None:
        self.elements = elements
        self.pattern = pattern
        self.joined: Element | None = None
        self._home = elements[-1]
        self._pieces: list[tuple[int, Piece]] = []
        self.length = 0
        for each in pieces:
            self._pieces.append((self.length, each))
            self.length += len(each.text)

    @property
    def last(self) -> Element:
        """The ``w:p`` whose end is the paragraph's."""
        return self.elements[-1]

    @property
    def final(self) -> Piece | None:
        """The last piece that shows something."""
        return next((piece for _, piece in reversed(self._pieces) if piece.text), None)

    def covered(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """The pieces that show the characters ``start``–``end``, last first, each with the stretch of its own text."""
        for base, piece in reversed(self._pieces):
            if piece.text and base < end and start < base + len(piece.text):
                yield piece, max(start - base, 0), min(end - base, len(piece.text))

    def spot(self, place: int, text: str) -> Spot:
        """Where ``text`` typed at ``place`` belongs: with the character before it, but not into a link or field that
        ends there, and behind a footnote's figure unless it is closing punctuation.
        """
        before, after = self._around(place)
        if before and before[1] < len(before[0].text):
            return Spot(*before, look=before[0])
        left, right = before[0] if before else None, after[0] if after else None
        stands = self._standing(place)
        if stands is not None and left is not None and text[:1] not in CLOSING:
            return Spot(beside=holder(stands), look=left)
        if left is None:
            return self._at_start(right)
        return self._between(left, right)

    def insert(self, place: int, text: str) -> None:
        """Show ``text`` at ``place``."""
        spot = self.spot(place, text)
        if spot.piece is not None:
            swap(spot.piece, spot.offset, spot.offset, text)
            return
        self.place(spot, new_run(text, self.last, self.properties(spot)))

    def properties(self, spot: Spot) -> Element | None:
        """The run properties for new text there."""
        if spot.look is not None and spot.look.run is not None:
            return properties_of_run(spot.look.run)
        if self.pattern is not None:
            return self.pattern
        return child(child(self.last, "pPr"), "rPr")

    def place(self, spot: Spot, element: Element) -> None:
        """Put a new element at a spot beside another, or at the end of what was the paragraph."""
        if spot.beside is None and self.joined is not None:
            self.joined.addprevious(element)
        elif spot.beside is None:
            (self._home if self._home in self.elements else self.last).append(element)
        elif spot.before:
            spot.beside.addprevious(element)
        else:
            spot.beside.addnext(element)

    def replace(self, start: int, end: int, text: str) -> None:
        """Show ``text``, which is not empty, in the place of the characters ``start``–``end``, of which there are some.

        It takes the looks of the first of them.
        """
        covered = list(self.covered(start, end))
        for piece, first, last in covered[:-1]:
            cut(piece, first, last)
        piece, first, last = covered[-1]
        swap(piece, first, last, text)

    def delete(self, start: int, end: int) -> None:
        """Take the characters ``start``–``end`` out."""
        for piece, first, last in self.covered(start, end):
            cut(piece, first, last)

    def end_at(self, place: int) -> None:
        """What was behind ``place`` is another paragraph's now."""
        self._pieces = [(base, piece) for base, piece in self._pieces if base < place]
        self.length = place
        self.joined = None

    def part(self, place: int) -> Element | None:
        """Part runs and shells at ``place`` so that a new paragraph can begin there: the first child of the paragraph
        that belongs to the new one; None when everything stays.
        """
        if place >= self.length:
            return self.joined
        piece, offset = self._piece_at(place)
        run = piece.run
        assert run is not None
        inside = offset or any(kind(each) != "rPr" for each in piece.element.itersiblings(preceding=True))
        return _up(split(piece, offset) if inside else run)

    def _around(self, place: int) -> tuple[tuple[Piece, int] | None, tuple[Piece, int] | None]:
        """The pieces of the characters before and behind ``place``, with the offset in them."""
        before = after = None
        for base, piece in self._pieces:
            if piece.text and base < place <= base + len(piece.text):
                before = piece, place - base
            if piece.text and base <= place < base + len(piece.text):
                after = piece, place - base
        return before, after

    def _piece_at(self, place: int) -> tuple[Piece, int]:
        found = self._around(place)[1]
        assert found is not None
        return found

    def _standing(self, place: int) -> Element | None:
        """The last run at ``place`` with a footnote's figure or a picture."""
        found = [piece for base, piece in self._pieces if base == place and piece.point in _STANDS]
        if not found:
            return None
        return found[-1].run if found[-1].run is not None else found[-1].element

    def _at_start(self, right: Piece | None) -> Spot:
        if right is None or right.run is None:
            return Spot()
        if depth(right):
            return Spot(beside=holder(right.run), before=True, look=right)
        return Spot(right, 0, look=right)

    def _between(self, left: Piece, right: Piece | None) -> Spot:
        assert left.run is not None
        same = right is not None and right.run is not None and left.run.getparent() is right.run.getparent()
        if not depth(left) or (same and right is not None and right.fields == left.fields):
            return Spot(left, len(left.text), look=left)
        if right is None or right.run is None:
            return Spot(look=left)
        if depth(right) < depth(left):
            return Spot(right, 0, look=right)
        if depth(right) > depth(left):
            return Spot(left, len(left.text), look=left)
        return Spot(beside=holder(right.run), before=True, look=left)


def _up(element: Element) -> Element:
    """Part the shells round an element before it: the child of the paragraph with which the new paragraph begins."""
    shell = element.getparent()
    while shell is not None and kind(shell) in SHELLS:
        if not any(kind(each) != "sdtPr" for each in element.itersiblings(preceding=True)):
            element = shell
        else:
            other = twin(shell)
            other.extend([element, *element.itersiblings()])
            shell.addnext(other)
            element = other
        shell = element.getparent()
    return element
