# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which properties must stand (ISO/IEC 29500-1, annex A: CT_RPr, CT_PPr): Word insists on it."""

from __future__ import annotations

from redraft.formats.docx.names import Element, child, kind, made

RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
).split()
"""The children of ``w:rPr``; the first four stand only in the properties of a paragraph's end."""

PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
"""The children of ``w:pPr``."""

_ORDERS = {"rPr": {name: at for at, name in enumerate(RUN)}, "pPr": {name: at for at, name in enumerate(PARAGRAPH)}}


def put(properties: Element, element: Element) -> None:
    """Put a property among the others of a ``w:rPr`` or ``w:pPr``, where the schema wants it, for one like it."""
    order = _ORDERS[kind(properties)]
    name = kind(element)
    for each in [each for each in properties if kind(each) == name]:
        properties.remove(each)
    rank = order[name]
    for place, each in enumerate(properties):
        if order.get(kind(each), len(order)) > rank:
            properties.insert(place, element)
            return
    properties.append(element)


def drop(properties: Element | None, *names: str) -> None:
    """Take properties away."""
    if properties is not None:
        for each in [each for each in properties if kind(each) in names]:
            properties.remove(each)


def properties_of(element: Element, name: str) -> Element:
    """The ``w:pPr`` of a paragraph, the ``w:rPr`` of a run or of a ``w:pPr``; made where there is none."""
    found = child(element, name)
    if found is None:
        found = made(name, element)
        if kind(element) == "pPr":
            put(element, found)
        else:
            element.insert(0, found)
    return found
