# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a document by changing only what the author changed: the rest of the file stays, byte for byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from redraft.formats.archive import replaced
from redraft.formats.docx.blocks import runs_on, style_of
from redraft.formats.docx.hands import Hand, PlainHand, Revision, TrackedHand
from redraft.formats.docx.line import Line
from redraft.formats.docx.looks import Looker
from redraft.formats.docx.names import (
    Element,
    child,
    descendants,
    is_on,
    kind,
    made,
    paragraph_beside,
    space,
    value,
)
from redraft.formats.docx.parts import Parts
from redraft.formats.docx.plan import Segment, plan
from redraft.formats.docx.restyle import set_align, set_looks, set_shape
from redraft.formats.docx.settle import any_settled, settle
from redraft.formats.docx.styles import Styles
from redraft.formats.docx.walk import Piece, Walker
from redraft.formats.guards import Package
from redraft.formats.pieces import whole
from redraft.manuscript.marks import LOOKS
from redraft.manuscript.model import Original, Paragraph
from redraft.manuscript.shape import Align, Shape, ShapeKind

_STYLES = {
    ShapeKind.HEADING: "heading {0}", ShapeKind.TITLE: "title", ShapeKind.QUOTE: "quote", ShapeKind.VERSE: "verse",
}  # fmt: skip
_ALIGNS = {
    Align.NONE: "", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "both",
}  # fmt: skip
_NUMBERED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")


def patched(
    original: Original, paragraphs: Sequence[Paragraph], name: str = "", revision: Revision | None = None
) -> bytes:
    """The bytes of ``original`` with its text as in ``paragraphs``. ``revision``: track the changes as hers or his; a
    document that tracks changes itself has them tracked in any case.
    """
    segments = [each for each in plan(whole(original.paragraphs), whole(paragraphs)) if not each.unchanged]
    if not segments:
        return original.data
    package = Package(original.data, name)
    parts = Parts(package)
    patcher = Patcher(parts, revision or (Revision() if _tracks(parts) else None))
    patcher.learn(original.paragraphs)
    if revision is None and any_settled(original.paragraphs, paragraphs):
        held = patcher.settle(whole(original.paragraphs), whole(paragraphs))
        segments = [each for each in plan(held, whole(paragraphs)) if not each.unchanged]
    patcher.make(segments)
    return replaced(package, {parts.main: written(parts.document)})


class Patcher:
    """Makes the changes in a document's XML."""

    def __init__(self, parts: Parts, revision: Revision | None) -> None:
        self._document = parts.document
        self._styles = Styles(parts.part("styles"))
        self._looker = Looker(self._styles)
        self._elements = list(descendants(self._document, "p")) or [_first_paragraph(self._document)]
        self._fields = _fields_before(self._document)
        self._live: set[Element] = set()
        self._known = Counter((kind(each), value(each, "id")) for each in _numbered(self._document))
        taken = {value(each, "id") for each in self._document.iter()}
        self._ids = (each for each in count(1) if str(each) not in taken)
        self._hand: Hand = PlainHand() if revision is None else TrackedHand(revision, self._ids)
        self._patterns: dict[object, Element] = {}

    def settle(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Paragraph]:
        """Accept and reject the tracked changes that are settled in ``new``; the file's paragraphs as they are then."""
        return settle(old, new, lambda each: [piece for p in self._group(each) for piece in self._pieces(p)])

    def make(self, segments: Sequence[Segment]) -> None:
        """Change the document."""
        for segment in segments:
            self._live.update(element for each in segment.old for element in self._group(each))
        for segment in reversed(segments):
            for each in segment.gone:
                self._hand.remove(self._line(each), self._live)
            for line, paragraph in self._lead(segment) + self._body(segment):
                self._finish(line, paragraph, segment.old[0].shape)
        self._number()

    def _number(self) -> None:
        """Give copies of tracked changes, as parting one makes, an id of their own."""
        seen: Counter[tuple[str, str | None]] = Counter()
        for each in _numbered(self._document):
            own = kind(each), value(each, "id")
            if seen[own] >= max(1, self._known[own]):
                each.set(f"{{{space(each)}}}id", str(next(self._ids)))
            seen[own] += 1

    def learn(self, paragraphs: Sequence[Paragraph]) -> None:
        """Learn from the file's paragraphs what those of each shape look like in it."""
        for each in paragraphs:
            if each.tied and each.text:
                self._patterns.setdefault(each.shape, self._elements[int(each.tied)])
                self._patterns.setdefault(each.shape.kind, self._elements[int(each.tied)])

    def _body(self, segment: Segment) -> list[tuple[Line, Paragraph]]:
        lines = [self._line(each) for each in segment.old]
        starts = _starts(segment.old)
        for edit in reversed(segment.edits(_borders(segment.old))):
            self._edit(lines, starts, edit.span.start, edit.span.end, edit.replacement)
        shown = zip(lines, segment.new, strict=True) if len(lines) == len(segment.new) else ()
        return list(shown)

    def _edit(self, lines: list[Line], starts: list[int], start: int, end: int, text: str) -> None:
        """One edit of the segment's text; ``lines`` grows and shrinks with its paragraphs."""
        first = max(at for at, each in enumerate(starts) if each <= start)
        last = max(at for at, each in enumerate(starts) if each <= end)
        if "\n" in text:
            self._insert_lines(lines, first, start - starts[first], text)
            return
        if first == last:
            self._hand.replace(lines[first], start - starts[first], end - starts[first], text)
            return
        self._hand.replace(lines[last], 0, end - starts[last], "")
        for at in range(last - 1, first - 1, -1):
            inner = lines[at]
            if at > first:
                self._hand.replace(inner, 0, inner.length, "")
            self._hand.join(inner, self._again(lines[at + 1]))
            del lines[at + 1]
        head = lines[first]
        self._hand.replace(head, start - starts[first], head.length, "")

    def _insert_lines(self, lines: list[Line], at: int, place: int, text: str) -> None:
        """Insert text with line ends: paragraphs are parted and put in."""
        parts = text.split("\n")
        line = lines[at]
        new: list[Line] = []
        for part in reversed(parts[1:]):
            following = self._hand.split(line, place)
            if part:
                self._hand.replace(self._again(following), 0, 0, part)
            new.insert(0, following)
        if parts[0]:
            self._hand.replace(line, place, place, parts[0])
        lines[at + 1 : at + 1] = new

    def _lead(self, segment: Segment) -> list[tuple[Line, Paragraph]]:
        """New paragraphs before the first that stays, made like it."""
        if not segment.lead:
            return []
        first = self._group(segment.old[0])[0]
        found: list[tuple[Line, Paragraph]] = []
        for paragraph in segment.lead:
            element = made("p", first)
            first.addprevious(element)
            set_shape(element, first)
            line = Line([element], [])
            self._hand.put_in(element)
            if paragraph.text:
                self._hand.replace(line, 0, 0, paragraph.text)
            found.append((line, paragraph))
        return found

    def _finish(self, line: Line, paragraph: Paragraph, shape: Shape) -> None:
        """Shape and looks of a paragraph that was changed; ``shape`` is that of the one that it was made of."""
        if paragraph.shape != shape:
            self._shape(line.last, paragraph.shape, shape)
        pieces = [piece for element in line.elements for piece in self._pieces(element)]
        style = style_of(line.elements[0])
        if "".join(each.text for each in pieces) == paragraph.text:
            set_looks(pieces, [each for each in paragraph.marks if each.kind in LOOKS], style, self._looker, self._hand)

    def _shape(self, element: Element, wanted: Shape, now: Shape) -> None:
        before = deepcopy(child(element, "pPr"))
        if wanted.kind is not now.kind or wanted.level != now.level:
            pattern = self._patterns.get(wanted, self._patterns.get(wanted.kind))
            set_shape(element, pattern, self._styles.named(_STYLES.get(wanted.kind, "").format(wanted.level)))
        if wanted.align is not now.align:
            set_align(element, _ALIGNS[wanted.align])
        self._hand.changed_shape(element, before)

    def _line(self, paragraph: Paragraph) -> Line:
        elements = self._group(paragraph)
        return Line(elements, [piece for each in elements for piece in self._pieces(each)])

    def _again(self, line: Line) -> Line:
        """A line as it is after changes."""
        return Line(line.elements, [piece for each in line.elements for piece in self._pieces(each)], line.pattern)

    def _group(self, paragraph: Paragraph) -> list[Element]:
        """The ``w:p`` of a paragraph: several where one runs on in the next."""
        elements = [self._elements[int(paragraph.tied)]]
        while runs_on(elements[-1]):
            following = paragraph_beside(elements[-1], 1)
            if following is None:
                break
            elements.append(following)
        return elements

    def _pieces(self, element: Element) -> list[Piece]:
        walker = Walker(self._looker, {}, {})
        walker.open_fields(self._fields.get(element, 0))
        return list(walker.paragraph(element, style_of(element)))


def _first_paragraph(document: Element) -> Element:
    """The paragraph that a document without any gets."""
    body = child(document, "body")
    if body is None:
        body = made("body", document)
        document.insert(0, body)
    paragraph = made("p", document)
    body.insert(0, paragraph)
    return paragraph


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    starts = [0]
    for each in paragraphs[:-1]:
        starts.append(starts[-1] + len(each.text) + 1)
    return starts


def _borders(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    for start, each in zip(_starts(paragraphs), paragraphs, strict=True):
        for mark in each.marks:
            yield start + mark.start
            yield start + mark.end


def _fields_before(document: Element) -> dict[Element, int]:
    """How many fields are open where a paragraph begins, for those where some are."""
    own = space(document)
    found: dict[Element, int] = {}
    depth = 0
    for each in document.iter(f"{{{own}}}p", f"{{{own}}}fldChar"):
        if kind(each) == "p":
            if depth:
                found[each] = depth
        else:
            depth = max(0, depth + {"begin": 1, "end": -1}.get(value(each, "fldCharType") or "", 0))
    return found


def _numbered(document: Element) -> Iterator[Element]:
    """The elements whose ids must not come twice."""
    own = space(document)
    return document.iter(*(f"{{{own}}}{name}" for name in _NUMBERED))


def _tracks(parts: Parts) -> bool:
    return bool(is_on(child(parts.part("settings"), "trackRevisions")))


def written(document: Element) -> bytes:
    """The bytes of the main part."""
    tree = document.getroottree()
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
