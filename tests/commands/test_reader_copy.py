# SPDX-License-Identifier: GPL-3.0-or-later
"""``redraft reader-copy``: the page is written, the text handed out is kept, nothing else is overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.commands.reader_copy import CannotHandOut, scene_numbers
from redraft.notes.note import Note, Place, Quote, text_digest
from redraft.storage.copies import Copies
from redraft.storage.notes import NoteStore

STORY = "Chapter One\n\nThe lamp went out.\n\nChapter Two\n\nNobody was there.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def told(page: Path) -> dict[str, str]:
    found = re.search(rb'id="copy">(.*?)</script>', page.read_bytes(), re.DOTALL)
    assert found
    data: dict[str, str] = json.loads(found.group(1))
    return data


def test_the_text_handed_out_is_kept(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ann.html"
    assert main(["reader-copy", str(story), "-o", str(out), "--reader", "Ann", "--ask", "Well?"]) == 0
    digest = told(out)["copy"]
    assert "for Ann" in capsys.readouterr().out
    assert Copies.open(story).text(digest) == STORY
    assert [(each.reader, each.title) for each in Copies.open(story).handed] == [("Ann", "lamp")]


def test_a_later_copy_is_known_as_the_same_story(story: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    assert main(["reader-copy", str(story), "-o", str(one)]) == 0
    story.write_text(STORY + "\nMore.\n", encoding="utf-8")
    assert main(["reader-copy", str(story), "-o", str(other)]) == 0
    assert told(one)["story"] == told(other)["story"] and told(one)["copy"] != told(other)["copy"]


def test_only_an_earlier_reader_copy_is_replaced(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "page.html"
    out.write_text("<p>My own page</p>", encoding="utf-8")
    assert main(["reader-copy", str(story), "-o", str(out)]) == 2
    assert "was not touched" in capsys.readouterr().err and "My own page" in out.read_text(encoding="utf-8")
    assert main(["reader-copy", str(story), "-o", str(out), "--force"]) == 0
    assert main(["reader-copy", str(story), "-o", str(out)]) == 0
    assert main(["reader-copy", str(story), "-o", str(story)]) == 2
    assert story.read_text(encoding="utf-8") == STORY


def test_with_the_notes_of_others(story: Path, tmp_path: Path) -> None:
    store = NoteStore.open(story)
    start = STORY.index("lamp")
    place = Place(text_digest(STORY), start, start + 4)
    store.notebook.add(Note("urn:x:1", "Bob", "Dark!", place=place, quote=Quote.at(STORY, start, start + 4)))
    out = tmp_path / "ann.html"
    assert main(["reader-copy", str(story), "-o", str(out), "--with-notes"]) == 0
    assert json.dumps(told(out)["others"]) == json.dumps(
        [{"author": "Bob", "kind": "note", "text": "Dark!", "start": start, "end": start + 4}])
    assert main(["reader-copy", str(story), "-o", str(out)]) == 0 and not told(out)["others"]


def test_scenes_are_told_by_numbers() -> None:
    assert scene_numbers("") == frozenset()
    assert scene_numbers("1-3, 5") == {1, 2, 3, 5}
    assert scene_numbers("2–4") == {2, 3, 4}
    for wrong in ("one", "1-x", "-2", "1,,2"):
        with pytest.raises(CannotHandOut, match="is no scene"):
            scene_numbers(wrong)
