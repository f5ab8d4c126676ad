# SPDX-License-Identifier: GPL-3.0-or-later
"""List the notes on a story, take in what beta readers sent back, or write the notes out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from redraft.commands.opening import opened
from redraft.commands.receiving import receive, shortened, told
from redraft.errors import RedraftError
from redraft.formats.docx.threads import parted
from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import outline
from redraft.notes.arriving.document import comments
from redraft.notes.arriving.recognising import Recogniser
from redraft.notes.listing import Listed, as_json, as_markdown, as_reader_file, listed
from redraft.notes.note import Note
from redraft.notes.placing.placer import Placer
from redraft.storage.atomic import write
from redraft.storage.notes import NoteStore


class CannotWriteNotes(RedraftError):
    """The notes were not written out; nothing was changed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """list FILE…, import FILE NOTES…, export FILE"""
    kinds = parser.add_subparsers(dest="deed", required=True, metavar="list|import|export")
    shown = kinds.add_parser("list", help="print the notes, in the order of the story")
    shown.add_argument("files", nargs="+", metavar="FILE", help="a story, or a folder of chapters")
    shown.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")
    taken = kinds.add_parser("import", help="take in what readers sent back")
    taken.add_argument("file", metavar="FILE", help="the story that the notes are on")
    taken.add_argument("notes", nargs="+", metavar="NOTES",
                       help="files of reader copies, Word or OpenDocument files with comments, mails saved as text")
    taken.add_argument("--foreign", action="store_true",
                       help="take notes that seem to be on another story too; they go to the lost ones")
    written = kinds.add_parser("export", help="write the notes as a list, or as a file that can be imported")
    written.add_argument("file", metavar="FILE", help="a story, or a folder of chapters")
    written.add_argument("-o", "--output", default="", metavar="OUT", help="the file to write (else: print)")
    written.add_argument("--format", choices=("md", "json"), default="", help="a list to read, or W3C annotations")
    written.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 when something could not be read."""
    if options.deed == "import":
        return _import(options)
    return _export(options) if options.deed == "export" else _list(options)


def _list(options: argparse.Namespace) -> int:
    status = 0
    for name in options.files:
        try:
            notes = _listed(opened(name))
        except RedraftError as error:
            print(f"redraft: {name}: {error}", file=sys.stderr)
            status = 2
            continue
        if options.format == "json":
            print(json.dumps(as_json(notes), ensure_ascii=False))
            continue
        if len(options.files) > 1:
            print(f"{name}:")
        for line in _lines(notes):
            print(line)
    return status


def _lines(notes: Sequence[Listed]) -> Iterator[str]:
    if not notes:
        yield "There are no notes on this story."
    for each in notes:
        note = each.note
        scene = f" · scene {each.scene}" if each.scene else ""
        quote = f" · “{shortened(note.quote.exact, 40)}”" if note.quote.exact else ""
        said = shortened(note.body or (f"→ {note.suggestion}" if note.suggestion is not None else ""), 100)
        what = str(note.reaction or note.kind)
        yield f"{note.author} · {what} · {note.state}{scene}{quote}: {said}".rstrip(": ")
        for reply in note.answers:
            yield f"    {reply.author}: {shortened(reply.body, 100)}"


def _import(options: argparse.Namespace) -> int:
    manuscript = opened(options.file)
    if manuscript.path is None:
        raise CannotWriteNotes("Notes are kept beside the story they are on; name its file instead of standard input.")
    store = _store(manuscript)
    report = receive([Path(each) for each in options.notes], manuscript, store, foreign=options.foreign)
    if store.trouble is not None:
        raise store.trouble
    for line in told(report):
        print(line)
    read = report.new or report.updated or report.same or report.answers or report.withdrawn
    return 2 if (report.refused or report.foreign) and not read else 0


def _export(options: argparse.Namespace) -> int:
    target = Path(options.output) if options.output else None
    if target is not None and target.exists() and not options.force:
        raise CannotWriteNotes(f"{target.name} stands already and was not touched; add --force to replace it.")
    manuscript = opened(options.file)
    notes = _listed(manuscript)
    as_list = options.format == "md" or (not options.format and (target is None or target.suffix.lower() == ".md"))
    made = as_markdown(notes, manuscript) if as_list else as_reader_file(notes, manuscript)
    if target is None:
        print(made, end="")
        return 0
    write(target, made.encode("utf-8", "replace"))
    print(f"{target} was written with {len(notes)} note{'s' if len(notes) != 1 else ''}.")
    return 0


def _store(manuscript: Manuscript) -> NoteStore:
    store = NoteStore.open(manuscript.path)
    for each in store.damaged:
        print(f"redraft: a note could not be read: {each}; the rest is here.", file=sys.stderr)
    return store


def _listed(manuscript: Manuscript) -> list[Listed]:
    """The notes where they are in the text as it is now, with the comments that stand in the file itself; nothing is
    written."""
    store = _store(manuscript)
    placed = Placer(manuscript.source, store.copies.text).all(store.notebook)
    known = Recogniser(placed)
    inside = [replace(each, place=each.origin) for each in _in_the_file(manuscript)]
    own = [each for each in inside if known.known(each) is None and not known.is_answer(each)]
    return listed([*placed, *own], manuscript, outline(manuscript.paragraphs))


def _in_the_file(manuscript: Manuscript) -> list[Note]:
    """The comments that stand in the story's own files."""
    file = manuscript.files[0]
    original = file.original
    torn = original is not None and original.format == "docx" and parted(original.data)
    return comments(manuscript, file.format, parted=torn)
