# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping and having back earlier states, with the disk failing at every call in turn.

Walked are full, broken, forbidden, read-only and vanished disks over a named and an automatic snapshot, a state brought
back, and the journal that goes on: what was there stays, a sentence says what happened, and the next try succeeds.
"""

from __future__ import annotations

import argparse
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.commands import history as command
from redraft.places import data_folder
from redraft.storage.history import moments
from redraft.storage.recovery import LeftBehind, RecoveryFile
from redraft.storage.sidecar import sidecar_folder
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.story import Story
from tests.storage.faults import Disk
from tests.storage.test_faults import edited, walk

CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.ENOENT]
FIRST, SECOND = "The first words.\n", "The second words.\n"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calls that sync are walked, but nothing is waited for: here no machine stops."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def state(words: str) -> State:
    return State((("story.md", words.encode()),))


def whole(path: Path, expected: set[str]) -> None:
    """Every state that is listed can be had back, and those expected are there."""
    snapshots = Snapshots.open(path)
    assert not snapshots.damaged() and not snapshots.unreadable
    assert expected <= {snapshots.files(each)[0][1].decode() for each in snapshots.all}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["mine", ""])
def test_a_snapshot_at_every_call(tmp_path: Path, code: int, name: str) -> None:
    path = tmp_path / "story.md"

    def prepare() -> Callable[[], object]:
        for folder in (sidecar_folder(path), data_folder() / "snapshots"):
            shutil.rmtree(folder, ignore_errors=True)
        path.write_text(FIRST)
        Snapshots.open(path).keep(state(FIRST), "the first")
        return lambda: Snapshots.open(path).keep(state(SECOND), name, "" if name else "before a thing")

    def after(sentence: str | None, disk: Disk) -> None:
        assert sentence is None or (sentence.endswith(".") and "not saved" in sentence)
        whole(path, {FIRST, SECOND} if sentence is None else {FIRST})
        made = Snapshots.open(path).keep(state(SECOND), name, "" if name else "before a thing")
        assert made.name == name
        whole(path, {FIRST, SECOND})
        assert path.read_text() == FIRST

    assert walk(code, prepare, after) >= 8


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_bringing_a_state_back_at_every_call(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    path.write_text(FIRST)
    wanted = Snapshots.open(path).keep(state(FIRST), "the first").id[:10]

    def restore() -> object:
        options = argparse.Namespace(deed="restore", file=str(path), state=wanted, scene=None, decisions=False, output="",
                                     force=False)
        return command.run(options)

    def prepare() -> Callable[[], object]:
        shutil.rmtree(data_folder(), ignore_errors=True)
        path.write_text(SECOND)
        return restore

    def after(sentence: str | None, disk: Disk) -> None:
        assert path.read_text() == FIRST if sentence is None else path.read_text() in (FIRST, SECOND)
        assert sentence is None or sentence.endswith(".")
        whole(path, {FIRST})
        restore()
        assert path.read_text() == FIRST
        found = moments(path)
        assert SECOND.encode() in [each.files()[0][1] for each in found]

    assert walk(code, prepare, after) >= 20


@pytest.mark.parametrize("code", CODES)
def test_the_journal_goes_on_at_every_call(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    path.write_text(FIRST)
    made: list[tuple[Story, RecoveryFile]] = []
    kept: list[str] = []

    def prepare() -> Callable[[], object]:
        story, file = Story.read(path), RecoveryFile(tmp_path / "journal")
        story.session.subscribe(lambda event: file.note(event.changes))
        made.append((story, file))
        kept.clear()

        def typing() -> None:
            for words in ("Typed.", "Typed and more.", "Typed and still more."):
                story.session.replace(0, 1, [words], label="x", initiator="t")
                file.flush(story.session.manuscript)
                kept.append(words)

        return typing

    def after(sentence: str | None, disk: Disk) -> None:
        story, file = made[-1]
        found = LeftBehind(file.path, path, 0.0).manuscript()
        on_disk = found.paragraphs[0].text if found is not None else ""
        assert on_disk in (kept[-1] if kept else "", story.session.paragraphs[0].text)
        assert (sentence is None) == file.holds == (len(kept) == 3) and path.read_text() == FIRST
        story.session.replace(0, 1, ["Typed at last."], label="x", initiator="t")
        file.flush(story.session.manuscript)
        assert LeftBehind(file.path, path, 0.0).manuscript() == story.session.manuscript
        file.safe()

    assert walk(code, prepare, after) >= 12


@pytest.mark.parametrize("code", CODES)
def test_cutting_the_journal_never_fails(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    path.write_text(FIRST)

    def prepare() -> Callable[[], object]:
        story, file = edited(path), RecoveryFile(tmp_path / "journal")
        story.session.subscribe(lambda event: file.note(event.changes))
        story.session.replace(0, 1, ["Typed."], label="x", initiator="t")
        file.flush(story.session.manuscript)
        return file.safe

    def after(sentence: str | None, disk: Disk) -> None:
        assert sentence is None

    assert walk(code, prepare, after) >= 1


def test_a_journal_whose_folder_vanishes_is_begun_anew(tmp_path: Path) -> None:
    path, folder = tmp_path / "story.md", tmp_path / "journal"
    path.write_text(FIRST)
    story, file = Story.read(path), RecoveryFile(folder)
    story.session.subscribe(lambda event: file.note(event.changes))
    for words in ("Typed.", "Typed and more.", "Typed and still more."):
        story.session.replace(0, 1, [words], label="x", initiator="t")
        file.flush(story.session.manuscript)
        found = LeftBehind(file.path, path, 0.0).manuscript()
        assert found is not None and found.paragraphs[0].text == words
        shutil.rmtree(folder)
    file.safe()
