# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through an OpenDocument text in the order of reading: its paragraphs, and the pieces of each one's text.

Reading and saving walk the same way, so that every character shown has its place in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from lxml import etree

from redraft.formats.flow import LINE_BREAK, PLAIN, Looks, look
from redraft.formats.odt.names import BOXES, CONTAINERS, PARAGRAPHS, SILENT, q
from redraft.formats.odt.styles import Props, Styles
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Shape, ShapeKind

_SPACE = re.compile(r"[ \t\r\n]+")
_S, _TAB, _BREAK = q("text:s"), q("text:tab"), q("text:line-break")
_SPAN, _A, _C = q("text:span"), q("text:a"), q("text:c")
_MOST_SPACES = 1000
_ASIDE = frozenset({q("text:note"), q("office:annotation")})


class Slot(IntEnum):
    """Where in an element characters stand: its text, the text behind it, or it stands for them itself."""

    TEXT = 0
    TAIL = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters shown, and where they come from: ``start``–``end`` of a slot of an element."""

    text: str
    looks: Looks
    node: etree._Element
    slot: Slot
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the story: its element and the shape that what is round it gives it."""

    element: etree._Element
    shape: Shape
    props: Props


@dataclass(frozen=True, slots=True)
class _Around:
    """What containers give to the paragraphs in them: a shape, and the style of the list."""

    shape: Shape | None = None
    list_style: str = ""


def body_of(root: etree._Element) -> etree._Element | None:
    """The office:text element of a content.xml."""
    return root.find(f"{q('office:body')}/{q('office:text')}")


class Walk:
    """The paragraphs of a document. ``left_out`` counts what is not shown."""

    def __init__(self, body: etree._Element, styles: Styles) -> None:
        self._body, self._styles = body, styles
        self.left_out: Counter[str] = Counter()

    def places(self) -> Iterator[Place]:
        """Every paragraph of the story, in order."""
        yield from self._inside(self._body, _Around())

    def _inside(self, element: etree._Element, around: _Around) -> Iterator[Place]:
        for child in element:
            tag = child.tag
            if tag in PARAGRAPHS:
                place = self._place(child, around.shape)
                if place.props.get("hidden") != "1" or Pieces(self._styles).read(place).found:
                    yield place
                elif child.text or len(child):
                    self.left_out["concealed"] += 1
                yield from self._boxes(child)
            elif tag in CONTAINERS:
                if child.get(q("text:display")) != "none":
                    yield from self._inside(child, self._around(child, around))
            elif tag == q("draw:frame") and frame_kind(child) != "text box":
                self.left_out[frame_kind(child)] += 1
            elif str(tag).startswith(q("draw:")):
                yield from self._boxes(child, itself=True)

    def _boxes(self, element: etree._Element, *, itself: bool = False) -> Iterator[Place]:
        """The paragraphs of the text boxes and shapes that hang on a paragraph, each box once."""
        if itself and element.tag in BOXES:
            if element.tag == q("draw:text-box") or element.find(q("text:p")) is not None:
                self.left_out["box"] += 1
            yield from self._inside(element, _Around())
            return
        for child in element.iterchildren(etree.Element):
            if child.tag not in _ASIDE:
                yield from self._boxes(child, itself=True)

    def _around(self, element: etree._Element, around: _Around) -> _Around:
        if element.tag == q("text:list"):
            name = element.get(q("text:style-name")) or around.list_style
            depth = around.shape.level + 1 if around.shape and around.shape.kind is ShapeKind.ITEM else 0
            return _Around(Shape(ShapeKind.ITEM, depth, numbered=self._styles.is_numbered(name, depth)), name)
        if element.tag == q("table:table"):
            self.left_out["table"] += 1
        return _Around(Shape(ShapeKind.CELL)) if element.tag == q("table:table-cell") else around

    def _place(self, element: etree._Element, around: Shape | None) -> Place:
        outline = None
        if element.tag == q("text:h"):
            level = element.get(q("text:outline-level")) or "1"
            outline = int(level) if level.isdecimal() else 1
        props, shape = self._styles.paragraph(element.get(q("text:style-name")) or "", outline)
        if around is not None and shape.kind in (ShapeKind.BODY, ShapeKind.QUOTE):
            shape = Shape(around.kind, around.level, shape.align, around.numbered)
        return Place(element, shape, props)


def frame_kind(element: etree._Element) -> str:
    """What a frame holds, as losses count it."""
    if element.find(q("draw:text-box")) is not None:
        return "text box"
    if element.find(q("draw:object")) is not None or element.find(q("draw:object-ole")) is not None:
        return "object"
    return "picture"


@dataclass
class Pieces:
    """The pieces of one paragraph's text. ``others`` are elements that show nothing, by the count of pieces before."""

    styles: Styles
    found: list[Piece] = field(default_factory=list)
    others: list[tuple[int, etree._Element]] = field(default_factory=list)
    concealed: bool = False
    _space: bool = True

    def read(self, place: Place) -> Pieces:
        """Walk through the paragraph."""
        self._inside(place.element, place.props, "")
        return self

    def _inside(self, element: etree._Element, props: Props, link: str) -> None:
        looks = self._looks(props, link)
        self._characters(element, Slot.TEXT, element.text, props, looks)
        for child in element:
            self._child(child, props, link, looks)
            self._characters(child, Slot.TAIL, child.tail, props, looks)

    def _child(self, child: etree._Element, props: Props, link: str, looks: Looks) -> None:
        tag: object = child.tag
        if not isinstance(tag, str):
            return
        if tag == _SPAN:
            own = self.styles.span(child.get(q("text:style-name")) or "")
            self._inside(child, {**props, **own} if own else props, link)
        elif tag in (_S, _TAB, _BREAK):
            if props.get("hidden") != "1":
                self.found.append(Piece(_special(child), looks, child, Slot.WHOLE))
                self._space = False
        elif tag in SILENT or (not child.text and not len(child)):
            self.others.append((len(self.found), child))
        else:
            self._inside(child, props, child.get(q("xlink:href")) or "" if tag == _A else link)

    def _characters(self, node: etree._Element, slot: Slot, text: str | None, props: Props, looks: Looks) -> None:
        """Characters, each run of white space folded into one space, none of it at the paragraph's start."""
        if not text or props.get("hidden") == "1":
            self.concealed = self.concealed or bool(text and text.strip())
            return
        place = 0
        for match in _SPACE.finditer(text):
            start, end = match.span()
            if start == 0 and self._space:
                place = end
            elif match.group() != " ":
                self.found.append(Piece(text[place:start] + " ", looks, node, slot, place, start + 1))
                place = end
        if place < len(text):
            self.found.append(Piece(text[place:], looks, node, slot, place, len(text)))
        self._space = text[-1] in " \t\r\n"

    def _looks(self, props: Props, link: str) -> Looks:
        looks = self.styles.looks(props) if props else PLAIN
        if not link:
            return looks
        return frozenset(each for each in looks if each[0] is not MarkKind.UNDERLINE) | {look(MarkKind.LINK, link)}


def _special(element: etree._Element) -> str:
    if element.tag == _S:
        count = element.get(_C) or "1"
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return "\t" if element.tag == _TAB else LINE_BREAK
