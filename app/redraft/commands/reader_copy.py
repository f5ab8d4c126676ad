# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the story as one web page in which a beta reader leaves notes, offline, and sends them back as a small file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from redraft.commands.opening import opened
from redraft.errors import RedraftError
from redraft.manuscript.model import Manuscript
from redraft.notes.note import State
from redraft.notes.placing.placer import Placer
from redraft.notes.reader_copy import GENERATOR, OtherNote, ReaderCopy, Wishes, handed_out, reader_copy
from redraft.storage.atomic import write
from redraft.storage.copies import Copies, Handed
from redraft.storage.notes import NoteStore


class CannotHandOut(RedraftError):
    """No reader copy was made; nothing was written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE -o OUT.html [--reader NAME] [--scenes 1-3,5] [--greeting TEXT] [--ask QUESTION] …"""
    parser.add_argument("file", metavar="FILE", help="a story, or a folder of chapters")
    parser.add_argument("-o", "--output", required=True, metavar="OUT.html", help="the page to write")
    parser.add_argument("--reader", default="", metavar="NAME", help="whom it is for")
    parser.add_argument("--title", default="", help="the story's title, where its first line is not it")
    parser.add_argument("--author", default="", metavar="NAME", help="who wrote it, for the page's cover")
    parser.add_argument("--greeting", default="", metavar="TEXT", help="some words to the reader, on the cover")
    parser.add_argument("--scenes", default="", metavar="1-3,5", help="only these scenes, as the outline numbers them")
    parser.add_argument("--ask", action="append", default=[], metavar="QUESTION", help="a question at the story's end")
    parser.add_argument("--ask-scene", action="append", default=[], metavar="QUESTION",
                        help="a question at the end of every scene")
    parser.add_argument("--mail", default="", metavar="ADDRESS", help="where a reader without JavaScript writes to")
    parser.add_argument("--with-notes", action="store_true", help="show the open notes of other readers in it")
    parser.add_argument("--force", action="store_true", help="replace OUT even where it is not a reader copy")


def run(options: argparse.Namespace) -> int:
    """Write it, and keep the text that was handed out."""
    target = Path(options.output)
    refuse(target, options.force)
    manuscript = opened(options.file)
    wishes = Wishes(
        options.title, options.author, options.reader, options.greeting, scene_numbers(options.scenes),
        tuple(options.ask_scene), tuple(options.ask), options.mail)  # fmt: skip
    others = tuple(others_in(manuscript, wishes.scenes)) if options.with_notes else ()
    made = hand_out(manuscript, wishes, target, others)
    to = f" for {options.reader}" if options.reader else ""
    print(f"{target} was written{to}: “{made.title}”, copy {made.digest[:8]}, {len(made.page) / 1000:,.0f} kB.")
    return 0


def hand_out(manuscript: Manuscript, wishes: Wishes, target: Path, others: Sequence[OtherNote] = ()) -> ReaderCopy:
    """Make the copy, keep its text with the story, then write the page.

    Raises:
        NoReaderCopy: when there is nothing to hand out.
        SaveError: when the text or the page could not be written; without its text kept no copy is handed out.
    """
    copies = Copies.open(manuscript.path)
    earlier = copies.handed
    made = reader_copy(manuscript, replace(wishes, story=earlier[0].digest[:16] if earlier else ""), others)
    handed = Handed(made.digest, wishes.reader, title=made.title, scenes=tuple(sorted(wishes.scenes)))
    copies.hand_out(made.text, handed)
    write(target, made.page)
    return made


def others_in(manuscript: Manuscript, scenes: frozenset[int]) -> Iterator[OtherNote]:
    """The open notes whose words are in a copy of these scenes (none: of all)."""
    store = NoteStore.open(manuscript.path)
    for note in Placer(handed_out(manuscript, scenes).source, store.copies.text).all(store.notebook):
        if note.place is not None and note.state is State.OPEN:
            said = "\n".join(filter(None, (note.reaction or "", note.suggestion and f"→ {note.suggestion}", note.body)))
            yield OtherNote(note.author, note.kind.value, said, note.place.start, note.place.end)


def refuse(target: Path, force: bool) -> None:
    """Refuse to write over anything but an earlier reader copy.

    Raises:
        CannotHandOut: with what to do.
    """
    if target.suffix.lower() not in (".html", ".htm"):
        raise CannotHandOut(f"{target.name}: a reader copy is a web page; give the file the ending .html.")
    if force or not target.exists():
        return
    if not target.is_file() or (target.stat().st_size and GENERATOR not in target.read_bytes()[:4000]):
        raise CannotHandOut(
            f"{target.name} stands already, is no reader copy, and was not touched; add --force to replace it.")


def scene_numbers(told: str) -> frozenset[int]:
    """The numbers in "1-3,5"; none for "".

    Raises:
        CannotHandOut: when they are not numbers.
    """
    return frozenset(_numbers(told)) if told.strip() else frozenset()


def _numbers(told: str) -> Iterator[int]:
    for piece in told.replace("–", "-").split(","):
        first, _, last = piece.strip().partition("-")
        if not first.strip().isdigit() or (last and not last.strip().isdigit()) or len(first) > 6 or len(last) > 6:
            raise CannotHandOut(f"“{piece.strip()}” is no scene's number; write them so: --scenes 1-3,5")
        yield from range(int(first), int(last or first) + 1)


