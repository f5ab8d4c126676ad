# SPDX-License-Identifier: GPL-3.0-or-later
"""The manuscripts opened last."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.storage.recent import Recent


def test_the_newest_is_first_and_nothing_twice(tmp_path: Path) -> None:
    recent = Recent(limit=3)
    for name in ("a", "b", "a", "c", "d"):
        recent.add(tmp_path / name)
    assert [each.name for each in Recent(limit=3).paths()] == ["d", "c", "a"]


def test_removed_and_cleared(tmp_path: Path) -> None:
    recent = Recent()
    recent.add(tmp_path / "a")
    recent.add(tmp_path / "b")
    recent.remove(tmp_path / "b")
    assert [each.name for each in recent.paths()] == ["a"]
    recent.clear()
    assert recent.paths() == []


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b"[1, 2]", b"\xff"])
def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "recent.json").write_bytes(content)
    recent = Recent(tmp_path / "recent.json")
    assert recent.paths() == []
    recent.add(tmp_path / "a")
    assert len(recent.paths()) == 1
