# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a story open: told across windows and machines, with wrong clocks, slow syncing and sudden ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.places import data_folder
from redraft.storage import presence as module
from redraft.storage import sidecar
from redraft.storage.presence import LONG, SIGN, Life, Opening, Presence, Sighting, moment


@dataclass
class Clock:
    """A machine's clock, off by ``wrong``; ``now`` is the true time."""

    now: float = 1e9
    wrong: float = 0.0

    def __call__(self) -> float:
        return self.now + self.wrong


def window(folder: Path, machine: str, clock: Clock, wrong: float = 0.0) -> Presence:
    """A window on a machine of its own installation, whose clock is off by so much."""
    return Presence(folder, machine, machine, lambda: clock() + wrong, lambda: clock.now)


def lives(presence: Presence) -> list[tuple[str, Life]]:
    return [(each.opening.machine, each.life) for each in presence.others()]


def test_looking_makes_nothing_and_closing_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "story.md").touch()
    presence = Presence.of(tmp_path / "story.md")
    assert presence.others() == [] and presence.taken_by() is None
    presence.withdraw()
    assert [each.name for each in tmp_path.iterdir()] == ["story.md"]
    presence.announce()
    assert len(list((tmp_path / "story.md.redraft").iterdir())) == 1
    presence.withdraw()
    assert [each.name for each in tmp_path.iterdir()] == ["story.md"]


def test_a_second_window_on_this_machine_sees_the_first(tmp_path: Path) -> None:
    first, second = Presence(tmp_path, "ab"), Presence(tmp_path, "ab")
    first.announce()
    (seen,) = second.others()
    assert seen.life is Life.HERE and seen.in_the_way and seen.opening.process == os.getpid()
    assert second.others() and first.others() == []


def test_taking_over_on_this_machine(tmp_path: Path) -> None:
    first, second = Presence(tmp_path, "ab"), Presence(tmp_path, "ab")
    first.announce()
    second.announce(over=[each.opening for each in second.others()])
    taker = first.taken_by()
    assert taker is not None and second.taken_by() is None
    first.yield_to(taker)
    assert first.taken_by() is None and [each.opening.token for each in first.others()] == [taker.token]
    assert second.taken_by() is None and (tmp_path / "open.ab.json").exists()
    first.withdraw()
    assert (tmp_path / "open.ab.json").exists()
    first.announce(over=[taker])
    assert second.taken_by() is not None and first.taken_by() is None


def test_taking_over_from_another_machine(tmp_path: Path) -> None:
    clock = Clock()
    desk, laptop = window(tmp_path, "desk", clock), window(tmp_path, "laptop", clock)
    desk.announce()
    assert lives(laptop) == [("desk", Life.AWAY)]
    laptop.announce(over=[each.opening for each in laptop.others()])
    assert lives(laptop) == []
    taker = desk.taken_by()
    assert taker is not None and taker.machine == "laptop"
    desk.yield_to(taker)
    assert [each.name for each in tmp_path.iterdir()] == ["open.laptop.json"]
    laptop.withdraw()
    assert desk.others() == [] and not tmp_path.exists()


def test_two_that_opened_at_once_see_each_other_and_neither_is_put_out(tmp_path: Path) -> None:
    clock = Clock()
    desk, laptop = window(tmp_path, "desk", clock), window(tmp_path, "laptop", clock)
    desk.announce()
    laptop.announce()
    assert desk.taken_by() is laptop.taken_by() is None
    assert lives(desk) == [("laptop", Life.AWAY)] and lives(laptop) == [("desk", Life.AWAY)]


@pytest.mark.parametrize("wrong", [0.0, -7200.0, 86400.0])
def test_one_that_gives_signs_is_there_whatever_its_clock_says(tmp_path: Path, wrong: float) -> None:
    clock = Clock()
    desk, laptop = window(tmp_path, "desk", clock, wrong), window(tmp_path, "laptop", clock)
    desk.announce()
    laptop.others()
    for _ in range(8):
        clock.now += SIGN
        desk.sign()
        assert lives(laptop) == [("desk", Life.AWAY)]


@pytest.mark.parametrize("wrong", [0.0, 600.0, 86400.0, -600.0])
def test_one_that_gives_no_sign_for_long_is_silent(tmp_path: Path, wrong: float) -> None:
    clock = Clock()
    desk, laptop = window(tmp_path, "desk", clock, wrong), window(tmp_path, "laptop", clock)
    desk.announce()
    assert lives(laptop) == [("desk", Life.AWAY)]
    clock.now += LONG + 1
    assert lives(laptop) == [("desk", Life.SILENT)] and not laptop.others()[0].in_the_way
    desk.sign()
    assert lives(laptop) == [("desk", Life.AWAY)]


def test_one_that_was_silent_long_before_we_came(tmp_path: Path) -> None:
    clock = Clock()
    window(tmp_path, "desk", clock).announce()
    clock.now += LONG + 1
    assert lives(window(tmp_path, "laptop", clock)) == [("desk", Life.SILENT)]


def test_signs_are_seldom(tmp_path: Path) -> None:
    clock = Clock()
    desk = window(tmp_path, "desk", clock)
    desk.sign()
    assert list(tmp_path.iterdir()) == []
    desk.announce()
    before = (tmp_path / "open.desk.json").stat().st_mtime_ns
    clock.now += SIGN - 1
    desk.sign()
    assert (tmp_path / "open.desk.json").stat().st_mtime_ns == before


def test_a_process_that_was_killed_is_seen_as_ended(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from redraft.storage.presence import Presence\n"
        "Presence(Path(sys.argv[1]), 'ab').announce(); print('there', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdin is not None
    assert child.stdout.readline() == b"there\n"
    here = Presence(tmp_path, "ab")
    assert [each.life for each in here.others()] == [Life.HERE]
    child.kill()
    child.wait()
    child.stdout.close(), child.stdin.close()
    assert [each.life for each in here.others()] == [Life.ENDED]
    here.announce(over=[each.opening for each in here.others()])
    assert here.others() == []


def test_another_process_with_the_same_number_is_not_it(tmp_path: Path) -> None:
    Presence(tmp_path, "ab").announce()
    file = tmp_path / "open.ab.json"
    told = json.loads(file.read_text())
    file.write_text(json.dumps({**told, "started": told["started"] - 100, "token": "other"}))
    assert [each.life for each in Presence(tmp_path, "ab").others()] == [Life.ENDED]


def test_a_window_whose_process_cannot_be_seen_is_known_by_its_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Presence(tmp_path, "ab"), Presence(tmp_path, "ab")
    first.announce()
    monkeypatch.setattr(module.psutil, "Process", lambda number: (_ for _ in ()).throw(module.psutil.NoSuchProcess(number)))
    assert [each.life for each in second.others()] == [Life.HERE]
    first._let_go()
    assert [each.life for each in second.others()] == [Life.ENDED]


def test_without_a_lock_the_process_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Presence(tmp_path, "ab"), Presence(tmp_path, "ab")
    with monkeypatch.context() as patch:
        patch.setattr(module.Lock, "take", classmethod(lambda cls, path: (_ for _ in ()).throw(OSError("no room"))))
        first.announce()
    assert [each.life for each in second.others()] == [Life.HERE]


def test_closing_leaves_no_lock(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "x", "ab")
    presence.announce()
    presence.announce()
    assert len(list((data_folder() / "locks").iterdir())) == 1
    presence.withdraw()
    assert not list((data_folder() / "locks").iterdir())


def test_an_installation_on_a_shared_home_is_another_machine(tmp_path: Path) -> None:
    clock = Clock()
    Presence(tmp_path, "ab", "desk", clock, clock).announce()
    assert lives(Presence(tmp_path, "ab", "laptop", clock, clock)) == [("desk", Life.AWAY)]


def test_a_folder_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.md").touch()
    monkeypatch.setattr(sidecar, "_writable", lambda folder: False)
    first = Presence.of(tmp_path / "story.md")
    first.announce()
    assert first.folder.is_relative_to(data_folder()) and [each.name for each in tmp_path.iterdir()] == ["story.md"]
    assert [each.life for each in Presence.of(tmp_path / "story.md").others()] == [Life.HERE]


def test_a_disk_that_takes_nothing_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise module.SaveError("The disk is full.")

    monkeypatch.setattr(module, "write", full)
    presence = Presence(tmp_path / "x", "ab")
    presence.announce()
    assert presence.holding and presence.taken_by() is None and presence.others() == []


@pytest.mark.parametrize(("life", "words"), [
    (Life.HERE, "open in another window on this computer, since 14:02"), (Life.ENDED, "ended here without closing"),
    (Life.AWAY, "open on “desk” (anna), since 14:02; the last sign from there came at 14:32"),
    (Life.SILENT, "no sign has come from there since 14:32"),
])  # fmt: skip
def test_each_is_said_in_a_sentence(life: Life, words: str) -> None:
    then = datetime(2026, 5, 3, 14, 2).timestamp()
    opening = Opening("ab", "t", "anna", "desk", 1, 0.0, then, then + LONG)
    told = Sighting(opening, life).sentence("novel.md", then + 60)
    assert words in told and told.startswith(("“novel.md” ", "Redraft ")) and told.endswith(".")
    assert "3 May, 14:02" in Sighting(opening, life).sentence("novel.md", then + 86400)


def test_a_clock_beyond_all_bounds_is_no_moment() -> None:
    assert moment(9e11) == "an unknown time"


@given(data=st.binary(max_size=200) | st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=5), lambda inner: st.dictionaries(
        st.sampled_from(["installation", "token", "person", "machine", "process", "started", "since", "sign", "over"]),
        inner, max_size=9), max_leaves=12).map(lambda told: json.dumps(told).encode()))  # fmt: skip
def test_any_bytes_are_read_without_a_stir(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "open.ab.json").write_bytes(data)
    here = Presence(folder, "cd")
    here.others()
    here.announce()
    assert here.taken_by() is None


def test_a_token_that_would_be_no_name_of_a_file_is_nobodys(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("So.")
    own = Presence.of(story)
    own.announce()
    file = next(sidecar.sidecar_folder(story).glob("open.*.json"))
    told = json.loads(file.read_text())
    for token in ("é" * 3000, "../../x", ""):
        file.write_text(json.dumps({**told, "token": token}))
        assert len(Presence.of(story).others()) <= 1
    file.write_text(json.dumps(told))
    own.withdraw()
