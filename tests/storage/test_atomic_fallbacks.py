# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving where no new file can take the old one's place, and what a file has beside its bytes."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.places import data_folder
from redraft.storage import attributes, disk, inplace
from redraft.storage.atomic import MarkedReadOnly, NotKept, SaveError, write
from redraft.storage.inplace import half_written
from tests.storage.faults import Disk, failing

OLD, NEW, SHORT = b"The old text, which is long.", b"The new text, which is a good deal longer.", b"Short."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nobody waits in a test; how long it would have been is kept."""
    waited: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", waited.append)
    return waited


def refusing(real: Callable[..., object], code: int, when: Callable[..., bool], times: int = 10**6) -> Callable[..., object]:
    """``real``, that fails for so many times where ``when`` says so."""
    left = [times]

    def call(*told: object, **more: object) -> object:
        if left[0] and when(*told, **more):
            left[0] -= 1
            raise OSError(code, os.strerror(code))
        return real(*told, **more)

    return call


def forbid_folder(patch: pytest.MonkeyPatch, folder: Path, code: int = errno.EACCES) -> None:
    """No file can be made in ``folder``."""
    patch.setattr(tempfile, "mkstemp", refusing(tempfile.mkstemp, code, lambda **more: more["dir"] == folder))


def forbid_renaming(patch: pytest.MonkeyPatch, folder: Path, code: int, times: int = 10**6) -> None:
    """No file can be renamed into ``folder``."""
    patch.setattr(os, "replace", refusing(os.replace, code, lambda _, target: Path(target).parent == folder, times))


def left_over(folder: Path) -> list[str]:
    put_by = data_folder() / "half-written"
    return [each.name for each in folder.iterdir() if each.suffix == ".tmp"] + [str(each) for each in put_by.glob("*")]


@pytest.mark.parametrize("new", [NEW, SHORT, b""])
@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_a_folder_that_may_not_be_written(story: Path, monkeypatch: pytest.MonkeyPatch, code: int, new: bytes) -> None:
    inode = story.stat().st_ino
    forbid_folder(monkeypatch, story.parent, code)
    assert write(story, new).in_place
    assert story.read_bytes() == new and story.stat().st_ino == inode and left_over(story.parent) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_real_folder_that_may_not_be_written(story: Path) -> None:
    story.parent.chmod(0o555)
    try:
        assert write(story, NEW).in_place
    finally:
        story.parent.chmod(0o755)
    assert story.read_bytes() == NEW


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EPERM])
def test_a_place_that_knows_no_renaming(story: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    forbid_renaming(monkeypatch, story.parent, code)
    assert write(story, NEW).in_place
    assert story.read_bytes() == NEW and left_over(story.parent) == []


def test_a_new_file_where_none_can_be_made_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_folder(monkeypatch, tmp_path)
    with pytest.raises(SaveError, match="may not write"):
        write(tmp_path / "new.txt", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("error", "tries"), [(errno.EBUSY, 2), (errno.EAGAIN, 5)])
def test_a_file_that_is_held_is_tried_again(story: Path, monkeypatch: pytest.MonkeyPatch, no_pauses: list[float], error: int, tries: int) -> None:
    forbid_renaming(monkeypatch, story.parent, error, tries)
    assert not write(story, NEW).in_place
    assert story.read_bytes() == NEW and no_pauses == list(disk.PAUSES[:tries]) and sum(disk.PAUSES) < 2


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_windows_keeps_locked(story: Path, monkeypatch: pytest.MonkeyPatch, no_pauses: list[float], code: int) -> None:
    locked = PermissionError(errno.EACCES, "The process cannot access the file")
    locked.winerror = code  # type: ignore[attr-defined]

    def held(real: Callable[..., object]) -> Callable[..., object]:
        def call(*told: object) -> object:
            if story in told:
                raise locked
            return real(*told)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held(os.replace))
        patch.setattr(os, "open", held(os.open))
        with pytest.raises(SaveError, match=r"another program .* keeps it"):
            write(story, NEW)
    assert story.read_bytes() == OLD and left_over(story.parent) == [] and no_pauses[:5] == list(disk.PAUSES)
    write(story, NEW)
    assert story.read_bytes() == NEW


def test_a_file_marked_read_only_is_left_alone(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributes.os, "access", lambda *_: False)
    with pytest.raises(MarkedReadOnly, match="marked as read-only"):
        write(story, NEW)
    assert story.read_bytes() == OLD


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_at_every_call_of_a_writing_in_place(story: Path, code: int) -> None:
    at, succeeded = 0, 0
    while True:
        at += 1
        story.write_bytes(OLD)
        fault = Disk(code, at)
        with pytest.MonkeyPatch.context() as patch:
            forbid_folder(patch, story.parent)
            with failing(fault):
                try:
                    write(story, NEW)
                    succeeded += 1
                except SaveError as error:
                    assert str(error).startswith("story.txt was not saved") and str(error).endswith(".")
                    assert story.read_bytes() == OLD
        assert story.read_bytes() in (OLD, NEW) and half_written(story) is None
        write(story, NEW)
        assert story.read_bytes() == NEW
        if not fault.failed:
            break
    assert at >= 10 and succeeded


def test_when_neither_text_can_be_written_both_are_kept(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fdopen

    class Half:
        def __init__(self, file: object) -> None:
            self._file = file

        def __enter__(self) -> Half:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()  # type: ignore[attr-defined]

        def write(self, data: bytes) -> int:
            self._file.write(data[:10] if data == NEW else b"")  # type: ignore[attr-defined]
            raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patch:
        forbid_folder(patch, story.parent)
        broken = lambda handle, *told: Half(real(handle, *told)) if os.fstat(handle).st_ino == story.stat().st_ino else real(handle, *told)  # noqa: E731
        patch.setattr(os, "fdopen", broken)
        with pytest.raises(SaveError, match="both kept whole, in "):
            write(story, NEW)
    assert story.read_bytes() not in (OLD, NEW)
    left = half_written(story)
    assert left is not None and left.path == story and "half-way" in left.sentence
    left.mend(new=False)
    assert story.read_bytes() == OLD and half_written(story) is None


@pytest.mark.parametrize(("new", "held"), [
    (NEW, NEW[:9] + OLD[9:]), (NEW, NEW[: len(OLD) + 3]), (SHORT, SHORT + OLD[len(SHORT) :]), (NEW, b"\0" * len(OLD)),
])  # fmt: skip
def test_a_sudden_end_in_the_midst_is_known_and_mended(story: Path, monkeypatch: pytest.MonkeyPatch, new: bytes, held: bytes) -> None:
    class Ended(BaseException):
        """The program is gone."""

    def ends(path: Path, _: bytes) -> None:
        path.write_bytes(held)
        raise Ended

    with monkeypatch.context() as patch:
        patch.setattr(disk, "overwrite", ends)
        with pytest.raises(Ended):
            inplace.overwrite(story, new)
    left = half_written(story)
    assert left is not None
    left.mend()
    assert story.read_bytes() == new and half_written(story) is None and left_over(story.parent) == []


@pytest.mark.parametrize("held", [OLD, NEW, b"Somebody wrote something else since."])
def test_what_came_to_its_end_needs_no_mending(story: Path, monkeypatch: pytest.MonkeyPatch, held: bytes) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(inplace, "_forget", lambda folder: None)
        inplace.overwrite(story, NEW)
    story.write_bytes(held)
    assert half_written(story) is None and left_over(story.parent) == []


def test_a_disk_that_gives_back_other_bytes_is_found_out(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda self: real(self)[:-1] if self.suffix == ".tmp" else real(self))
        with pytest.raises(SaveError, match="does not read back"):
            write(story, NEW)
        assert real(story) == OLD and left_over(story.parent) == []
        patch.setattr(Path, "read_bytes", lambda self: real(self)[:-1] if self == story else real(self))
        with pytest.raises(NotKept, match="save it on another disk"):
            write(story, NEW)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_another_disk_is_followed(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "elsewhere" / "link.txt"
    link.parent.mkdir()
    link.symlink_to(story)
    forbid_renaming(monkeypatch, link.parent, errno.EXDEV)
    assert not write(link, NEW).in_place
    assert link.is_symlink() and story.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="it is told otherwise there")
def test_a_hard_link_is_told(story: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").hardlink_to(story)
    saved = write(story, NEW)
    assert "another name" in saved.notices[0] and (tmp_path / "other.txt").read_bytes() == OLD
    assert write(story, NEW).notices == ()


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has them so")
def test_what_other_programs_keep_with_a_file_stays(story: Path) -> None:
    try:
        os.setxattr(story, "user.tags", b"novel,draft")
    except OSError:
        pytest.skip("this file system keeps no extended attributes")
    assert write(story, NEW).notices == ()
    assert os.getxattr(story, "user.tags") == b"novel,draft"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has them so")
@pytest.mark.parametrize(("name", "words"), [("user.tags", "tags"), ("system.posix_acl_access", "who may read it")])
def test_what_cannot_be_kept_is_told(story: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> None:
    monkeypatch.setattr(os, "listxattr", lambda _: [name, "security.selinux"])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"x")
    monkeypatch.setattr(os, "setxattr", refusing(os.setxattr, errno.EPERM, lambda *_: True))
    (notice,) = write(story, NEW).notices
    assert words in notice and "is saved, but" in notice and story.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_are_kept(story: Path) -> None:
    os.chown(story, 1234, 2345)
    story.chmod(0o640)
    write(story, NEW)
    found = story.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 2345, 0o640)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_somebody_elses_file_stays_theirs(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(story, 1234, 2345)
    monkeypatch.setattr(os, "chown", refusing(os.chown, errno.EPERM, lambda *_: True))
    assert write(story, NEW).in_place
    assert story.stat().st_uid == 1234 and story.read_bytes() == NEW and left_over(story.parent) == []


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_share_that_cannot_sync_is_written_all_the_same(story: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(os, "fsync", refusing(os.fsync, code, lambda *_: True))
    assert not write(story, NEW).in_place and story.read_bytes() == NEW
