# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal gives back every state that was written, through damage and through its earlier form."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.registry import read, read_bytes
from redraft.manuscript.fitting import Change
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage import journal
from redraft.storage.flat import manuscript_data, paragraph_data
from tests.ui.documents import docx

STORY = "One.\r\n\r\n  Two goes on\r\nfor a while. \r\n\r\nThree.\r\n"
EDITS = st.one_of(
    st.tuples(st.just("type"), st.integers(0, 9), st.text(max_size=12)),
    st.tuples(st.just("split"), st.integers(0, 9), st.text(max_size=4)),
    st.tuples(st.just("join"), st.integers(0, 9), st.just("")),
    st.tuples(st.just("undo"), st.integers(0, 9), st.just("")))


def act(session: Session, edit: tuple[str, int, str]) -> None:
    kind, place, text = edit
    index = place % len(session.paragraphs)
    if kind == "undo":
        session.undo()
    elif kind == "join" and index + 1 < len(session.paragraphs):
        both = session.paragraphs[index].text + session.paragraphs[index + 1].text
        session.replace(index, index + 2, [both], label="x", initiator="t")
    else:
        texts = [session.paragraphs[index].text + text, *([text] if kind == "split" else [])]
        session.replace(index, index + 1, texts, label="x", initiator="t")


def written(session: Session, edits: list[tuple[str, int, str]], every: int) -> tuple[bytes, list[Manuscript]]:
    """A journal of these edits, a line for so many, and the states that it must give."""
    lines, states, waiting = [*journal.opening(session.manuscript, 1.0)], [session.manuscript], list[Change]()
    session.subscribe(lambda event: waiting.extend(event.changes))
    for number, edit in enumerate(edits):
        act(session, edit)
        if number % every == 0 and waiting:
            lines.append(journal.step_line(journal.joined(waiting), 2.0 + number))
            waiting.clear()
            states.append(session.manuscript)
    return b"".join(lines), states


@given(st.lists(EDITS, max_size=25), st.integers(1, 3))
def test_every_state_comes_back(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, str]], every: int) -> None:
    path = tmp_path_factory.getbasetemp() / "journal"
    data, states = written(Session(read_bytes(STORY.encode(), "x").manuscript), edits, every)
    path.write_bytes(data)
    found = journal.read(path)
    assert found is not None and not found.torn and len(found.steps) == len(states) - 1
    assert [found.at(count) for count in range(len(states))] == states and found.at() == states[-1]


@given(st.integers(0, 10_000), st.integers(0, 255), st.booleans())
def test_damage_anywhere_ends_the_reading_there(tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged"
    edits = [("type", number, f" more {number}") for number in range(9)]
    data, states = written(Session(read_bytes(STORY.encode(), "x").manuscript), edits, 1)
    at = place % len(data)
    path.write_bytes(data[:at] if cut else data[:at] + bytes([byte]) + data[at + 1 :])
    found = journal.read(path)
    before = data[:at].count(b"\n")
    opening = len([*journal.opening(states[0], 1.0)])
    if found is None:
        assert before < opening
    else:
        assert before >= opening or data[at] == byte
        count = len(found.steps)
        assert found.at() == states[count] and count >= before - opening
        assert found.torn == (count < len(edits) and not cut and at < data.rindex(b"\n", 0, -1) + 1)


def test_typing_takes_a_line_of_what_was_typed(tmp_path: Path) -> None:
    session = Session(read_bytes(("A long paragraph. " * 200 + "\n").encode(), "x").manuscript)
    changes: list[Change] = []
    session.subscribe(lambda event: changes.extend(event.changes))
    text = session.paragraphs[0].text
    session.replace(0, 1, [text + " "], label="x", initiator="t")  # the first edit lays the paragraph out anew
    changes.clear()
    for char in "and a sentence more":
        text = session.paragraphs[0].text
        session.replace(0, 1, [text[:100] + char + text[100:]], label="x", initiator="t")
    assert len(changes) == 19 and len(journal.joined(changes)) == 1
    assert len(journal.step_line(journal.joined(changes), 1.0)) < 120


def test_formatting_comes_back(tmp_path: Path) -> None:
    session = Session(read(docx(tmp_path / "story.docx")).manuscript)
    lines, changes = [*journal.opening(session.manuscript, 1.0)], list[Change]()
    session.subscribe(lambda event: changes.extend(event.changes))
    session.replace(1, 2, ["She was really not there. It was late."], label="x", initiator="t")
    session.set_look(0, 0, 0, 3, MarkKind.ITALIC, True, label="x", initiator="t")
    path = tmp_path / "journal"
    path.write_bytes(b"".join([*lines, journal.step_line(journal.joined(changes), 2.0)]))
    found = journal.read(path)
    assert found is not None and found.at().paragraphs == session.manuscript.paragraphs


def test_a_step_that_does_not_fit_is_left_out_whole(tmp_path: Path) -> None:
    manuscript = read_bytes(STORY.encode(), "x").manuscript
    good, bad = [0, 0, 0, "More. "], [99, 0, 0, "x"]
    lines = [*journal.opening(manuscript, 1.0)]
    for done in ([good], [good, bad], [good]):
        body = json.dumps({"when": 2.0, "done": done}).encode()
        lines.append(b"%08x " % zlib.crc32(body) + body + b"\n")
    path = tmp_path / "journal"
    path.write_bytes(b"".join(lines))
    found = journal.read(path)
    assert found is not None and found.at().paragraphs[0].text == "More. One."


@pytest.mark.parametrize("bad", [
    [0, 5, 2, "x"], [0, -1, 0, "x"], [0, 0, 99, "x"], [-1, 0, 0, "x"], ["a", 0, 0, "x"], [0, 0, 0, 7], [0], [], [0, 1, [[1, 2]]],
    [0, 9, []], [-1, 0, []], [0, "x", []]])
def test_no_step_breaks_the_reading(tmp_path: Path, bad: list[object]) -> None:
    manuscript = read_bytes(STORY.encode(), "x").manuscript
    body = json.dumps({"when": 2.0, "done": [bad]}).encode()
    path = tmp_path / "journal"
    path.write_bytes(b"".join([*journal.opening(manuscript, 1.0), b"%08x " % zlib.crc32(body) + body + b"\n"]))
    found = journal.read(path)
    assert found is not None and found.at() == manuscript


def test_the_first_form_is_still_read(tmp_path: Path) -> None:
    manuscript = read_bytes(STORY.encode(), "x").manuscript
    new = paragraph_data(manuscript.paragraphs[0])
    told = [{"redraft-recovery": 1, "when": 5.0, "path": "/a/story.txt"}, manuscript_data(manuscript),
            {"at": 1, "removed": 2, "in": [new, new]}]
    lines = [json.dumps(each).encode() for each in told]
    path = tmp_path / "journal"
    path.write_bytes(b"".join(b"%08x " % zlib.crc32(each) + each + b"\n" for each in lines))
    found = journal.read(path)
    assert found is not None and (found.story, found.began) == (Path("/a/story.txt"), 5.0)
    assert [each.text for each in found.at().paragraphs] == ["One.", "One.", "One.", "Three."]
    assert journal.head(path) == journal.Head(Path("/a/story.txt"), 1)


@pytest.mark.parametrize("place", range(9))
def test_a_line_with_a_right_checksum_and_strange_data_costs_itself_only(tmp_path: Path, place: int) -> None:
    """What a newer Redraft, or a fault, may have written: each value in turn is another than expected."""
    paragraph: list[object] = [0, "Words.", "\n", 0, 0, "", 0]
    paragraph[place % 7] = [None, -5, "x", 10**400, {}][place % 5]
    source = ["", "text", "utf-8", "\n", "", None, ""]
    if place > 6:
        source[place - 6] = 7
    lines = [{"redraft-recovery": 1, "when": 1.0, "path": ""}, {"path": "", "files": [source], "paragraphs": [paragraph]}]
    path = tmp_path / "1-a.recovery"
    bodies = [json.dumps(each).encode() for each in lines]
    path.write_bytes(b"".join(b"%08x " % zlib.crc32(each) + each + b"\n" for each in bodies))
    found = journal.read(path)
    if found is not None:
        Session(found.at()).replace(0, 1, ["More."], label="", initiator="")
