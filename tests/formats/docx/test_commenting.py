# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments written into Word documents: on their words, in threads, settled or not, through LibreOffice and back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.threads import parted
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.registry import read_bytes
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import FileNote, Manuscript
from redraft.notes.arriving.document import comments as notes_of

WHEN = "2026-03-01T10:00:00Z"
TEXTS = ["The gate was locked.", "She *came* 😀 back & <again>.", "", "A lamp burned\tall night."]
MARKS = (Mark(4, 8, MarkKind.ITALIC), Mark(6, 12, MarkKind.BOLD))


def document() -> bytes:
    return write([Block(each, MARKS if each == TEXTS[0] else ()) for each in TEXTS])


def opened(data: bytes) -> Manuscript:
    return read_bytes(data, "x.docx").manuscript


SOURCE = opened(document()).source


def on(words: str, text: str = "Why?", **more: object) -> Comment:
    start = SOURCE.index(words)
    return Comment("Ann", WHEN, text, start, start + len(words), **more)  # type: ignore[arg-type]


def told(data: bytes) -> list[tuple[str, str, str, str, bool, list[str]]]:
    notes = notes_of(opened(data), "docx")
    return [(each.author, each.created, each.body, each.quote.exact, each.done, [one.body for one in each.replies]) for each in notes]


def file_notes(data: bytes) -> tuple[FileNote, ...]:
    return opened(data).files[0].notes


@pytest.mark.parametrize("words", ["gate", "The", "locked.", "The gate was locked.", "ate wa", "😀 back & <a", "burned\tall", "locked.\nShe", "again>.\n\nA lamp"])
def test_a_comment_is_on_its_words_and_the_text_stays(words: str) -> None:
    data = commented(document(), [on(words)])
    assert told(data) == [("Ann", "2026-03-01T10:00:00.000Z", "Why?", words, False, [])]
    assert opened(data).source == SOURCE


def test_looks_stay() -> None:
    data = commented(document(), [on("ate wa"), on("gate was")])
    kept = [each for each in opened(data).paragraphs[0].marks if each.kind is not MarkKind.COMMENT]
    assert kept == list(opened(document()).paragraphs[0].marks)


def test_threads_and_what_is_settled() -> None:
    replies = (Comment("Bo", WHEN, "Because."), Comment("Ann", "", "Oh <b>& so\non."))
    data = commented(document(), [on("gate", replies=replies, done=True), on("gate", "again")])
    assert told(data) == [
        ("Ann", "2026-03-01T10:00:00.000Z", "Why?", "gate", True, ["Because.", "Oh <b>& so\non."]),
        ("Ann", "2026-03-01T10:00:00.000Z", "again", "gate", False, []),
    ]


def test_overlapping_and_nested_ranges() -> None:
    wanted = ["The gate was locked.", "gate", "gate was", "was", "locked.\nShe", "She"]
    data = commented(document(), [on(each, each) for each in wanted])
    assert {(each[2], each[3]) for each in told(data)} == {(each, each) for each in wanted}


def test_a_comment_at_a_point_and_one_beyond_the_text() -> None:
    data = commented(document(), [Comment("Ann", "", "start"), Comment("Ann", "", "end", 10**6, 10**6)])
    assert [each.text for each in file_notes(data)] == ["start", "end"]
    assert opened(data).source == SOURCE


def test_comments_that_are_there_stay() -> None:
    first = commented(document(), [on("gate", "first", replies=(Comment("Bo", WHEN, "reply"),))])
    second = commented(first, [on("lamp", "second", done=True)])
    assert [(each[2], each[3], each[4], each[5]) for each in told(second)] == [("first", "gate", False, ["reply"]), ("second", "lamp", True, [])]


def test_nothing_to_say_changes_nothing() -> None:
    assert commented(document(), []) == document()


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    data = commented(document(), [Comment("A\x00nn", WHEN, "wh\x07y\ud800?", 0, 3)])
    assert [(each.author, each.text) for each in file_notes(data)] == [("Ann", "why?")]


@given(st.lists(st.tuples(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE))), min_size=1, max_size=6))
def test_any_ranges_leave_the_text_as_it_was(spans: list[tuple[int, int]]) -> None:
    wanted = [Comment("Ann", WHEN, f"{number}", min(each), max(each)) for number, each in enumerate(spans)]
    data = commented(document(), wanted)
    assert opened(data).source == SOURCE
    quotes = {each[2]: each[3] for each in told(data)}
    for each in wanted:
        words = SOURCE[each.start : each.end]
        if words.strip() == words and words:
            assert quotes[each.text] == words


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_through_libreoffice_and_back(tmp_path: Path) -> None:
    """Author, time, text, answers, settled and the words are all the same."""
    path = tmp_path / "out.docx"
    replies = (Comment("Bo", "2026-03-02T10:00:00Z", "Because."), Comment("Ann", "2026-03-03T10:00:00Z", "Oh."))
    wanted = [on("gate", replies=replies), on("lamp burned", "Two\nlines", done=True), on("locked.\nShe", "over two")]
    path.write_bytes(commented(document(), wanted))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "back"), str(path)],
        check=True, capture_output=True, timeout=300,
    )
    back = (tmp_path / "back" / "out.docx").read_bytes()
    notes = notes_of(opened(back), "docx", parted=parted(back))
    found = [(each.author, each.created, each.body, each.quote.exact, each.done, [one.body for one in each.replies]) for each in notes]
    assert sorted(found) == sorted(told(path.read_bytes()))
    assert opened(back).source == SOURCE
