# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF for the registry: read, and saved in place; no new document is written in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import IN_FILE, document
from redraft.formats.errors import Broken, OnlyRead
from redraft.formats.flow import Block
from redraft.formats.inplace import NotInPlace, Unplaced, saved
from redraft.formats.pieces import whole
from redraft.formats.rtf.patch import RtfDialect, seam
from redraft.formats.rtf.reader import NestedTooDeeply, read_story
from redraft.manuscript.model import Paragraph, SourceFile

_START = b"{\\rtf"
_BYTES = "latin-1"


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in an RTF file; its paragraphs are tied by their number.

    Raises:
        Broken: when it does not begin as RTF does, or nests as no word processor has it.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START):
        raise Broken(name, "it does not begin as an RTF document does")
    try:
        story = read_story(data.decode(_BYTES))
    except NestedTooDeeply:
        raise Broken(name, "its notes stand inside of one another without an end") from None
    story.flow.blocks = [replace(each, tied=str(number)) for number, each in enumerate(story.flow.blocks)]
    return document(story.flow, file, first_id, kept=IN_FILE, notes=story.notes)


def save(source: SourceFile, paragraphs: Sequence[Paragraph]) -> bytes:
    """The document as it was read with what changed.

    Raises:
        OnlyRead: for a story that was no RTF document.
        NotInPlace: when the document is built so that a change has no place in it.
    """
    name = source.path.name if source.path else "the document"
    if source.original is None or source.original.format != "rtf":
        raise OnlyRead(name, "rtf")
    old, new = whole(source.original.paragraphs), whole(paragraphs)
    if [(each.text, each.marks) for each in old] == [(each.text, each.marks) for each in new]:
        return source.original.data
    text = source.original.data.decode(_BYTES)
    story = read_story(text, traced=True)
    try:
        dialect = RtfDialect(text, story.flow.blocks, story.links)
        return saved(text, story.flow.blocks, new, dialect, _again, seam)
    except (Unplaced, UnicodeEncodeError):
        raise NotInPlace(name) from None


def _again(text: str) -> tuple[bytes, Sequence[Block]]:
    return text.encode(_BYTES), read_story(text).flow.blocks


CODEC = Codec(read, save)
