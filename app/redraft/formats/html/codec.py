# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages for the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import IN_FILE, document
from redraft.formats.html.page import root_of, text_of
from redraft.formats.html.reader import read_blocks
from redraft.formats.html.saving import patched
from redraft.formats.html.writer import write_page
from redraft.formats.pieces import whole
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.shape import BODY


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in a web page; its paragraphs are tied by their number.

    Raises:
        FormatError: when it is no text, or nothing is in it.
    """
    decoded = text_of(data, name)
    flow = read_blocks(root_of(decoded.text, name))
    flow.blocks = [replace(each, tied=str(number)) for number, each in enumerate(flow.blocks)]
    return document(flow, file, first_id, kept=IN_FILE, notices=(decoded.notice,) if decoded.notice else ())


def save(source: SourceFile, paragraphs: Sequence[Paragraph]) -> bytes:
    """The page as it was read with what changed, or a new one.

    Raises:
        NotInPlace: when the page is built so that a change has no place in it.
    """
    name = source.path.name if source.path else "the page"
    if source.original is None or source.original.format != "html":
        formatted = any(each.marks or each.tied or each.shape != BODY for each in paragraphs)
        read_as = replace(source, format=source.format if formatted else "markdown")
        own = tuple(replace(each, file=0) for each in paragraphs)
        return write_page(rich(Manuscript(source.path, (read_as,), own)))
    old, new = whole(source.original.paragraphs), whole(paragraphs)
    if [(each.text, each.marks) for each in old] == [(each.text, each.marks) for each in new]:
        return source.original.data
    return patched(source.original.data, new, name)


CODEC = Codec(read, save)
