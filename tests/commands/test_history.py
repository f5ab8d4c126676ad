# SPDX-License-Identifier: GPL-3.0-or-later
"""The history on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.formats import registry
from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Shape, ShapeKind
from redraft.notes.note import Note
from redraft.storage.backups import Backups
from redraft.storage.decisions import DecisionBook
from redraft.storage.history import Kind, moments
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar, sidecar_folder
from redraft.storage.snapshots import Snapshots
from redraft.ui.story import Story
from tests.ui.documents import BLOCKS, docx, odt

GATE, RIVER = "# The gate\n\nThe gate was shut, nobody came.\n\n", "# The river\n\nThe river was high, she swam.\n"
STATES = (GATE + RIVER, GATE.replace("shut", "wide open") + RIVER, GATE.replace("shut", "gone") + "# The river\n\nNo.\n")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    for text in STATES:
        path.write_text(text)
        Backups(path).keep(text.encode())
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_the_states_are_listed_with_what_changed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(story)]) == 0
    lines = said(capsys).splitlines()
    assert len(lines) == 4 and lines[1].endswith("in “The gate” and “The river”")
    assert lines[2].endswith("saved – 2 words added, 1 taken out in “The gate”") and lines[3].endswith("saved")
    assert main(["history", str(story), "list", "--format", "json"]) == 0
    told = json.loads(said(capsys))
    assert told["version"] == 1 and [each["number"] for each in told["states"]] == [1, 2, 3]
    assert told["states"][1]["changed"] == "2 words added, 1 taken out in “The gate”"
    assert main(["history", str(story), "list", "--quick", "--format", "json"]) == 0
    assert {each["changed"] for each in json.loads(said(capsys))["states"]} == {None}


def test_a_story_without_a_past_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.md"
    path.write_text("Words.\n")
    assert main(["history", str(path)]) == 0
    assert "no earlier states yet. One is kept each time" in said(capsys)
    assert not sidecar_folder(path).exists()


def test_two_states_are_compared_by_word(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(story), "compare", "3", "2"]) == 1
    assert "[-shut-]{+wide open+}" in said(capsys)
    assert main(["history", str(story), "compare", "1", "now"]) == 0
    assert main(["history", str(story), "compare", "7", "now"]) == 2
    capsys.readouterr()
    assert main(["history", str(story), "compare", "3", "2", "--format", "json"]) == 1
    told = json.loads(said(capsys))
    assert told["differences"] == [{"old": "The gate was shut, nobody came.", "new": "The gate was wide open, nobody came."}]


def test_a_state_comes_back_and_what_stood_there_is_kept(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.write_text("Written elsewhere.\n")
    assert main(["history", str(story), "restore", "3"]) == 0
    assert story.read_text() == STATES[0] and "is kept in its history" in said(capsys)
    assert [each.title for each in moments(story) if each.kind is Kind.AUTOMATIC] == ["before going back to “saved”"]
    assert any(each.files() == (("story.md", b"Written elsewhere.\n"),) for each in moments(story))


def test_one_scene_comes_back(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(story), "restore", "2", "--scene", "1"]) == 0
    assert story.read_text() == GATE.replace("shut", "wide open") + "# The river\n\nNo.\n"
    assert "has scene 1 again" in said(capsys)
    assert main(["history", str(story), "restore", "2", "--scene", "9"]) == 2
    assert "has 2 scenes" in capsys.readouterr().err


def test_a_file_that_was_ruined_comes_back(story: Path) -> None:
    story.write_bytes(b"\x00\x01PK\x03\x04\xff" * 50)
    wanted = moments(story)[0].id
    assert main(["history", str(story), "restore", wanted]) == 0
    assert story.read_text() == STATES[2]
    story.unlink()
    assert main(["history", str(story), "restore", wanted]) == 0
    assert story.read_text() == STATES[2]


def test_it_can_be_written_elsewhere(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "then.md"
    assert main(["history", str(story), "restore", "3", "-o", str(target)]) == 0
    assert target.read_text() == STATES[0] and story.read_text() == STATES[2]
    assert main(["history", str(story), "restore", "2", "-o", str(target)]) == 2
    assert main(["history", str(story), "restore", "2", "-o", str(target), "--force"]) == 0
    assert target.read_text() == STATES[1]


def test_a_state_is_kept_by_name_with_decisions_and_notes(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, notes = DecisionBook(Sidecar.open(story)), NoteStore.open(story).notebook
    book.add_word("zorb").do()
    note = notes.add(Note("", "Anna", "Kept."))
    assert main(["history", str(story), "name", "before Anna's notes"]) == 0
    assert [each.name for each in Snapshots.open(story).all] == ["before Anna's notes"]
    book.remove_word("zorb").do()
    book.switch_off("echo").do()
    notes.delete(note.id)
    assert main(["history", str(story), "restore", "1", "--decisions"]) == 0
    assert "2 decisions and notes of then count again" in said(capsys)
    current = DecisionBook(Sidecar.open(story)).current
    assert current.own_words == {"zorb"} and current.rules_off == {"echo"}
    assert NoteStore.open(story).notebook.get(note.id) is not None
    assert main(["history", str(story), "name", " "]) == 2


def test_damage_is_found(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["history", str(story), "name", "mine"])
    assert main(["history", str(story), "verify"]) == 0
    assert "4 of 4 states" in said(capsys)
    for file in (sidecar_folder(story) / "snapshots").glob("*.gz"):
        file.write_bytes(b"junk")
    assert main(["history", str(story), "verify"]) == 2
    captured = capsys.readouterr()
    assert "3 of 4 states" in captured.out and "“mine”" in captured.err
    assert main(["history", str(story), "verify", "--format", "json"]) == 2
    told = json.loads(said(capsys))
    assert told["states"] == 4 and told["damaged"] == [moments(story)[0].id]
    assert main(["history", str(story), "list"]) == 0 and "mine – cannot be read" in said(capsys)
    assert main(["history", str(story), "restore", "1"]) == 2 and story.read_text() == STATES[2]


def test_a_folder_of_chapters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "novel"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(f"# Chapter {number}\n\nIt was number {number} of them.\n")
    assert main(["history", str(folder), "name", "the first draft"]) == 0
    (folder / "1.md").unlink()
    (folder / "2.md").write_text("Spoilt.\n")
    (folder / "3.md").write_text("A third.\n")
    assert main(["history", str(folder), "restore", "1"]) == 0
    assert [(folder / f"{number}.md").read_text()[:11] for number in (1, 2, 3)] == ["# Chapter 1", "# Chapter 2", "A third.\n"]
    assert "stay as they are: 3.md" in said(capsys)
    assert main(["history", str(folder), "restore", "the"]) == 2


def test_a_word_document(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    data = path.read_bytes()
    assert main(["history", str(path), "name", "as it was"]) == 0
    path.write_bytes(b"ruined")
    assert main(["history", str(path), "restore", "1"]) == 0
    assert path.read_bytes() == data


@pytest.mark.parametrize("made", [docx, odt])
def test_one_scene_of_a_document(tmp_path: Path, made: Callable[..., Path]) -> None:
    """The looks of then come back with the words, and what else the document holds stays as it is now."""
    scene = "On the road they met a pedlar who sold them thread, needles and bad news."
    blocks = (*BLOCKS[:3], Block("The Road", (), Shape(ShapeKind.HEADING, 1)), Block(scene, (Mark(3, 11, MarkKind.ITALIC),)))
    path = made(tmp_path / f"story.{made.__name__}", blocks)
    assert main(["history", str(path), "name", "as it was"]) == 0
    story = Story.read(path)
    story.session.replace(1, 2, ["Kept as it is now."], label="x", initiator="t")
    story.session.replace(4, 5, [scene.replace("pedlar", "tinker")], label="x", initiator="t")
    story.session.set_look(4, 0, 4, 11, MarkKind.ITALIC, False, label="x", initiator="t")
    story.save()
    wanted = next(each.id for each in moments(path) if each.title == "as it was")
    assert main(["history", str(path), "restore", wanted, "--scene", "2"]) == 0
    found = registry.read(path).manuscript.paragraphs
    assert [each.text for each in found] == ["The Gate", "Kept as it is now.", "A note stands here.", "The Road", scene]
    assert [(each.start, each.end, each.kind) for each in found[4].marks] == [(3, 11, MarkKind.ITALIC)]
    assert [each.kind for each in found[2].marks] == [MarkKind.NOTE]
