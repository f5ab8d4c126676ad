# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to a story follows it under its new name, whole, and is mixed with nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from redraft.formats.registry import read
from redraft.notes.note import Note
from redraft.storage.atomic import SaveError, digest
from redraft.storage.backups import Backups
from redraft.storage.moving import carry_along, orphans, remember
from redraft.storage.notes import NoteStore
from redraft.storage.presence import Presence
from redraft.storage.sidecar import Sidecar, sidecar_folder

TEXT = "\n\n".join(f"Paragraph number {number} tells something of its own." for number in range(12)) + "\n"


def made(path: Path, word: str, text: str = TEXT) -> Path:
    """A story with a decision, a note, a backup, and what it is known by."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    sidecar = Sidecar.open(path)
    sidecar.put("word", word, {})
    remember(sidecar, digest(path.read_bytes()), read(path).manuscript.paragraphs)
    NoteStore.open(path).notebook.add(Note("1", body=f"note on {word}"))
    Backups(path).keep(path.read_bytes())
    return path


def found(path: Path) -> list[str]:
    return [each.story.name for each in orphans(path, digest(path.read_bytes()), read(path).manuscript.paragraphs)]


def words(path: Path) -> list[str]:
    return sorted(each.id for each in Sidecar.open(path).records("word"))


@pytest.mark.parametrize("new", ["novel.md", "elsewhere/story.md"])
def test_everything_follows(tmp_path: Path, new: str) -> None:
    old, target = made(tmp_path / "story.md", "a"), tmp_path / new
    target.parent.mkdir(exist_ok=True)
    old.rename(target)
    carry_along(old, target)
    assert words(target) == ["a"] and [each.body for each in NoteStore.open(target).notebook] == ["note on a"]
    assert len(Backups(target).all) == 1 and not sidecar_folder(old).exists() and words(old) == []


def test_a_story_that_has_decisions_of_its_own_is_not_mixed(tmp_path: Path) -> None:
    one, two = made(tmp_path / "one.md", "a"), made(tmp_path / "two.md", "b")
    carry_along(one, two)
    assert words(two) == ["b"] and words(one) == ["a"] and len(Backups(one).all) == 1


def test_a_folder_that_only_says_who_is_there_is_no_hindrance(tmp_path: Path) -> None:
    old, new = made(tmp_path / "story.md", "a"), tmp_path / "novel.md"
    old.rename(new)
    Presence.of(new).announce()
    assert found(new) == ["story.md"]
    carry_along(old, new)
    assert words(new) == ["a"]


def test_a_move_to_another_disk_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = made(tmp_path / "story.md", "a")
    real = os.rename
    refused = sidecar_folder(old)

    def rename(source: Path, target: Path) -> None:
        if Path(source) == refused:
            raise OSError(errno.EXDEV, "another disk")
        real(source, target)

    monkeypatch.setattr(os, "rename", rename)
    carry_along(old, tmp_path / "novel.md")
    assert words(tmp_path / "novel.md") == ["a"] and not refused.exists()


def test_a_sidecar_that_cannot_be_moved_stays_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = made(tmp_path / "story.md", "a")

    def rename(*_: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(SaveError, match=r"story\.md\.redraft was not saved: you may not write there"):
        carry_along(old, tmp_path / "novel.md")
    monkeypatch.undo()
    assert words(old) == ["a"] and sorted(each.name for each in tmp_path.iterdir()) == ["story.md", "story.md.redraft"]


def test_renamed_while_closed_it_is_known_by_its_bytes(tmp_path: Path) -> None:
    old = made(tmp_path / "story.md", "a")
    made(tmp_path / "other.md", "b", TEXT.replace("tells", "says"))
    old.rename(tmp_path / "novel.md")
    assert found(tmp_path / "novel.md") == ["story.md"]


def test_renamed_and_changed_while_closed_it_is_known_by_its_text(tmp_path: Path) -> None:
    old = made(tmp_path / "story.md", "a")
    old.rename(tmp_path / "novel.md")
    (tmp_path / "novel.md").write_text(TEXT.replace("number 7", "number seven"))
    assert found(tmp_path / "novel.md") == ["story.md"]


def test_two_that_it_may_be_are_both_named(tmp_path: Path) -> None:
    one, two = made(tmp_path / "one.md", "a"), made(tmp_path / "two.md", "b")
    one.rename(tmp_path / "novel.md")
    two.unlink()
    assert found(tmp_path / "novel.md") == ["one.md", "two.md"]


@pytest.mark.parametrize("case", ["the other is still there", "it has decisions itself", "another text"])
def test_what_is_no_orphan(tmp_path: Path, case: str) -> None:
    old, new = made(tmp_path / "story.md", "a"), tmp_path / "novel.md"
    if case == "another text":
        old.unlink()
        new.write_text("\n\n".join(f"A wholly other thing is said at length in {number}." for number in range(12)))
    elif case == "it has decisions itself":
        made(new, "b")
        old.unlink()
    else:
        new.write_text(TEXT)
    assert found(new) == []


def test_what_is_remembered_already_is_not_written_again(tmp_path: Path) -> None:
    story = made(tmp_path / "story.md", "a")
    sidecar = Sidecar.open(story)
    before = [each.when for each in sidecar.records("manuscript")]
    remember(sidecar, digest(story.read_bytes()), read(story).manuscript.paragraphs)
    assert [each.when for each in sidecar.records("manuscript")] == before
