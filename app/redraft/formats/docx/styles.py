# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles of a document: what a paragraph or run inherits (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redraft.formats.docx.names import Element, child, children, is_on, kind, value
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, ShapeKind

_DEEPEST = 20
SWITCHES = {
    "i": MarkKind.ITALIC, "b": MarkKind.BOLD, "strike": MarkKind.STRIKE, "dstrike": MarkKind.STRIKE,
    "smallCaps": MarkKind.SMALL_CAPS,
}  # fmt: skip
"""The run properties that are on or off, and that two styles together turn off again (17.7.3)."""

RAISED = {"superscript": MarkKind.SUPERSCRIPT, "subscript": MarkKind.SUBSCRIPT}
ALIGNS = {
    "left": Align.LEFT, "start": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT,
    "both": Align.JUSTIFY, "distribute": Align.JUSTIFY,
}  # fmt: skip
_HEADING = re.compile(r"heading (\d)$")
_CHAPTER = re.compile(r"\b(?:chapter|part)\b.*\b(?:title|heading|number|name)\b|^chapter$|^heading\b", re.IGNORECASE)
_KINDS = (
    (re.compile(r"^(?:sub)?title$|\bbook title\b", re.IGNORECASE), ShapeKind.TITLE),
    (re.compile(r"quot|^block text$|\bletter\b", re.IGNORECASE), ShapeKind.QUOTE),
    (re.compile(r"\b(?:verse|poem|poetry)\b", re.IGNORECASE), ShapeKind.VERSE),
    (re.compile(r"\bscene ?(?:break|separator|mark)|^(?:section break|ornament|horizontal line)$", re.IGNORECASE),
     ShapeKind.MARK),
)  # fmt: skip


@dataclass(slots=True)
class Style:
    """A style with all that it inherits. ``level``: of a heading from 1, else 0."""

    switches: dict[str, bool] = field(default_factory=dict)
    underline: bool | None = None
    raised: str | None = None
    hidden: bool | None = None
    kind: ShapeKind = ShapeKind.BODY
    level: int = 0
    align: Align = Align.NONE
    list_id: str | None = None
    list_level: int = 0


NONE = Style()


class Styles:
    """The styles by their ids. A document without a styles part has none, and everything looks as written."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._made: dict[str, Style] = {}
        self.paragraph_default = ""
        self.language = ""
        for each in children(root, "style"):
            key = value(each, "styleId")
            if key:
                self._elements[key] = each
                if value(each, "default") in ("1", "true") and value(each, "type") == "paragraph":
                    self.paragraph_default = key
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.defaults = Style()
        if defaults is not None:
            read_run(defaults, self.defaults)
            self.language = value(child(defaults, "lang")) or ""

    def style(self, key: str | None) -> Style:
        """The style with that id; an empty one where there is none."""
        if not key or key not in self._elements:
            return NONE
        if key not in self._made:
            made = Style()
            for each in reversed(list(self._chain(key))):
                self._read(each, made)
            self._made[key] = made
        return self._made[key]

    def named(self, name: str) -> str | None:
        """The id of the paragraph style with that name (lower case)."""
        found = (key for key, each in self._elements.items() if (value(child(each, "name")) or "").lower() == name)
        return next(found, None) if name else None

    def _chain(self, key: str) -> Iterator[Element]:
        """The style and those that it is based on, nearest first; a circle ends it."""
        seen: set[str] = set()
        while key in self._elements and key not in seen and len(seen) < _DEEPEST:
            seen.add(key)
            yield self._elements[key]
            key = value(child(self._elements[key], "basedOn")) or ""

    def _read(self, element: Element, style: Style) -> None:
        run, paragraph = child(element, "rPr"), child(element, "pPr")
        if run is not None:
            read_run(run, style)
        name = value(child(element, "name")) or ""
        style.kind, style.level = _by_name(name, style)
        if paragraph is None:
            return
        outline = value(child(paragraph, "outlineLvl"))
        if outline and outline.isdecimal() and int(outline) < 9 and style.kind is not ShapeKind.TITLE:
            style.kind, style.level = ShapeKind.HEADING, int(outline) + 1
        style.align = ALIGNS.get(value(child(paragraph, "jc")) or "", style.align)
        numbering = child(paragraph, "numPr")
        if numbering is not None:
            style.list_id = value(child(numbering, "numId")) or style.list_id
            style.list_level = _number(value(child(numbering, "ilvl")), style.list_level)


def read_run(properties: Element, style: Style) -> None:
    """Let run properties say what they say over what ``style`` has."""
    for each in properties:
        name = kind(each)
        if name in SWITCHES:
            style.switches[name] = bool(is_on(each))
        elif name == "u":
            style.underline = value(each) not in ("none", "0")
        elif name == "vertAlign":
            style.raised = value(each)
        elif name == "vanish":
            style.hidden = is_on(each)


def _by_name(name: str, style: Style) -> tuple[ShapeKind, int]:
    """What a style is by its name (Word's own names are English in every language); else as inherited."""
    if found := _HEADING.match(name.lower()):
        return ShapeKind.HEADING, int(found.group(1))
    for pattern, which in _KINDS:
        if pattern.search(name):
            return which, 0
    if _CHAPTER.search(name):
        return ShapeKind.HEADING, style.level or 1
    return style.kind, style.level


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise
