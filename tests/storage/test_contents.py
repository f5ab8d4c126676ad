# SPDX-License-Identifier: GPL-3.0-or-later
"""A store of contents gives back what was put in it, or nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.storage import contents as module
from redraft.storage.atomic import digest
from redraft.storage.contents import Contents, NotReadBack


@settings(max_examples=10)
@given(st.binary(max_size=200))
def test_what_was_put_comes_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    store = Contents(tmp_path_factory.mktemp("s") / "new")
    mark = store.keep(data)
    assert mark == digest(data) == store.keep(data)
    assert store.read(mark) == store.read(mark, len(data)) == data
    assert store.digests == {mark} and store.holds(mark) and store.taken(mark) > 0


def test_a_damaged_content_is_none_and_is_put_anew(tmp_path: Path) -> None:
    store = Contents(tmp_path)
    mark = store.keep(b"The words.")
    file = next(tmp_path.iterdir())
    for damage in (b"", b"junk", file.read_bytes()[:-4], file.read_bytes()[:12] + b"\0" + file.read_bytes()[13:]):
        file.write_bytes(damage)
        assert store.read(mark) is None
        assert store.keep(b"The words.") == mark and store.read(mark) == b"The words."


def test_more_than_was_told_is_no_content(tmp_path: Path) -> None:
    store = Contents(tmp_path)
    mark = store.keep(b"0123456789" * 1000)
    assert store.read(mark, 9999) is None


@pytest.mark.parametrize("name", ["", "../list", "A" * 64, "0" * 63, "0" * 64 + "/x"])
def test_only_digests_are_looked_for(tmp_path: Path, name: str) -> None:
    store = Contents(tmp_path)
    store.remove(name)
    assert store.read(name) is None and not store.holds(name) and not store.taken(name)


def test_a_disk_that_lies_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "write_in_new_folder", lambda path, data: path.write_bytes(data[:-3]))
    with pytest.raises(NotReadBack, match="as it was written"):
        Contents(tmp_path).keep(b"The words.")
    assert list(tmp_path.iterdir()) == []


def test_sweeping_leaves_what_is_wanted_and_what_is_young(tmp_path: Path) -> None:
    store = Contents(tmp_path)
    marks = [store.keep(each) for each in (b"wanted", b"old", b"young")]
    old = time.time() - 7200
    for mark in marks[:2]:
        os.utime(tmp_path / f"{mark}.gz", (old, old))
    (tmp_path / "list.jsonl").write_text("no content")
    store.sweep({marks[0]})
    assert store.digests == {marks[0], marks[2]} and (tmp_path / "list.jsonl").exists()


def test_what_a_crash_left_is_taken_away_after_a_day(tmp_path: Path) -> None:
    left, young, other = (tmp_path / name for name in (".abc.gz.x1.tmp", ".abc.gz.x2.tmp", "mine.tmp"))
    for each in (left, young, other):
        each.write_bytes(b"half")
    old = time.time() - 2 * 86_400
    for each in (left, other):
        os.utime(each, (old, old))
    Contents(tmp_path).keep(b"The words.")
    assert not left.exists() and young.exists() and other.exists()


def test_what_is_put_again_is_not_swept_by_another_window(tmp_path: Path) -> None:
    store = Contents(tmp_path)
    mark = store.keep(b"The words.")
    os.utime(tmp_path / f"{mark}.gz", (0, 0))
    store.keep(b"The words.")
    store.sweep(())
    assert store.digests == {mark}
