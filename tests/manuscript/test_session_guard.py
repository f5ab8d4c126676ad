# SPDX-License-Identifier: GPL-3.0-or-later
"""A session whose guard says no stays as it is."""

from __future__ import annotations

from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.session import Decision, Event, Session, Transaction
from redraft.manuscript.session import Place as Caret


class Made(Decision):
    """Counts how often it is in force."""

    count = 0

    def do(self) -> None:
        self.count += 1

    def undo(self) -> None:
        self.count -= 1


def texts(session: Session) -> list[str]:
    return [each.text for each in session.paragraphs]


def test_nothing_changes_while_the_guard_says_no() -> None:
    session = Session(Manuscript(None, paragraphs=(Paragraph(0, "one", "one"),)))
    session.replace(0, 1, ["two"], label="typing", initiator="test")
    heard: list[Event] = []
    session.subscribe(heard.append)
    asked: list[str] = []
    session.guard = lambda initiator: bool(asked.append(initiator))  # type: ignore[func-returns-value]
    made = Made()
    session.replace(0, 1, ["three"], label="typing", initiator="editor")
    session.commit(Transaction("deciding", [], Caret(), Caret(), [made]), "decide")
    assert not session.undo() and not session.redo()
    assert texts(session) == ["two"] and made.count == 0 and heard == [] and asked == ["editor", "decide", "undo"]
    session.guard = None
    assert session.undo() and texts(session) == ["one"] and session.redo() and texts(session) == ["two"]


def test_what_is_joined_is_one_step_of_undo() -> None:
    session = Session(Manuscript(None, paragraphs=(Paragraph(0, "one", "one"),)))
    made = Made()
    session.replace(0, 1, ["two"], label="typing", initiator="test")
    session.replace(0, 1, ["three"], label="merging", initiator="test")
    with session.joined():
        session.commit(Transaction("deciding", [], Caret(), Caret(), [made]), "decide")
        session.replace(0, 1, ["four"], label="typing", initiator="test")
    assert session.undo_label == "merging" and session.undo() and texts(session) == ["two"] and made.count == 0
    assert session.redo() and texts(session) == ["four"] and made.count == 1
    assert session.undo() and session.undo() and texts(session) == ["one"] and not session.undo()


def test_the_guard_may_let_some_through() -> None:
    session = Session(Manuscript(None, paragraphs=(Paragraph(0, "one", "one"),)))
    session.guard = lambda initiator: initiator == "watching"
    session.replace(0, 1, ["two"], label="a change by another program", initiator="watching")
    assert texts(session) == ["two"]
