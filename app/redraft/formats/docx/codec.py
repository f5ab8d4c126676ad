# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents for the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.codec import Codec
from redraft.formats.docx.patch import patched
from redraft.formats.docx.reader import read
from redraft.formats.docx.writer import write
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.shape import BODY


def save(source: SourceFile, paragraphs: Sequence[Paragraph]) -> bytes:
    """The bytes to save: the document as it was read with what changed, or a new one.

    A text that is saved as a Word document for the first time still has its markup in its words.
    """
    if source.original is not None and source.original.format == "docx":
        return patched(source.original, paragraphs, source.path.name if source.path else "the document")
    formatted = any(each.marks or each.tied or each.shape != BODY for each in paragraphs)
    read_as = replace(source, format=source.format if formatted else "markdown")
    return write(rich(Manuscript(source.path, (read_as,), tuple(replace(each, file=0) for each in paragraphs))))


CODEC = Codec(read, save)
