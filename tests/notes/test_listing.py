# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in the order of the story, for programs and for people."""

from __future__ import annotations

import json

from redraft.formats.registry import read_bytes
from redraft.manuscript.outline import outline
from redraft.notes.listing import Listed, as_json, as_markdown, as_reader_file, listed
from redraft.notes.note import Note, Place, Quote, Reaction, Reply, Target, text_digest

TEXT = "Chapter 1\n\nThe gate was locked.\n\nChapter 2\n\nA lamp burned *all* night.\n"
MANUSCRIPT = read_bytes(TEXT.encode(), "story.txt").manuscript


def on(words: str, id: str, **more: object) -> Note:
    start = TEXT.index(words)
    place = Place(text_digest(TEXT), start, start + len(words))
    return Note(id, "Ann", "Why?", quote=Quote.at(TEXT, start, start + len(words)), place=place, **more)  # type: ignore[arg-type]


def rows(*notes: Note) -> list[Listed]:
    return listed(notes, MANUSCRIPT, outline(MANUSCRIPT.paragraphs))


def test_in_the_order_of_the_text_those_without_a_place_last() -> None:
    found = rows(Note("lost", created="1"), on("lamp", "b"), on("gate", "a"), Note("whole", target=Target.MANUSCRIPT, created="0"))
    assert [each.note.id for each in found] == ["a", "b", "whole", "lost"]
    assert [each.scene for each in found] == [1, 2, 0, 0]


def test_as_json() -> None:
    reply = Reply("r", "Jo", "Because.", "2")
    told = as_json(rows(on("lamp", "b", replies=(reply, Reply("x", "Jo", "gone", gone=True)), reaction=Reaction.LAUGHED), Note("lost")))
    first, lost = told["notes"]  # type: ignore[misc]
    assert TEXT[first["start"] : first["end"]] == first["quote"] == "lamp"
    assert first["replies"] == [{"id": "r", "author": "Jo", "body": "Because.", "created": "2"}] and first["reaction"] == "laughed"
    assert (lost["state"], lost["start"], lost["end"]) == ("lost", None, None)
    assert json.dumps(told)


def test_as_a_list_scene_by_scene() -> None:
    text = as_markdown(rows(on("lamp", "b"), on("gate", "a", done=True), Note("lost", "Bo", quote=Quote("the *boy*"))), MANUSCRIPT)
    assert [each for each in text.splitlines() if each.startswith("## ")] == ["## Scene 1: Chapter 1", "## Scene 2: Chapter 2", "## Lost: their words are not in the text now"]
    assert "- [x] **Ann** (note) on “gate”" in text and "“the \\*boy\\*”" in text
    assert "There are none." in as_markdown([], MANUSCRIPT)


def test_as_a_file_like_a_readers() -> None:
    told = json.loads(as_reader_file(rows(on("lamp", "b", replies=(Reply("r", "Jo", "Because."),))), MANUSCRIPT))
    assert told["redraft"]["copy"] == text_digest(TEXT)
    note, reply = told["annotations"]
    assert note["target"]["selector"][0] == {"type": "TextPositionSelector", "start": TEXT.index("lamp"), "end": TEXT.index("lamp") + 4, "unit": "code point"}
    assert (reply["motivation"], reply["target"]) == ("replying", "b")
