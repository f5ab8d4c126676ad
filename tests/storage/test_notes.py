# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes on disk: readable lines, merged from several machines and by git, and nothing lost to a damaged one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from redraft.notes.note import Kind, Note, Place, Quote
from redraft.storage import shelf as module
from redraft.storage.atomic import SaveError
from redraft.storage.notes import NoteStore


def store(folder: Path, installation: str = "one") -> NoteStore:
    return NoteStore(folder / "story.md.redraft", installation)


def file(folder: Path, installation: str = "one") -> Path:
    return folder / "story.md.redraft" / f"notes.{installation}.jsonl"


def bodies(kept: NoteStore) -> list[str]:
    return sorted(each.body for each in kept.notebook)


def test_reading_makes_nothing(tmp_path: Path) -> None:
    assert bodies(store(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_note_is_on_disk_at_once_with_its_answers(tmp_path: Path) -> None:
    kept = store(tmp_path)
    note = kept.notebook.add(Note("", "Ann", "Why?", Kind.QUESTION, quote=Quote("door"), place=Place("ab", 1, 5)))
    kept.notebook.reply(note.id, "Bo", "Because \ud800.")
    kept.notebook.done(note.id)
    assert list(store(tmp_path).notebook) == list(kept.notebook)


def test_a_line_is_a_record_with_sorted_keys(tmp_path: Path) -> None:
    kept = store(tmp_path)
    for number in range(3):
        kept.notebook.add(Note(f"id{number}", "Ann", f"Why {number}?\nAnd how?", quote=Quote("two\u2028lines")))
    lines = file(tmp_path).read_text("utf-8").split("\n")
    told = [json.loads(each) for each in lines if each]
    assert len(told) == 4 and told[0]["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert all(list(each) == sorted(each) for each in told)
    assert [each["id"] for each in told[1:]] == ["id0", "id1", "id2"] and lines[4:] == [""]


def test_two_machines_write_two_files_and_read_both(tmp_path: Path) -> None:
    store(tmp_path, "one").notebook.add(Note("1", "Ann", "one"))
    other = store(tmp_path, "two")
    other.notebook.add(Note("2", "Bo", "two"))
    before = file(tmp_path, "one").read_bytes()
    other.notebook.edit("1", body="one, said better")
    assert file(tmp_path, "one").read_bytes() == before
    assert bodies(store(tmp_path, "three")) == ["one, said better", "two"]


def test_a_deleted_note_stays_deleted_on_the_other_machine(tmp_path: Path) -> None:
    store(tmp_path, "one").notebook.add(Note("1", "Ann", "one"))
    store(tmp_path, "two").notebook.delete("1")
    assert bodies(store(tmp_path, "one")) == []


def test_answers_on_two_machines_both_stand(tmp_path: Path) -> None:
    store(tmp_path, "one").notebook.add(Note("1"))
    one, two = store(tmp_path, "one"), store(tmp_path, "two")
    one.notebook.reply("1", "Ann", "yes")
    two.notebook.reply("1", "Bo", "no")
    assert sorted(each.body for note in store(tmp_path).notebook for each in note.answers) == ["no", "yes"]


def test_conflict_marks_of_git_are_read_over_and_both_sides_count(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.notebook.add(Note("1", body="first wording"))
    old = file(tmp_path).read_text("utf-8").splitlines()[1]
    kept.notebook.edit("1", body="second wording")
    kept.notebook.add(Note("2", body="two"))
    head, *new = file(tmp_path).read_text("utf-8").splitlines()
    file(tmp_path).write_text("\n".join([head, "<<<<<<< HEAD", old, "=======", *new, ">>>>>>> theirs", ""]), encoding="utf-8")
    again = store(tmp_path)
    assert bodies(again) == ["second wording", "two"] and again.damaged == ()
    again.notebook.done("2")
    assert "<<<<<<<" not in file(tmp_path).read_text("utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_two_peoples_notes_in_one_file_merge_in_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)

    git("init", "-q", "-b", "main")
    kept = store(tmp_path)
    for number in range(20):
        kept.notebook.add(Note(f"id{number:02}", body=f"note {number}"))
    git("add", "."), git("commit", "-qm", "notes"), git("checkout", "-qb", "other")
    store(tmp_path).notebook.edit("id03", body="changed on one side")
    git("commit", "-qam", "one"), git("checkout", "-q", "main")
    store(tmp_path).notebook.edit("id15", body="changed on the other")
    git("commit", "-qam", "two"), git("merge", "-q", "other")
    assert {"changed on one side", "changed on the other", "note 7"} <= set(bodies(store(tmp_path)))


@pytest.mark.parametrize("line", [
    "{broken", '{"type": "Annotation", "body": "no id"}', "[" * 5000, '"a string"', '{"id": "x", "body": 1, "type": "Person"}', "\ufffd\ufffd",
])
def test_a_damaged_line_is_named_and_put_by(tmp_path: Path, line: str) -> None:
    kept = store(tmp_path)
    kept.notebook.add(Note("1", body="one"))
    file(tmp_path).write_text(file(tmp_path).read_text("utf-8") + line + "\n", encoding="utf-8")
    again = store(tmp_path)
    assert bodies(again) == ["one"] and again.damaged == ("notes.one.jsonl, line 3",)
    again.notebook.done("1")
    assert line in (file(tmp_path).parent / "notes.damaged.one.txt").read_text("utf-8")
    assert store(tmp_path).damaged == ()


def test_what_another_version_wrote_is_written_again(tmp_path: Path) -> None:
    file(tmp_path).parent.mkdir()
    file(tmp_path).write_text('{"redraft": {"notes": 1}}\n{"type": "Annotation", "id": "1", "body": "x", "mood": "blue", "redraft": {"colour": 3}}\n', encoding="utf-8")
    store(tmp_path).notebook.done("1")
    told = json.loads(file(tmp_path).read_text("utf-8").splitlines()[1])
    assert told["mood"] == "blue" and told["redraft"]["colour"] == 3


def test_an_answer_to_a_note_of_a_file_that_is_missing_waits_for_it(tmp_path: Path) -> None:
    one = store(tmp_path, "one")
    one.notebook.add(Note("1", body="one"))
    store(tmp_path, "two").notebook.reply("1", "Bo", "two")
    moved = file(tmp_path, "one").read_bytes()
    lines = file(tmp_path, "two").read_text("utf-8").splitlines()
    file(tmp_path, "two").write_text("\n".join(each for each in lines if "replying" in each) + "\n", encoding="utf-8")
    file(tmp_path, "one").unlink()
    store(tmp_path, "two").notebook.add(Note("3", body="three"))
    file(tmp_path, "one").write_bytes(moved)
    note = store(tmp_path, "two").notebook.get("1")
    assert note is not None and [each.body for each in note.answers] == ["two"]


def test_a_full_disk_keeps_the_notes_in_memory_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise SaveError("The disk is full.")

    kept = store(tmp_path)
    kept.notebook.add(Note("1", body="one"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "write", full)
        kept.notebook.add(Note("2", body="two"))
    assert isinstance(kept.trouble, SaveError)
    assert bodies(kept) == ["one", "two"] and bodies(store(tmp_path)) == ["one"]
    kept.save()
    assert kept.trouble is None and bodies(store(tmp_path)) == ["one", "two"]


def test_the_story_under_another_name_takes_its_notes_along(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.notebook.add(Note("1", body="one"))
    digest = kept.copies.hand_out("the text").digest
    NoteStore(tmp_path / "other.md.redraft", "one").inherit(kept)
    again = NoteStore(tmp_path / "other.md.redraft", "one")
    assert bodies(again) == ["one"] and again.copies.text(digest) == "the text"


def test_a_text_without_a_file_keeps_notes_for_now() -> None:
    kept = NoteStore.open(None)
    kept.notebook.add(Note("1", body="one"))
    assert bodies(kept) == ["one"] and kept.trouble is None
