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
from redraft.manuscript.carrying import carried
from redraft.manuscript.marks import MarkKind, tidy
from redraft.manuscript.model import Manuscript, Original, Paragraph
from redraft.text.aligning import aligned

_PLAIN = ("text", "markdown")
_EMPHASIS = (MarkKind.ITALIC, MarkKind.BOLD)


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
    bare = _is_plain(after) and not _is_plain(before)
    return patched(base, _tied(whole(base.paragraphs), _blocks(after), bare), "the document", revision)


def _is_plain(manuscript: Manuscript) -> bool:
    """Whether it can hold no formatting, or little."""
    return all(each.format in _PLAIN for each in manuscript.files)


def _blocks(manuscript: Manuscript) -> list[Block]:
    """The new version's blocks; a Word document's are its paragraphs, the empty ones too."""
    if all(each.format == "docx" for each in manuscript.files):
        return [Block(each.text, each.marks, each.shape) for each in whole(manuscript.paragraphs)]
    return rich(manuscript)


def _tied(old: Sequence[Paragraph], new: Sequence[Block], bare: bool) -> list[Paragraph]:
    """The new blocks as paragraphs, tied to those of the file that they come from; empty ones of the file stay.

    ``bare``: the new version is a text without formatting; where words are the old ones, so is the formatting.
    """
    found: list[Paragraph] = []
    emphatic = any(each.kind in _EMPHASIS for block in new for each in block.marks)
    before = [each.text.strip() if bare else each.text for each in old]
    for one, other in aligned(before, [each.text for each in new]):
        if other is None:
            if one is not None and not old[one].text:
                found.append(old[one])
            continue
        block = new[other]
        paragraph = Paragraph(other, block.text, block.text, "\n", marks=block.marks, shape=block.shape)
        if one is not None and bare:
            paragraph = _dressed(old[one], paragraph, emphatic)
        elif one is not None:
            same = old[one].shape.kind is block.shape.kind
            paragraph = replace(paragraph, shape=old[one].shape if same else block.shape, tied=old[one].tied)
        found.append(paragraph)
    return found


def _dressed(old: Paragraph, new: Paragraph, emphatic: bool) -> Paragraph:
    """A paragraph of a bare text with the shape, the looks and the outer spaces of the old one. ``emphatic``: the
    text says itself what is italic and bold.
    """
    words = old.text.strip()
    lead, tail = old.text.split(words, 1) if words else ("", "")
    text = lead + new.text.strip() + tail
    bare = Paragraph(new.id, text, text, "\n", shape=old.shape, tied=old.tied)
    marks = carried([old], (bare,))[0].marks
    if emphatic:
        own = [each.shifted(len(lead)) for each in new.marks if each.kind in _EMPHASIS]
        marks = tidy([*own, *(each for each in marks if each.kind not in _EMPHASIS)])
    return replace(bare, marks=marks)
