# SPDX-License-Identifier: GPL-3.0-or-later
"""The file that a reader copy saves, whole, mangled by mail, broken, foreign or newer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.notes.arriving.arrived import NOBODY, NoNotes
from redraft.notes.arriving.reader_file import holds_reader_file, read_reader_file
from redraft.notes.note import Kind, Place, Reaction, Target

COPY = "ab" * 32
NOTE = {
    "type": "Annotation", "id": "urn:uuid:1", "created": "2026-03-01T10:00:00Z", "modified": "2026-03-01T10:00:00Z",
    "creator": {"type": "Person", "name": "Ann"}, "motivation": "questioning",
    "body": [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "Why?"}],
    "target": {"source": f"urn:sha256:{COPY}", "selector": [
        {"type": "TextPositionSelector", "start": 3, "end": 7, "unit": "code point"},
        {"type": "TextQuoteSelector", "exact": "door", "prefix": "the ", "suffix": "."}]},
}


def saved(*notes: object, **head: object) -> str:
    return json.dumps({"redraft": {"version": 1, "copy": COPY, "title": "The Gate", "reader": "Ann", **head}, "annotations": list(notes)})


def test_a_note_tells_where_it_stood_in_the_readers_copy() -> None:
    arrived = read_reader_file(saved(NOTE), "a.notes.txt")
    note = arrived.notes[0]
    assert (arrived.copy, arrived.reader, arrived.title, arrived.notices) == (COPY, "Ann", "The Gate", ())
    assert (note.author, note.body, note.kind, note.place) == ("Ann", "Why?", Kind.QUESTION, None)
    assert note.origin == Place(COPY, 3, 7) and note.quote.exact == "door" and note.source == "reader copy"


def test_reactions_questions_and_withdrawn_notes() -> None:
    tag = [{"type": "TextualBody", "purpose": "tagging", "value": "laughed"}]
    arrived = read_reader_file(saved(
        {**NOTE, "body": tag}, {"type": "Annotation", "id": "2", "body": "Too long.", "redraft": {"question": "What bored you?"}},
        {"type": "Annotation", "id": "3", "modified": "2026-03-01T10:00:00Z", "body": [], "redraft": {"gone": True}}), "a")
    laughed, answer, gone = arrived.notes
    assert laughed.reaction is Reaction.LAUGHED
    assert (answer.asked, answer.target) == ("What bored you?", Target.MANUSCRIPT)
    assert gone.gone


@pytest.mark.parametrize("mangled", [
    "\ufeff{}", "Hi, here are my notes:\n\n{}\n\nBest, Ann\n", "  \n{}\n",
])
def test_what_a_mail_does_to_it(mangled: str) -> None:
    text = mangled.replace("{}", saved(NOTE))
    assert holds_reader_file(text)
    assert len(read_reader_file(text, "a").notes) == 1


def test_quoted_line_by_line() -> None:
    text = "\n".join("> " + each for each in json.dumps(json.loads(saved(NOTE)), indent=1).splitlines())
    assert holds_reader_file(text) and len(read_reader_file(text, "a").notes) == 1


@pytest.mark.parametrize("text", [saved(NOTE)[:-20], "{", "{" * 9000, saved(NOTE)[:40], '{"annotations": 7}', '{"annotations"'])
def test_a_broken_file_is_said_to_be_broken(text: str) -> None:
    assert holds_reader_file(text)
    with pytest.raises(NoNotes, match=r"a\.notes\.txt"):
        read_reader_file(text, "a.notes.txt")


def test_entries_that_are_no_notes_cost_only_themselves() -> None:
    arrived = read_reader_file(saved(NOTE, 7, None, {"type": "Person"}), "a")
    assert len(arrived.notes) == 1 and "3 entries" in arrived.notices[0]


def test_a_newer_version_is_read_as_far_as_it_is_known() -> None:
    arrived = read_reader_file(saved({**NOTE, "mood": "blue"}, version=7), "a")
    assert "newer version" in arrived.notices[0] and arrived.notes[0].extra["mood"] == "blue"


def test_nobody_signed() -> None:
    unsigned = {key: held for key, held in NOTE.items() if key != "creator"}
    assert read_reader_file(saved(unsigned, reader=""), "a").notes[0].author == NOBODY
    assert read_reader_file(saved(unsigned, reader="Bo"), "a").notes[0].author == "Bo"


def test_a_digest_that_is_none_is_no_copy() -> None:
    assert read_reader_file(saved(NOTE, copy="../../etc"), "a").copy == ""


def test_prose_holds_no_reader_file() -> None:
    assert not holds_reader_file("¶ 3: lovely {so far}")


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    for each in ("{" + text, saved(NOTE).replace("door", text)):
        try:
            read_reader_file(each, "a")
        except NoNotes as error:
            assert str(error)


@pytest.mark.parametrize(("stopped", "told"), [
    ({"start": 5, "share": 0.43}, ("Ann has read 43% of the copy so far.",)), ({"share": 0.99}, ()), ({"share": "x"}, ()),
    (None, ()), ({"share": float("nan")}, ()), ({"share": True}, ()),
])
def test_how_far_the_reader_came(stopped: object, told: tuple[str, ...]) -> None:
    assert read_reader_file(saved(NOTE, stopped=stopped), "a").notices == told
