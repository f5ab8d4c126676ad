# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format with formatting of its own offers to the registry: a reader, and a writer that keeps all else.

A codec lives in a package of its own and is imported when a file of its kind is met.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from redraft.formats.loss import Loss
from redraft.manuscript.model import FileNote, Paragraph, SourceFile

CODECS: dict[str, str] = {
    "docx": "redraft.formats.docx.codec",
    "odt": "redraft.formats.odt.codec",
    "rtf": "redraft.formats.rtf.codec",
    "html": "redraft.formats.html.codec",
    "epub": "redraft.formats.epub.codec",
}
"""The modules that hold a ``CODEC``, by the format's name."""

CODEC_SUFFIXES: dict[str, str] = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx",
    ".odt": "odt", ".ott": "odt", ".rtf": "rtf", ".html": "html", ".htm": "html", ".xhtml": "html", ".epub": "epub",
}  # fmt: skip
"""The formats that have a codec, by the file name's ending."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a codec read: see :class:`~redraft.manuscript.model.SourceFile` for ``notes``."""

    paragraphs: tuple[Paragraph, ...]
    losses: tuple[Loss, ...] = ()
    notices: tuple[str, ...] = ()
    notes: tuple[FileNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Codec:
    """``read(data, name, file, first_id)`` raises a FormatError; ``name`` is for sentences, ``file`` and ``first_id``
    are the numbers that the file and its first paragraph get. ``save(source, paragraphs)`` gives the bytes: patched
    from ``source.original`` where that is of this format, a new document otherwise; it raises a FormatError where a
    change has no place, or no new documents are made.
    """

    read: Callable[[bytes, str, int, int], Document]
    save: Callable[[SourceFile, Sequence[Paragraph]], bytes]


def codec(form: str) -> Codec | None:
    """The codec of a format; None for plain text and Markdown."""
    if form not in CODECS:
        return None
    return cast(Codec, importlib.import_module(CODECS[form]).CODEC)
