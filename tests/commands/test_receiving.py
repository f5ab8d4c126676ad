# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs by the numbers that readers see, and the report in words."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.commands.receiving import Numbering, shortened, told
from redraft.formats.registry import read
from redraft.notes.arriving.arrived import Arrived
from redraft.notes.arriving.taking import Report
from redraft.notes.note import Note, Quote, Reaction, text_digest
from redraft.storage.copies import Copies, Handed

OLD = "The gate was locked.\n\nNobody had seen the boy.\n"
NEW = "It rained.\n\n" + OLD


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(NEW, encoding="utf-8")
    return path


def place(story: Path, number: int, quote: str = "", copy: str = "") -> tuple[str, str] | None:
    copies = Copies.open(story)
    found = Numbering(read(story).manuscript, copies)(copy, number, quote)
    if found is None:
        return None
    text = copies.text(found.text) or NEW
    assert text_digest(text) == found.text
    return ("old" if text == OLD else "new"), text[found.start : found.end]


def test_without_a_copy_the_story_as_it_is(story: Path) -> None:
    assert place(story, 2) == ("new", "The gate was locked.")
    assert place(story, 9) is None and place(story, 0) is None


def test_in_the_copy_handed_out_last_or_the_one_named(story: Path) -> None:
    copies = Copies.open(story)
    copies.hand_out(OLD, Handed("", when="2026-03-01T00:00:00.000Z"))
    assert place(story, 2) == ("old", "Nobody had seen the boy.")
    copies.hand_out(NEW, Handed("", when="2026-04-01T00:00:00.000Z"))
    assert place(story, 2) == ("new", "The gate was locked.")
    assert place(story, 2, copy=text_digest(OLD)[:8]) == ("old", "Nobody had seen the boy.")


def test_the_words_quoted_within_it(story: Path) -> None:
    assert place(story, 3, "seen the boy") == ("new", "seen the boy")
    assert place(story, 3, "a ship") == ("new", "Nobody had seen the boy.")


def test_the_report_in_words() -> None:
    lost = [Note("1", "Ann", "Why?", quote=Quote("the " * 40)), Note("2", "Bo", reaction=Reaction.BORED, quote=Quote("gate"))]
    lines = list(told(Report(new=[lost[0]], lost=lost, foreign=[Arrived("x.txt", (lost[0],), title="The Ship")], moved=2, same=1, refused=["No."], notices=["Well."])))
    assert lines[0] == "Notes: 1 new, 0 updated, 2 moved, 2 lost, 1 here already."
    assert "…”" in lines[2] and lines[3] == "  Bo: “gate” – bored"
    assert "“The Ship”" in lines[4] and lines[5:] == ["No.", "Well."]


def test_a_text_on_one_line() -> None:
    assert shortened("a\n b") == "a b" and len(shortened("x" * 99, 10)) == 10


def test_standard_input_has_no_place_for_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEW.encode())))
    assert main(["notes", "import", "-", str(tmp_path / "x.txt")]) == 2
    assert "beside the story" in capsys.readouterr().err
