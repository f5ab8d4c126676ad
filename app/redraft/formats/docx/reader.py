# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a Word document as paragraphs with marks and shapes."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from redraft.formats.codec import Document
from redraft.formats.docx.blocks import Block, blocks
from redraft.formats.docx.comments import Place, comments, note_texts
from redraft.formats.docx.looks import Looker
from redraft.formats.docx.losses import losses, notices
from redraft.formats.docx.names import Element, descendants
from redraft.formats.docx.numbering import counted
from redraft.formats.docx.parts import Parts
from redraft.formats.docx.shapes import Shaper
from redraft.formats.docx.styles import Styles
from redraft.formats.docx.walk import Piece, Walker
from redraft.formats.guards import Package
from redraft.formats.pieces import parted
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.model import Paragraph


@dataclass
class Reading:
    """A document as it was read: the paragraphs in the order of the file, each with its elements."""

    parts: Parts
    styles: Styles
    looker: Looker
    blocks: list[Block]
    keys: dict[Element, int]

    @classmethod
    def of(cls, parts: Parts) -> Reading:
        """Read the text; raises as :class:`Parts`."""
        styles = Styles(parts.part("styles"))
        looker = Looker(styles)
        addresses = {each.key: each.target for each in parts.relations if each.kind == "hyperlink"}
        found = blocks(parts.document, Walker(looker, addresses, note_texts(parts)))
        keys = {each: place for place, each in enumerate(descendants(parts.document, "p"))}
        return cls(parts, styles, looker, found, keys)

    def tie(self, block: Block) -> str:
        """The name by which the paragraph knows its element: the element's number in the file."""
        return str(self.keys[block.elements[0]])


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circular garbage meanwhile: among a million new paragraphs the search takes a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@dataclass
class _Spans:
    """Where each comment starts and ends, over several paragraphs."""

    open: dict[str, int] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in ``data``; raises as :class:`Parts`."""
    with _uncollected():
        return _read(data, name, file, first_id)


def _read(data: bytes, name: str, file: int, first_id: int) -> Document:
    reading = Reading.of(Parts(Package(data, name)))
    shaper = Shaper(reading.styles, counted(reading.parts.part("numbering")))
    language = _usual_language(reading)
    spans = _Spans()
    paragraphs: list[Paragraph] = []
    for block in reading.blocks:
        number = first_id + len(paragraphs)
        marks = marks_of(block.pieces, language, spans, number)
        tie = reading.tie(block)
        paragraphs += parted(
            Paragraph(number, block.text, block.text, "\n", file, marks=marks, shape=shaper.shape(block), tied=tie)
        )
    if not paragraphs:
        paragraphs = [Paragraph(first_id, "", "", "", file, tied="0")]
    paragraphs[-1] = replace(paragraphs[-1], gap="")
    found = tuple(losses(reading.parts, reading.blocks))
    notes = comments(reading.parts, spans.places)
    return Document(tuple(paragraphs), found, notices(reading.parts), notes)


def marks_of(
    pieces: Sequence[Piece], language: str = "", spans: _Spans | None = None, paragraph: int = 0
) -> tuple[Mark, ...]:
    """The marks of a paragraph made of ``pieces``. ``language`` is the usual one, which is not marked."""
    spans = spans or _Spans()
    if not pieces and not spans.open:
        return ()
    marks: list[Mark] = []
    started = dict.fromkeys(spans.open, 0)
    place = 0
    for piece in pieces:
        if piece.point is MarkKind.COMMENT:
            marks.extend(_comment(piece, place, started, spans, paragraph))
        elif piece.point is not None:
            marks.append(Mark(place, place, piece.point, piece.value, piece.key))
        else:
            end = place + len(piece.text)
            marks.extend(_over(piece, place, end, language))
            place = end
    marks.extend(Mark(start, place, MarkKind.COMMENT, "", key) for key, start in started.items())
    return tidy(marks)


def _over(piece: Piece, start: int, end: int, language: str) -> Iterator[Mark]:
    for kind in piece.look.kinds:
        yield Mark(start, end, kind)
    if piece.look.language not in ("", language):
        yield Mark(start, end, MarkKind.LANGUAGE, piece.look.language)
    if piece.link:
        yield Mark(start, end, MarkKind.LINK, piece.link)
    if piece.inserted:
        yield Mark(start, end, MarkKind.INSERTED, piece.inserted)


def _comment(
    piece: Piece, place: int, started: dict[str, int], spans: _Spans, paragraph: int
) -> Iterator[Mark]:
    """A comment's range begins or ends, or a comment without a range stands here."""
    key = piece.key
    if piece.value == "Start":
        spans.open[key] = paragraph
        spans.places[key] = (paragraph, place, place)
        started[key] = place
    elif piece.value == "End" and key in started:
        start = started.pop(key)
        spans.open.pop(key, None)
        if spans.places.get(key, (None,))[0] == paragraph:
            spans.places[key] = (paragraph, start, place)
        yield Mark(start, place, MarkKind.COMMENT, "", key)
    elif piece.value == "Reference" and key not in spans.places:
        spans.places[key] = (paragraph, place, place)
        yield Mark(place, place, MarkKind.COMMENT, "", key)


def _usual_language(reading: Reading) -> str:
    """The language that most letters are said to be in."""
    letters: Counter[str] = Counter()
    for block in reading.blocks:
        for piece in block.pieces:
            if piece.text:
                letters[piece.look.language or reading.styles.language] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else ""

