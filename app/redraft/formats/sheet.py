# SPDX-License-Identifier: GPL-3.0-or-later
"""A document made of Markdown paragraphs, in any format that the program writes."""

from __future__ import annotations

from collections.abc import Iterable

from redraft.formats.export import export
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile


def sheet(paragraphs: Iterable[str], suffix: str) -> bytes:
    """The bytes of a file with the ending ``suffix`` (one of :data:`redraft.formats.export.FORMATS`).

    Raises:
        ValueError: for another ending.
    """
    made = tuple(Paragraph(number, text, text, "\n\n") for number, text in enumerate(paragraphs))
    source = SourceFile(None, "markdown")
    if suffix == ".md":
        return ("\n\n".join(each.text for each in made) + "\n").encode("utf-8")
    return export(Manuscript(None, (source,), made), suffix)
