# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated author does three hundred things, and what lies on the disk is what they did (ten thousand: ``make torture``)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.torture.author import play

from redraft.notes.note import Note
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar
from redraft.ui.story import Story


def test_three_hundred_things() -> None:
    assert play(500) >= 300


def test_a_program_that_loses_something_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sidecar, "put", lambda self, kind, id, fields: None)
    with pytest.raises(AssertionError):
        play(500)


def test_undo_after_saving_under_another_name_counts_there(tmp_path: Path) -> None:
    """The decision and the note were made under the old name, and are taken back under the new one alone."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("Words.\n")
    story, store = Story.read(old), NoteStore.open(old)
    story.session.replace_many({}, label="ignore", initiator="test", decisions=[story.book.add_word("Anko")])
    note = store.notebook.add(Note("", "Ann", "Nice."))
    step = store.notebook.step(note.id, lambda: store.notebook.delete(note.id))
    story.session.replace_many({}, label="delete", initiator="test", decisions=[step])
    story.save_as(new)
    store.go_on_in(new)
    assert [each.id for each in Sidecar.open(new).records("word")] == ["anko"] and not list(NoteStore.open(new).notebook)
    story.session.undo()
    story.session.undo()
    assert not Sidecar.open(new).records("word")
    assert [each.body for each in NoteStore.open(new).notebook] == ["Nice."]
    assert Sidecar.open(old).records("word") and not list(NoteStore.open(old).notebook)
