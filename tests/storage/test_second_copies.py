# SPDX-License-Identifier: GPL-3.0-or-later
"""Second versions beside a story are found, told of once, and never mistaken for another story."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redraft.storage.second_copies import is_settled, names_beside, second_copies, settle
from redraft.storage.sidecar import Sidecar

TEXT = "\n\n".join(f"Paragraph number {number} tells something of its own, and at some length." for number in range(20)) + "\n"
OTHER = TEXT.replace("number 7 tells", "number 7 told")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "novel.md"
    path.write_text(TEXT)
    return path


def found(story: Path) -> list[str]:
    return [each.path.name for each in second_copies([story], is_settled(Sidecar.open(story)))]


def beside(story: Path, name: str, text: str = OTHER, later: int = 10) -> Path:
    path = story.with_name(name)
    path.write_text(text)
    moment = story.stat().st_mtime + later
    os.utime(path, (moment, moment))
    return path


@pytest.mark.parametrize("name", ["novel (Anna's conflicted copy 2024-05-01).md", "novel.sync-conflict-20240501-120000-ABCDEFG.md", "novel (1).md", "novel-LAPTOP.md", "novel 2.md"])
def test_a_second_version_is_found_and_told(story: Path, name: str) -> None:
    beside(story, name)
    (copy,) = second_copies([story], lambda _: False)
    assert name in copy.sentence and "novel.md" in copy.sentence and copy.sentence.endswith(".") and copy.original == story


def test_one_that_holds_the_same_is_no_news(story: Path) -> None:
    beside(story, "novel (conflicted copy).md", TEXT)
    beside(story, "novel (1).md", "")
    assert found(story) == []


def test_another_story_with_such_a_name_is_left_alone(story: Path) -> None:
    beside(story, "novel 2.md", "\n\n".join(f"The sequel says something else in its paragraph {n}." for n in range(20)))
    assert found(story) == []


def test_what_an_editor_put_by_counts_only_when_it_is_newer(story: Path) -> None:
    beside(story, "novel.md~", later=-10)
    assert found(story) == []
    beside(story, "novel.md.bak", later=10)
    assert found(story) == ["novel.md.bak"]


def test_one_that_is_settled_comes_back_only_with_another_text(story: Path) -> None:
    copy = beside(story, "novel (1).md")
    settle(Sidecar.open(story), second_copies([story], lambda _: False)[0])
    assert found(story) == []
    copy.write_text(OTHER + "\n\nMore.\n")
    assert found(story) == ["novel (1).md"]


def test_looks_tell_when_to_look(story: Path) -> None:
    assert names_beside([story]) == frozenset()
    beside(story, "novel (1).md")
    before = names_beside([story])
    beside(story, "novel (1).md", OTHER + "x")
    assert len(before) == 1 and names_beside([story]) != before


def test_a_folder_that_is_gone_holds_none(tmp_path: Path) -> None:
    assert second_copies([tmp_path / "gone" / "novel.md"], lambda _: False) == []
