# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepts or rejects all tracked changes of a document."""

from __future__ import annotations

from redraft.formats.archive import replaced
from redraft.formats.docx.names import Element, child, descendants, kind, paragraph_beside
from redraft.formats.docx.order import drop
from redraft.formats.docx.parts import Parts
from redraft.formats.docx.patch import written
from redraft.formats.guards import Package

_IN, _OUT = ("ins", "moveTo"), ("del", "moveFrom")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_PROPERTY_CHANGES = tuple(f"{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid"))


def settled(data: bytes, *, accept: bool, name: str = "") -> bytes:
    """The document with all tracked changes of its text accepted, or rejected; raises as :class:`Parts`."""
    package = Package(data, name)
    parts = Parts(package)
    document = parts.document
    kept, gone = (_IN, _OUT) if accept else (_OUT, _IN)
    for paragraph in list(descendants(document, "p")):
        _end(paragraph, kept, gone)
    for each in [each for each in document.iter() if kind(each) in gone and _holds_runs(each)]:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    for each in [each for each in document.iter() if kind(each) in (*kept, *_RANGES)]:
        _unwrap(each)
    for each in [each for each in document.iter() if kind(each) in _PROPERTY_CHANGES]:
        _properties(each, accept)
    for each in list(descendants(document, "delText")):
        each.tag = each.tag.replace("delText", "t")
    return replaced(package, {parts.main: written(document)})


def _end(paragraph: Element, kept: tuple[str, ...], gone: tuple[str, ...]) -> None:
    """A paragraph's end: where it is gone, what follows goes on in the next one, which keeps its properties."""
    marks = child(child(paragraph, "pPr"), "rPr")
    away = any(child(marks, name) is not None for name in gone)
    drop(marks, *kept, *gone)
    following = paragraph_beside(paragraph, 1)
    if not away or following is None:
        return
    has_text = any(kind(each) != "pPr" and kind(each) not in gone for each in paragraph)
    place = 1 if child(following, "pPr") is not None else 0
    if has_text and (own := child(paragraph, "pPr")) is not None:
        theirs = child(following, "pPr")
        if theirs is not None:
            following.remove(theirs)
            for name in ("sectPr", "rPr"):
                drop(own, name)
                if (end := child(theirs, name)) is not None:
                    own.append(end)
        following.insert(0, own)
        place = 1
    for each in reversed([each for each in paragraph if kind(each) != "pPr"]):
        following.insert(place, each)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _holds_runs(element: Element) -> bool:
    """Whether it wraps runs; the ones in properties mark the end of a paragraph, or a row."""
    parent = element.getparent()
    return parent is not None and kind(parent) not in ("rPr", "trPr", "numPr")


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None or not _holds_runs(element):
        return
    for each in list(element):
        element.addprevious(each)
    parent.remove(element)


def _properties(change: Element, accept: bool) -> None:
    """A change of properties: accepted it goes, rejected what it keeps comes back."""
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    if not accept and kind(properties) in ("rPr", "pPr") and len(change):
        stays = [each for each in properties if kind(each) in ("rPr", "sectPr")] if kind(properties) == "pPr" else []
        properties[:] = [*change[0], *stays]
