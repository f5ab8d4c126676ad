# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole of a story at one moment: its files as they are on disk, or would be if it were saved now, what its author
decided, and the notes on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from redraft.formats import registry
from redraft.formats.layout import prepare
from redraft.manuscript.model import Manuscript
from redraft.notes.merging import merged
from redraft.notes.note import Note
from redraft.notes.webannotation import annotations_of, answer_of, note_of
from redraft.storage.sidecar import Record
from redraft.text.plain_data import plain_data


@dataclass(frozen=True, slots=True)
class State:
    """``files``: (name, bytes) in reading order, one for a story of one file; ``records``: the decisions that stand;
    ``notes``: those that stand."""

    files: tuple[tuple[str, bytes], ...]
    records: tuple[Record, ...] = ()
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(cls, manuscript: Manuscript, records: Iterable[Record] = (), notes: Iterable[Note] = ()) -> State:
        """The manuscript as it would be saved now; what is not edited is exactly what was read.

        Raises:
            FormatError: when a change has no place in a file.
        """
        laid = prepare(manuscript).manuscript
        files = tuple((each.path.name if each.path else "story", registry.render(laid, number))
                      for number, each in enumerate(laid.files))
        return cls(files, tuple(records), tuple(each for each in notes if not each.gone))

    @classmethod
    def on_disk(cls, path: Path, records: Iterable[Record] = (), notes: Iterable[Note] = ()) -> State:
        """The story as its files hold it now.

        Raises:
            FormatError: when it cannot be read.
        """
        return cls.of(registry.read(path).manuscript, records, notes)

    def manuscript(self, path: Path) -> Manuscript:
        """The story, read from its files as if they lay at ``path`` (the file, or the folder of chapters).

        Raises:
            FormatError: when a file cannot be read.
        """
        return manuscript_of(path, self.files)


def manuscript_of(path: Path, files: Iterable[tuple[str, bytes]]) -> Manuscript:
    """The manuscript that these files (name, bytes) are when they lie at ``path``; raises a FormatError.

    A story of one file keeps the name that it has now, whatever it was called then.
    """
    held = list(files)
    alone = len(held) == 1 and not path.is_dir()
    contents = [(path if alone else path / name, data) for name, data in held]
    return registry.read_contents(path, contents).manuscript


def records_data(records: Iterable[Record]) -> bytes:
    """Records as lines of JSON, the same records always as the same bytes."""
    lines = (json.dumps({"kind": each.kind, "id": each.id, "fields": dict(each.fields), "when": round(each.when, 3)},
                        sort_keys=True) for each in records)
    return "".join(f"{line}\n" for line in sorted(lines)).encode("ascii")


def records_of(data: bytes) -> tuple[Record, ...]:
    """The records that :func:`records_data` made ``data`` of; a line that is none is left out."""
    return tuple(_records(data))


def _records(data: bytes) -> Iterator[Record]:
    for told in _lines(data):
        fields, when = told.get("fields"), told.get("when")
        if isinstance(fields, dict) and isinstance(when, int | float):
            yield Record(str(told.get("kind", "")), str(told.get("id", "")), fields, float(when))


def notes_data(notes: Iterable[Note]) -> bytes:
    """Notes with their answers as lines of JSON (W3C annotations)."""
    ordered = sorted(notes, key=lambda each: each.id)
    lines = (json.dumps(told, sort_keys=True) for note in ordered for told in annotations_of(note))
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def notes_of(data: bytes) -> tuple[Note, ...]:
    """The notes that :func:`notes_data` made ``data`` of; a line that is none is left out."""
    found: dict[str, Note] = {}
    for told in _lines(data):
        answer = answer_of(told)
        try:
            note = Note(answer.note, replies=(answer.reply,)) if answer is not None else note_of(told)
        except ValueError:
            continue
        if note.id:
            found[note.id] = merged(found[note.id], note) if note.id in found else note
    return tuple(found.values())


def _lines(data: bytes) -> Iterator[dict[str, object]]:
    for line in data.decode("ascii", "replace").split("\n"):
        try:
            told = plain_data(line) if line.strip() else None
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told
