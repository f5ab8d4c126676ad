# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody else made is kept before it is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.storage import originals
from redraft.storage.atomic import SaveError
from redraft.storage.originals import OriginalNotKept, keep, kept, save_over


def test_the_first_save_keeps_the_original(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"As it came.")
    save_over(path, b"Edited once.")
    save_over(path, b"Edited twice.")
    assert path.read_bytes() == b"Edited twice."
    assert [each.read_bytes() for each in kept(path)] == [b"As it came."]
    assert [each.suffix for each in kept(path)] == [".txt"]


def test_what_another_program_wrote_later_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"As it came.")
    save_over(path, b"Edited.")
    path.write_bytes(b"From elsewhere.")
    save_over(path, b"Edited again.")
    assert {each.read_bytes() for each in kept(path)} == {b"As it came.", b"From elsewhere."}


def test_a_new_file_has_no_original(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    assert keep(path) is None
    save_over(path, b"Words.")
    save_over(path, b"More words.")
    assert kept(path) == []


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"As it came.")
    assert keep(path) == keep(path)
    assert len(kept(path)) == 1


def test_two_files_of_one_name_do_not_mix(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(folder)
        keep(tmp_path / folder / "story.txt")
    assert [each.read_text() for each in kept(tmp_path / "b" / "story.txt")] == ["b"]


def test_without_a_copy_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise SaveError("the disk is full")

    path = tmp_path / "story.txt"
    path.write_bytes(b"As it came.")
    monkeypatch.setattr(originals, "write_in_new_folder", full)
    with pytest.raises(OriginalNotKept, match="save it under another name"):
        save_over(path, b"Edited.")
    assert path.read_bytes() == b"As it came."
