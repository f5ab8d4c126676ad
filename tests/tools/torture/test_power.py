# SPDX-License-Identifier: GPL-3.0-or-later
"""The power fails at any moment, and nothing that was called safe is lost; and a program that loses it is caught."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tools.torture.power.disks import disks
from tools.torture.power.judging import power_fails
from tools.torture.power.overwriting import NEW, OLD, overwriting_fails
from tools.torture.power.recording import Recorder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")


def test_the_power_fails(tmp_path: Path) -> None:
    report = power_fails(tmp_path, chances=1, savings=1, every=2)
    assert report.clean, report.faults
    assert report.disks > 100 and report.offered > 20


def left(folder: Path, recorder: Recorder) -> set[bytes | None]:
    """What the file may hold at the end."""
    last = len(recorder.deeds)
    return {each.files.get("file") for each in disks(recorder, 20) if each.deeds == last}


def recorded(folder: Path, *, sync: bool, sync_folder: bool) -> Recorder:
    """A file of four sectors is written anew and put in the place of the old one."""
    (folder / "file").write_bytes(b"old" * 600)
    recorder = Recorder(folder)
    with recorder.watching(), (folder / "new").open("wb") as file:
        file.write(b"new" * 600)
        file.flush()
        if sync:
            os.fsync(file.fileno())
        (folder / "new").replace(folder / "file")
        if sync_folder:
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
    return recorder


def test_what_is_synced_is_there(tmp_path: Path) -> None:
    assert left(tmp_path, recorded(tmp_path, sync=True, sync_folder=True)) == {b"new" * 600}


def test_a_name_that_is_not_synced_may_be_the_old_one(tmp_path: Path) -> None:
    assert left(tmp_path, recorded(tmp_path, sync=True, sync_folder=False)) == {b"old" * 600, b"new" * 600}


def test_bytes_that_are_not_synced_may_be_missing_or_torn(tmp_path: Path) -> None:
    found = left(tmp_path, recorded(tmp_path, sync=False, sync_folder=True))
    assert b"" in found and b"new" * 600 in found and len(found) > 2


def test_a_folder_that_is_not_synced_is_gone_with_all_in_it(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    with recorder.watching():
        (tmp_path / "folder").mkdir()
        with (tmp_path / "folder" / "file").open("wb") as file:
            file.write(b"new")
            file.flush()
            os.fsync(file.fileno())
        handle = os.open(tmp_path / "folder", os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    last = [each for each in disks(recorder, 1) if each.deeds == len(recorder.deeds)]
    assert {frozenset(each.files) for each in last} >= {frozenset(), frozenset({"folder/file"})}


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (b"A" * 100, b"B" * 9000), (b"A" * 9000, b"B" * 100)])
def test_the_power_fails_while_a_file_is_written_where_it_stands(tmp_path: Path, old: bytes, new: bytes) -> None:
    """It holds the old text or the new one, or is known to hold neither, and either can be put there."""
    report = overwriting_fails(tmp_path, old, new, chances=20)
    assert report.clean and report.disks > 100, report.faults
