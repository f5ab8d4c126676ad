# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of WordprocessingML (ISO/IEC 29500-1), in its transitional and its strict form alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RANGES = frozenset(
    f"{name}{end}"
    for name in "bookmark commentRange perm moveFromRange moveToRange customXmlInsRange customXmlDelRange "
    "customXmlMoveFromRange customXmlMoveToRange".split()
    for end in ("Start", "End")
) | {"proofErr"}
"""Elements that stand between paragraphs, or between runs, and show nothing."""

_PLAIN: dict[object, str] = {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "oMath",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMathPara": "oMathPara",
    f"{{{MC}}}AlternateContent": "AlternateContent",
    f"{{{MC}}}Choice": "Choice",
    f"{{{MC}}}Fallback": "Fallback",
}
_KINDS: dict[object, str] = dict(_PLAIN)


def kind(element: Element) -> str:
    """The local name of an element of WordprocessingML ("p", "r" …), or of one of few others that matter; else ""."""
    tag: object = element.tag
    known = _KINDS.get(tag)
    if known is None:
        if not isinstance(tag, str):
            return ""
        space, _, name = tag.rpartition("}")
        known = name if space[1:] in (W, STRICT) else ""
        _KINDS[tag] = known
    return known


def space(element: Element) -> str:
    """The namespace of WordprocessingML that the element's document uses."""
    return STRICT if STRICT in element.nsmap.values() else W


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML."""
    if element is None:
        return None
    return element.get(f"{{{W}}}{name}") or element.get(f"{{{STRICT}}}{name}")


def relation(element: Element, name: str = "id") -> str | None:
    """An attribute that names a relationship (``r:id``)."""
    return element.get(f"{{{R}}}{name}") or element.get(f"{{{R_STRICT}}}{name}")


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that kind."""
    if element is None or not len(element):
        return None
    for each in element:
        if kind(each) == name:
            return each
    return None


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that kind."""
    if element is not None:
        yield from (each for each in element if kind(each) == name)


def descendants(element: Element, name: str) -> Iterator[Element]:
    """All elements of that kind below, in document order."""
    return element.iter(f"{{{W}}}{name}", f"{{{STRICT}}}{name}")


def paragraph_beside(paragraph: Element, way: int) -> Element | None:
    """The ``w:p`` right behind (``way`` 1) or before (-1) a paragraph; only beginnings and ends of ranges may stand
    between them.
    """
    found = paragraph
    while True:
        beside = found.getnext() if way > 0 else found.getprevious()
        if beside is None or kind(beside) not in RANGES:
            return beside if beside is not None and kind(beside) == "p" else None
        found = beside


def is_on(element: Element | None) -> bool | None:
    """The value of a switch (``w:b``): True, False, or None where it is not there."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")


def twin(element: Element) -> Element:
    """A new element of the same name and attributes, without children and without the ids that must be unique."""
    new = etree.Element(element.tag, nsmap=cast("dict[str, str]", element.nsmap))
    for key, text in element.items():
        if not str(key).startswith(f"{{{W14}}}"):
            new.set(key, text)
    return new


def made(name: str, like: Element, **attributes: str) -> Element:
    """A new element of WordprocessingML, of the form that the document of ``like`` has."""
    own = space(like)
    element = etree.Element(f"{{{own}}}{name}", nsmap={"w": own})
    for key, text in attributes.items():
        element.set(f"{{{own}}}{key}", text)
    return element
