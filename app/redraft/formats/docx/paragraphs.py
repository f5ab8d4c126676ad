# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs taken out without leaving anything unpaired: sections, bookmarks, fields, the last one of a table cell."""

from __future__ import annotations

from redraft.formats.docx.names import RANGES, Element, child, descendants, kind, paragraph_beside, value
from redraft.formats.docx.order import properties_of, put

_ENDS = {
    "bookmarkStart": "bookmarkEnd", "commentRangeStart": "commentRangeEnd", "permStart": "permEnd",
    "moveFromRangeStart": "moveFromRangeEnd", "moveToRangeStart": "moveToRangeEnd",
}  # fmt: skip
_BEGINNINGS = {end: start for start, end in _ENDS.items()}


def remove_paragraph(paragraph: Element, live: set[Element]) -> bool:
    """Take a ``w:p`` out of the document; where it has to stay (the last of a table cell, the home of ``live``
    paragraphs in a text box, half a field) it is False, and the caller empties it.
    """
    parent = paragraph.getparent()
    if parent is None:
        return True
    inner = (each for each in descendants(paragraph, "p") if each is not paragraph)
    if any(each in live for each in inner) or not is_balanced(paragraph):
        return False
    before, after = paragraph_beside(paragraph, -1), paragraph_beside(paragraph, 1)
    if kind(parent) in ("tc", "txbxContent") and (before is None or _closes(paragraph)):
        others = [each for each in parent if kind(each) == "p" and each is not paragraph]
        if not others or not _closes_without(paragraph):
            hollow(paragraph)
            return True
    section = child(child(paragraph, "pPr"), "sectPr")
    if section is not None:
        if before is None or child(child(before, "pPr"), "sectPr") is not None:
            hollow(paragraph)
            return True
        put(properties_of(before, "pPr"), section)
    _rescue(paragraph, before, after)
    parent.remove(paragraph)
    return True


def hand_over(paragraph: Element) -> None:
    """Give what is left in a paragraph (half a field) to a neighbour, where it has one."""
    before, after = paragraph_beside(paragraph, -1), paragraph_beside(paragraph, 1)
    left = [each for each in paragraph if kind(each) != "pPr"]
    if before is not None:
        before.extend(left)
    elif after is not None:
        place = 1 if len(after) and kind(after[0]) == "pPr" else 0
        after[place:place] = left


def hollow(paragraph: Element) -> None:
    """Empty a paragraph that has to stay, but for the ranges that begin or end in it."""
    for each in [each for each in paragraph if kind(each) not in ("pPr", *_ENDS, *_BEGINNINGS)]:
        paragraph.remove(each)


def _closes(paragraph: Element) -> bool:
    return all(kind(each) in RANGES for each in paragraph.itersiblings())


def _closes_without(paragraph: Element) -> bool:
    """Whether the cell still ends with a paragraph, as it must."""
    return not _closes(paragraph) or paragraph_beside(paragraph, -1) is not None


def is_balanced(paragraph: Element) -> bool:
    """Whether every field that begins in the paragraph ends there, and the other way round."""
    depth = 0
    for each in descendants(paragraph, "fldChar"):
        turn = value(each, "fldCharType")
        depth += {"begin": 1, "end": -1}.get(turn or "", 0)
        if depth < 0:
            return False
    return depth == 0


def _rescue(paragraph: Element, before: Element | None, after: Element | None) -> None:
    """Move beginnings and ends of ranges whose other half is elsewhere to a neighbour."""
    marks = [each for each in paragraph.iter() if kind(each) in _ENDS or kind(each) in _BEGINNINGS]
    found = {(kind(each), value(each, "id")) for each in marks}
    for each in marks:
        partner = _ENDS.get(kind(each)) or _BEGINNINGS[kind(each)]
        if (partner, value(each, "id")) in found:
            continue
        if before is not None:
            before.append(each)
        elif after is not None:
            after.insert(1 if len(after) and kind(after[0]) == "pPr" else 0, each)
