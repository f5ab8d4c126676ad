# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks that die with their holder."""

from __future__ import annotations

from pathlib import Path

from redraft.storage.locks import Lock


def test_a_lock_is_held_once_and_can_be_had_again(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    lock = Lock.take(path)
    assert lock is not None
    assert Lock.take(path) is None
    lock.release()
    again = Lock.take(path)
    assert again is not None
    again.release()
    assert not path.exists()
