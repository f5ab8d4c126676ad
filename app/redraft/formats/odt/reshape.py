# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a heading of a paragraph, or body text of a heading, in the styles that the document has for them."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.formats.odt.names import q
from redraft.formats.odt.walk import Place
from redraft.manuscript.shape import Shape, ShapeKind

_P, _H = q("text:p"), q("text:h")
_STYLE, _LEVEL = q("text:style-name"), q("text:outline-level")
_KINDS = (ShapeKind.BODY, ShapeKind.HEADING)


def reshape(place: Place, wanted: Shape, places: Sequence[Place]) -> None:
    """Give a paragraph the element and the style of its new shape; ``places`` are all of the document, as read.

    Only headings and body text: what else a paragraph is, is made in the document's own program.
    """
    now = place.shape
    if (wanted.kind, wanted.level) == (now.kind, now.level) or wanted.kind not in _KINDS or now.kind not in _KINDS:
        return
    pattern = next((each for each in places if each.element is not place.element and _fits(each, wanted)), None)
    style = pattern.element.get(_STYLE) if pattern is not None else None
    heading = wanted.kind is ShapeKind.HEADING
    place.element.tag = _H if heading else _P
    for name in (_STYLE, _LEVEL):
        if place.element.get(name) is not None:
            del place.element.attrib[name]
    if style is None and heading:
        style = f"Heading_20_{wanted.level}"
    if style is not None:
        place.element.set(_STYLE, style)
    if heading:
        place.element.set(_LEVEL, str(wanted.level))


def _fits(place: Place, wanted: Shape) -> bool:
    """Whether a paragraph of the document is of that shape, with words in it."""
    if place.shape.kind is not wanted.kind or place.element.tag != (_H if wanted.kind is ShapeKind.HEADING else _P):
        return False
    same = wanted.kind is ShapeKind.BODY or place.shape.level == wanted.level
    return same and place.props.get("hidden") != "1" and bool(len(place.element) or place.element.text)
