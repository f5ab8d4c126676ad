# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs taken apart and made: the smallest changes of a paragraph's XML."""

from __future__ import annotations

import re
from copy import deepcopy

from redraft.formats.docx.names import XML_SPACE, Element, child, kind, made, twin
from redraft.formats.docx.order import drop
from redraft.formats.docx.walk import LINE_BREAK, Piece

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT = re.compile(f"([\t{LINE_BREAK}\u2011\n])")
_ELEMENTS = {"\t": "tab", LINE_BREAK: "br", "\u2011": "noBreakHyphen", "\n": "br"}
SHELLS = frozenset("hyperlink ins moveTo smartTag customXml fldSimple sdtContent sdt dir bdo".split())
"""What runs stand in."""


def content(text: str, like: Element, *, deleted: bool = False) -> list[Element]:
    """The children of a run that show ``text``; characters that no XML may hold are left out."""
    found: list[Element] = []
    for part in _CUT.split(_UNFIT.sub("", text)):
        if part in _ELEMENTS:
            found.append(made(_ELEMENTS[part], like))
        elif part:
            element = made("delText" if deleted else "t", like)
            set_text(element, part)
            found.append(element)
    return found


def set_text(element: Element, text: str) -> None:
    """Give a ``w:t`` a text whose spaces at either end count."""
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def is_plain(text: str) -> bool:
    """Whether one ``w:t`` can hold the text."""
    return not _CUT.search(text) and not _UNFIT.search(text)


def new_run(text: str, like: Element, properties: Element | None) -> Element:
    """A run that shows ``text`` with a copy of these properties."""
    run = made("r", like)
    if properties is not None:
        copy = deepcopy(properties)
        drop(copy, "rPrChange", "ins", "del", "moveFrom", "moveTo")
        if len(copy):
            run.append(copy)
    run.extend(content(text, like))
    return run


def properties_of_run(run: Element | None) -> Element | None:
    """A run's ``w:rPr``."""
    return child(run, "rPr")


def split(piece: Piece, offset: int) -> Element:
    """Part a run so that what follows ``offset`` in ``piece`` is a run of its own, behind it; that run.

    The piece keeps its element, with the text before ``offset``. Nothing is copied but properties.
    """
    run, element = piece.run, piece.element
    assert run is not None
    right = twin(run)
    properties = properties_of_run(run)
    if properties is not None:
        right.append(deepcopy(properties))
    rest = list(element.itersiblings())
    if 0 < offset < len(piece.text):
        tail = made("t", element)
        set_text(tail, piece.text[offset:])
        right.append(tail)
        set_text(element, piece.text[:offset])
    elif offset == 0:
        rest = [element, *rest]
    right.extend(rest)
    run.addnext(right)
    piece.text = piece.text[:offset]
    return right


def isolate(piece: Piece, start: int, end: int) -> Element:
    """The run that holds exactly the characters ``start``–``end`` of a piece; the run is parted where need be."""
    if end < len(piece.text) or _has_content_behind(piece.element):
        split(piece, end)
    run = piece.run
    assert run is not None
    if start or _has_content_before(piece.element):
        return split(piece, start)
    return run


def cut(piece: Piece, start: int, end: int) -> None:
    """Take the characters ``start``–``end`` of a piece out; an element, run or shell left with nothing goes too."""
    element = piece.element
    left = piece.text = piece.text[:start] + piece.text[end:]
    if left and kind(element) == "t":
        set_text(element, left)
        return
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    run = piece.run
    if run is not None and run.getparent() is not None and not _has_content(run):
        _vanish(run)


def swap(piece: Piece, start: int, end: int, text: str) -> None:
    """Show ``text`` in the place of the characters ``start``–``end`` of a piece, which may be none."""
    element, rest = piece.element, piece.text[end:]
    if kind(element) == "t":
        if is_plain(text):
            piece.text = piece.text[:start] + text + rest
            set_text(element, piece.text)
            return
        new = content(text, element) + (content(rest, element) if rest else [])
        piece.text = piece.text[:start]
        set_text(element, piece.text)
        for each in reversed(new):
            element.addnext(each)
        return
    new = content(text, element)
    if start == end == 0:
        for each in new:
            element.addprevious(each)
        return
    for each in reversed(new):
        element.addnext(each)
    if start < end:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def holder(run: Element) -> Element:
    """The outermost shell that a run stands in, inside its paragraph; the run itself where it stands in none."""
    element = run
    parent = element.getparent()
    while parent is not None and kind(parent) in SHELLS:
        element, parent = parent, parent.getparent()
    return element


def depth(piece: Piece) -> int:
    """In how many shells and fields a piece stands."""
    count = piece.fields
    parent = piece.run.getparent() if piece.run is not None else None
    while parent is not None and kind(parent) in SHELLS:
        count, parent = count + (kind(parent) != "sdtContent"), parent.getparent()
    return count


def _vanish(element: Element) -> None:
    """Remove an element, and the hyperlinks and tracked insertions round it that hold no run any more."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if kind(parent) in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple") and not len(parent):
        _vanish(parent)


def _has_content(run: Element) -> bool:
    return any(kind(each) != "rPr" for each in run)


def _has_content_before(element: Element) -> bool:
    return any(kind(each) != "rPr" for each in element.itersiblings(preceding=True))


def _has_content_behind(element: Element) -> bool:
    return any(True for _ in element.itersiblings())
