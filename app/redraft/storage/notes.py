# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the notes of a manuscript in its sidecar folder: ``notes.<installation>.jsonl``, an annotation a line.

Each installation writes only its own file; reading merges all of them, and what sync programs made of them, by id.
Lines are in the order of their ids, keys within a line in theirs, so a version control system merges two people's
notes; where it left conflict marks, both sides are read. A line that cannot be read is put by in
``notes.damaged.<installation>.txt`` before the file is written again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from redraft.notes.merging import merged, merged_replies
from redraft.notes.note import Note, Reply
from redraft.notes.notebook import Notebook
from redraft.notes.webannotation import CONTEXT_NAME, annotations_of, answer_of, note_of
from redraft.storage.atomic import SaveError
from redraft.storage.copies import Copies
from redraft.storage.shelf import Sheet, Shelf, make, told_by
from redraft.storage.sidecar import installation_id, second_folders, sidecar_folder

FORMAT = 1
"""The number of the format in which notes are written."""


@dataclass
class _File:
    """What one file held: notes by id, answers by the id of their note, and lines that say nothing readable."""

    notes: dict[str, Note] = field(default_factory=dict)
    answers: dict[str, list[Reply]] = field(default_factory=dict)
    damaged: list[tuple[int, bytes]] = field(default_factory=list)

    def take(self, number: int, line: bytes) -> None:
        told = told_by(line)
        try:
            if told is None:
                raise ValueError
            if "type" in told or "body" in told:
                self._read(told)
        except (ValueError, RecursionError):
            self.damaged.append((number, line))

    def _read(self, told: Mapping[str, object]) -> None:
        answer = answer_of(told)
        if answer is not None:
            self.answers.setdefault(answer.note, []).append(answer.reply)
            return
        note = note_of(told)
        if not note.id:
            raise ValueError("a note without an id")
        known = self.notes.get(note.id)
        self.notes[note.id] = note if known is None else merged(known, note)


class NoteStore:
    """The notes of one manuscript and the file they are kept in; each change of the notebook is written at once.

    ``damaged`` names the lines that could not be read; ``trouble`` is why the last change could not be written;
    ``writable`` False keeps whatever is noted in memory.
    """

    def __init__(self, folder: Path | None, installation: str) -> None:
        self.copies = Copies(folder, installation)
        self.damaged: tuple[str, ...] = ()
        self.newer: tuple[str, ...] = ()
        self.trouble: SaveError | None = None
        self.writable = True
        self._own: set[str] = set()
        self._broken: list[bytes] = []
        self._taking = False
        head = {"@context": CONTEXT_NAME}
        self._shelf = Shelf(folder, "notes", installation, FORMAT, head) if folder is not None else None
        self.notebook = Notebook(self._load())
        self.notebook.subscribe(self._changed)

    @classmethod
    def open(cls, manuscript: Path | None) -> NoteStore:
        """The notes on the manuscript at that path; nothing is made by opening. None: in memory only."""
        if manuscript is None:
            return cls(None, "memory")
        folder, installation = sidecar_folder(manuscript), installation_id()
        made = cls(folder, installation)
        for second in second_folders(folder):
            made._take_in(cls(second, installation))
        return made

    def save(self) -> None:
        """Write this installation's notes, with those that another window of it wrote meanwhile.

        Raises:
            SaveError: when they could not be written; they count until the program ends.
        """
        if self._shelf is None or not self._own or not self.writable:
            return
        with self._shelf.hold():
            if self._shelf.changed(own=True):
                self._take_in(self)
            if self._broken:
                make(self._shelf.folder)
                self._shelf.set_aside(self._broken)
            kept = (self.notebook.record(each) for each in sorted(self._own))
            self._shelf.write(_line(each) for note in kept if note is not None for each in annotations_of(note))
            self._broken = []
        self.trouble = None

    def refresh(self) -> bool:
        """Take in what another window, or another machine, wrote since; the notebook tells what changed."""
        if self._shelf is None or not self._shelf.changed():
            return False
        before = self.notebook.records
        self._take_in(self)
        return self.notebook.records != before

    def inherit(self, other: NoteStore) -> None:
        """Take over the notes and copies of another manuscript (the same story under its old name); written at once.

        Raises:
            SaveError: as :meth:`save`.
        """
        self.copies.inherit(other.copies)
        self._own.update(each.id for each in other.notebook.records)
        self.notebook.merge(other.notebook.records)
        self.save()

    def go_on_in(self, manuscript: Path) -> None:
        """The story lies elsewhere now: its notes and copies count there, and so does what is taken back of what was
        noted before. The notebook stays the one it is.

        Raises:
            SaveError: as :meth:`save`.
        """
        there, earlier = NoteStore.open(manuscript), self.copies
        self.copies, self._shelf, self.writable = there.copies, there._shelf, there.writable
        self._own = there._own | {each.id for each in self.notebook.records}
        self.damaged, self.newer, self._broken = there.damaged, there.newer, there._broken
        self._taking = True
        try:
            self.notebook.merge(there.notebook.records)
        finally:
            self._taking = False
        self.copies.inherit(earlier)
        self.save()

    def _changed(self, ids: frozenset[str]) -> None:
        if self._taking:
            return
        self._own |= ids
        try:
            self.save()
        except SaveError as error:
            self.trouble = error

    def _take_in(self, other: NoteStore) -> None:
        """Merge what the files (of another folder) hold now into the notebook, which writes nothing by that."""
        self._taking = True
        try:
            found = tuple(other._load())
            self.notebook.merge(found)
            self._own |= {each.id for each in found} if other is not self else set()
        finally:
            self._taking = False

    def _load(self) -> Iterable[Note]:
        if self._shelf is None:
            return ()
        found: dict[str, Note] = {}
        answers: dict[str, list[Reply]] = {}
        damaged: list[str] = []
        broken: list[bytes] = []
        sheets = self._shelf.read()
        for sheet in sheets:
            held = _read(sheet)
            for note in held.notes.values():
                found[note.id] = merged(found[note.id], note) if note.id in found else note
            for id, replies in held.answers.items():
                answers.setdefault(id, []).extend(replies)
            damaged.extend(sheet.named(number) for number, _ in held.damaged)
            if sheet.own:
                self._own |= {*held.notes, *held.answers}
                broken += [line for _, line in held.damaged]
        self._broken = broken
        self.damaged = (*self._shelf.unread, *damaged)
        self.newer = tuple(self._shelf.newer(sheets))
        return tuple(_answered(found, answers))


def _read(sheet: Sheet) -> _File:
    held = _File()
    for number, line in sheet.lines:
        held.take(number, line)
    return held


def _answered(notes: Mapping[str, Note], answers: Mapping[str, list[Reply]]) -> Iterator[Note]:
    """The notes with their answers; an answer to a note that is nowhere is kept under its id, as deleted."""
    for id, note in notes.items():
        yield replace(note, replies=merged_replies((*note.replies, *answers.get(id, ()))))
    for id, replies in answers.items():
        if id not in notes:
            yield Note(id, gone=True, replies=merged_replies(replies))


def _line(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
