# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text survives a crash; errors and notices do not cost the author the editor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.places import data_folder
from redraft.storage.recovery import left_behind
from redraft.ui.crash import CrashGuard
from redraft.ui.dialogs.recovery import Choice, RecoveryDialog
from redraft.ui.messages import Answer, NoticeBar
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.conftest import STORY


def test_what_is_typed_is_on_disk_soon_and_forgotten_when_saved(window: Window, qtbot: QtBot) -> None:
    folder = data_folder() / "recovery"
    QTest.keyClicks(window.page, "Unsaved. ")
    qtbot.waitUntil(lambda: any(folder.glob("*.recovery")), timeout=3000)
    window.menus.actions["save"].trigger()
    assert not list(folder.glob("*.recovery"))


def test_undoing_everything_leaves_nothing_to_recover(window: Window, qtbot: QtBot) -> None:
    folder = data_folder() / "recovery"
    QTest.keyClicks(window.page, "x")
    window.safety.flush()
    assert list(folder.glob("*.recovery"))
    window.menus.actions["undo"].trigger()
    window.safety.flush()
    assert not list(folder.glob("*.recovery"))


def test_after_a_crash_the_text_is_offered_and_comes_back(window: Window, qtbot: QtBot, story_file: Path) -> None:
    QTest.keyClicks(window.page, "Unsaved. ")
    window.safety.flush()
    lock = window.safety._file._lock
    assert lock is not None
    lock.release()  # as the system does when a process dies
    window.safety._session = None
    assert [each.story for each in left_behind()] == [story_file]
    window.rescue.offer()
    assert "story.md" in window.notices.sentence
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == "Look at it…").click()
    dialog = window.findChild(RecoveryDialog)
    assert dialog is not None
    dialog.choice = Choice.RECOVER
    dialog.accept()
    assert texts(window)[0].startswith("Unsaved. The gate")
    assert window.story.session.modified
    assert story_file.read_text() == STORY


def test_an_unexpected_error_is_reported_and_the_editor_stays(window: Window) -> None:
    said: list[str] = []
    guard = CrashGuard(said.append)
    guard.install()
    try:
        try:
            raise RuntimeError("the author's words")
        except RuntimeError:
            sys.excepthook(*sys.exc_info())
    finally:
        guard.remove()
    assert "Your text is here as it was" in said[0]
    reports = list((data_folder() / "reports").glob("report-*.txt"))
    assert len(reports) == 1
    assert "RuntimeError" in reports[0].read_text()
    assert "the author's words" not in reports[0].read_text()


def test_a_notice_with_answers_waits_and_others_queue_behind(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    given: list[str] = []
    bar.say("First?", (Answer("Yes", lambda: given.append("yes")),))
    bar.say("Second.")
    assert bar.sentence == "First?"
    bar.findChild(QPushButton).click()
    assert given == ["yes"]
    assert bar.sentence == "Second."
    bar.ask("Now?", (Answer("No", lambda: given.append("no")),))
    assert bar.sentence == "Now?"


@pytest.mark.parametrize("name", ["a.bin", "empty-folder"])
def test_what_is_no_story_is_refused_with_a_sentence(window: Window, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "empty-folder":
        path.mkdir()
    else:
        path.write_bytes(bytes(range(256)) * 40)
    before = texts(window)
    window.filing.open(path)
    assert name in window.notices.sentence
    assert texts(window) == before
