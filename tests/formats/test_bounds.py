# SPDX-License-Identifier: GPL-3.0-or-later
"""Files far beyond what anybody writes: a paragraph of a million characters, ten thousand notes, fifty thousand findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redraft.checks.finding import Finding, Severity
from redraft.formats.registry import read, render
from redraft.manuscript.session import Session
from redraft.notes.arriving.reader_file import read_reader_file
from redraft.notes.webannotation import LONGEST
from redraft.storage.decisions import DecisionBook
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar
from tests.formats.docx.made import docx, para, run
from tests.formats.odt.made import odt

WORDS = "The lamp had burned low, and nobody came to see it. "
LONG = WORDS * 20_000
FILES = {
    "story.md": LONG.encode(), "story.txt": LONG.replace(" ", "").encode(), "story.rtf": (r"{\rtf1 " + LONG + "}").encode(),
    "story.html": f"<!DOCTYPE html><html><body><p>{LONG}</p></body></html>".encode(), "story.odt": odt(f"<text:p>{LONG}</text:p>"),
    "story.docx": docx(para(LONG)), "runs.docx": docx(para(*(run(WORDS) for _ in range(20_000)))),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_paragraph_of_a_million_characters(tmp_path: Path, name: str) -> None:
    """It is shown in pieces that an editor can bear, changed in one of them, and is one paragraph in the file again."""
    path = tmp_path / name
    path.write_bytes(FILES[name])
    manuscript = read(path).manuscript
    pieces = manuscript.paragraphs
    assert max(len(each.text) for each in pieces) < 50_000
    assert "".join(each.text + each.gap for each in pieces).strip() == (LONG if name != "story.txt" else LONG.replace(" ", "")).strip()
    assert render(manuscript) == FILES[name]
    session = Session(manuscript)
    middle = len(pieces) // 2
    session.replace(middle, middle + 1, ["Changed." + pieces[middle].text], label="typing", initiator="test")
    path.write_bytes(render(session.manuscript))
    again = read(path).manuscript.paragraphs
    assert "Changed." in "".join(each.text for each in again)
    assert sum(not each.glued for each in again[:-1]) == 0, "it is one paragraph still"


def annotation(number: int, words: str = "Nice.") -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": "burned low", "prefix": "", "suffix": ""}
    return {"type": "Annotation", "id": f"urn:note:{number}", "creator": "Ann", "body": words, "target": {"selector": [selector]}}


def test_ten_thousand_notes_in_a_file(tmp_path: Path) -> None:
    told = json.dumps({"redraft": {"version": 1}, "annotations": [annotation(each) for each in range(10_000)]})
    arrived = read_reader_file(told, "ann.json")
    assert len(arrived.notes) == 10_000 and not arrived.notices
    store = NoteStore(tmp_path, "one")
    store.notebook.merge(arrived.notes)
    assert len(NoteStore(tmp_path, "one").notebook.records) == 10_000


def test_more_notes_than_anybody_writes_are_cut_off_and_said() -> None:
    told = json.dumps({"redraft": {"version": 1}, "annotations": [annotation(each, "x" * 10) for each in range(25_000)]})
    arrived = read_reader_file(told, "ann.json")
    assert len(arrived.notes) == 20_000 and "25,000" in arrived.notices[0]


def test_a_note_of_ten_million_characters_is_cut_off() -> None:
    arrived = read_reader_file(json.dumps({"redraft": {"version": 1}, "annotations": [annotation(1, "x" * 10_000_000)]}), "a")
    assert len(arrived.notes[0].body) == LONGEST


def test_fifty_thousand_findings_that_were_ignored(tmp_path: Path) -> None:
    """As many decisions in the sidecar: read at once, gathered into one value, and asked for one finding."""
    lines = [json.dumps({"redraft": 2})]
    lines += [json.dumps({"kind": "dismissed", "id": str(each), "when": 1.0 + each, "fields": {
        "check": f"check-{each % 50}", "words": f"word{each}", "before": "the", "after": "of", "anywhere": False}})
        for each in range(50_000)]  # fmt: skip
    (tmp_path / "decisions.one.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sidecar = Sidecar(tmp_path, "one")
    decisions = DecisionBook(sidecar).current
    assert len(decisions.dismissed) == 50_000 and not sidecar.damaged
    text = "the word77 of"
    assert decisions.hides(Finding("check-27", "style", Severity.HINT, 0, 4, 10, "word77", "No."), text)
    assert not decisions.hides(Finding("check-28", "style", Severity.HINT, 0, 4, 10, "word77", "No."), text)
