# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a manuscript as another file.

A single file exported to its own format is written exactly as it would be saved, where it can be; every other one is
written anew from its blocks (:mod:`redraft.formats.rich`).
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from redraft.formats.docx.writer import write as write_docx
from redraft.formats.flow import Block
from redraft.formats.html.writer import write_page
from redraft.formats.inplace import NotInPlace
from redraft.formats.loss import Loss
from redraft.formats.odt.writer import write_odt
from redraft.formats.pdf import write_pdf
from redraft.formats.plainly import markdown_of, text_of
from redraft.formats.registry import SUFFIXES, render
from redraft.formats.rich import rich
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript

_WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    ".txt": text_of, ".md": markdown_of, ".docx": write_docx, ".odt": write_odt, ".html": write_page, ".pdf": write_pdf,
}  # fmt: skip

FORMATS = tuple(_WRITERS)
"""The endings of the files that can be written."""


def export(manuscript: Manuscript, suffix: str, *, plain: bool = False, layout: str = "") -> bytes:
    """The bytes of the manuscript as a file with the ending ``suffix`` (one of :data:`FORMATS`).

    ``plain``: of a web page only what story sites take (p, em, strong, hr). ``layout`` of a Word document: "shunn" is
    the standard manuscript format; "" keeps a Word document's own.

    Raises:
        ValueError: for another ending.
        FormatError: when it cannot be written.
    """
    if suffix not in FORMATS:
        raise ValueError(f"no export to {suffix}")
    if plain and suffix == ".html":
        return write_page(rich(manuscript), plain=True)
    if layout and suffix == ".docx":
        return write_docx(rich(manuscript), layout)
    if len(manuscript.files) == 1 and SUFFIXES.get(suffix) == manuscript.files[0].format:
        with contextlib.suppress(NotInPlace):
            return render(manuscript)
    return _WRITERS[suffix](rich(manuscript))


def not_held(manuscript: Manuscript, suffix: str) -> tuple[Loss, ...]:
    """What of a story a copy with that ending does not hold; nothing where the copy is the file with its edits."""
    if len(manuscript.files) == 1 and SUFFIXES.get(suffix) == manuscript.files[0].format:
        return ()
    kinds = Counter(mark.kind for each in manuscript.paragraphs for mark in each.marks if mark.is_point)
    comments = sum(len(each.notes) for each in manuscript.files)
    found = [
        ("picture", "pictures", kinds[MarkKind.IMAGE]),
        ("formula or object", "formulas or objects", kinds[MarkKind.OBJECT]),
        ("comment", "comments", comments), ("tracked deletion", "tracked deletions", kinds[MarkKind.DELETED]),
    ]  # fmt: skip
    return tuple(
        Loss(f"1 {one} is not in the copy." if count == 1 else f"{count:,} {several} are not in the copy.")
        for one, several, count in found if count
    )


def chapters(manuscript: Manuscript) -> Iterator[tuple[str, Manuscript]]:
    """Each file of a folder as a manuscript of its own, with its name without ending; no name comes twice."""
    taken: set[str] = set()
    for number, file in enumerate(manuscript.files):
        name = file.path.stem if file.path else "story"
        while name.casefold() in taken:
            name += "-2"
        taken.add(name.casefold())
        own = tuple(replace(each, file=0) for each in manuscript.paragraphs if each.file == number)
        yield name, Manuscript(file.path, (file,), own)


def write_text(manuscript: Manuscript) -> bytes:
    """The manuscript as plain text: of Markdown files the emphasis marks, escapes and heading hashes are left out."""
    return export(manuscript, ".txt")


def write_markdown(manuscript: Manuscript) -> bytes:
    """The manuscript as Markdown: headings as ``#``, scene marks as ``* * *``, what would be markup escaped.

    Emphasis that is written in a plain text (``*so*``, ``<i>so</i>``) becomes Markdown's.
    """
    return export(manuscript, ".md")
