# SPDX-License-Identifier: GPL-3.0-or-later
"""From the blocks that a reader made to the paragraphs of a manuscript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.codec import Document
from redraft.formats.flow import Block, Flow, losses
from redraft.formats.pieces import parted
from redraft.manuscript.model import FileNote, Paragraph

IN_FILE = "they stay as they are in the file"
"""What becomes of things left out of a file that is saved by changing only what was edited."""

ONLY_IN_FILE = "they are only in the file that you opened"
"""What becomes of them where the story is saved as another file."""


def document(
    flow: Flow, file: int, first_id: int, *, kept: str, notes: Sequence[FileNote] = (), notices: Sequence[str] = ()
) -> Document:
    """The document that the blocks are, with ids from ``first_id`` on; there is always at least one paragraph.

    ``kept`` is one of the two sentences' ends above. The ``paragraph`` of each note is still the number of its block.
    """
    paragraphs: list[Paragraph] = []
    starts: list[int] = []
    for block in flow.blocks or [Block("")]:
        starts.append(len(paragraphs))
        number = first_id + len(paragraphs)
        whole = Paragraph(number, block.text, block.text, "\n", file, marks=block.marks, shape=block.shape,
                          tied=block.tied)  # fmt: skip
        paragraphs.extend(parted(whole))
    paragraphs[-1] = replace(paragraphs[-1], gap="")
    placed = tuple(_placed(each, paragraphs, starts) for each in notes)
    return Document(tuple(paragraphs), losses(flow.left_out, kept), tuple(notices), placed)


def _placed(note: FileNote, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> FileNote:
    """The note with the id of its paragraph; in a giant one, of the piece that it begins in."""
    if note.paragraph is None:
        return note
    at, start, end = starts[note.paragraph], note.start, note.end
    while paragraphs[at].glued and at + 1 < len(paragraphs) and start >= len(paragraphs[at].text + paragraphs[at].gap):
        passed = len(paragraphs[at].text + paragraphs[at].gap)
        at, start, end = at + 1, start - passed, end - passed
    length = len(paragraphs[at].text)
    return replace(note, paragraph=paragraphs[at].id, start=min(start, length), end=min(max(start, end), length))
