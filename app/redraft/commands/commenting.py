# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes on a story as comments in a Word document of it, and that document as a copy handed to a reader."""

from __future__ import annotations

from dataclasses import dataclass

from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.identity import with_copy_id
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import FileNote, Manuscript
from redraft.notes.as_comment import comment_text
from redraft.notes.note import Note, Target, text_digest
from redraft.notes.placing.placer import Placer
from redraft.storage.atomic import SaveError
from redraft.storage.copies import Copies, Handed
from redraft.storage.notes import NoteStore


@dataclass(frozen=True, slots=True)
class Written:
    """The document, how many notes it holds, and how many it does not, because they are lost."""

    data: bytes
    notes: int
    lost: int


def with_notes(data: bytes, manuscript: Manuscript, name: str) -> Written:
    """The document ``data``, made of ``manuscript``, with the notes on the manuscript as comments.

    A note that stands in the document as a comment already is not written twice. Lost notes stay out.
    """
    store = NoteStore.open(manuscript.path)
    source = manuscript.source
    here = Placer(source, store.copies.text).all(store.notebook)
    document = read_bytes(data, name).manuscript
    there = Placer(document.source, {text_digest(source): source}.get).all(here)
    known = {_key(each) for file in document.files for each in file.notes}
    comments: list[Comment] = []
    lost = 0
    for note in sorted(there, key=_order):
        made = _comment(note)
        if note.place is None and note.target is not Target.MANUSCRIPT:
            lost += 1
        elif (made.author, made.text) not in known:
            comments.append(made)
    return Written(commented(data, comments, name), len(comments), lost)


def handed_out(data: bytes, manuscript: Manuscript, reader: str, name: str) -> bytes:
    """The document as a copy for ``reader``: its text is kept, and its properties say which copy it is.

    Raises:
        SaveError: when the text could not be kept; then the document must not be handed out.
    """
    text = read_bytes(data, name).manuscript.source
    title = manuscript.path.stem if manuscript.path else ""
    made = Copies.open(manuscript.path).hand_out(text, Handed("", reader, form="docx", title=title))
    return with_copy_id(data, made.digest, name)


def signed(data: bytes, manuscript: Manuscript, name: str) -> bytes:
    """The document with the digest of its text in its properties, should it come back from a reader; its text is kept
    with the user's data. A document that is written as it was read stays so, byte for byte."""
    if any(each.format == "docx" for each in manuscript.files):
        return data
    copies = Copies.open(None)
    try:
        return with_copy_id(data, copies.keep_aside(read_bytes(data, name).manuscript.source), name)
    except SaveError:
        return data


def _comment(note: Note) -> Comment:
    start, end = (note.place.start, note.place.end) if note.place else (0, 0)
    replies = tuple(Comment(each.author, each.created, each.body) for each in note.answers)
    return Comment(note.author, note.created, comment_text(note), start, end, replies, note.done)


def _key(told: FileNote) -> tuple[str, str]:
    return told.author, told.text


def _order(note: Note) -> tuple[int, str, str]:
    return (note.place.start if note.place else 0, note.created, note.id)


def sentence(written: Written) -> str:
    """What to tell the author of it."""
    count = f"{written.notes} note{'s' if written.notes != 1 else ''} as comments"
    if not written.lost:
        return f"It holds {count}."
    return f"It holds {count}; {written.lost} lost one{'s' if written.lost != 1 else ''} stayed out."
