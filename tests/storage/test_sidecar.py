# SPDX-License-Identifier: GPL-3.0-or-later
"""Records beside the story: one file an installation, merged when read."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.places import data_folder
from redraft.storage import shelf
from redraft.storage import sidecar as module
from redraft.storage.atomic import SaveError
from redraft.storage.sidecar import Sidecar, installation_id, sidecar_folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text("Words.")
    return path


def ids(sidecar: Sidecar, kind: str = "word") -> list[str]:
    return [each.id for each in sidecar.records(kind)]


def test_reading_makes_nothing(story: Path) -> None:
    assert Sidecar.open(story).records("word") == []
    assert names(story.parent) == ["story.md"]


def test_a_record_is_on_disk_at_once(story: Path) -> None:
    Sidecar.open(story).put("word", "chakra", {"word": "Chakra"})
    again = Sidecar.open(story)
    assert again.records("word")[0].fields == {"word": "Chakra"}
    assert [each.name for each in (story.parent / "story.md.redraft").iterdir()] == [f"decisions.{installation_id()}.jsonl"]


def test_a_folder_has_it_inside(tmp_path: Path) -> None:
    Sidecar.open(tmp_path).put("word", "x", {})
    assert (tmp_path / ".redraft").is_dir()


def test_a_record_taken_back_stays_away(story: Path) -> None:
    first = Sidecar.open(story)
    first.put("word", "x", {})
    first.remove("word", "x")
    first.remove("word", "never-there")
    assert ids(Sidecar.open(story)) == []


def test_two_machines_are_merged_and_the_later_word_counts(story: Path) -> None:
    folder = sidecar_folder(story)
    here, there = Sidecar(folder, "here", lambda: 10.0), Sidecar(folder, "there", lambda: 20.0)
    here.put("word", "a", {"by": "here"})
    here.put("word", "b", {"by": "here"})
    there.put("word", "b", {"by": "there"})
    assert sorted(each.name for each in folder.iterdir()) == ["decisions.here.jsonl", "decisions.there.jsonl"]
    merged = Sidecar(folder, "third")
    assert {each.id: each.fields["by"] for each in merged.records("word")} == {"a": "here", "b": "there"}
    gone = Sidecar(folder, "here", lambda: 30.0)
    gone.remove("word", "b")
    assert ids(Sidecar(folder, "there")) == ["a"]


def test_a_clock_set_back_does_not_lose_the_later_decision(story: Path) -> None:
    folder = sidecar_folder(story)
    Sidecar(folder, "here", lambda: 100.0).put("word", "a", {"n": 1})
    Sidecar(folder, "here", lambda: 5.0).put("word", "a", {"n": 2})
    assert Sidecar(folder, "x").records("word")[0].fields == {"n": 2}


def test_a_damaged_line_costs_itself_and_is_told(story: Path) -> None:
    Sidecar.open(story).put("word", "a", {})
    Sidecar.open(story).put("word", "b", {})
    path = next(sidecar_folder(story).iterdir())
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], lines[1][:20], lines[2], "[1, 2]", "\x00"]))
    again = Sidecar.open(story)
    assert ids(again) == ["b"]
    assert len(again.damaged) == 3


def test_a_read_only_folder_uses_the_users_own_data(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_writable", lambda folder: False)
    Sidecar.open(story).put("word", "a", {})
    assert names(story.parent) == ["story.md"]
    assert sidecar_folder(story).is_relative_to(data_folder())
    assert ids(Sidecar.open(story)) == ["a"]


def test_a_disk_that_takes_nothing_is_told_and_the_decision_counts(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise SaveError("the disk is full")

    monkeypatch.setattr(shelf, "write", full)
    sidecar = Sidecar.open(story)
    with pytest.raises(SaveError):
        sidecar.put("word", "a", {})
    assert ids(sidecar) == ["a"]


def test_a_text_without_a_file_is_kept_in_memory() -> None:
    sidecar = Sidecar.open(None)
    sidecar.put("word", "a", {})
    assert ids(sidecar) == ["a"] and sidecar.folder is None


def test_inherited_records_count_and_are_written_with_the_next(story: Path, tmp_path: Path) -> None:
    old, new = Sidecar.open(story), Sidecar.open(tmp_path / "draft-7.md")
    old.put("word", "a", {})
    old.put("word", "b", {})
    old.remove("word", "b")
    assert new.inherit(old) == 1
    assert ids(new) == ["a"] and not (tmp_path / "draft-7.md.redraft").exists()
    new.put("word", "c", {})
    assert sorted(ids(Sidecar.open(tmp_path / "draft-7.md"))) == ["a", "c"]
