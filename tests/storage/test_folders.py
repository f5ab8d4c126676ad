# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that outlive a power cut."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redraft.storage.folders import make_folder


def test_each_name_on_the_way_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_ino), fsync(handle)))
    made = tmp_path / "one" / "two" / "three"
    make_folder(made)
    assert made.is_dir()
    if os.name != "nt":
        assert {each.stat().st_ino for each in (tmp_path, tmp_path / "one", made.parent)} <= set(synced)
    synced.clear()
    make_folder(made)
    assert synced == []


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OSError):
        make_folder(tmp_path / "file" / "folder")
