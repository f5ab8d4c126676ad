# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole story as one value: its files as they would be saved, what was decided, the notes on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats import registry
from redraft.manuscript.session import Session
from redraft.notes.note import Note, Quote, Reply
from redraft.storage.sidecar import Record
from redraft.storage.states import State, notes_data, notes_of, records_data, records_of
from tests.ui.documents import docx, odt

KINDS = {"story.txt": b"One.\r\n\r\n  Two.\r\n", "story.md": "# One\n\n*Zwei* — “é”.\n".encode()}


@pytest.mark.parametrize("name", KINDS)
def test_what_was_only_read_is_exactly_its_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(KINDS[name])
    state = State.on_disk(path)
    assert state.files == ((name, KINDS[name]),)
    assert state.manuscript(path) == registry.read(path).manuscript


@pytest.mark.parametrize("made", [docx, odt])
def test_a_document_with_formatting_is_its_bytes(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    path = made(tmp_path / f"story.{made.__name__}")
    state = State.on_disk(path)
    assert state.files == ((path.name, path.read_bytes()),)
    assert state.manuscript(path).paragraphs == registry.read(path).manuscript.paragraphs


def test_a_folder_is_all_its_chapters_as_they_would_be_saved(tmp_path: Path) -> None:
    folder = tmp_path / "novel"
    folder.mkdir()
    for number in (1, 2, 10):
        (folder / f"{number}.md").write_text(f"Chapter {number}.\n")
    session = Session(registry.read(folder).manuscript)
    session.replace(1, 2, ["Chapter two."], label="x", initiator="t")
    state = State.of(session.manuscript)
    assert state.files == (("1.md", b"Chapter 1.\n"), ("2.md", b"Chapter two.\n"), ("10.md", b"Chapter 10.\n"))
    assert (folder / "2.md").read_bytes() == b"Chapter 2.\n"
    assert [each.text for each in state.manuscript(folder).paragraphs] == ["Chapter 1.", "Chapter two.", "Chapter 10."]


@given(st.dictionaries(st.text(max_size=6), st.one_of(st.text(max_size=6), st.booleans(), st.integers()), max_size=3))
def test_records_come_back(fields: dict[str, object]) -> None:
    records = (Record("word", "b", fields, 12.5), Record("word", "a", {}, 3.0))
    assert sorted(records_of(records_data(records)), key=lambda each: each.id) == [records[1], records[0]]
    assert records_data(records) == records_data(records[::-1])


def test_notes_come_back_with_their_answers() -> None:
    reply = Reply("urn:r", "Me", "Yes — ok.", "2026-05-01T10:00:00.000Z", "2026-05-01T10:00:00.000Z")
    note = Note("urn:n", "Anna", "I was lost \ud800 here.", quote=Quote("the gate", "shut ", " was"),
                created="2026-05-01T09:00:00.000Z", modified="2026-05-01T09:00:00.000Z", replies=(reply,))
    assert notes_of(notes_data([note])) == (note,)


@pytest.mark.parametrize("junk", [b"", b"junk\n[1]\n{}\n", b'{"kind": 1}\n', b"\xff\xfe\n", b"[" * 100_000])
def test_junk_gives_nothing(junk: bytes) -> None:
    assert records_of(junk) == () and notes_of(junk) == ()
