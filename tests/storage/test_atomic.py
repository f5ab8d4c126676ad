# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing whole or not at all, with the disk against us."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from redraft.storage.atomic import SaveError, changed_since, digest, write, write_in_new_folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("The old text.")
    return path


def refuse(code: int) -> object:
    def call(*_args: object, **_kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


def test_the_new_bytes_stand_there(story: Path) -> None:
    write(story, b"The new text.")
    assert story.read_bytes() == b"The new text."
    assert names(story.parent) == ["story.txt"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EDQUOT, "used up"), (errno.EROFS, "only be read"), (errno.EIO, "the system says")],
)
@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_failing_disk_leaves_the_old_text(story: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, call, refuse(code))
        with pytest.raises(SaveError, match=words) as raised:
            write(story, b"The new text.")
    assert "your text is still here" in str(raised.value)
    assert story.read_text() == "The old text."
    assert names(story.parent) == ["story.txt"]


def test_a_rename_that_fails_leaves_the_old_text(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse(errno.EIO))
        with pytest.raises(SaveError, match="the system says"):
            write(story, b"The new text.")
    assert story.read_text() == "The old text."
    assert names(story.parent) == ["story.txt"]


def test_a_folder_that_vanished(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="folder is not there"):
        write(tmp_path / "gone" / "story.txt", b"x")


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "story.txt").mkdir()
    with pytest.raises(SaveError, match=r"story\.txt was not saved"):
        write(tmp_path / "story.txt", b"x")
    assert names(tmp_path) == ["story.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(story: Path) -> None:
    story.parent.chmod(0o555)
    try:
        with pytest.raises(SaveError, match="may not write"):
            write(story, b"x")
    finally:
        story.parent.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_symbolic_link_is_kept(story: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.txt"
    link.parent.mkdir()
    link.symlink_to(story)
    write(link, b"Through the link.")
    assert link.is_symlink()
    assert story.read_bytes() == b"Through the link."


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_permissions_are_kept(story: Path) -> None:
    story.chmod(0o640)
    write(story, b"x")
    assert stat.S_IMODE(story.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write(tmp_path / "new.txt", b"x")
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_change_by_another_program_is_seen(story: Path) -> None:
    known = digest(story.read_bytes())
    assert not changed_since(story, known)
    story.write_text("Somebody else's.")
    assert changed_since(story, known)
    story.unlink()
    assert changed_since(story, known)


def test_the_users_own_folder_is_made_or_the_reason_said(tmp_path: Path) -> None:
    write_in_new_folder(tmp_path / "a" / "b" / "c.json", b"x")
    assert (tmp_path / "a" / "b" / "c.json").read_bytes() == b"x"
    (tmp_path / "file").touch()
    with pytest.raises(SaveError, match=r"c\.json was not saved"):
        write_in_new_folder(tmp_path / "file" / "d" / "c.json", b"x")
