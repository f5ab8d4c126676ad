# SPDX-License-Identifier: GPL-3.0-or-later
"""The open manuscript: events, undo, what is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Decision, Event, Place, Session


def opened(text: str = "One.\nTwo.\nThree.\n") -> Session:
    return Session(read_bytes(text.encode(), "story").manuscript)


def texts(session: Session) -> list[str]:
    return [each.text for each in session.paragraphs]


def type_word(session: Session, index: int, word: str) -> None:
    base = session.paragraphs[index].text
    for end in range(1, len(word) + 1):
        session.replace(index, index + 1, [base + word[:end]], label="typing", initiator="editor", merge_key="typing")


class Note(Decision):
    def __init__(self) -> None:
        self.log: list[str] = []

    def do(self) -> None:
        self.log.append("do")

    def undo(self) -> None:
        self.log.append("undo")


def test_everyone_hears_of_every_change() -> None:
    session, heard = opened(), list[Event]()
    end = session.subscribe(heard.append)
    session.replace(0, 1, ["Uno."], label="typing", initiator="editor", after=Place((0, 4), (0, 4)))
    session.undo()
    end()
    session.redo()
    assert [(each.revision, each.initiator) for each in heard] == [(1, "editor"), (2, "undo")]
    assert heard[1].changes[0].inserted[0].text == "One."


def test_typing_is_one_step_and_one_change() -> None:
    session = opened()
    type_word(session, 0, " And more of it, and more, and more." * 20)
    assert session.undo_label == "typing"
    transaction = session._undo[-1]
    assert len(session._undo) == 1 and len(transaction.changes) == 1
    session.undo()
    assert texts(session) == ["One.", "Two.", "Three."]
    assert not session.undo()


def test_a_pause_ends_the_step() -> None:
    session = opened()
    type_word(session, 0, "a")
    session.end_merge()
    type_word(session, 0, "b")
    session.undo()
    assert texts(session)[0] == "One.a"


def test_typing_after_undo_is_a_new_step() -> None:
    session = opened()
    type_word(session, 0, "ab")
    session.replace(1, 2, ["2"], label="typing", initiator="editor", merge_key="typing")
    session.undo()
    type_word(session, 0, "c")
    session.undo()
    assert texts(session) == ["One.", "Two.", "Three."]


def test_many_places_are_one_step_with_their_decision() -> None:
    session, note = opened(), Note()
    session.replace_many({2: "3", 0: "1"}, label="replace all", initiator="find", decisions=[note])
    assert texts(session) == ["1", "Two.", "3"]
    session.undo()
    session.redo()
    assert texts(session) == ["1", "Two.", "3"]
    assert note.log == ["do", "undo", "do"]


def test_undo_brings_back_the_very_paragraphs() -> None:
    session = opened("  One. \r\n\r\nTwo.")
    before = list(session.paragraphs)
    session.replace(0, 2, ["All new."], label="x", initiator="t")
    session.undo()
    assert list(session.paragraphs) == before
    assert session.manuscript.source == "  One. \r\n\r\nTwo."


def test_modified_knows_the_way_back() -> None:
    session = opened()
    assert not session.modified
    type_word(session, 0, "ab")
    assert session.modified
    session.undo()
    assert not session.modified
    session.redo()
    session.saved(session.manuscript)
    assert not session.modified
    session.undo()
    assert session.modified
    type_word(session, 0, "ab")
    assert session.modified


def test_typing_on_after_saving_is_modified_and_a_step_of_its_own() -> None:
    session = opened()
    type_word(session, 0, "a")
    session.saved(session.manuscript)
    type_word(session, 0, "b")
    assert session.modified
    session.undo()
    assert texts(session)[0] == "One.a" and not session.modified


def test_what_was_typed_during_a_save_stays_and_is_unsaved() -> None:
    session = opened()
    type_word(session, 0, "a")
    written = session.manuscript
    session.replace(1, 2, ["Typed meanwhile."], label="typing", initiator="editor")
    session.saved(written.with_paragraphs([replace(each, edited=False) for each in written.paragraphs]))
    assert texts(session) == ["One.a", "Typed meanwhile.", "Three."]
    assert session.modified
    assert session.manuscript.paragraphs[1].text == "Typed meanwhile."


def test_nothing_changed_is_no_step() -> None:
    session = opened()
    session.replace(0, 1, ["One."], label="x", initiator="t")
    session.replace_many({1: "Two."}, label="x", initiator="t")
    assert session.undo_label is None and session.redo_label is None and session.revision == 0


def test_the_oldest_steps_are_forgotten() -> None:
    session = Session(read_bytes(b"One.", "story").manuscript, undo_limit=3)
    for each in range(9):
        session.replace(0, 1, [str(each)], label="x", initiator="t")
    while session.undo():
        pass
    assert texts(session) == ["5"]


def test_recovered_paragraphs_come_back_as_they_were_and_can_be_undone() -> None:
    crashed = opened("One.\n\nTwo.\n\n\n\nThree.\n")
    crashed.replace(0, 1, ["New.", "One, changed."], label="x", initiator="t")
    session = opened("One.\n\nTwo.\n\n\n\nThree.\n")
    session.bring_back(crashed.paragraphs, label="bringing back", initiator="recovery")
    assert session.manuscript == crashed.manuscript and session.modified
    session.replace(0, 1, ["a", "b"], label="x", initiator="t")
    assert len({each.id for each in session.paragraphs}) == 5
    session.undo()
    session.undo()
    assert texts(session) == ["One.", "Two.", "Three."] and not session.modified


def test_paragraphs_of_another_file_are_refused() -> None:
    with pytest.raises(ValueError, match="other files"):
        opened().bring_back([Paragraph(0, "x", "x", file=1)], label="x", initiator="t")
