# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving, with the disk failing at every call in turn: never a damaged file, always a sentence, and the next save works.

Walked are full, broken, forbidden and read-only disks over a save with all that belongs to it: the original put by,
the file, its backup, a decision in the sidecar, and unsaved text in the recovery file.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.errors import RedraftError
from redraft.storage.backups import Backups
from redraft.storage.recovery import RecoveryFile, left_behind
from redraft.storage.sidecar import Sidecar
from redraft.ui.story import Story
from tests.storage.faults import Disk, failing

OLD, NEW, LATER = "The old words.\n", "The new words.\n", "The later words.\n"
CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS]


def edited(path: Path, text: str = "The new words.") -> Story:
    """The story with an edit that is to be saved."""
    story = Story.read(path)
    story.session.replace(0, 1, [text], label="edit", initiator="test")
    return story


def walk(code: int, prepare: Callable[[], Callable[[], object]], after: Callable[[str | None, Disk], None]) -> int:
    """Do what ``prepare`` gives with each call failing in turn, until none fails any more; how many failed.

    ``after`` hears the sentence (None where it was done all the same).
    """
    at = 0
    while True:
        at += 1
        deed = prepare()
        disk = Disk(code, at)
        sentence: str | None = None
        with failing(disk):
            try:
                deed()
            except RedraftError as error:
                sentence = str(error)
        failed = disk.failed
        disk.at = 0  # a stream that is still open goes on as on a sound disk
        after(sentence, disk)
        if not failed:
            return at - 1


@pytest.mark.parametrize("code", CODES)
def test_saving_at_every_call(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    stories: list[Story] = []

    def prepare() -> Callable[[], object]:
        path.write_text(OLD)
        stories.append(edited(path))
        return stories[-1].save

    def after(sentence: str | None, disk: Disk) -> None:
        assert path.read_text() in (OLD, NEW)
        assert (path.read_text() == NEW) if sentence is None else (sentence.endswith(".") and "story.md" in sentence)
        assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp" and "unlink" not in disk.calls] == []
        story = stories[-1]
        if sentence is not None:
            assert story.session.modified
            story.save(overwrite=True)
        assert path.read_text() == NEW and not story.session.modified
        backups = Backups(path)
        assert not backups.damaged()

    assert walk(code, prepare, after) >= 8


@pytest.mark.parametrize("code", CODES)
def test_a_decision_at_every_call(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    path.write_text(OLD)
    Sidecar.open(path).put("first", "a", {"word": "kept"})

    def prepare() -> Callable[[], object]:
        sidecar = Sidecar.open(path)
        return lambda: sidecar.put("second", "b", {"word": "new"})

    def after(sentence: str | None, disk: Disk) -> None:
        read = Sidecar.open(path)
        assert not read.damaged and [each.id for each in read.records("first")] == ["a"]
        assert sentence is None or "was not saved" in sentence
        read.put("second", "b", {"word": "again"})
        assert [each.id for each in Sidecar.open(path).records("second")] == ["b"]

    assert walk(code, prepare, after) >= 4


@pytest.mark.parametrize("code", CODES)
def test_unsaved_text_at_every_call(tmp_path: Path, code: int) -> None:
    path = tmp_path / "story.md"
    path.write_text(OLD)
    kept: list[RecoveryFile] = []

    def prepare() -> Callable[[], object]:
        story = edited(path)
        recovery = RecoveryFile(tmp_path / "recovery")
        kept.append(recovery)
        story.session.subscribe(lambda event: recovery.note(event.changes))
        story.session.replace(0, 1, ["The unsaved words."], label="edit", initiator="test")
        return lambda: recovery.flush(story.session.manuscript)

    def after(sentence: str | None, disk: Disk) -> None:
        recovery = kept[-1]
        recovery.flush(edited(path, "The unsaved words.").session.manuscript)
        assert recovery.path.exists() and path.read_text() == OLD
        recovery.safe()
        assert not recovery.path.exists()

    assert walk(code, prepare, after) >= 3
    assert left_behind(tmp_path / "recovery") == []
