# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written as tracked ones where an OpenDocument text records them (OpenDocument 1.3, part 3, section 5.5).

What comes stands between two marks; what goes stands in the list of changes, and a mark where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from redraft.formats.odt.editing import apply, parts, pieces_of, set_slot, shown
from redraft.formats.odt.names import PARAGRAPHS, q
from redraft.formats.odt.points import put
from redraft.formats.odt.styles import Styles
from redraft.formats.odt.walk import Piece, Place, Slot
from redraft.text.edits import Edit, trimmed, word_edits
from redraft.text.span import Span

_CHANGES, _REGION = q("text:tracked-changes"), q("text:changed-region")
_POINT, _START, _END = q("text:change"), q("text:change-start"), q("text:change-end")
_ID, _XML_ID = q("text:id"), "{http://www.w3.org/XML/1998/namespace}id"
_ROOMS = tuple(map(q, ("table:table-cell", "draw:text-box", "text:note", "office:annotation", "text:tracked-changes",
                       "text:section", "text:index-body")))  # fmt: skip
_CHANGE_ID, _STYLE = q("text:change-id"), q("text:style-name")


def records(body: etree._Element) -> bool:
    """Whether changes to the document are to be tracked."""
    changes = body.find(_CHANGES)
    return changes is not None and changes.get(q("text:track-changes")) != "false"


class Recorder:
    """Tracks changes in one document, as ``author``'s."""

    def __init__(self, body: etree._Element, styles: Styles, author: str = "Redraft") -> None:
        self._body, self._styles, self._author = body, styles, author
        self._when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        self._taken = {each.get(name) for each in body.iter(_REGION) for name in (_ID, _XML_ID)}
        self._number = 0

    def rewrite(self, place: Place, text: str) -> bool:
        """Make a paragraph read ``text``, word by word; False where it cannot be tracked so."""
        old = shown(place, self._styles)
        for edit in reversed(trimmed(word_edits(old, text), old)):
            self._edit(place, edit)
        return shown(place, self._styles) == text

    def came(self, element: etree._Element) -> None:
        """A whole paragraph came, and stands in the text: with the end of the one before it, or its own."""
        before, after = self._beside(element)
        key = self._region("insertion") if before is not None or after is not None else ""
        if before is not None:
            _append(before, _mark(_START, key))
            _append(element, _mark(_END, key))
        elif after is not None:
            _prepend(element, _mark(_START, key))
            _prepend(after, _mark(_END, key))

    def went(self, place: Place) -> None:
        """A whole paragraph goes, which is still in the text."""
        element = place.element
        gone = self._copy(place, pieces_of(place, self._styles))
        before, after = self._beside(element)
        rest = etree.Element(q("text:p"))
        near = before if before is not None else after
        if near is None:
            return
        if style := near.get(_STYLE):
            rest.set(_STYLE, style)
        key = self._region("deletion", (rest, gone) if before is not None else (gone, rest))
        if before is not None:
            _append(before, _mark(_POINT, key))
        else:
            _prepend(near, _mark(_POINT, key))

    def _edit(self, place: Place, edit: Edit) -> None:
        start, new = edit.span.start, edit.replacement
        gone = [] if edit.span.start == edit.span.end else _cut(pieces_of(place, self._styles), edit.span)
        content = self._copy(place, gone)
        apply(pieces_of(place, self._styles), place.element, edit)
        if new:
            key = self._region("insertion")
            put(_mark(_END, key), place, self._styles, start + len(new))
            put(_mark(_START, key), place, self._styles, start)
        if gone:
            put(_mark(_POINT, self._region("deletion", (content,))), place, self._styles, start)

    def _copy(self, place: Place, pieces: Sequence[Piece]) -> etree._Element:
        """A paragraph like the place's with the words of some pieces, in their spans' styles."""
        made = etree.Element(place.element.tag)
        for name in (_STYLE, q("text:outline-level")):
            if (value := place.element.get(name)) is not None:
                made.set(name, value)
        for number, piece in enumerate(pieces):
            words = _kept(piece.text, first=not number, last=number + 1 == len(pieces))
            style = _span_style(piece)
            if style is not None:
                span = etree.SubElement(made, q("text:span"))
                span.set(_STYLE, style)
                set_slot(span, Slot.TEXT, "", words, "")
            elif len(made):
                set_slot(made[-1], Slot.TAIL, "", [made[-1].tail or "", *words], "")
            else:
                set_slot(made, Slot.TEXT, "", [made.text or "", *words], "")
        return made

    def _beside(self, element: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
        """The paragraphs before and behind one in the same cell, box or text."""
        room = _room(element)
        inside = [each for each in self._body.iter(*PARAGRAPHS) if each is element or _room(each) is room]
        if not any(each is element for each in inside):
            return None, None
        at = inside.index(element)
        return inside[at - 1] if at else None, inside[at + 1] if at + 1 < len(inside) else None

    def _region(self, kind: str, content: Sequence[etree._Element] = ()) -> str:
        """A new entry in the list of changes; its name."""
        while (key := f"redraft{self._number}") in self._taken:
            self._number += 1
        self._taken.add(key)
        changes = self._body.find(_CHANGES)
        assert changes is not None
        region = etree.SubElement(changes, _REGION)
        region.set(_XML_ID, key)
        region.set(_ID, key)
        change = etree.SubElement(region, q(f"text:{kind}"))
        info = etree.SubElement(change, q("office:change-info"))
        etree.SubElement(info, q("dc:creator")).text = self._author
        etree.SubElement(info, q("dc:date")).text = self._when
        change.extend(content)
        return key


def _mark(name: str, key: str) -> etree._Element:
    made = etree.Element(name)
    made.set(_CHANGE_ID, key)
    return made


def _cut(pieces: Sequence[Piece], span: Span) -> list[Piece]:
    """The pieces of some characters."""
    found: list[Piece] = []
    place = 0
    for piece in pieces:
        low, high = max(span.start - place, 0), min(span.end - place, len(piece.text))
        if low < high:
            found.append(Piece(piece.text[low:high], piece.looks, piece.node, piece.slot))
        place += len(piece.text)
    return found


def _span_style(piece: Piece) -> str | None:
    """The style of the span in which a piece stands; None in none."""
    node: etree._Element | None = piece.node if piece.slot is Slot.TEXT else piece.node.getparent()
    return node.get(_STYLE) if node is not None and node.tag == q("text:span") else None


def _kept(text: str, *, first: bool, last: bool) -> list[str | etree._Element]:
    """Characters of which no space may be folded away, at a paragraph's start (``first``) or end (``last``) either."""
    words = text.rstrip(" ") if last else text
    found = parts(words, "", "", blank=first)
    return [*found, *parts(text[len(words) :], " ", "", blank=True)] if len(words) < len(text) else found


def _append(element: etree._Element, mark: etree._Element) -> None:
    mark.tail = None
    element.append(mark)


def _prepend(element: etree._Element, mark: etree._Element) -> None:
    set_slot(element, Slot.TEXT, "", [mark], element.text or "")


def _room(element: etree._Element) -> etree._Element | None:
    """The cell, box, note or list of changes in which a paragraph stands; None in the text itself."""
    return next(element.iterancestors(*_ROOMS), None)
