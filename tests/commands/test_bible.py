# SPDX-License-Identifier: GPL-3.0-or-later
"""``redraft bible``: written once, never over the story, carried to a sequel."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.cli import main
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar

TEXT = (
    "“Come,” said Anna Reed. Anna took her coat. Anna’s green eyes shone.\n\n“No,” said Tom Lake, and Tom shook his head. "
    "Tom sat.\n\nThe next day Anna’s brown eyes were wet.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "gate.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_bible_is_written_and_the_story_left_alone(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_name("bible.md")
    assert main(["bible", str(story), "-o", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "### Anna Reed" in text and "**Eyes:** green, brown" in text and "eyes differ" in text and "day 2" in text
    assert story.read_text(encoding="utf-8") == TEXT and not story.with_name("gate.txt.redraft").exists()
    assert main(["bible", str(story), "-o", str(out)]) == 2 and "--force" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [([], "Say where"), (["-o", "bible.exe"], "endings"), (["--carry-to", "no-such-file.txt"], "begin the sequel")],
)
def test_what_cannot_be_done_is_said(
    story: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str,
) -> None:
    assert main(["bible", str(story), *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_the_story_is_not_written_over(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bible", str(story), "-o", str(story), "--force"]) == 2
    assert "story itself" in capsys.readouterr().err


def test_a_sequel_knows_the_people(story: Path, tmp_path: Path) -> None:
    sequel = tmp_path / "second.txt"
    sequel.write_text("Nothing yet.\n")
    assert main(["bible", str(story), "--carry-to", str(sequel)]) == 0
    assert {"Anna Reed", "Tom Lake"} <= DecisionBook(Sidecar.open(sequel)).current.cast.added
