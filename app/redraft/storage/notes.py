# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the notes of a manuscript in its sidecar folder: ``notes.<installation>.jsonl``, an annotation a line.

Each installation writes only its own file; reading merges all of them by id. Lines are in the order of their ids, keys
within a line in theirs, so a version control system merges two people's notes; where it left conflict marks, both
sides are read. A line that cannot be read is put by in ``notes.damaged.txt`` before the file is written again.
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
from redraft.storage.atomic import SaveError, write
from redraft.storage.copies import Copies
from redraft.storage.sidecar import installation_id, sidecar_folder

_HEAD = {"@context": CONTEXT_NAME, "redraft": {"notes": 1}}
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_DAMAGED = "notes.damaged.txt"


@dataclass
class _File:
    """What one file held: notes by id, answers by the id of their note, and lines that say nothing readable."""

    notes: dict[str, Note] = field(default_factory=dict)
    answers: dict[str, list[Reply]] = field(default_factory=dict)
    damaged: list[tuple[int, str]] = field(default_factory=list)

    def take(self, number: int, line: str) -> None:
        if not line.strip() or line.startswith(_CONFLICT):
            return
        try:
            told = json.loads(line)
            if not isinstance(told, dict):
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

    ``damaged`` names the lines that could not be read; ``trouble`` is why the last change could not be written.
    """

    def __init__(self, folder: Path | None, installation: str) -> None:
        self.copies = Copies(folder, installation)
        self.damaged: tuple[str, ...] = ()
        self.trouble: SaveError | None = None
        self._folder = folder
        self._installation = installation
        self._own: set[str] = set()
        self._broken_lines: list[str] = []
        self.notebook = Notebook(self._load())
        self.notebook.subscribe(self._changed)

    @classmethod
    def open(cls, manuscript: Path | None) -> NoteStore:
        """The notes on the manuscript at that path; nothing is made by opening. None: in memory only."""
        if manuscript is None:
            return cls(None, "memory")
        return cls(sidecar_folder(manuscript), installation_id())

    def save(self) -> None:
        """Write this installation's notes.

        Raises:
            SaveError: when they could not be written; they count until the program ends.
        """
        if self._folder is None or not self._own:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SaveError.of(self._folder, error) from error
        self._put_by_damaged(self._folder)
        kept = (self.notebook.record(each) for each in sorted(self._own))
        lines = [_line(_HEAD), *(_line(each) for note in kept if note is not None for each in annotations_of(note))]
        write(self._folder / self._file_name(), ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass"))
        self.trouble = None

    def inherit(self, other: NoteStore) -> None:
        """Take over the notes and copies of another manuscript (the same story under its old name); written at once.

        Raises:
            SaveError: as :meth:`save`.
        """
        self.copies.inherit(other.copies)
        self._own.update(each.id for each in other.notebook.records)
        self.notebook.merge(other.notebook.records)
        self.save()

    def _changed(self, ids: frozenset[str]) -> None:
        self._own |= ids
        try:
            self.save()
        except SaveError as error:
            self.trouble = error

    def _load(self) -> Iterable[Note]:
        if self._folder is None or not self._folder.is_dir():
            return ()
        found: dict[str, Note] = {}
        answers: dict[str, list[Reply]] = {}
        damaged: list[str] = []
        for path in sorted(self._folder.glob("notes.*.jsonl")):
            own = path.name == self._file_name()
            try:
                held = _read(path)
            except OSError:
                damaged.append(path.name)
                continue
            for note in held.notes.values():
                found[note.id] = merged(found[note.id], note) if note.id in found else note
            for id, replies in held.answers.items():
                answers.setdefault(id, []).extend(replies)
            damaged.extend(f"{path.name}, line {number}" for number, _ in held.damaged)
            if own:
                self._own = {*held.notes, *held.answers}
                self._broken_lines = [line for _, line in held.damaged]
        self.damaged = tuple(damaged)
        return _answered(found, answers)

    def _put_by_damaged(self, folder: Path) -> None:
        """Lines of the own file that could not be read go where a person can look at them."""
        if not self._broken_lines:
            return
        path = folder / _DAMAGED
        earlier = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        write(path, (earlier + "\n".join(self._broken_lines) + "\n").encode("utf-8", "surrogatepass"))
        self._broken_lines = []

    def _file_name(self) -> str:
        return f"notes.{self._installation}.jsonl"


def _read(path: Path) -> _File:
    held = _File()
    data = path.read_bytes()
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        held.take(number, line.rstrip("\r"))
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
