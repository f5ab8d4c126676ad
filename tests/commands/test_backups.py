# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.storage.backups import Backups


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDRAFT_HOME", str(tmp_path / "home"))
    path = tmp_path / "story.md"
    for text in (b"First words.\n", b"Second words.\n", b"Third words.\n"):
        path.write_bytes(text)
        Backups(path).keep(text)
    return path


def test_they_are_listed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "list", str(story)]) == 0
    assert capsys.readouterr().out.startswith("story.md: 3 backups")
    assert main(["backups", "list", "--format", "json", str(story)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1 and [each["number"] for each in told["backups"]] == [1, 2, 3]
    assert [each["bytes"] for each in told["backups"]] == [13, 14, 13]


def test_a_story_without_any_says_so(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = story.with_name("other.md")
    other.write_text("Words.")
    assert main(["backups", "list", str(other)]) == 0
    assert "no backups yet" in capsys.readouterr().out


def test_the_chapters_of_a_folder_are_listed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "list", str(story.parent)]) == 0
    assert "story.md: 3 backups" in capsys.readouterr().out


def test_one_is_had_back_and_what_stood_there_is_kept(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.write_bytes(b"Written elsewhere.\n")
    assert main(["backups", "restore", str(story), "3"]) == 0
    assert story.read_bytes() == b"First words.\n"
    assert "again as it was" in capsys.readouterr().out
    backups = Backups(story)
    assert backups.read(backups.all[0]) == b"Written elsewhere.\n"


def test_a_story_that_is_gone_is_had_back(story: Path) -> None:
    story.unlink()
    assert main(["backups", "restore", str(story)]) == 0
    assert story.read_bytes() == b"Third words.\n"


def test_another_file_is_replaced_only_when_asked(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = story.with_name("old.md")
    target.write_text("Mine.")
    assert main(["backups", "restore", str(story), "2", "-o", str(target)]) == 2
    assert target.read_text() == "Mine." and "--force" in capsys.readouterr().err
    assert main(["backups", "restore", str(story), "2", "-o", str(target), "--force"]) == 0
    assert target.read_bytes() == b"Second words.\n" and story.read_bytes() == b"Third words.\n"


@pytest.mark.parametrize("number", ["0", "9", "-1"])
def test_a_number_that_is_not_there(story: Path, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "restore", str(story), "--", number]) == 2
    assert "has 3 backups" in capsys.readouterr().err and story.read_bytes() == b"Third words.\n"


def test_a_folder_is_not_restored_as_a_whole(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "restore", str(story.parent)]) == 2
    assert "Name the chapter" in capsys.readouterr().err


def test_all_are_read_back(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "verify", str(story)]) == 0
    assert "3 of 3 backups can be had back" in capsys.readouterr().out
    broken = next((story.parent / "home" / "data" / "backups").rglob("*.gz"))
    broken.write_bytes(b"?")
    assert main(["backups", "verify", str(story)]) == 2
    told = capsys.readouterr()
    assert "2 of 3 backups" in told.out and "damaged or gone" in told.err
