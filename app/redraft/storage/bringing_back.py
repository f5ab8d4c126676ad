# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions and notes of an earlier state, brought back beside those of now: merged, and nothing made since dropped."""

from __future__ import annotations

from collections.abc import Iterable

from redraft.manuscript.session import Decision
from redraft.notes.note import Note
from redraft.notes.notebook import Notebook
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Record

_OF_THE_MOMENT = frozenset({"place"})
"""Kinds of record that are no decisions."""


def decisions_back(book: DecisionBook, records: Iterable[Record]) -> list[Decision]:
    """What makes the decisions of then count again: those that were taken back since, and those that were decided
    otherwise since. What was decided since of other things stays."""
    now = {(each.kind, each.id): dict(each.fields) for each in book.sidecar.standing}
    return [book.put(each.kind, each.id, each.fields) for each in records
            if each.kind not in _OF_THE_MOMENT and now.get((each.kind, each.id)) != dict(each.fields)]


def notes_back(book: Notebook, notes: Iterable[Note]) -> list[Decision]:
    """What brings back the notes that were deleted since. Notes that stand stay as they are now, with their answers."""
    gone = [each for each in notes if book.get(each.id) is None]
    return [book.step(each.id, lambda note=each: _put(book, note)) for each in gone]  # type: ignore[misc]


def _put(book: Notebook, note: Note) -> None:
    if book.record(note.id) is None:
        book.add(note)
    else:
        book.restore(note.id, note)
