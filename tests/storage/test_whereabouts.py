# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that was renamed or moved is found by what it is."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from redraft.storage import whereabouts as module
from redraft.storage.atomic import digest
from redraft.storage.whereabouts import Found, Identity, find_again

TEXT = b"The words of the story.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "books" / "novel" / "story.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(TEXT)
    return path


def known(path: Path) -> Identity:
    found = Identity.of(path, digest(path.read_bytes()))
    assert found is not None
    return found


def looked_for(story: Path, identity: Identity, tmp_path: Path) -> list[Found]:
    return find_again(story, identity, lambda path: b"words of the story" in path.read_bytes(), tmp_path / "home")


@pytest.mark.parametrize("new", ["novel.md", "drafts/old/story.md", "../story.md", "../other/Story (final).md", "novel.txt"])
def test_renamed_or_moved_nearby(story: Path, tmp_path: Path, new: str) -> None:
    identity = known(story)
    target = story.parent / new
    target.parent.mkdir(parents=True, exist_ok=True)
    story.rename(target)
    (story.parent / "else.md").write_bytes(TEXT + b"More.")
    (found,) = looked_for(story, identity, tmp_path)
    assert found.path.resolve() == target.resolve() and found.sure and not found.trashed


def test_moved_to_the_trash(story: Path, tmp_path: Path) -> None:
    identity = known(story)
    trash = tmp_path / "home" / ".local/share/Trash/files"
    trash.mkdir(parents=True)
    story.rename(trash / "story.md")
    assert looked_for(story, identity, tmp_path) == [Found(trash / "story.md", sure=True, trashed=True)]


def test_renamed_and_changed_is_likely_and_not_sure(story: Path, tmp_path: Path) -> None:
    identity = known(story)
    story.rename(story.with_name("novel.md"))
    with story.with_name("novel.md").open("ab") as file:
        file.write(b"A new line.\n")
    assert [each.sure for each in looked_for(story, identity, tmp_path)] == [False]


def test_copied_to_two_places_and_taken_away_is_a_question(story: Path, tmp_path: Path) -> None:
    identity = known(story)
    for name in ("one.md", "two.md"):
        story.with_name(name).write_bytes(TEXT)
    story.unlink()
    found = looked_for(story, identity, tmp_path)
    assert [each.path.name for each in found] == ["one.md", "two.md"] and not any(each.sure for each in found)


@pytest.mark.parametrize("name", ["story.md~", "story.md.bak", "~WRL0001.tmp", ".story.md.swp", "story.tmp"])
def test_what_a_program_puts_by_while_it_saves_is_not_it(story: Path, tmp_path: Path, name: str) -> None:
    identity = known(story)
    story.rename(story.with_name(name))
    assert looked_for(story, identity, tmp_path) == []


def test_an_older_copy_is_a_copy(story: Path, tmp_path: Path) -> None:
    story.with_name("backup.md").write_bytes(TEXT)
    identity = replace(known(story), seen=time.time() + 60)
    story.unlink()
    assert looked_for(story, identity, tmp_path) == []


def test_deleted_is_nowhere(story: Path, tmp_path: Path) -> None:
    identity = known(story)
    story.unlink()
    story.with_name("other.md").write_bytes(b"Other words, and more.\n")
    assert looked_for(story, identity, tmp_path) == []
    assert Identity.of(story) is None


def test_a_number_given_anew_to_a_file_of_another_kind_is_nothing(story: Path, tmp_path: Path) -> None:
    identity = known(story)
    story.rename(story.with_name("picture.png"))
    story.with_name("picture.png").write_bytes(b"PNG")
    assert looked_for(story, identity, tmp_path) == []


def test_a_folder_of_chapters_is_found_by_its_number(story: Path, tmp_path: Path) -> None:
    folder = story.parent
    identity = Identity.of(folder)
    assert identity is not None
    folder.rename(folder.with_name("the novel"))
    assert looked_for(folder, identity, tmp_path) == [Found(folder.with_name("the novel"), sure=True)]


def test_the_search_has_an_end(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    identity = known(story)
    for number in range(30):
        (story.parent / f"folder {number}").mkdir()
    story.rename(story.parent / "folder 29" / "story.md")
    monkeypatch.setattr(module, "_MOST", 5)
    assert looked_for(story, identity, tmp_path) == []
    monkeypatch.undo()
    assert len(looked_for(story, identity, tmp_path)) == 1
