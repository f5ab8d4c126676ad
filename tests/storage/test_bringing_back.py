# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions and notes of then come back, and none of now is dropped."""

from __future__ import annotations

from pathlib import Path

from redraft.notes.note import Note
from redraft.storage.bringing_back import decisions_back, notes_back
from redraft.storage.decisions import DecisionBook
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar


def standing(book: DecisionBook) -> dict[tuple[str, str], object]:
    return {(each.kind, each.id): dict(each.fields) for each in book.sidecar.standing}


def test_decisions_are_merged_and_can_be_undone(tmp_path: Path) -> None:
    book = DecisionBook(Sidecar.open(tmp_path / "story.md"))
    for word in ("zorb", "quill"):
        book.add_word(word).do()
    book.rename_character("Ann", "Anna").do()
    book.remember_place(3, 4)
    then = book.sidecar.standing
    book.remove_word("zorb").do()
    book.rename_character("Ann", "Annie").do()
    book.switch_off("echo").do()
    book.remember_place(9, 9)
    now = standing(book)
    back = decisions_back(book, then)
    assert len(back) == 2
    for each in back:
        each.do()
    assert book.current.own_words == {"zorb", "quill"} and book.current.rules_off == {"echo"}
    assert book.current.place == (9, 9) and standing(book)["character-name", "Ann"] == {"wanted": "Anna"}
    for each in reversed(back):
        each.undo()
    assert standing(book) == now and not decisions_back(book, book.sidecar.standing)


def test_notes_that_were_deleted_come_back_and_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    book = NoteStore.open(path).notebook
    kept, gone = book.add(Note("", "Anna", "Kept.")), book.add(Note("", "Anna", "Deleted."))
    then = tuple(book)
    book.edit(kept.id, body="Said otherwise.")
    book.reply(kept.id, "Me", "An answer.")
    book.delete(gone.id)
    new = book.add(Note("", "Me", "New."))
    back = notes_back(book, then)
    for each in back:
        each.do()
    assert {each.body for each in NoteStore.open(path).notebook} == {"Said otherwise.", "Deleted.", "New."}
    found = book.get(kept.id)
    assert found is not None and [each.body for each in found.answers] == ["An answer."]
    for each in back:
        each.undo()
    assert {each.id for each in book} == {kept.id, new.id} and len(back) == 1


def test_notes_come_back_to_another_machine(tmp_path: Path) -> None:
    note = NoteStore.open(tmp_path / "a.md").notebook.add(Note("", "Anna", "Kept."))
    book = NoteStore.open(tmp_path / "b.md").notebook
    back = notes_back(book, [note])
    back[0].do()
    assert book.get(note.id) == note
    back[0].undo()
    assert book.get(note.id) is None
    back[0].do()
    assert book.get(note.id) is not None
