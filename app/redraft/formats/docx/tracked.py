# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a story as one Word document with tracked changes: what an editor accepts or rejects one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.patch import patched
from redraft.formats.docx.reader import read
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.pieces import whole
from redraft.formats.registry import render
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript, Original, Paragraph
from redraft.text.aligning import aligned


def tracked(before: Manuscript, after: Manuscript, revision: Revision, layout: str = "") -> bytes:
    """A document that is ``before`` with the changes to ``after`` tracked, word by word.

    Where ``before`` is one Word document and no ``layout`` is asked for, it is that document with everything in it;
    otherwise a new one, set so (see :func:`redraft.formats.docx.writer.write`).
    """
    own = before.files[0].original if len(before.files) == 1 and before.files[0].format == "docx" else None
    if own is None or layout:
        data = write(rich(before), layout or "plain")
    else:
        data = render(before)
        if data == own.data and after.files[0].original is own:
            return patched(own, after.paragraphs, "the document", revision)
    base = Original("docx", data, read(data, "the document", 0, 0).paragraphs)
    return patched(base, _tied(whole(base.paragraphs), _blocks(after)), "the document", revision)


def _blocks(manuscript: Manuscript) -> list[Block]:
    """The new version's blocks; a Word document's are its paragraphs, the empty ones too."""
    if all(each.format == "docx" for each in manuscript.files):
        return [Block(each.text, each.marks, each.shape) for each in whole(manuscript.paragraphs)]
    return rich(manuscript)


def _tied(old: Sequence[Paragraph], new: Sequence[Block]) -> list[Paragraph]:
    """The new blocks as paragraphs, tied to those of the file that they come from; empty ones of the file stay."""
    found: list[Paragraph] = []
    for one, other in aligned([each.text for each in old], [each.text for each in new]):
        if other is None:
            if one is not None and not old[one].text:
                found.append(old[one])
            continue
        block = new[other]
        paragraph = Paragraph(other, block.text, block.text, "\n", marks=block.marks, shape=block.shape)
        if one is not None:
            same = old[one].shape.kind is block.shape.kind
            shape = old[one].shape if same else block.shape
            paragraph = replace(paragraph, shape=shape, tied=old[one].tied)
        found.append(paragraph)
    return found
