# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots are kept whole, never changed, and said to be damaged where they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from redraft.notes.note import Note
from redraft.places import data_folder
from redraft.storage import snapshots as module
from redraft.storage.sidecar import Record, sidecar_folder
from redraft.storage.snapshots import SnapshotDamaged, Snapshots
from redraft.storage.states import State

NOTE = Note("urn:n", "Anna", "Lost here.", created="2026-05-01T09:00:00.000Z", modified="2026-05-01T09:00:00.000Z")
RECORD = Record("word", "zorb", {"word": "Zorb"}, 5.0)


class Clock:
    """Seconds that go on when told."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def state(words: str) -> State:
    return State((("story.md", words.encode()),), (RECORD,), (NOTE,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "story.md"
    found.write_text("The words.\n")
    return found


def test_a_named_one_travels_with_the_story(path: Path) -> None:
    made = Snapshots.open(path).keep(state("First."), "before Anna’s notes")
    beside = sidecar_folder(path) / "snapshots"
    assert made.title == "before Anna’s notes" and not (data_folder() / "snapshots").exists()
    assert (beside / f"{made.id}.json").is_file() and len(list(beside.iterdir())) == 4
    found = Snapshots.open(path)
    assert found.all == (made,) and found.state(made) == state("First.") and not found.damaged()


def test_an_automatic_one_lies_with_the_users_data(path: Path) -> None:
    snapshots = Snapshots.open(path)
    made = snapshots.keep(state("First."), why="before accepting 12 suggestions")
    assert not sidecar_folder(path).exists() and made.title == "before accepting 12 suggestions"
    assert snapshots.all == (made,) and snapshots.files(made) == (("story.md", b"First."),)


def test_the_same_state_is_kept_once_unless_it_is_named(path: Path) -> None:
    snapshots = Snapshots.open(path)
    first = snapshots.keep(state("First."), why="before one thing")
    assert snapshots.keep(state("First."), why="before another") == first
    named = snapshots.keep(state("First."), "mine")
    assert [each.title for each in snapshots.all] == ["mine", "before one thing"]
    assert named.when > first.when
    assert snapshots.keep(state("First."), why="before a third") == named


def test_where_the_folder_cannot_be_written_it_lies_aside(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    snapshots = Snapshots(tmp_path / "file" / "snapshots", tmp_path / "aside")
    made = snapshots.keep(state("First."), "mine")
    assert snapshots.all == (made,) and snapshots.state(made) == state("First.")


def test_every_damage_is_said_and_costs_only_itself(path: Path) -> None:
    snapshots = Snapshots.open(path)
    good, bad = snapshots.keep(state("First."), "good"), snapshots.keep(state("Second."), "bad")
    file = sidecar_folder(path) / "snapshots" / f"{bad.files[0].digest}.gz"
    for deed in (lambda: file.write_bytes(b"junk"), file.unlink):
        deed()
        assert snapshots.damaged() == [bad] and snapshots.state(good) == state("First.")
        with pytest.raises(SnapshotDamaged, match=r"“bad”.*damaged or not there whole"):
            snapshots.state(bad)
    assert snapshots.keep(state("Second."), "again").files == bad.files
    assert snapshots.state(bad) == state("Second.") and not snapshots.damaged()


@pytest.mark.parametrize("change", [
    lambda told: told.update(name="another"), lambda told: told["files"][0].update(name="../../evil"),
    lambda told: told["files"][0].update(digest="../x"), lambda told: told.update(files=[]),
    lambda told: told.update({"redraft-snapshot": 2}), lambda told: told.pop("notes")])
@pytest.mark.parametrize("renamed", [False, True])
def test_a_list_that_was_changed_is_not_taken(path: Path, change: object, renamed: bool) -> None:
    """Neither under its own name, nor under the one that its bytes would have."""
    snapshots = Snapshots.open(path)
    made = snapshots.keep(state("First."), "mine")
    file = sidecar_folder(path) / "snapshots" / f"{made.id}.json"
    told = json.loads(file.read_bytes())
    change(told)  # type: ignore[operator]
    data = json.dumps(told).encode()
    file.write_bytes(data)
    if renamed:
        file = file.rename(file.with_name(f"{module.digest(data)}.json"))
    if renamed and told["name"] == "another":
        assert [each.name for each in snapshots.all] == ["another"]  # whoever made it: it is whole
    else:
        assert snapshots.all == () and snapshots.unreadable == (file,)


def test_automatic_ones_are_thinned_and_named_ones_never(tmp_path: Path) -> None:
    clock = Clock()
    snapshots = Snapshots(tmp_path / "beside", tmp_path / "aside", clock)
    for day in range(60):
        for hour in range(8):
            clock.now += 3600
            snapshots.keep(state(f"Day {day}, hour {hour}."), why="before a thing")
        snapshots.keep(state(f"Day {day}."), f"day {day}")
        clock.now += 16 * 3600
    names = [each for each in snapshots.all if each.name]
    assert len(names) == 60 and 30 <= len(snapshots.all) - 60 <= 50
    assert not snapshots.damaged()
    for each in (tmp_path / "aside").iterdir():
        os.utime(each, (0, 0))
    clock.now += 1
    snapshots.keep(state("The last."), why="before a thing")
    left = {kept.digest for each in snapshots.all if not each.name for kept in each.contents}
    assert {each.name.removesuffix(".gz") for each in (tmp_path / "aside").glob("*.gz")} == left


def test_one_that_is_removed_leaves_what_others_need(path: Path) -> None:
    snapshots = Snapshots.open(path)
    first, second = snapshots.keep(state("First."), "first"), snapshots.keep(state("Second."), "second")
    snapshots.remove(first)
    assert snapshots.all == (second,) and snapshots.state(second) == state("Second.")
    snapshots.remove(second)
    assert not list((sidecar_folder(path) / "snapshots").iterdir())


def test_named_ones_follow_the_story_to_another_name(path: Path) -> None:
    old, new = Snapshots.open(path), Snapshots.open(path.with_name("other.md"))
    made = old.keep(state("First."), "mine")
    old.keep(state("Second."), why="before a thing")
    new.inherit(old)
    new.inherit(old)
    assert new.all == (made,) and new.state(made) == state("First.")


def test_a_folder_of_chapters_shares_what_did_not_change(tmp_path: Path) -> None:
    snapshots = Snapshots(tmp_path / "b", tmp_path / "a")
    chapters = [(f"{number}.md", f"Chapter {number}.".encode()) for number in range(20)]
    for name in ("first", "second"):
        snapshots.keep(State((*chapters, ("last.md", name.encode()))), name)
    assert len(list((tmp_path / "b").glob("*.gz"))) == 20 + 2 + 1
    assert [each.files[-1].name for each in snapshots.all] == ["last.md", "last.md"]
