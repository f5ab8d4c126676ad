# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups are kept, thinned, and had back as they were, or said to be damaged."""

from __future__ import annotations

import errno
import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.storage import backups as module
from redraft.storage import contents
from redraft.storage.atomic import SaveError
from redraft.storage.backups import Backup, BackupDamaged, Backups, thinned

HOUR, DAY = 3600.0, 86400.0
NOW = 1_800_000_000.0


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "story.md", tmp_path / "kept", clock)


def test_every_saving_is_kept_newest_first(backups: Backups, clock: Clock) -> None:
    for text in (b"one", b"two", b"three"):
        backups.keep(text)
        clock.now += 60
    assert [backups.read(each) for each in backups.all] == [b"three", b"two", b"one"]


def test_the_same_content_is_kept_once(backups: Backups, tmp_path: Path) -> None:
    assert backups.keep(b"same") is not None
    assert backups.keep(b"same") is None
    backups.keep(b"other")
    backups.keep(b"same")
    assert [backups.read(each) for each in backups.all] == [b"same", b"other", b"same"]
    assert len(list((tmp_path / "kept").glob("*.gz"))) == 2


def test_nothing_is_made_by_looking(backups: Backups, tmp_path: Path) -> None:
    assert backups.all == () and backups.damaged() == []
    assert not (tmp_path / "kept").exists()


def test_a_damaged_copy_is_said_and_the_others_stay(backups: Backups, tmp_path: Path) -> None:
    first = backups.keep(b"first")
    second = backups.keep(b"second")
    assert first is not None and second is not None
    (tmp_path / "kept" / f"{first.digest}.gz").write_bytes(b"no longer")
    with pytest.raises(BackupDamaged, match=r"story\.md .* damaged or gone"):
        backups.read(first)
    assert backups.damaged() == [first] and backups.read(second) == b"second"


def test_a_damaged_copy_is_made_anew_by_the_next_saving(backups: Backups, tmp_path: Path) -> None:
    made = backups.keep(b"words")
    backups.keep(b"others")
    assert made is not None
    (tmp_path / "kept" / f"{made.digest}.gz").write_bytes(b"")
    backups.keep(b"words")
    assert backups.damaged() == []


def test_damaged_lines_cost_themselves_only(backups: Backups, tmp_path: Path) -> None:
    backups.keep(b"words")
    listed = tmp_path / "kept" / "list.jsonl"
    listed.write_text('{"when": 1\nnothing\n[]\n{"when":1,"digest":"../up","size":1}\n' + listed.read_text())
    assert [backups.read(each) for each in backups.all] == [b"words"]


def test_a_bomb_is_damage(backups: Backups, tmp_path: Path) -> None:
    made = backups.keep(b"words")
    assert made is not None
    (tmp_path / "kept" / f"{made.digest}.gz").write_bytes(gzip.compress(b"\0" * 10_000_000))
    assert backups.damaged() == [made]


def test_a_full_disk_is_said(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise SaveError.of(path, OSError(errno.ENOSPC, "No space left on device"))

    backups.keep(b"words")
    monkeypatch.setattr(module, "write_in_new_folder", full)
    with pytest.raises(SaveError, match="disk is full"):
        backups.keep(b"more words")
    assert [backups.read(each) for each in backups.all] == [b"words"]


def test_what_does_not_read_back_is_no_backup(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[: len(data) // 2])

    monkeypatch.setattr(contents, "write_in_new_folder", torn)
    with pytest.raises(SaveError, match="did not read back"):
        backups.keep(b"words")
    assert backups.all == ()


def test_contents_that_no_copy_needs_are_dropped(backups: Backups, clock: Clock, tmp_path: Path) -> None:
    for number in range(5):
        backups.keep(b"%d" % number)
        clock.now += 600
    for file in (tmp_path / "kept").glob("*.gz"):
        os.utime(file, (1, 1))
    clock.now += 3 * HOUR
    backups.keep(b"new")
    assert len(list((tmp_path / "kept").glob("*.gz"))) == len({each.digest for each in backups.all}) < 6


def _size(backup: Backup) -> int:
    return backup.size


def _made(*ages: float) -> list[Backup]:
    return [Backup(NOW - age, f"{number:04}", 1) for number, age in enumerate(ages)]


def test_of_a_day_one_an_hour_of_a_month_one_a_day_then_one_a_week() -> None:
    day = [Backup(NOW - number * 600.0, f"{number}", 1) for number in range(24 * 6)]
    assert 24 <= len(thinned(day, NOW, _size)) <= 13 + 24
    month = [Backup(NOW - number * HOUR, f"{number}", 1) for number in range(24 * 30)]
    assert 50 <= len(thinned(month, NOW, _size)) <= 3 + 24 + 31
    years = [Backup(NOW - number * DAY, f"{number}", 1) for number in range(365 * 2)]
    assert 100 <= len(thinned(years, NOW, _size)) <= 140


def test_no_more_bytes_than_allowed_but_always_three() -> None:
    backups = _made(1, 2, 3, 4, 5)
    assert len(thinned(backups, NOW, _size, most=4)) == 4
    assert len(thinned(backups, NOW, _size, most=0)) == 3


@given(st.lists(st.floats(0, 400 * DAY), max_size=60), st.integers(0, 90))
def test_thinning_keeps_the_newest_and_is_done_once(ages: list[float], most: int) -> None:
    kept = thinned(_made(*ages), NOW, _size, most)
    assert list(kept) == sorted(kept, reverse=True)
    assert thinned(kept, NOW, _size, most) == kept
    if ages:
        assert kept[0].when == max(each.when for each in _made(*ages))


def test_two_files_of_one_name_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRAFT_HOME", str(tmp_path / "home"))
    for folder in ("a", "b"):
        Backups(tmp_path / folder / "story.md").keep(folder.encode())
    found = Backups(tmp_path / "a" / "story.md")
    assert [found.read(each) for each in found.all] == [b"a"]
